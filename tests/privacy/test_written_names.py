"""What people wrote is told from what the tool says, however it is torn."""

import pytest

from generator.privacy.name_finder import NameFinder
from generator.privacy.output_scan import scan_output
from generator.privacy.roster_file import read_roster
from generator.privacy.written_names import WrittenNames, without_markup

NAMES = NameFinder(read_roster("Jan Kowalski\nXimena Quispe\nSha Williams\n"))
PAGE = {"index.html": b"<p>Jan</p><p>Look: Ximena</p>"}


def written(text: str, file: str = "teachers/a/i/reflections/r.md") -> WrittenNames:
    return WrittenNames({file: text.encode()}, NAMES)


@pytest.mark.parametrize(
    "text",
    ["Then Jan spoke.", "**Ja**n", "J&#97;n", "title: 'x'\nq: \"\\x4aan\"", "[Ja](x)n", r"q: \U0000004aan"],
)
def test_a_short_name_is_found_in_what_people_wrote(text: str) -> None:
    assert written(text).has("Jan")


@pytest.mark.parametrize(
    "text", ["**Xi**mena", "Xi\n<!-- -->mena", "Xi^m^ena", "xi_mena", "<i title='Xi&#109;ena'>x</i>"]
)
def test_a_long_name_is_found_by_its_letters(text: str) -> None:
    assert written(text).has("Ximena")


@pytest.mark.parametrize("text", ["A janitor spoke.", "Tirana joined.", ""])
def test_what_the_tool_says_is_no_name(text: str) -> None:
    assert not written(text).has("Jan")
    assert not scan_output({"index.html": b"<p>Jan</p>"}, NAMES, written=written(text))


def test_a_name_of_a_file_is_written_too() -> None:
    assert written("", "teachers/a/i/photos/ximena.jpg").has("ximena")


@pytest.mark.parametrize(
    ("file", "is_read"),
    [
        *(("teachers/a/i/data/period-2.csv", True), ("teachers/a/i/submissions/1.json", True)),
        *(("teachers/a/i/photos/board.jpg", False), ("teachers/a/i/data/photo.xlsx", True)),
    ],
)
def test_texts_and_data_are_read(file: str, is_read: bool) -> None:
    assert written("Then Jan spoke.", file).has("Jan") is is_read
    assert not WrittenNames({file: b"\x00\xff"}, NAMES).has("Jan")


def test_a_page_is_refused_for_what_people_wrote() -> None:
    assert scan_output(PAGE, NAMES, written=written("**Xi**mena"))
    assert scan_output(PAGE, NAMES)


def test_escapes_that_are_no_letters_do_no_harm() -> None:
    assert without_markup(r"\ud800 \x41 \udfff\ue000").strip() == "\ufffd A \ufffd\ue000"
