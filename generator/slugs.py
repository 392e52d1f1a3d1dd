"""Names as addresses and in the order a person would put them in."""

import re
from functools import cache

from slugify import slugify

LONGEST = 100  # characters of a name: an address has several, and a path on Windows 260 in all
_FORBIDDEN = frozenset('<>:"\\|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(1, 10))]
)


@cache
def slug(text: str) -> str:
    """Lower-case ASCII with hyphens: how files, folders, classes and prompts become addresses and
    how they are compared.  Empty where nothing of the text can be written so."""
    return str(slugify(text))


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device of its own, with any ending: CON, nul.txt."""
    return name.partition(".")[0].strip().lower() in _DEVICES


def fits_windows(name: str) -> bool:
    """Whether a file or folder can have this name on a computer with Windows."""
    return not (set(name) & _FORBIDDEN or name.endswith((".", " ")))


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts Period 2 before Period 10, and without regard to case."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
