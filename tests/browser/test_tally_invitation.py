"""The tally page opened through an invitation, and its number of students: asked for, whole, corrected."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.phones import begin, count, five_more, observed, open_at, saved, tap

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TALLY = "/tools/math-talk/tally/"
INVITED = f"{TALLY}#class=Period%202&n=26"
LONG = "Period-2-with-the-second-half-of-Block-C-every-other-Wednesday-morning"


def form(page: "Page") -> list[str]:
    return [page.input_value("#class"), page.input_value("#n")]


def correct(page: "Page", n: str) -> None:
    page.fill("#resize-n", n)
    page.click("#resize .go")


def open_anew(page: "Page", url: str) -> None:
    page.goto("about:blank")
    open_at(page, url)


def test_the_invitations_link_fills_in_class_and_number_to_be_confirmed(phone: "Page", address: str) -> None:
    open_anew(phone, address + INVITED)
    assert form(phone) == ["Period 2", "26"]
    assert "Period 2, 26 students" in phone.locator("#invited").inner_text()
    assert phone.locator("#count").is_hidden()
    phone.reload()
    phone.locator("html[data-ready]").wait_for(state="attached")
    assert form(phone) == ["Period 2", "26"]
    phone.fill("#n", "24")
    phone.click("#begin .go")
    assert phone.locator("#where").inner_text() == "Period 2, 24 students"


@pytest.mark.parametrize(
    ("fragment", "filled"),
    [
        ("#class=Period%202&n=26.5", ["Period 2", ""]),
        ("#class=Period%202&n=-3", ["Period 2", ""]),
        ("#class=Period%202", ["Period 2", ""]),
        ("#class=A%20%26%20B%2B%23%3Cb%3E&n=30", ["A & B+#<b>", "30"]),
        (f"#class={LONG}&n=26", [LONG, "26"]),
        ("#n=26", ["", ""]),
        ("#%E0%A4%A", ["", ""]),
    ],
)
def test_what_cannot_be_in_a_link_is_left_blank(
    phone: "Page", address: str, fragment: str, filled: list[str]
) -> None:
    open_anew(phone, address + TALLY + fragment)
    assert form(phone) == filled


def test_a_second_code_in_the_same_window_is_taken(phone: "Page", address: str) -> None:
    open_anew(phone, address + INVITED)
    phone.goto(f"{address}{TALLY}#class=Period%204&n=22")
    phone.locator("#invited", has_text="Period 4").wait_for()
    assert form(phone) == ["Period 4", "22"]


def test_an_unfinished_visit_to_another_class_does_not_take_the_taps(phone: "Page", address: str) -> None:
    begin(phone, "Period 4", 22)
    tap(phone, "explains")
    open_anew(phone, address + INVITED)
    assert form(phone) == ["Period 2", "26"]
    phone.click("#begin .go")
    assert count(phone, "explains") == 0
    tap(phone, "explains")
    open_anew(phone, address + INVITED)
    assert count(phone, "explains") == 1, "the same visit goes on"


@pytest.mark.parametrize("typed", ["26.5", "-3", "0", "1000", "abc", "1e2", "", "2 6"])
def test_the_number_of_students_is_whole_and_possible(phone: "Page", typed: str) -> None:
    phone.fill("#class", "Period 2")
    phone.fill("#n", typed)
    phone.click("#begin .go")
    assert phone.locator("#count").is_hidden()
    assert "a whole number from 1 to 999" in phone.locator("#start-said").inner_text()


def test_a_number_that_was_wrong_is_corrected_while_counting(phone: "Page", tmp_path: Path) -> None:
    begin(phone, n=24)
    tap(phone, "explains", 3)
    phone.click("#resize-now")
    for typed in ("26.5", "x", "-1"):
        correct(phone, typed)
        assert "a whole number" in phone.locator("#resize-said").inner_text()
    correct(phone, "2")
    assert "Type 3 or more" in phone.locator("#resize-said").inner_text()
    correct(phone, "26")
    assert phone.locator("#where").inner_text() == "Period 2, 26 students"
    phone.click("#finish")
    assert {row.n for row in observed(saved(phone, tmp_path))} == {26}


def test_it_is_corrected_at_the_end_and_has_to_be_saved_again(phone: "Page", tmp_path: Path) -> None:
    begin(phone, n=24)
    phone.click("#finish")
    saved(phone, tmp_path)
    phone.click("#visits .size")
    correct(phone, "25")
    assert "25 students" in phone.locator("#visits").inner_text()
    assert "Saved" not in phone.locator("#visits").inner_text()
    assert {row.n for row in observed(saved(phone, tmp_path))} == {25}


def test_a_count_beyond_the_number_of_students_asks_for_that_number(phone: "Page") -> None:
    begin(phone, n=3)
    five_more(phone)
    assert count(phone, "explains") == 3
    assert "All 3 students are counted" in phone.locator("#resize-why").inner_text()
    correct(phone, "24")
    assert count(phone, "explains") == 5
    phone.click("#undo")
    assert count(phone, "explains") == 0, "one thing to undo"


def test_the_number_stays_when_nobody_corrects_it(phone: "Page") -> None:
    begin(phone, n=1)
    tap(phone, "explains")
    tap(phone, "explains")
    phone.click("#resize-cancel")
    assert count(phone, "explains") == 1
    tap(phone, "explains")
    phone.keyboard.press("Escape")
    assert phone.locator("#where").inner_text() == "Period 2, 1 students"
    phone.click("#undo")
    assert count(phone, "explains") == 0


def test_the_printed_sheet_is_filled_in_too(phone: "Page", address: str) -> None:
    phone.goto("about:blank")
    phone.goto(f"{address}/tools/math-talk/sheet/#class=A%20%26%20B&n=26")
    note = phone.locator("#invited")
    note.wait_for()
    assert note.inner_text().startswith("The invitation says A & B, 26 students.")
    assert set(phone.locator(".row-class").all_inner_texts()) == {"A & B"}
    assert set(phone.locator(".row-n").all_inner_texts()) == {"26"}
    phone.goto(f"{address}/tools/math-talk/sheet/#class=Block%20C&n=26.5")
    phone.locator(".row-class", has_text="Block C").first.wait_for()
    assert set(phone.locator(".row-n").all_inner_texts()) == {""}
    assert note.is_hidden()
