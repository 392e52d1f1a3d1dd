"""Line numbers of a text, and lists of rows or lines for messages."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

MOST_LISTED = 10  # numbers in one message: enough to begin with, and the line stays readable


class LineIndex:
    """Maps an offset in a text to its line, counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins; most texts are never asked."""
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def line_of(self, offset: int) -> int:
        """The number of the line in which the character at `offset` stands."""
        return bisect_right(self._starts, offset)


def format_rows(numbers: Iterable[int]) -> str:
    """`3, 7, 12`: ascending, each once, at most ten of them, with an ellipsis for the rest."""
    distinct = sorted(set(numbers))
    listed = ", ".join(str(number) for number in distinct[:MOST_LISTED])
    return f"{listed} …" if len(distinct) > MOST_LISTED else listed
