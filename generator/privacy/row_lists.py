"""Line numbers of a text, and lists of rows or lines for messages."""

from bisect import bisect_right
from collections.abc import Iterable

MOST_LISTED = 10  # numbers in one message: enough to begin with, and the line stays readable


class LineIndex:
    """Maps an offset in a text to its line, counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        newline = text.find("\n")
        while newline >= 0:
            self._starts.append(newline + 1)
            newline = text.find("\n", newline + 1)

    def line_of(self, offset: int) -> int:
        """The number of the line in which the character at `offset` stands."""
        return bisect_right(self._starts, offset)


def format_rows(numbers: Iterable[int]) -> str:
    """`3, 7, 12`: ascending, each once, at most ten of them, with an ellipsis for the rest."""
    distinct = sorted(set(numbers))
    listed = ", ".join(str(number) for number in distinct[:MOST_LISTED])
    return f"{listed} …" if len(distinct) > MOST_LISTED else listed
