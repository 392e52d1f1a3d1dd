"""Writing with the browser beside it: save, reload, mistake, recovery."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import MARKS
from tests.programs import write_program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS
BASE = "teachers/teacher-00001/talk"


class Serving:
    """`portfolio serve` as a process of its own, for a program of 100 teachers with two charts each."""

    def __init__(self, root: Path, teachers: int = 100, *, built: bool = True) -> None:
        self.content = write_program(root, teachers, classes=1, visits=8)
        code = "from generator.cli import main; main()"
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PORTFOLIO_LANGUAGE": "en"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "serve", "--port", "8450"],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=environment,
        )
        self._text, self._changed = "", Condition()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait_for(r"Built in" if built else r"Building")
        address = re.search(r"http://127\.0\.0\.1:\d+/", self.said())
        assert address
        self.address = address[0]

    def said(self) -> str:
        return self._text

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self._changed:
                self._text += line
                self._changed.notify_all()
        with self._changed:  # the process has ended
            self._changed.notify_all()

    @property
    def builds(self) -> int:
        return self.said().count("Built in")

    def wait_for(self, pattern: str, seconds: float = 90) -> None:
        with self._changed:
            there = self._changed.wait_for(
                lambda: re.search(pattern, self._text) or self.process.poll() is not None, seconds
            )
        assert there and re.search(pattern, self._text), self._text

    def close(self) -> None:
        """End the process, however far it is, and wait for its last words."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join()
        if self.process.stdout:
            self.process.stdout.close()

    def save(self, name: str, text: str) -> None:
        path = self.content / BASE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    one = Serving(tmp_path_factory.mktemp("serve"))
    yield one
    one.close()


@pytest.fixture
def complaints() -> list[str]:
    """Errors on the console of the page."""
    return []


@pytest.fixture
def page(browser: "Browser", serving: Serving, complaints: list[str]) -> Iterator["Page"]:
    one = browser.new_page()
    one.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    one.goto(f"{serving.address}{BASE}/")
    one.wait_for_function("window.LiveReload && window.LiveReload.connector")
    yield one
    one.close()


def reflection(text: str) -> str:
    return f"---\ndate: 2025-09-12\ntitle: Second\n---\n\n{text}\n"


def test_a_save_shows_in_the_open_page_within_a_second_or_so(
    serving: Serving, page: "Page", complaints: list[str]
) -> None:
    took = []
    for number in range(3):
        begun = time.monotonic()
        serving.save("reflections/2025-09-12.md", reflection(f"They asked each other why, {number}."))
        page.get_by_text(f"why, {number}.").wait_for(timeout=30_000)
        took.append(time.monotonic() - begun)
    # less than a second on a machine at rest; against the first build, because this one may be busy
    whole = re.search(r"Built in ([\d.]+) s", serving.said())
    assert whole
    assert min(took) < float(whole[1]) / 5
    assert complaints == []


def test_a_mistake_shows_over_the_last_good_page_and_goes_when_it_is_mended(
    serving: Serving, page: "Page"
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


def test_a_drafts_mistake_shows_over_its_last_good_page(serving: Serving, page: "Page") -> None:
    """A draft is where mistakes are made; its page may not go away under its author."""
    path = serving.content / BASE / "inquiry.md"
    published = path.read_text("utf-8")
    draft = published.replace("publish: true", "publish: false")
    path.write_text(draft, "utf-8")
    page.locator(".draft-note").wait_for(timeout=10_000)
    path.write_text(draft.replace("tool:", "tol:"), "utf-8")
    overlay = page.locator(".portfolio-errors")
    overlay.wait_for(timeout=10_000)
    assert f"{BASE}/inquiry.md:4" in overlay.inner_text()
    assert page.locator(".draft-note").count() == 1
    path.write_text(published, "utf-8")
    overlay.wait_for(state="detached", timeout=10_000)
    page.locator(".draft-note").wait_for(state="detached", timeout=10_000)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Serving]:
    """One teacher, where a change of the menu is quick."""
    one = Serving(tmp_path, 1)
    yield one
    one.close()


def test_a_page_that_is_not_there_yet_appears_when_it_is_saved(small: Serving, page: "Page") -> None:
    page.goto(f"{small.address}pages/new/")
    page.get_by_text("There is nothing at this address.").wait_for()
    style = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length > 0)")
    assert style == [True, True], "the site's own style, and the overlay's"
    new = small.content / "pages" / "new.md"
    new.parent.mkdir(exist_ok=True)
    new.write_text("---\ntitle: New\n---\n\nHere it is.\n", "utf-8")
    page.get_by_text("Here it is.").wait_for(timeout=10_000)
    new.write_text("---\ntitel: New\n---\n\nBroken.\n", "utf-8")
    overlay = page.locator(".portfolio-errors")
    overlay.wait_for(timeout=10_000)
    assert page.get_by_text("Here it is.").count() == 1
    new.unlink()
    overlay.wait_for(state="detached", timeout=10_000)
    page.get_by_text("There is nothing at this address.").wait_for(timeout=10_000)


def test_the_reader_stays_where_she_was(serving: Serving, page: "Page") -> None:
    page.evaluate("scrollTo(0, 600)")
    # another teacher's file: every open page is reloaded
    other = serving.content / "teachers/teacher-00002/about.md"
    with page.expect_event("load", timeout=10_000):
        other.write_text(other.read_text("utf-8") + "\nMore.\n", "utf-8")
    page.wait_for_function("scrollY === 600", timeout=5_000)


def test_five_files_saved_at_once_are_one_build(serving: Serving, page: "Page") -> None:
    serving.save("reflections/2025-10-01.md", reflection("All is quiet."))
    page.get_by_text("All is quiet.").wait_for(timeout=10_000)
    before = serving.builds
    for number in range(5):
        serving.save(f"reflections/2025-10-0{number + 1}.md", reflection(f"One of five, {number}."))
    page.get_by_text("One of five, 4.").wait_for(timeout=10_000)
    serving.save("reflections/2025-10-06.md", reflection("One more."))
    page.get_by_text("One more.").wait_for(timeout=10_000)
    assert serving.builds == before + 2


def test_a_draft_is_shown_and_marked(serving: Serving, page: "Page") -> None:
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
    status = serving.process.wait(timeout=5)
    serving.close()
    assert status == 0
    assert "Stopped." in serving.said()
    assert "Traceback" not in serving.said()


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_the_middle_of_a_build(tmp_path: Path, asked: signal.Signals) -> None:
    one = Serving(tmp_path, built=False)
    one.wait_for("Building the site")
    assert one.builds == 0
    one.process.send_signal(asked)
    status = one.process.wait(timeout=5)
    one.close()
    assert status == 0
    assert one.said().rstrip().endswith("Stopped. Your files are as you saved them.")
