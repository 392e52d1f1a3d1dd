"""Many places of one kind as one problem: which lines or rows, the first of them as its place."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

MOST = 10  # numbers that are listed


class RowList:
    """From an offset in a text to its line, counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def of(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def format_rows(numbers: Iterable[int]) -> str:
    """3, 7, 12, ... at most ten of them."""
    known: Sequence[int] = sorted(set(numbers))
    return ", ".join(str(number) for number in known[:MOST]) + (" …" if len(known) > MOST else "")
