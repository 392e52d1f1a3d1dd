"""A workbook -> the CSV that the teacher would have saved."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from generator.intake.workbook import MOST_TAGS, MOST_UNPACKED, is_workbook, workbook_to_csv
from generator.reading.tables.raw_table import MAX_ROWS


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lines(data: bytes, sheet: str | None = None) -> list[str]:
    text, problems = workbook_to_csv(data, "visits.xlsx", sheet)
    assert text is not None, [problem.message for problem in problems]
    return text.decode().splitlines()


def test_cells_as_they_read_on_the_screen() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Date", "Time", "n", "share", "note", "done"])
    sheet.append([date(2025, 10, 6), datetime(2025, 10, 6, 9, 30), 24.0, 0.125, None, True])
    sheet["D2"].number_format = "0.0%"
    out = io.BytesIO()
    book.save(out)
    assert lines(out.getvalue()) == [
        "Date,Time,n,share,note,done",
        "2025-10-06,2025-10-06 09:30:00,24,12.5%,,True",
    ]


def test_of_several_sheets_the_one_with_visits_is_read_and_said() -> None:
    visits: list[list[object]] = [["Date", "Explains"], ["9/8/2025", 8]]
    data = workbook(Empty=[], Summary=[["Explains", 33], ["Asks", 4]], Answers=[["Talk"], *visits])
    text, (problem,) = workbook_to_csv(data, "visits.xlsx")
    assert text is not None
    assert text.decode().splitlines() == ["Talk,", "Date,Explains", "9/8/2025,8"]
    assert problem.message == "Read from the sheet Answers. Other sheets are not read: Summary."
    assert problem.hint.endswith('--sheet "Summary"')
    assert lines(data, "Summary")[0] == "Explains,33"


@pytest.mark.parametrize("sheet", [[["a"]], [["Date", "Explains"], ["9/8/2025", 8]]])
def test_where_it_could_be_one_sheet_or_another_it_is_asked(sheet: list[list[object]]) -> None:
    text, (problem,) = workbook_to_csv(workbook(First=sheet, Empty=[], Second=sheet), "visits.xlsx")
    assert (text, problem.code) == (None, "which-sheet")
    assert problem.message == "This workbook has several sheets: First, Second."


def test_the_only_sheet_with_something_in_it() -> None:
    assert lines(workbook(Empty=[], First=[["a"]])) == ["a"]


def test_a_sheet_that_is_not_there_is_told_which_there_are() -> None:
    text, (problem,) = workbook_to_csv(workbook(First=[["a"]], Second=[["b"]]), "visits.xlsx", "Third")
    assert (text, problem.code, problem.hint) == (None, "no-sheet", "Its sheets are: First, Second.")


def test_one_row_more_than_a_table_may_have_is_kept_so_that_its_reader_says_so() -> None:
    assert len(lines(workbook(First=[["n"]] * (MAX_ROWS + 9)))) == MAX_ROWS + 1


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", b"PK\x03\x04"])
def test_a_broken_workbook(data: bytes) -> None:
    assert is_workbook(data)
    text, (problem,) = workbook_to_csv(data, "visits.xlsx")
    assert (text, problem.code) == (None, "not-a-workbook")


@pytest.mark.parametrize("part", [b" " * (MOST_UNPACKED + 1), b"<a>" * (MOST_TAGS + 1)])
def test_a_workbook_that_unpacks_to_far_too_much_is_not_opened(part: bytes) -> None:
    out = io.BytesIO(workbook(Sheet=[["date", "explains"], ["2025-09-05", 3]]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet9.xml", part)
    text, (problem,) = workbook_to_csv(out.getvalue(), "a.xlsx")
    assert (text, problem.code) == (None, "not-a-workbook")


def test_cells_far_apart_are_not_more_than_a_table_can_have() -> None:
    rows: list[list[object]] = [[None] * 15_000 + ["x"]] * 300
    text, (problem,) = workbook_to_csv(workbook(Sheet=rows), "a.xlsx")
    assert (text, problem.code) == (None, "not-a-workbook")


def test_a_text_that_looks_like_a_formula_keeps_its_apostrophe() -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0].cell(1, 1, "=A1 group")
    cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    assert lines(out.getvalue()) == ["'=A1 group"]


def test_a_formula_without_a_kept_value_is_not_an_empty_cell() -> None:
    data = workbook(Visits=[["Date", "n", "Explains"], ["2025-09-08", 24, "=B2/3"], ["2025-09-15", 24, 9]])
    assert lines(data) == ["Date,n,Explains", "2025-09-08,24,=B2/3", "2025-09-15,24,9"]
