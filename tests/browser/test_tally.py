"""The tally page on a phone: count, undo, reload, offline, save, and the file read into the right numbers."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.build import Options, build
from generator.model import Observation
from generator.reading.files import load_program
from generator.reading.program import read_program
from generator.reading.tables import read_table
from generator.scaffold import demo_content

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build(Options(demo_content(), folder, date(2026, 3, 1)))
    return folder


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """The site on localhost, below a path as on GitHub Pages."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    serve = functools.partial(Quiet, directory=output)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:
    with playwright.sync_playwright() as engine:
        opened = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def phone(browser: "playwright.Browser", address: str) -> Iterator["playwright.Page"]:
    context = browser.new_context(**PHONE, accept_downloads=True)
    page = context.new_page()
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda trouble: page.said.append(str(trouble)))
    page.on("request", lambda request: page.asked.append(request.url))
    open_at(page, f"{address}/tools/math-talk/tally/")
    yield page
    assert page.said == []
    context.close()


def open_at(page: "playwright.Page", url: str) -> None:
    page.goto(url)
    page.locator("html[data-ready]").wait_for(state="attached")


def begin(page: "playwright.Page", class_name: str = "Period 2", n: int = 24) -> None:
    page.fill("#class", class_name)
    page.fill("#n", str(n))
    page.tap("text=Begin")


def tap(page: "playwright.Page", prompt: str, times: int = 1) -> None:
    for _ in range(times):
        page.tap(f"[data-prompt={prompt}]")


def count(page: "playwright.Page", prompt: str) -> int:
    return int(page.locator(f"#count-{prompt}").inner_text())


def saved(page: "playwright.Page", folder: Path) -> Path:
    with page.expect_download() as download:
        page.click("#save")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def observed(path: Path, tool: str = "math-talk") -> list[Observation]:
    program, _ = read_program(load_program(demo_content())[0])
    assert program
    table, problems = read_table(path.read_bytes(), path.name, program.tools[tool])
    assert table and not [problem.message for problem in problems if problem.is_error]
    return list(table.observations)


def test_what_was_tapped_is_what_is_saved_and_read(phone: "playwright.Page", tmp_path: Path) -> None:
    begin(phone)
    tap(phone, "explains", 3)
    tap(phone, "asks")
    phone.tap("#undo")
    tap(phone, "builds", 2)
    phone.tap("#finish")
    phone.tap("#another")
    begin(phone, 'Period 4, "blue"', 22)
    phone.tap("#finish")
    path = saved(phone, tmp_path)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "stamp,session,class,n,prompt"
    assert len(lines) == 1 + 1 + 5 + 1
    assert path.name.startswith("math-talk-")
    found = {(row.class_name, row.prompt): (row.count, row.n) for row in observed(path)}
    assert found["Period 2", "explains"] == (3, 24)
    assert found["Period 2", "asks"] == (0, 24)
    assert found["Period 2", "builds"] == (2, 24)
    assert found['Period 4, "blue"', "restates"] == (0, 22)


def test_nobody_is_counted_twice_and_several_are_one_undo(phone: "playwright.Page") -> None:
    begin(phone, n=7)
    phone.locator(".several").first.tap()
    tap(phone, "explains")
    phone.locator(".several").first.tap()
    assert count(phone, "explains") == 7
    assert "All 7 students are counted" in phone.locator("#said").inner_text()
    tap(phone, "explains")
    assert count(phone, "explains") == 7
    phone.tap("#undo")
    phone.tap("#undo")
    phone.tap("#undo")
    assert count(phone, "explains") == 0
    assert phone.locator("#undo").is_disabled()


def test_the_counts_survive_a_reload(phone: "playwright.Page") -> None:
    begin(phone)
    tap(phone, "restates", 4)
    phone.reload()
    phone.locator("html[data-ready]").wait_for(state="attached")
    assert count(phone, "restates") == 4
    phone.tap("#undo")
    assert count(phone, "restates") == 3


