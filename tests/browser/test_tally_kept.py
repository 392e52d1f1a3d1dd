"""What the phone keeps: visits that go on, two windows at once, the class and its size, light and dark."""

import functools
import http.server
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.phones import begin, count, five_more, observed, open_at, saved, tap
from tests.browser.test_pages import _contrast

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_a_visit_that_was_finished_too_soon_goes_on(phone: "Page", tmp_path: Path) -> None:
    begin(phone)
    tap(phone, "explains", 2)
    phone.tap("#finish")
    phone.tap(".resume")
    tap(phone, "explains")
    phone.tap("#finish")
    found = [(row.prompt, row.count) for row in observed(saved(phone, tmp_path)) if row.prompt == "explains"]
    assert found == [("explains", 3)], "one visit, not two"


def test_only_the_latest_visit_goes_on(phone: "Page") -> None:
    begin(phone)
    phone.tap("#finish")
    phone.tap("#another")
    begin(phone, "Period 4", 22)
    phone.tap("#finish")
    assert phone.locator(".resume").count() == 1
    phone.tap(".resume")
    assert "Period 4" in phone.locator("#where").inner_text()


def test_two_windows_on_one_phone_count_together(phone: "Page", address: str) -> None:
    begin(phone)
    tap(phone, "asks", 2)
    other = phone.context.new_page()
    open_at(other, f"{address}/tools/math-talk/tally/")
    assert count(other, "asks") == 2
    other.click("[data-prompt=asks]")
    phone.locator("#count-asks", has_text="3").wait_for()
    tap(phone, "asks")
    other.locator("#count-asks", has_text="4").wait_for()
    other.click("#finish")
    phone.locator("#end").wait_for()


def test_what_was_saved_is_marked_until_more_is_counted(phone: "Page", tmp_path: Path) -> None:
    begin(phone)
    tap(phone, "asks")
    phone.tap("#finish")
    assert "Saved" not in phone.locator("#visits").inner_text()
    saved(phone, tmp_path)
    assert "Saved" in phone.locator("#visits").inner_text()
    phone.tap("#clear")
    assert phone.locator("#clear").inner_text() == "Really clear all?"
    phone.tap(".resume")
    tap(phone, "asks")
    phone.tap("#finish")
    assert "Saved" not in phone.locator("#visits").inner_text()
    phone.tap("#clear")
    assert "Save first" in phone.locator("#clear").inner_text()


def test_nobody_counts_without_saying_how_many_students_there_are(phone: "Page") -> None:
    phone.fill("#class", "Period 2")
    phone.tap("#begin .go")
    assert phone.locator("#start-said").inner_text()
    assert phone.locator("#count").is_hidden()
    assert phone.evaluate("document.activeElement.id") == "n"


def test_a_class_that_was_counted_before_is_one_tap_with_its_size(phone: "Page") -> None:
    begin(phone, "Period 2", 27)
    phone.tap("#finish")
    phone.tap("#another")
    assert [phone.input_value("#class"), phone.input_value("#n")] == ["", ""]
    phone.tap("#known button")
    assert [phone.input_value("#class"), phone.input_value("#n")] == ["Period 2", "27"]


def test_several_at_once_stop_at_the_number_of_students_at_a_look_too(phone: "Page", address: str) -> None:
    open_at(phone, f"{address}/tools/time-on-task/tally/")
    begin(phone, n=8)
    for _ in range(2):
        five_more(phone)
    phone.tap("#resize-cancel")
    assert count(phone, "waiting") == 8


def test_a_plain_tally_has_no_upper_end(phone: "Page", address: str) -> None:
    open_at(phone, f"{address}/tools/student-questions/tally/")
    begin(phone, n=3)
    five_more(phone)
    assert count(phone, "how-why") == 5


def test_the_name_of_the_file_is_plain(phone: "Page", tmp_path: Path) -> None:
    begin(phone, "Período 2º")
    phone.tap("#finish")
    name = saved(phone, tmp_path).name
    assert name == f"math-talk-periodo-2-{date.today().isoformat()}.csv"


def test_words_kept_by_something_else_do_not_stop_it(browser: "Browser", address: str) -> None:
    page = browser.new_page()
    page.add_init_script("Storage.prototype.getItem = () => '{'")
    open_at(page, f"{address}/tools/math-talk/tally/")
    begin(page)
    page.click("[data-prompt=asks]")
    assert count(page, "asks") == 1
    page.close()


@pytest.mark.parametrize("light", [False, True])
def test_text_stands_out_on_the_dark_and_on_the_light_screen(phone: "Page", light: bool) -> None:
    if light:
        phone.tap("#light")
        phone.reload()
        phone.locator("html[data-ready]").wait_for(state="attached")
    begin(phone)
    ink, quiet, paper, slab = phone.evaluate(
        """[getComputedStyle(document.documentElement).color,
            getComputedStyle(document.querySelector('.details')).color,
            getComputedStyle(document.documentElement).backgroundColor,
            getComputedStyle(document.querySelector('.slab')).backgroundColor]"""
    )
    assert _contrast(ink, paper) >= 7
    assert _contrast(quiet, slab) >= 4.5
    assert _contrast("rgb(0, 0, 0)", paper) > 15 if light else _contrast("rgb(0, 0, 0)", paper) < 2
    phone.tap("#finish")
    button = phone.locator("#save").evaluate(
        "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    )
    assert _contrast(*button) >= 4.5


@pytest.mark.parametrize("screen", ["start", "count", "end"])
def test_the_smallest_phone_scrolls_down_only(browser: "Browser", address: str, screen: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    open_at(page, f"{address}/tools/math-talk/tally/")
    if screen != "start":
        begin(page)
    if screen == "end":
        page.click("#finish")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = page.evaluate(
        """[...document.querySelectorAll('button, b, p')].filter(one => one.offsetWidth
           && (one.scrollWidth > one.clientWidth + 1 && one.clientWidth)).map(one => one.textContent)"""
    )
    assert cut == []
    page.close()


def test_it_opens_offline_from_a_host_that_sends_index_html_on_to_its_folder(
    browser: "Browser", output: Path
) -> None:
    class Onward(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.endswith("index.html"):
                self.send_response(308)
                self.send_header("Location", self.path.removesuffix("index.html"))
                self.end_headers()
            else:
                super().do_GET()

        def log_message(self, *_: object) -> None:
            pass

    serve = functools.partial(Onward, directory=output)
    context = browser.new_context()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        page = context.new_page()
        open_at(page, f"http://127.0.0.1:{server.server_port}/tools/math-talk/tally/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        begin(page)
        page.click("[data-prompt=asks]")
        context.set_offline(True)
        page.reload()
        page.locator("html[data-ready]").wait_for(state="attached")
        assert count(page, "asks") == 1
        context.close()
        server.shutdown()
