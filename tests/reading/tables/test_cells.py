"""A cell is a number, a share, a percentage, or nothing was collected."""

import pytest

from generator.reading.tables.cells import CellValue, read_cell, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    {
        "12": 12,
        "1,5": 1.5,
        "1.5": 1.5,
        "1.234,5": 1234.5,
        "1,234.5": 1234.5,
        " 7".strip(): 7,
        "-2": -2,
    }.items(),
)
def test_numbers_with_points_and_commas(text: str, number: float) -> None:
    cell = read_cell(text)
    assert cell is not None
    assert cell.number == number


@pytest.mark.parametrize("text", ["NaN", "inf", "1e999", "twelve", "x", "1 2", "12/", "%", "=1+1"])
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
