"""Names that sync services, systems and browsers give to copies: which file or folder is the original.

Nobody can tell from the name whether it is a copy or a class of its own, so it is asked about: an error
for a table, which is not read, and a warning for reflections and folders, which are.
"""

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping

from generator.problems import Place, Problem, error, warning
from generator.slugs import slug

_CERTAIN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<base>.+?) ?\(\d{1,2}\)",  # browsers, Google Drive, OneDrive
        r"(?P<base>.+?)[ _-]+(?:copy|copia)(?:[ _-]*\(?\d{1,2}\)?)?",  # Windows, macOS
        r"(?:copy|copia)(?: \(\d{1,2}\))? (?:of|de) (?P<base>.+)",  # Google Drive
        r"(?P<base>.+?) ?[(\[][^()\[\]]*conflict[^()\[\]]*[)\]]",  # Dropbox, Nextcloud, Box
        r"(?P<base>.+?)[ ._-]+(?:sync-)?conflict(?:ed|o)?(?:[ ._-].*)?",  # Syncthing, Seafile
        r"(?P<base>.+?)-(?:desktop|laptop|win)-[a-z0-9]{4,15}(?:-\d{1,2})?",  # OneDrive: the computer's name
    )
)
# names that may just as well be meant: asked about only where the other file is there
_ADDED = re.compile(r"[ -]")  # what either begins with
_NUMBERED = re.compile(r" \d{1,2}")  # iCloud
_COMPUTER = re.compile(r"-[\w' -]*\b(?:macbook|imac|mac|ipad|iphone|surface|thinkpad|pc)\b.*", re.IGNORECASE)


StemKey = tuple[str, int]  # a stem's slug and its length


def stems_of(names: Iterable[str]) -> dict[StemKey, str]:
    """The names of a folder by their stems, so that each is compared with those that it can be a copy of."""
    stems: dict[StemKey, str] = {}
    for name in names:
        stem = posixpath.splitext(name)[0]
        stems.setdefault((slug(stem), len(stem)), name)
    return stems


def original_of(name: str, stems: Mapping[StemKey, str]) -> str:
    """The name that `name` seems to be a copy of; empty where it does not look like one.

    `stems` are of the names beside it.  The ending stays: `period-2 (1).csv` is a copy of `period-2.csv`.
    """
    stem, ending = posixpath.splitext(name)
    base = _strip(stem)
    if base != stem:
        return base + ending
    for start in _ADDED.finditer(stem):
        added, original = stem[start.start() :], stem[: start.start()]
        is_copy = _NUMBERED.fullmatch(added) or _COMPUTER.fullmatch(added)
        if is_copy and (beside := stems.get((slug(original), len(original)))):
            return beside
    return ""


def check_table_copies(paths: Collection[str]) -> list[Problem]:
    """An error for each table of an inquiry whose name is that of a copy."""
    return [
        error(
            "sync-copy",
            Place(path),
            "This is named like a copy of {original}, so it is not read: it may be the same visits again.",
            "Keep the right one and delete the other. If this is a different class, rename it, for "
            "instance period-3.csv.",
            original=original,
        )
        for path, original in _copies(paths)
    ]


def check_reflection_copies(paths: Collection[str]) -> list[Problem]:
    """A warning for each reflection whose name is that of a copy."""
    return [
        warning(
            "sync-copy",
            Place(path),
            "This is named like a copy of {original}; both are shown.",
            "Keep the right one and delete the other, or rename it.",
            original=original,
        )
        for path, original in _copies(paths)
    ]


def check_folder_copies(paths: Collection[str]) -> list[Problem]:
    """A warning for each folder, of a teacher or an inquiry, whose name is that of a copy."""
    return [
        warning(
            "sync-copy",
            Place(path),
            "This folder is named like a copy of {original}; both are read.",
            "Keep the right one and delete the other, or rename it.",
            original=original,
        )
        for path, original in _copies(paths)
    ]


def _copies(paths: Collection[str]) -> list[tuple[str, str]]:
    """(path, name of the original) of those among paths in one folder that have names of copies."""
    names = [posixpath.basename(path) for path in paths]
    stems = stems_of(names)
    originals = [(path, original_of(name, stems)) for path, name in zip(paths, names, strict=True)]
    return [(path, original) for path, original in originals if original]


def _strip(stem: str) -> str:
    """The stem without what made it a copy, however often that was done."""
    for _ in range(4):
        match = next((match for pattern in _CERTAIN if (match := pattern.fullmatch(stem))), None)
        if match is None:
            break
        stem = match["base"]
    return stem
