"""The tally page on a phone: count, undo, reload, offline, save, and the file read into the right numbers."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.phones import begin, count, five_more, observed, open_at, saved, tap
from tests.browser.site import PageLog

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_what_was_tapped_is_what_is_saved_and_read(phone: "Page", tmp_path: Path) -> None:
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


def test_nobody_is_counted_twice_and_several_are_one_undo(phone: "Page") -> None:
    begin(phone, n=7)
    five_more(phone)
    tap(phone, "explains")
    five_more(phone)
    assert count(phone, "explains") == 7
    assert "All 7 students are counted" in phone.locator("#said").inner_text()
    phone.tap("#resize-cancel")
    tap(phone, "explains")
    phone.tap("#resize-cancel")
    assert count(phone, "explains") == 7
    phone.tap("#undo")
    phone.tap("#undo")
    phone.tap("#undo")
    assert count(phone, "explains") == 0
    assert phone.locator("#undo").is_disabled()


def test_the_counts_survive_a_reload(phone: "Page") -> None:
    begin(phone)
    tap(phone, "restates", 4)
    phone.reload()
    phone.locator("html[data-ready]").wait_for(state="attached")
    assert count(phone, "restates") == 4
    phone.tap("#undo")
    assert count(phone, "restates") == 3


def test_it_opens_again_without_a_network(phone: "Page") -> None:
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    begin(phone)
    tap(phone, "explains", 2)
    phone.context.set_offline(True)
    phone.reload()
    phone.locator("html[data-ready]").wait_for(state="attached")
    assert count(phone, "explains") == 2
    tap(phone, "explains")
    assert count(phone, "explains") == 3


def test_it_works_as_a_file_in_a_folder(browser: "Browser", output: Path, tmp_path: Path) -> None:
    page = browser.new_page(accept_downloads=True)
    alone = tmp_path / "tally.html"
    alone.write_bytes((output / "tools/math-talk/tally/index.html").read_bytes())
    open_at(page, alone.as_uri())
    begin(page)
    page.click("[data-prompt=explains]")
    page.click("#finish")
    found = {row.prompt: row.count for row in observed(saved(page, tmp_path))}
    assert found == {"explains": 1, "restates": 0, "asks": 0, "builds": 0}
    page.close()


def test_looks_of_one_visit_are_read_as_their_mean(browser: "Browser", address: str, tmp_path: Path) -> None:
    page = browser.new_page(accept_downloads=True)
    open_at(page, f"{address}/tools/time-on-task/tally/")
    begin(page, "Room 4", 10)
    for _ in range(4):
        page.click("[data-prompt=waiting]")
    page.click("#look")  # in the same second: still a look of one visitor, not a second person
    page.click("[data-prompt=waiting]")
    page.click("[data-prompt=waiting]")
    page.click("#finish")
    found = {row.prompt: row.value for row in observed(saved(page, tmp_path), "time-on-task")}
    assert found == {"waiting": 30, "working": 0}
    page.close()


def test_a_visit_can_be_removed_only_when_one_is_sure(phone: "Page") -> None:
    begin(phone)
    phone.tap("#finish")
    remove = phone.locator(".remove")
    remove.tap()
    assert remove.inner_text() == "Really remove?"
    remove.tap()
    assert phone.locator("#visits li").count() == 0
    assert phone.locator("#save").is_disabled()


def test_what_was_copied_is_the_log(browser: "Browser", address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_at(page, f"{address}/tools/math-talk/tally/")
    begin(page, "=cmd")
    page.click("#finish")
    page.click("#copy")
    page.get_by_text("Copied.").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("stamp,session,class,n,prompt")
    assert ",'=cmd,24," in text
    context.close()


def test_every_button_is_large_enough_for_a_thumb(phone: "Page") -> None:
    begin(phone)
    sizes = phone.evaluate(
        """[...document.querySelectorAll('button')].map(one => one.getBoundingClientRect())
           .filter(box => box.width).map(box => [box.width, box.height])"""
    )
    assert len(sizes) >= 10
    assert all(width >= 48 and height >= 48 for width, height in sizes)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_asks_for_the_class_and_a_number_and_nothing_else(phone: "Page") -> None:
    fields = phone.evaluate("[...document.querySelectorAll('input, select')].map(one => one.id)")
    assert fields == ["class", "n"]


def test_nothing_is_sent_anywhere(phone: "Page", address: str, log: PageLog) -> None:
    begin(phone)
    tap(phone, "explains")
    phone.tap("#finish")
    assert {url.split("?")[0] for url in log.requests} <= {f"{address}/tools/math-talk/tally/", "data:,"}
    policy = phone.locator("meta[http-equiv]").get_attribute("content") or ""
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_phone_that_keeps_nothing_says_so(browser: "Browser", address: str) -> None:
    page = browser.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no'); }")
    open_at(page, f"{address}/tools/math-talk/tally/")
    assert page.locator("#not-kept").is_visible()
    begin(page)
    page.click("[data-prompt=explains]")
    assert count(page, "explains") == 1
    page.close()


@pytest.mark.parametrize(("width", "height"), [(390, 664), (320, 640), (844, 390)])
def test_four_prompts_are_equal_and_whole_on_one_screen(phone: "Page", width: int, height: int) -> None:
    phone.set_viewport_size({"width": width, "height": height})
    begin(phone)
    boxes = [row.bounding_box() for row in phone.locator(".slabs li").all()]
    heights = [box["height"] for box in boxes if box]
    thumb = phone.locator(".thumb").bounding_box()
    assert len(heights) == 4
    assert max(heights) - min(heights) <= 1
    assert min(heights) >= 64
    assert thumb
    assert max(box["y"] + box["height"] for box in boxes if box) <= thumb["y"]
    assert thumb["y"] + thumb["height"] <= height
    assert phone.evaluate("document.documentElement.scrollHeight") == height


def test_what_to_look_for_is_behind_a_tap(phone: "Page") -> None:
    begin(phone)
    phone.locator(".details").first.tap()
    assert "I think ... because ..." in phone.locator("#details").inner_text()
    phone.tap("#details-close")
    assert count(phone, "explains") == 0
