"""The name that was probably meant where one is not known."""

import posixpath
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from generator.slugs import slug

# difflib's ratio, from 0 to 1: 0.6 is its own default, above which sequences look alike to a reader
_LIKENESS = 0.6
# paths share folders and suffixes, which makes strangers alike
_PATH_LIKENESS = 0.75
_SHORTEST_BEGINNING = 3  # letters; two are how many names begin


def nearest(name: str, candidates: Iterable[str]) -> str:
    """The candidate most like `name`, as it is written; empty where none is alike.

    Case, accents and punctuation do not count.  Where only one candidate begins with `name` (at least
    three letters, as `ana` for `ana-lopez`), it is that one.
    """
    key, keys = _key(name), {_key(candidate): candidate for candidate in candidates}
    beginning = [candidate for candidate in keys if candidate.startswith(key)]
    if len(beginning) == 1 and len(key) >= _SHORTEST_BEGINNING:
        return keys[beginning[0]]
    return _closest(key, keys, _LIKENESS)


def nearest_path(path: str, candidates: Collection[str]) -> str:
    """The path most like `path`, as it is written; empty where none is alike.  Case does not count.

    The names at the end must be alike too: folders in common make nobody take desk.jpg for upper.jpg.
    """
    name = _name(path)
    alike = get_close_matches(name, {_name(candidate): "" for candidate in candidates}, n=3, cutoff=_LIKENESS)
    return _closest(
        path.casefold(),
        {candidate.casefold(): candidate for candidate in candidates if _name(candidate) in alike},
        _PATH_LIKENESS,
    )


def _name(path: str) -> str:
    """The name at the end of a path without its suffix, which strangers share too."""
    return posixpath.splitext(posixpath.basename(path.casefold()))[0]


def _key(name: str) -> str:
    return slug(name) or name.casefold()


def _closest(key: str, candidates: dict[str, str], likeness: float) -> str:
    close = get_close_matches(key, candidates, n=1, cutoff=likeness)
    return candidates[close[0]] if close else ""
