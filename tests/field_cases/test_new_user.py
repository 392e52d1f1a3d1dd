"""The new user: what is on the computer of a teacher gets in with at most two answers."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.field_cases.program import Importer, new_program

Cell = str | int | float | datetime | None
EXPLAINS, RESTATES = "Explains own thinking", "Restates a classmate's idea"


@pytest.fixture(scope="module")
def empty_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_program(tmp_path_factory.mktemp("new"))


@pytest.fixture
def importer(empty_program: Path, tmp_path: Path) -> Importer:
    return Importer.into_copy_of(empty_program, tmp_path / "program")


def workbook(rows: list[list[Cell]], *merged: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def day(date: str) -> datetime:
    return datetime.fromisoformat(date)


KEPT_BY_HAND: list[list[Cell]] = [
    ["Talk in my classes, fall 2025", None, None, None, None],
    ["Class", "Date", "Students present", EXPLAINS, RESTATES],
    ["Period 2", day("2025-09-08"), 24, 8, 4],
    [None, day("2025-09-15"), 24, "absent", "absent"],
    [None, day("2025-09-22"), 24, 11, 5],
    ["P4", day("2025-09-08"), 20, 0.45, 6],
    [None, day("2025-09-15"), 20, 9, 1],
    ["P2", day("2025-09-29"), 24, 9, 4],
    ["Period 4", day("2025-09-22"), 20, 7, 0],
    ["Total", None, None, 44.45, 20],
]
MERGED = ("A1:E1", "A3:A5", "A6:A7")


def test_a_workbook_kept_by_hand_gets_in_with_two_answers(importer: Importer) -> None:
    ran = importer.take("My tally.xlsx", workbook(KEPT_BY_HAND, *MERGED), answers=["y", "y"])
    assert ran.status == 0, ran.out + ran.err
    assert ran.out.count("[y/N]") == 2
    assert "The headings are in row 2." in ran.err
    assert "  row 10 is a total or an average: left out\n" in ran.out
    assert "  rows 4, 5, 7 do not say their class: the class above them\n" in ran.out
    assert "  absent in row 4: nothing was counted\n" in ran.out
    assert "  0.45 in row 6: 45%\n" in ran.out
    assert "  Period 2: P2\n" in ran.out and "  Period 4: P4\n" in ran.out
    assert importer.tables == {
        "period-2.csv": [
            "date,class,n,explains,restates",
            "2025-09-08,Period 2,24,8,4",
            "2025-09-15,Period 2,24,,",
            "2025-09-22,Period 2,24,11,5",
            "2025-09-29,Period 2,24,9,4",
        ],
        "period-4.csv": [
            "date,class,n,explains,restates",
            "2025-09-08,Period 4,20,45%,6",
            "2025-09-15,Period 4,20,9,1",
            "2025-09-22,Period 4,20,7,0",
        ],
    }


def test_the_same_workbook_a_week_later_needs_one_answer(importer: Importer) -> None:
    importer.take("My tally.xlsx", workbook(KEPT_BY_HAND, *MERGED), answers=["y", "y"])
    before = importer.tables
    week: list[Cell] = ["P2", day("2025-10-06"), 23, 12, 5]
    longer = [*KEPT_BY_HAND[:-1], week, KEPT_BY_HAND[-1]]
    ran = importer.take("My tally.xlsx", workbook(longer, *MERGED), answers=["y"])
    assert ran.status == 0, ran.out + ran.err
    assert importer.tables == {
        **before,
        "period-2.csv": [*before["period-2.csv"], "2025-10-06,Period 2,23,12,5"],
    }


def test_a_table_in_spanish_gets_in_with_two_answers(importer: Importer) -> None:
    table = (
        "Registro de otoño;;;\nFecha;Periodo;N;Explains\n08/09/2025;Periodo 2;24;8\n"
        "15/09/2025;;24;ausente\n22/09/2025;P2;24;0,45\nTotal;;;8,45\n"
    )
    ran = importer.take("registro.csv", table, answers=["y", "y"])
    assert ran.status == 0, ran.out + ran.err
    assert importer.tables == {
        "periodo-2.csv": [
            "date,class,n,explains",
            "2025-09-08,Periodo 2,24,8",
            "2025-09-15,Periodo 2,24,",
            "2025-09-22,Periodo 2,24,45%",
        ]
    }


@pytest.mark.parametrize("answers", [["n"], None])
def test_without_a_yes_nothing_of_it_is_guessed(importer: Importer, answers: list[str] | None) -> None:
    ran = importer.take("My tally.xlsx", workbook(KEPT_BY_HAND, *MERGED), answers=answers)
    assert ran.status == 1
    assert "Nothing was imported." in ran.err
    assert importer.tables == {}


def test_names_that_are_two_classes_stay_two(importer: Importer) -> None:
    ran = importer.take("My tally.xlsx", workbook(KEPT_BY_HAND, *MERGED), answers=["y", "n"])
    assert ran.status == 0, ran.err
    assert set(importer.tables) == {"period-2.csv", "p2.csv", "period-4.csv", "p4.csv"}


GOOGLE = (
    f'Timestamp,Which class?,How many students were present?,{EXPLAINS},"{RESTATES}",Comments\n'
    '9/8/2025 9:52:31,Period 2,24,8,4,"Lively, they asked each other why"\n'
    "9/15/2025 9:50:02,Period 2,24,10,5,\n"
    "9/15/2025 9:50:40,Period 2,24,10,5,\n"  # sent twice
    "9/22/2025 9:51:10,Period 2,23,9,4,Fire drill in the middle of it\n"
    "9/22/2025 12:14:55,Period 2,23,11,4,I had counted wrong\n"  # and corrected at lunch
)
VISITS = [
    "date,class,n,explains,restates",
    "2025-09-08,Period 2,24,8,4",
    "2025-09-15,Period 2,24,10,5",
    "2025-09-22,Period 2,23,11,4",
]


def test_a_google_form_with_comments_and_a_row_sent_twice_needs_one_answer(importer: Importer) -> None:
    ran = importer.take("Talk tally (Responses).csv", GOOGLE, answers=["1"])
    assert ran.status == 0, ran.out + ran.err
    assert "dropped: free text" in ran.out
    assert "count once: Period 2 2025-09-15" in ran.err
    assert importer.tables == {"period-2.csv": VISITS}


MICROSOFT: list[list[Cell]] = [
    ["Id", "Start time", "Completion time", "Email", "Name", "Students", EXPLAINS, RESTATES, "Notes"],
    [1, day("2025-09-08T09:40"), day("2025-09-08T09:52"), "anonymous", None, 24, 8, 4, "Lively"],
    [2, day("2025-09-15T09:40"), day("2025-09-15T09:50"), "anonymous", None, 24, 10, 5, None],
    [3, day("2025-09-15T09:41"), day("2025-09-15T09:51"), "anonymous", None, 24, 10, 5, None],
    [4, day("2025-09-22T09:40"), day("2025-09-22T09:51"), "anonymous", None, 23, 9, 4, "Fire drill"],
    [5, day("2025-09-22T12:10"), day("2025-09-22T12:14"), "anonymous", None, 23, 11, 4, None],
]


def test_a_microsoft_form_needs_the_class_and_what_was_sent_twice(importer: Importer) -> None:
    ran = importer.take("Talk tally(1-5).xlsx", workbook(MICROSOFT), answers=["Period 2", "1"])
    assert ran.status == 0, ran.out + ran.err
    assert "anonymous" not in ran.out
    assert importer.tables == {"period-2.csv": VISITS}
