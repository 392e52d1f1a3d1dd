"""What is not certain in a file is proposed, cell by cell, and read that way only after a yes."""

import pytest

from generator.intake.proposed_readings import (
    ProposedReading,
    Reading,
    apply_readings,
    propose_readings,
)
from generator.model import Tool
from generator.reading.tables.columns import read_columns
from generator.reading.tables.raw_table import RawTable, read_raw_table
from tests.intake.inquiries import program

MESSY = (
    "date,class,n,explains\n"
    "2025-09-08,Period 2,24,8\n2025-09-15,,24,absent\n2025-09-22,,20,0.45\nTotal,,,17\n2025-09-29,,24,9\n"
)


def raw_table(text: str) -> RawTable:
    raw, problems = read_raw_table(text.encode(), "a.csv")
    assert raw is not None, problems
    return raw


def proposed(text: str) -> list[ProposedReading]:
    raw, tool = raw_table(text), talk()
    return propose_readings(raw, read_columns(raw, tool)[0], tool, {})


def talk() -> Tool:
    return program().tools["talk"]


def test_everything_that_is_not_certain_is_proposed_with_its_row() -> None:
    assert proposed(MESSY) == [
        ProposedReading(Reading.TOTAL, 5),
        ProposedReading(Reading.CLASS_ABOVE, 3),
        ProposedReading(Reading.CLASS_ABOVE, 4),
        ProposedReading(Reading.CLASS_ABOVE, 6),
        ProposedReading(Reading.NOT_COLLECTED, 3, 3, "absent"),
        ProposedReading(Reading.PERCENTAGE, 4, 3, "0.45", "45%"),
    ]


def test_after_a_yes_the_table_is_as_it_was_proposed_and_its_rows_keep_their_places() -> None:
    raw, tool = raw_table(MESSY), talk()
    columns, _ = read_columns(raw, tool)
    read = apply_readings(raw, columns, propose_readings(raw, columns, tool, {}))
    assert [row.cells[1:] for row in read.rows] == [
        ("Period 2", "24", "8"),
        ("Period 2", "24", ""),
        ("Period 2", "20", "45%"),
        ("Period 2", "24", "9"),
    ]
    assert (read.place(3, 0).row, read.place(-1, 0).row) == (6, 1)


@pytest.mark.parametrize(
    ("cells", "percentages"),
    [
        (["0.33", "1", "0"], ["33%", "100%"]),  # nothing is higher than 1, so 1 is all of them
        (["0.33", "1", "8"], ["33%"]),  # here 1 is one student
        (["0,33", "0,5"], ["33%", "50%"]),
        (["8", "10"], []),
        (["33%", "8 of 24"], []),
    ],
)
def test_fractions_among_counts(cells: list[str], percentages: list[str]) -> None:
    rows = "".join(f'2025-09-{8 + day:02d},24,"{cell}"\n' for day, cell in enumerate(cells))
    assert [each.replacement for each in proposed("date,n,explains\n" + rows)] == percentages


@pytest.mark.parametrize(
    "text",
    [
        "date,n,explains\n2025-09-08,24,8\n2025-09-15,24,\n2025-09-22,24,none\n2025-09-29,24,eight\n",
        "date,value\n2025-09-08,0.5\n2025-09-15,33.3\n",  # half a percent is possible
        "date,student,explains\n2025-09-08,S01,absent\n2025-09-08,S02,x\n2025-09-08,S03,no\n",
    ],
)
def test_nothing_else_is_proposed(text: str) -> None:
    assert proposed(text) == []
