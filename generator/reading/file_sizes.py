"""How large a file of each kind may be, in bytes, and what is said of one that is larger."""

from generator import layout
from generator.problems import Phrase, Place, Problem, error

KILO = 1024
LARGEST_TEXT = 512 * KILO
LARGEST_SETTINGS = 256 * KILO
LARGEST_TABLE = 5 * KILO * KILO
LARGEST_FILES = {
    ".md": LARGEST_TEXT,
    ".yml": LARGEST_SETTINGS,
    ".json": LARGEST_TABLE,  # the register of awards, and tables in JSON
    ".po": 2 * KILO * KILO,
    ".csv": LARGEST_TABLE,
    ".tsv": LARGEST_TABLE,
    **dict.fromkeys((*layout.PICTURES, *layout.DOCUMENTS), 20 * KILO * KILO),
}


def size_limit(path: str) -> int | None:
    """The most bytes that a content file may have; None for a kind that is not read."""
    limit = LARGEST_FILES.get(layout.suffix(path))
    return LARGEST_TABLE if limit is not None and layout.is_below_data(path) else limit


def too_large(place: Place, limit: int, remedy: Phrase) -> Problem:
    """A file of more than `limit` bytes."""
    if limit < KILO * KILO:
        text, amount = Phrase("This file is larger than {limit} KB."), limit // KILO
    else:
        text, amount = Phrase("This file is larger than {limit} MB."), limit // KILO // KILO
    return error("too-large", place, text, remedy, limit=amount)
