"""content/ from the disk into memory: the only file of this room that touches it.

Only regular files inside the folder, no symbolic links, nothing hidden.  What is too large, cannot
be read, or has no business here is a problem and is left out.
"""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import splitext

from generator import layout
from generator.file_names import LONGEST, fits_windows, is_reserved
from generator.layout import InquiryFolder, ProgramFolder
from generator.nearest import nearest
from generator.problems import Place, Problem, error, warning
from generator.slugs import slug

KILO = 1024
LIMITS = {
    ".md": 512 * KILO,
    ".yml": 256 * KILO,
    ".json": 5 * KILO * KILO,
    ".csv": 5 * KILO * KILO,
    ".tsv": 5 * KILO * KILO,
    **dict.fromkeys((*layout.PICTURES, *layout.DOCUMENTS), 20 * KILO * KILO),
}
_DATA_LIMIT = 5 * KILO * KILO
# what editors, browsers and systems leave beside a file, some of it only for the moment of a save
_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part", ".crdownload", "jb_tmp___", "jb_old___")
_SYSTEM = ("thumbs.db", "desktop.ini", "__pycache__", "4913")


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """Files by their path below the content folder, with forward slashes, sorted."""

    path: str
    files: Mapping[str, bytes]


def load_program(content: Path) -> tuple[ContentFolder, list[Problem]]:
    """Everything outside teachers/."""
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    for path in _walk(content, "", problems, skip=(ProgramFolder.TEACHERS,)):
        parts = path.split("/")
        if len(parts) > 1 and parts[0] not in tuple(ProgramFolder):
            _once(problems, _misplaced(parts[0], tuple(ProgramFolder)))
        elif _keep(content, path, problems, files) and len(parts) == 1 and not _belongs_at_top(parts[0]):
            problems.append(_stray(path))
    return ContentFolder("", dict(sorted(files.items()))), problems


def _belongs_at_top(name: str) -> bool:
    return name.lower() in (*layout.SETTINGS_NAMES, layout.README)


def teacher_names(content: Path) -> tuple[list[str], list[Problem]]:
    """The folders below teachers/, sorted.  Two that would have one address are errors naming both,
    and neither is read."""
    base = content / ProgramFolder.TEACHERS
    if not base.is_dir():
        return [], []
    problems: list[Problem] = []
    addresses: dict[str, list[str]] = {}
    try:
        entries = sorted(os.scandir(base), key=lambda entry: entry.name)
    except OSError as trouble:
        return [], [_unreadable(Place(ProgramFolder.TEACHERS), trouble)]
    for entry in entries:
        place = Place(layout.teacher_folder(entry.name))
        if is_hidden(entry.name):
            continue
        if entry.is_symlink():
            problems.append(_symlink(place))
        elif not entry.is_dir():
            problems.append(_stray(layout.teacher_folder(entry.name)))
        elif not entry.name.isprintable():
            problems.append(_odd_name(layout.teacher_folder(entry.name)))
        elif not slug(entry.name):
            problems.append(_no_address(place))
        elif wrong := _unfit(entry.name, layout.teacher_folder(entry.name)):
            problems.append(wrong)
        else:
            addresses.setdefault(slug(entry.name), []).append(entry.name)
    for names in addresses.values():
        if len(names) > 1:
            problems.append(same_address_problem(Place(layout.teacher_folder(names[0])), names))
    return sorted(names[0] for names in addresses.values() if len(names) == 1), problems


def load_teacher(content: Path, name: str) -> tuple[ContentFolder, list[Problem]]:
    """All files of one teacher's folder."""
    base = layout.teacher_folder(name)
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    for path in _walk(content, base, problems):
        parts = path.split("/")
        if len(parts) > 4 and parts[3] not in tuple(InquiryFolder):
            _once(problems, _misplaced("/".join(parts[:4]), tuple(InquiryFolder)))
            continue
        _keep(content, path, problems, files)
    return ContentFolder(unicodedata.normalize("NFC", base), dict(sorted(files.items()))), problems


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is nobody's writing, and is passed over in silence."""
    return name.startswith((".", "~$", "#")) or name.endswith(_LEFTOVERS) or name.lower() in _SYSTEM


def same_address_problem(place: Place, names: list[str]) -> Problem:
    """Two files or folders whose names give one address in the site."""
    return error(
        "same-address",
        place,
        "These have the same address in the site: {names}.",
        "Rename all but one of them; capitals, accents and spaces do not tell addresses apart.",
        names=", ".join(names),
    )


