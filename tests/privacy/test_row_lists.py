"""Lines of a text, and lists of rows in a message."""

import pytest

from generator.privacy.row_lists import LineIndex, format_rows


def test_the_line_of_an_offset_counts_from_1() -> None:
    lines = LineIndex("a\n\nbc\n")
    assert [lines.line_of(offset) for offset in range(6)] == [1, 1, 2, 3, 3, 3]
    assert LineIndex("").line_of(0) == 1
    assert LineIndex("\nAna").line_of(1) == 2


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([3], "3"),
        ([12, 3, 7, 3], "3, 7, 12"),
        (range(1, 11), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
        (range(1, 12), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …"),
    ],
)
def test_a_list_is_ascending_and_has_ten_at_most(numbers: list[int], text: str) -> None:
    assert format_rows(numbers) == text
