"""What a visitor does on the tally page, and what the teacher then reads."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.authoring.scaffold import demo_content
from generator.model import Observation
from generator.reading.content_files import load_program
from generator.reading.program_files import read_program
from generator.reading.tables.observation_table import read_observation_table

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

PHONE: "ViewportSize" = {"width": 390, "height": 844}


def open_at(page: "Page", url: str) -> None:
    page.goto(url)
    page.locator("html[data-ready]").wait_for(state="attached")


def begin(page: "Page", class_name: str = "Period 2", n: int = 24) -> None:
    page.fill("#class", class_name)
    page.fill("#n", str(n))
    page.click("#begin .go")


def tap(page: "Page", prompt: str, times: int = 1) -> None:
    for _ in range(times):
        page.tap(f"[data-prompt={prompt}]")


def five_more(page: "Page") -> None:
    """Counts five students of the first prompt at once."""
    page.locator(".details").first.tap()
    page.tap("#details-five")


def count(page: "Page", prompt: str) -> int:
    return int(page.locator(f"#count-{prompt}").inner_text())


def saved(page: "Page", folder: Path) -> Path:
    with page.expect_download() as download:
        page.click("#save")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def observed(path: Path, tool: str = "math-talk") -> list[Observation]:
    program, _ = read_program(load_program(demo_content())[0])
    assert program
    table, problems = read_observation_table(path.read_bytes(), path.name, program.tools[tool])
    assert table and not [problem.message for problem in problems if problem.is_error]
    return list(table.observations)
