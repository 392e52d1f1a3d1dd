"""Two phones at one visit, and two visits on one phone: from the taps to the published page."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.authoring.scaffold import demo_content
from generator.build import build
from generator.building.options import BuildOptions
from tests.browser.phones import begin, open_at, saved
from tests.terminal import portfolio

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

INQUIRY = "---\ntitle: Visible thinking\ntool: math-talk\npublish: true\n---\n\nWhy.\n"
MONDAY = datetime(2025, 10, 6, 9, 0, 0)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program with the example's tool and an inquiry without data."""
    for name, text in {
        "program.yml": "title: Maple Grove\n",
        "tools/math-talk.yml": (demo_content() / "tools/math-talk.yml").read_text("utf-8"),
        "teachers/ana/about.md": "---\nname: Ana\n---\n\nHello.\n",
        "teachers/ana/thinking/inquiry.md": INQUIRY,
    }.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def at(page: "Page", clock: str, *prompts: str) -> None:
    """Each prompt tapped once, at a time of the day."""
    hour, minute, second = map(int, clock.split(":"))
    page.clock.set_fixed_time(MONDAY.replace(hour=hour, minute=minute, second=second))
    for prompt in prompts:
        page.click(f"[data-prompt={prompt}]")


def a_phone(browser: "Browser", address: str) -> "Page":
    page = browser.new_context(accept_downloads=True).new_page()
    page.clock.set_fixed_time(MONDAY)
    open_at(page, f"{address}/tools/math-talk/tally/#class=Period%202&n=24")
    return page


def handed_over(page: "Page", program: Path, name: str) -> Path:
    page.click("#finish")
    (program / name).mkdir()
    return saved(page, program / name)


def evidence(program: Path) -> str:
    out = program / "site"
    outcome = build(BuildOptions(program / "content", out, date(2026, 3, 1)))
    assert not [problem.message for problem in outcome.problems if problem.is_error]
    return (out / "teachers/ana/thinking/index.html").read_text("utf-8")


def data(program: Path) -> Sequence[str]:
    return (program / "site/teachers/ana/thinking/data.csv").read_text("utf-8").splitlines()


@pytest.mark.parametrize("imported", [True, False])
def test_two_phones_at_one_visit_are_two_observers_on_the_page(
    browser: "Browser", address: str, program: Path, imported: bool
) -> None:
    first, second = a_phone(browser, address), a_phone(browser, address)
    first.click("#begin .go")
    at(second, "09:00:30")
    second.click("#begin .go")
    at(first, "09:01:00", "explains", "explains")
    at(second, "09:01:10", "explains")
    at(first, "09:25:00", "explains")
    at(second, "09:25:20", "explains", "asks")
    for number, page in enumerate((first, second)):
        log = handed_over(page, program, f"phone-{number}")
        if imported:
            ran = portfolio("import", str(log), inside=program)
            assert ran.status == 0, ran.out + ran.err
        else:
            folder = program / "content/teachers/ana/thinking/data"
            folder.mkdir(exist_ok=True)
            (folder / f"log-{number}.csv").write_bytes(log.read_bytes())
    published = evidence(program)
    assert "Agreement of two observers" in published
    assert "kappa" in published.lower()
    explains = [line for line in data(program) if ",explains," in line]
    assert [line.split(",")[3] for line in explains] == ["3", "2"]


def test_two_lessons_on_one_day_are_two_visits(browser: "Browser", address: str, program: Path) -> None:
    page = a_phone(browser, address)
    page.click("#begin .go")
    at(page, "09:05:00", "explains")
    page.click("#finish")
    page.click("#another")
    at(page, "14:00:00")
    begin(page, "Period 2", 23)
    at(page, "14:05:00", "explains", "explains")
    ran = portfolio("import", str(handed_over(page, program, "phone")), inside=program)
    assert ran.status == 0, ran.out + ran.err
    assert "Agreement of two observers" not in evidence(program)
    explains = [line for line in data(program) if ",explains," in line]
    assert len(explains) == 2
    assert [time in line for time, line in zip(("09:00", "14:00"), explains, strict=True)] == [True, True]
