"""How much of one kind of mark a text may hold.

An opening bracket or star is tried against the rest of the text, and every list item and cell is an
element with its tokens: far more of them than people write take minutes, or hundreds of megabytes.
"""

import re
from collections.abc import Callable

from generator.model import Prose
from generator.problems import Phrase, Place, Problem, error

MAX_LINES = 10_000
MAX_OPENERS = 3_000  # of one kind
MAX_QUOTES = 20_000
MAX_ADDRESSES = 5_000
MAX_HEADINGS = 1_000
MAX_TABLE_COLUMNS = 200
MAX_TABLE_CELLS = 50_000
MAX_LIST_ITEMS = 5_000
_HEADING = re.compile(r"^ {0,3}(?:#|=+\s*$|-+\s*$)", re.MULTILINE)
# what a line begins with: marks of lists in lists and quotations, or a footnote
_LINE_START = re.compile(r"^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*(?:[-*+>\d]|\[\^)", re.MULTILINE)
_LIST_MARK = re.compile(r"[-*+]|\d[.)]")
_LIMITS: tuple[tuple[int, Phrase, Callable[[str], int]], ...] = (
    (MAX_LINES, Phrase("lines"), lambda text: text.count("\n")),
    (
        MAX_OPENERS,
        Phrase("brackets, stars or backticks"),
        lambda text: max(text.count(opener) for opener in "[<`*_!~"),
    ),
    (MAX_QUOTES, Phrase("quotation marks"), lambda text: text.count('"') + text.count("'")),
    (MAX_ADDRESSES, Phrase("web addresses"), lambda text: text.count("://") + text.count("www.")),
    (MAX_HEADINGS, Phrase("headings"), lambda text: len(_HEADING.findall(text))),
    (
        MAX_LIST_ITEMS,
        Phrase("lines of lists, quotations and footnotes"),
        lambda text: sum(max(len(_LIST_MARK.findall(start)), 1) for start in _LINE_START.findall(text)),
    ),
    (
        MAX_TABLE_COLUMNS,
        Phrase("columns of a table"),
        lambda text: max(line.count("|") for line in text.split("\n")),
    ),
    (MAX_TABLE_CELLS, Phrase("cells of tables"), lambda text: text.count("|")),
)


def too_many_marks(prose: Prose) -> Problem | None:
    """What a text has too much of; None where it can be converted."""
    for limit, what, count in _LIMITS:
        if count(prose.text) > limit:
            return error(
                "too-many-marks",
                Place(prose.file, prose.line),
                "This text has more than {limit} {what}.",
                "Look for something pasted by mistake, and split a long text into several reflections.",
                limit=limit,
                what=what,
            )
    return None
