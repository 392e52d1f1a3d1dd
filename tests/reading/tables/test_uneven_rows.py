"""Short rows: left-out empty cells, or a cell that is lost."""

import pytest

from generator.model import Prompt, Tool
from generator.reading.tables.columns import read_columns
from generator.reading.tables.raw_table import read_raw_table
from generator.reading.tables.uneven_rows import short_row, uneven_rows

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))
HEADER = "date,n,explains,group,note\n"


def uneven(rows: str) -> list[int]:
    raw, problems = read_raw_table((HEADER + rows).encode(), "a.csv")
    assert raw is not None, problems
    return sorted(uneven_rows(raw, read_columns(raw, TOOL)[0]))


@pytest.mark.parametrize(
    ("why", "rows"),
    [
        ("a number is missing", "2025-09-05,24,8,A,calm\n2025-09-12,24\n"),
        ("the file has its empty cells", "2025-09-05,24,8,A,\n2025-09-12,24,8,A\n"),
        ("it has an empty cell", "2025-09-05,24,8,A,calm\n2025-09-12,24,,A\n"),
        ("its last number may be the note", "2025-09-05,24,8,A,5\n2025-09-12,24,8,A\n"),
    ],
)
def test_rows_that_may_lack_a_cell_in_the_middle(why: str, rows: str) -> None:
    assert uneven(rows) == [1], why


def test_texts_may_be_left_out_where_the_file_leaves_empty_cells_out() -> None:
    assert uneven("2025-09-05,24,8,A,calm\n2025-09-12,24,8,B\n2025-09-19,24,8\n") == []


def test_the_problem_counts_the_cells() -> None:
    raw, _ = read_raw_table((HEADER + "2025-09-05,24\n").encode(), "a.csv")
    assert raw is not None
    assert short_row(raw, 0).message.startswith("This row has 2 cells and there are 5 headings")
