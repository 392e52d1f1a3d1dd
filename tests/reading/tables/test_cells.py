"""A cell is a number, a share, a percentage, or nothing was collected."""

import pytest

from generator.reading.tables.cells import (
    CellOddity,
    CellValue,
    may_be_thousands,
    oddity_of,
    read_cell,
    read_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    {
        "12": 12,
        "1,5": 1.5,
        "1.5": 1.5,
        "1.234,5": 1234.5,
        "1,234.5": 1234.5,
        "1\u202f234": 1234,
        "0,333": 0.333,
        "12,3456": 12.3456,
        " 7".strip(): 7,
        "-2": -2,
    }.items(),
)
def test_numbers_with_points_and_commas(text: str, number: float) -> None:
    cell = read_cell(text)
    assert cell is not None
    assert cell.number == number


@pytest.mark.parametrize(
    "text",
    ["NaN", "inf", "1e999", "twelve", "x", "1 2", "12/", "%", "=1+1", "0-5", "8–10", "1,234", "12,345,678"],
)
def test_what_is_not_a_number(text: str) -> None:
    assert read_cell(text) is None


@pytest.mark.parametrize("text", ["", "NA", "n/a", "-", "–"])
def test_what_says_that_nothing_was_collected(text: str) -> None:
    cell = read_cell(text)
    assert cell is not None
    assert cell.is_blank


@pytest.mark.parametrize(
    ("text", "value"),
    {
        "12/24": CellValue(count=12, n=24),
        "12 of 24": CellValue(count=12, n=24),
        "12 de 24": CellValue(count=12, n=24),
        "12 out of 24": CellValue(count=12, n=24),
        "12 Out  Of 24": CellValue(count=12, n=24),
        "12 de un total de 24": CellValue(count=12, n=24),
        "12 de los 24": CellValue(count=12, n=24),
        "50%": CellValue(percent=50),
        "12,5 %": CellValue(percent=12.5),
        "0": CellValue(number=0),
    }.items(),
)
def test_shares_and_percentages(text: str, value: CellValue) -> None:
    assert read_cell(text) == value


def test_a_zero_was_collected() -> None:
    zero = read_cell("0")
    assert zero is not None
    assert not zero.is_blank


@pytest.mark.parametrize("text", ["1\u00a0234", "1\u202f234", "1 234", "1'234"])
def test_thousands_may_be_set_apart(text: str) -> None:
    assert read_number(text) == 1234


def test_digits_of_other_scripts_are_not_read() -> None:
    assert read_number("١٢") is None


@pytest.mark.parametrize(
    ("text", "oddity"),
    {
        "8-10": CellOddity.RANGE,
        "8.5 – 10": CellOddity.RANGE,
        "24-Aug": CellOddity.BECAME_DATE,
        "Aug-24": CellOddity.BECAME_DATE,
        "8/24/25": CellOddity.BECAME_DATE,
        "2025-08-24 00:00:00": CellOddity.BECAME_DATE,
        "=SUM(B2:B9)": CellOddity.FORMULA,
        "#N/A": CellOddity.SPREADSHEET_ERROR,
        "✓": CellOddity.YES_OR_NO,
        "1,234": CellOddity.BOTH_MARKS,
        "6 loud": CellOddity.NUMBER_AND_WORDS,
        "absent today": CellOddity.WORDS,
    }.items(),
)
def test_what_a_cell_is_that_is_not_a_number(text: str, oddity: CellOddity) -> None:
    assert oddity_of(text) is oddity


@pytest.mark.parametrize("text", ["1e308", "-1e21", "9" * 400, "1e-320", "-0.0000000001"])
def test_what_is_beyond_all_counting_is_not_read(text: str) -> None:
    assert read_cell(text) is None
    assert oddity_of(text) is CellOddity.OUT_OF_BOUNDS


@pytest.mark.parametrize(
    ("text", "number"), [("1e20", 1e20), ("0.000000001", 1e-9), ("-0", 0.0), ("0e-99", 0.0)]
)
def test_the_largest_and_the_smallest_that_are_read(text: str, number: float) -> None:
    assert read_number(text) == number


def test_a_point_before_three_digits_may_part_thousands() -> None:
    assert [may_be_thousands(text) for text in ("2.000", "12.000.000", "0.500", "0.000", "2.00")] == [
        *(True, True, False, False, False)
    ]
