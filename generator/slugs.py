"""Names as addresses and in the order a person would put them in."""

import re
from functools import lru_cache


# names of classes, prompts and files return with every row; any cell's text may come, so it is bounded
@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """Lower-case ASCII with hyphens: how files, folders, classes and prompts become addresses and
    how they are compared.  Empty where nothing of the text can be written so."""
    from slugify import slugify  # when first needed: its tables take some milliseconds to load

    return str(slugify(text))


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts Period 2 before Period 10, and without regard to case."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