def test_it_opens_again_without_a_network(phone: "playwright.Page") -> None:
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    begin(phone)
    tap(phone, "explains", 2)
    phone.context.set_offline(True)
    phone.reload()
    phone.locator("html[data-ready]").wait_for(state="attached")
    assert count(phone, "explains") == 2
    tap(phone, "explains")
    assert count(phone, "explains") == 3


def test_it_works_as_a_file_in_a_folder(browser: "playwright.Browser", output: Path, tmp_path: Path) -> None:
    page = browser.new_page(accept_downloads=True)
    alone = tmp_path / "tally.html"
    alone.write_bytes((output / "tools/math-talk/tally/index.html").read_bytes())
    open_at(page, alone.as_uri())
    page.fill("#class", "Period 2")
    page.click("text=Begin")
    page.click("[data-prompt=explains]")
    page.click("#finish")
    found = {row.prompt: row.count for row in observed(saved(page, tmp_path))}
    assert found == {"explains": 1, "restates": 0, "asks": 0, "builds": 0}
    page.close()


def test_looks_of_one_visit_are_read_as_their_mean(
    browser: "playwright.Browser", address: str, tmp_path: Path
) -> None:
    page = browser.new_page(accept_downloads=True)
    open_at(page, f"{address}/tools/time-on-task/tally/")
    page.fill("#class", "Room 4")
    page.fill("#n", "10")
    page.click("text=Begin")
    for _ in range(4):
        page.click("[data-prompt=waiting]")
    page.wait_for_timeout(1100)
    page.click("#look")
    page.click("[data-prompt=waiting]")
    page.click("[data-prompt=waiting]")
    page.click("#finish")
    found = {row.prompt: row.value for row in observed(saved(page, tmp_path), "time-on-task")}
    assert found == {"waiting": 30, "working": 0}
    page.close()


def test_a_visit_can_be_removed_only_when_one_is_sure(phone: "playwright.Page") -> None:
    begin(phone)
    phone.tap("#finish")
    remove = phone.locator(".remove")
    remove.tap()
    assert remove.inner_text() == "Really remove?"
    remove.tap()
    assert phone.locator("#visits li").count() == 0
    assert phone.locator("#save").is_disabled()


def test_what_was_copied_is_the_log(browser: "playwright.Browser", address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_at(page, f"{address}/tools/math-talk/tally/")
    page.fill("#class", "=cmd")
    page.click("text=Begin")
    page.click("#finish")
    page.click("#copy")
    page.get_by_text("Copied.").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("stamp,session,class,n,prompt")
    assert ",'=cmd,24," in text
    context.close()


def test_every_button_is_large_enough_for_a_thumb(phone: "playwright.Page") -> None:
    begin(phone)
    sizes = phone.evaluate(
        """[...document.querySelectorAll('button')].map(one => one.getBoundingClientRect())
           .filter(box => box.width).map(box => [box.width, box.height])"""
    )
    assert len(sizes) >= 10
    assert all(width >= 48 and height >= 48 for width, height in sizes)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_asks_for_the_class_and_a_number_and_nothing_else(phone: "playwright.Page") -> None:
    fields = phone.evaluate("[...document.querySelectorAll('input, select')].map(one => one.id)")
    assert fields == ["class", "n"]


def test_nothing_is_sent_anywhere(phone: "playwright.Page", address: str) -> None:
    begin(phone)
    tap(phone, "explains")
    phone.tap("#finish")
    assert {url.split("?")[0] for url in phone.asked} <= {f"{address}/tools/math-talk/tally/", "data:,"}
    policy = phone.locator("meta[http-equiv]").get_attribute("content")
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_phone_that_keeps_nothing_says_so(browser: "playwright.Browser", address: str) -> None:
    page = browser.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no'); }")
    open_at(page, f"{address}/tools/math-talk/tally/")
    assert page.locator("#not-kept").is_visible()
    page.fill("#class", "Period 2")
    page.click("text=Begin")
    page.click("[data-prompt=explains]")
    assert count(page, "explains") == 1
    page.close()