def _walk(content: Path, base: str, problems: list[Problem], skip: tuple[str, ...] = ()) -> Iterator[str]:
    """Paths of the regular files below a folder of the content folder, and relative to that, sorted."""
    try:
        entries = sorted(os.scandir(content / base), key=lambda entry: entry.name)
    except OSError as trouble:
        problems.append(_unreadable(Place(base or "."), trouble))
        return
    for entry in entries:
        path = f"{base}/{entry.name}" if base else entry.name  # thousands of them: no Path objects
        if is_hidden(entry.name) or path in skip:
            continue
        if not fits_windows(entry.name) and entry.name.isprintable():
            problems.append(_not_for_windows(path))
        if not entry.name.isprintable():
            problems.append(_odd_name(path))
        elif entry.is_symlink():
            problems.append(_symlink(Place(path)))
        elif wrong := _unfit(entry.name, path):
            problems.append(wrong)
        elif entry.is_dir():
            yield from _walk(content, path, problems)
        elif entry.is_file():
            yield path
        else:
            problems.append(_stray(path))


def _keep(content: Path, path: str, problems: list[Problem], files: dict[str, bytes]) -> bool:
    """Read one file into `files`, or say why not."""
    suffix = layout.suffix(path)
    if suffix not in LIMITS:
        problems.append(_unsupported(path))
        return False
    limit = _DATA_LIMIT if layout.is_below_data(path) else LIMITS[suffix]
    try:
        file = content / path
        if file.stat().st_size > limit:
            problems.append(_too_large(path, limit))
            return False
        data = file.read_bytes()
    except OSError as trouble:
        problems.append(_unreadable(Place(path), trouble))
        return False
    name = unicodedata.normalize("NFC", path)
    if suffix not in (
        *layout.PICTURES,
        *layout.DOCUMENTS,
    ):  # inquiry.md names photos as they are
        name = splitext(name)[0] + suffix
    if name in files:
        problems.append(same_address_problem(Place(path), [name, path]))
        return False
    files[name] = data
    return True


def _once(problems: list[Problem], problem: Problem) -> None:
    if problem not in problems:
        problems.append(problem)


def _misplaced(path: str, known: tuple[str, ...]) -> Problem:
    name = path.rpartition("/")[2]
    near = nearest(name, known)
    return warning(
        "unknown-folder",
        Place(path),
        "The folder {name} is not read.",
        "Did you mean {near}?" if near else "Folders that are read here: {known}.",
        name=name,
        near=near,
        known=", ".join(known),
    )


def _stray(path: str) -> Problem:
    return warning("stray-file", Place(path), "This file is not read; it has no place here.")


def _symlink(place: Place) -> Problem:
    return error(
        "symbolic-link",
        place,
        "This is a link to another place on the computer; it is not followed.",
        "Copy the file itself into the folder.",
    )


def _no_address(place: Place) -> Problem:
    return error(
        "no-address",
        place,
        "This name has no letter or digit to make an address of.",
        "Rename the folder, for instance to the teacher's name.",
    )


def _unfit(name: str, path: str) -> Problem | None:
    """Why a name cannot become a part of an address that every computer can store."""
    if is_reserved(name):
        return error(
            "windows-name",
            Place(path),
            "Windows keeps this name for itself, so nobody there could open the file.",
            "Give it another name.",
        )
    if len(name) > LONGEST:
        return error(
            "long-name",
            Place(path),
            "This name has more than {limit} characters, which makes addresses too long.",
            "Give it a shorter name; the title inside can be as long as you like.",
            limit=LONGEST,
        )
    return None


def _not_for_windows(path: str) -> Problem:
    return warning(
        "windows-name",
        Place(path),
        "On a computer with Windows nothing can have this name.",
        'Leave out  < > : " \\ | ? *  and do not end a name with a full stop or a space.',
    )


def _odd_name(path: str) -> Problem:
    """A line break in a name, or bytes that are no text as this computer writes names."""
    return error(
        "odd-name",
        Place(path.encode("ascii", "backslashreplace").decode().replace("\n", "\\n")),
        "This name has a character in it that cannot be shown.",
        "Rename it with letters, digits and hyphens.",
    )


def _unsupported(path: str) -> Problem:
    if path.endswith(".pem"):
        return error(
            "private-key",
            Place(path),
            "This is a file for keys. A key that signs must never lie where git keeps it.",
            "Move it out of this folder. If it was ever pushed, make another with  portfolio keys new  and "
            "take the old one's public half out of program.yml.",
        )
    return error(
        "unsupported-file",
        Place(path),
        "Files of the kind {kind} cannot be shown.",
        "Save tables as .csv, texts as .md and pictures as .jpg or .png; "
        "keep anything else outside content/.",
        kind=Path(path).suffix or Path(path).name,
    )


def _too_large(path: str, limit: int) -> Problem:
    return error(
        "too-large",
        Place(path),
        "This file is larger than {limit} KB.",
        "Make a picture smaller, or split a text or table.",
        limit=limit // KILO,
    )


def _unreadable(place: Place, trouble: OSError) -> Problem:
    return error(
        "unreadable",
        place,
        "This file cannot be read: {reason}.",
        "Close other programs that use it, or look at its permissions.",
        reason=trouble.strerror or type(trouble).__name__,
    )
