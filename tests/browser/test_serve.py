"""Writing with the browser beside it: save, reload, mistake, recovery."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import write_program

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
BASE = "teachers/teacher-00001/talk"


class Serving:
    """`portfolio serve` as a process of its own, for a program of 100 teachers with two charts each."""

    def __init__(self, root: Path) -> None:
        self.content = write_program(root, 100, classes=1, visits=8)
        self.log = root / "log.txt"
        code = "from generator.cli import main; main()"
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PORTFOLIO_LANGUAGE": "en"}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code, "serve", "--port", "8450"],
                cwd=root,
                stdout=log,
                stderr=log,
                env=environment,
            )
        self.wait_for(r"Built in")
        address = re.search(r"http://localhost:\d+/", self.said())
        assert address
        self.address = address[0]

    def said(self) -> str:
        return self.log.read_text("utf-8")

    @property
    def builds(self) -> int:
        return self.said().count("Built in")

    def wait_for(self, pattern: str, seconds: float = 90) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if re.search(pattern, self.said()):
                return
            assert self.process.poll() is None, self.said()
            time.sleep(0.05)
        raise AssertionError(self.said())

    def save(self, name: str, text: str) -> None:
        path = self.content / BASE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    one = Serving(tmp_path_factory.mktemp("serve"))
    yield one
    if one.process.poll() is None:
        one.process.kill()
    one.process.wait()


@pytest.fixture
def page(serving: Serving) -> Iterator["playwright.Page"]:
    with playwright.sync_playwright() as engine:
        opened = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        one = opened.new_page()
        one.complaints = []
        one.on("console", lambda said: one.complaints.append(said.text) if said.type == "error" else None)
        one.goto(f"{serving.address}{BASE}/")
        one.wait_for_function("window.LiveReload && window.LiveReload.connector")
        yield one
        opened.close()


def reflection(text: str) -> str:
    return f"---\ndate: 2025-09-12\ntitle: Second\n---\n\n{text}\n"


def test_a_save_shows_in_the_open_page_within_a_second_or_so(
    serving: Serving, page: "playwright.Page"
) -> None:
    time.sleep(0.5)
    begun = time.monotonic()
    serving.save("reflections/2025-09-12.md", reflection("They asked each other why."))
    page.get_by_text("They asked each other why.").wait_for(timeout=10_000)
    # a second on a quiet machine; the bound leaves room for one that runs other tests beside this one
    assert time.monotonic() - begun < 4
    assert page.complaints == []


def test_a_mistake_shows_over_the_last_good_page_and_goes_when_it_is_mended(
    serving: Serving, page: "playwright.Page"
) -> None:
    serving.save("reflections/2025-09-12.md", reflection("Before the mistake."))
    page.get_by_text("Before the mistake.").wait_for(timeout=10_000)
    serving.save("reflections/2025-09-12.md", "---\ndate: Tuesday\n---\n\nBroken.\n")
    overlay = page.locator(".portfolio-errors")
    overlay.wait_for(timeout=10_000)
    assert f"{BASE}/reflections/2025-09-12.md:2" in overlay.inner_text()
    assert page.get_by_text("Before the mistake.").count() == 1
    serving.save("reflections/2025-09-12.md", reflection("Put right again."))
    page.get_by_text("Put right again.").wait_for(timeout=10_000)
    assert overlay.count() == 0


def test_five_files_saved_at_once_are_one_build(serving: Serving, page: "playwright.Page") -> None:
    time.sleep(1)
    before = serving.builds
    for number in range(5):
        serving.save(f"reflections/2025-10-0{number + 1}.md", reflection(f"One of five, {number}."))
    page.get_by_text("One of five, 4.").wait_for(timeout=10_000)
    time.sleep(1)
    assert serving.builds == before + 1


def test_a_draft_is_shown_and_marked(serving: Serving, page: "playwright.Page") -> None:
    path = serving.content / BASE / "inquiry.md"
    published = path.read_text("utf-8")
    path.write_text(published.replace("publish: true", "publish: false"), "utf-8")
    page.get_by_text("Draft: this page is not in the published site.").wait_for(timeout=10_000)
    page.goto(f"{serving.address}teachers/teacher-00001/")
    assert page.locator(".draft-mark").inner_text() == "draft"
    assert not (serving.content.parent / "output").exists()
    path.write_text(published, "utf-8")


def test_it_ends_at_once_when_asked(serving: Serving) -> None:
    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(timeout=5) == 0
    assert "Stopped." in serving.said()
    assert "Traceback" not in serving.said()
