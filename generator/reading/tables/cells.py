"""One cell's text -> a number, a share, or nothing; never a guess."""

import math
import re
from dataclasses import dataclass

# what people write where nothing was collected; a 0 is a number and never one of these
NOT_COLLECTED = frozenset({"", "na", "n/a", "n.a.", "-", "–", "—"})
_OF = re.compile(r"^(?P<count>[^/]+?)\s*(?:/|\bof\b|\bde\b)\s*(?P<n>[^/]+)$", re.IGNORECASE)
_PLAIN = re.compile(r"^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$")
_COMMA = re.compile(r"^[+-]?\d*,\d+$")
_GROUPED = re.compile(r"^[+-]?\d{1,3}(?:[ \u00a0\u202f.,']\d{3})+(?P<point>[.,])\d+$")
_SPACED = re.compile(r"^[+-]?\d{1,3}(?:[ \u00a0\u202f']\d{3})+$")


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell that was read: a plain `number`, or `count` of `n`, or a `percent`; or none of them,
    where nothing was collected."""

    number: float | None = None
    count: float | None = None
    n: float | None = None
    percent: float | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was collected."""
        return self.number is None and self.count is None and self.percent is None


def read_cell(text: str) -> CellValue | None:
    """The cell, or None where its text is not a number, a share or a percentage.  `text` is stripped."""
    if text.lower() in NOT_COLLECTED:
        return CellValue()
    if text.endswith("%"):
        percent = read_number(text[:-1].strip())
        return None if percent is None else CellValue(percent=percent)
    if match := _OF.match(text):
        count, n = read_number(match["count"].strip()), read_number(match["n"].strip())
        return None if count is None or n is None else CellValue(count=count, n=n)
    number = read_number(text)
    return None if number is None else CellValue(number=number)


def read_number(text: str) -> float | None:
    """A finite number with a decimal point or comma; None for anything else."""
    if not text.isascii() and not _SPACED.match(text) and not _GROUPED.match(text):
        return None
    if _COMMA.match(text):
        text = text.replace(",", ".")
    elif match := _GROUPED.match(text):
        whole, _, decimals = text.rpartition(match["point"])
        text = re.sub(r"[^\d+-]", "", whole) + "." + decimals
    elif _SPACED.match(text):
        text = re.sub(r"[^\d+-]", "", text)
    if not _PLAIN.match(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None
