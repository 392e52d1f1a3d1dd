"""Which row has the headings."""

import pytest

from generator.reading.tables.header_row import find_header, has_headings, separator_of


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("date,n,explains|2025-09-08,24,8", 0),
        ("Table 1|Date,N,Explains|9/8/25,24,8", 1),
        ("Talk tally, autumn, Period 2||Date,Explains|9/8/25,8", 2),
        ("Class,Period 2|Date,Fall 2025|Students,24||Date,Explains|9/8/25,8", 4),
        ("Class,Period 2|Visited by,M. Rivera|Timestamp,Which class?,Explains|9/8/25,P2,8", 2),
        ("Table 1|Case,Outcome|Period 2,8", 1),
        ("Case,Outcome|Period 2,8", 0),
        ("value|1|2", 0),
        ("value|1,5|2,5", 0),
        ("Explains|1,5|2,5", 0),
        ("Fecha de la visita,Explica|08/09/2025,8", 0),
        ("Datum,Explains|2025-09-08,8|date,explains|2025-09-15,9", 2),
    ],
)
def test_the_first_row_of_known_headings(text: str, row: int) -> None:
    assert find_header([line.split(",") for line in text.split("|")]) == row


def test_headings_have_no_numbers_among_them() -> None:
    assert has_headings(["Date", "Explains"])
    assert not has_headings(["Date", "24"])
    assert not has_headings(["Date"])
    assert not has_headings(["Explains", "Asks"])


def test_the_separator_is_that_of_the_headings() -> None:
    lines = ["Talk, in Period 2, this autumn", "Date;N;Explains", "08/09/2025;24;8"]
    assert separator_of(lines, ",;\t") == ";"
    assert separator_of(["a,b", "1,2"], ",;\t") is None


def test_a_row_far_down_is_not_looked_for() -> None:
    assert find_header([["x", "1"]] * 60 + [["Date", "Explains"], ["9/8/25", "8"]]) == 0
