"""content/ from the disk into memory: the only file of this room that touches it.

Only regular files inside the folder, no symbolic links, nothing hidden.  What is too large, cannot
be read, or has no business here is a problem and is left out.
"""

import errno
import os
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import splitext

from msgspec import Struct

from generator import layout
from generator.file_names import fits_windows
from generator.layout import InquiryFolder, ProgramFolder
from generator.problems import Phrase, Place, Problem
from generator.reading.file_sizes import size_limit, too_large
from generator.reading.left_out_files import (
    misplaced,
    no_address,
    not_downloaded,
    not_for_windows,
    odd_name,
    passed_over,
    same_address_problem,
    stray_file,
    symlink,
    unfit,
    unreadable,
    unsupported,
)
from generator.reading.left_out_names import NameKind, downloaded_name, kind_of_name
from generator.reading.sync_copies import check_folder_copies
from generator.slugs import slug

# what reading a file says that is only on the server of a cloud folder, where that cannot be reached
_CLOUD_ERRORS = (errno.ETIMEDOUT, errno.EDEADLK)
_WINDOWS_CLOUD_ERRORS = range(358, 405)  # ERROR_CLOUD_FILE_..., learn.microsoft.com/windows/win32/debug
_MAKE_SMALLER = Phrase("Make a picture smaller, or split a text or table.")


class ContentFolder(Struct, frozen=True):
    """Files by their path below the content folder, with forward slashes, sorted."""

    path: str
    files: Mapping[str, bytes]


def load_program(content: Path) -> tuple[ContentFolder, list[Problem]]:
    """Everything outside teachers/."""
    paths = _walk(content, "", skip=(ProgramFolder.TEACHERS,))
    loaded = _load(content, _in_known_folders(paths, "", tuple(ProgramFolder)))
    files, problems = _collect(_with_strays(loaded))
    return ContentFolder("", files), problems


def teacher_names(content: Path) -> tuple[list[str], list[Problem]]:
    """The folders below teachers/, sorted.  Two that would have one address are errors naming both,
    and neither is read."""
    base = content / ProgramFolder.TEACHERS
    if not base.is_dir():
        return [], []
    try:
        entries = sorted(os.scandir(base), key=lambda entry: entry.name)
    except OSError as trouble:
        return [], [unreadable(Place(ProgramFolder.TEACHERS), trouble)]
    problems: list[Problem] = []
    addresses: dict[str, list[str]] = {}
    for entry in entries:
        if is_hidden(entry.name):
            problems += _left_out_problems(ProgramFolder.TEACHERS, entry.name)
        elif problem := _teacher_folder_problem(entry):
            problems.append(problem)
        else:
            addresses.setdefault(slug(entry.name), []).append(entry.name)
    problems += [
        same_address_problem(Place(layout.teacher_folder(names[0])), names)
        for names in addresses.values()
        if len(names) > 1
    ]
    names = sorted(names[0] for names in addresses.values() if len(names) == 1)
    return names, problems + check_folder_copies([layout.teacher_folder(name) for name in names])


def load_teacher(content: Path, name: str) -> tuple[ContentFolder, list[Problem]]:
    """All files of one teacher's folder."""
    base = layout.teacher_folder(name)
    paths = _in_known_folders(_walk(content, base), base, tuple(InquiryFolder))
    files, problems = _collect(_load(content, paths))
    return ContentFolder(unicodedata.normalize("NFC", base), files), problems


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is not read, because it is nobody's writing or hidden."""
    return kind_of_name(name) is not NameKind.CONTENT


def _left_out_problems(folder: str, name: str) -> list[Problem]:
    """What is to be said of a file or folder that `is_hidden`; nothing of what systems leave behind."""
    kind = kind_of_name(name)
    if kind is NameKind.PLACEHOLDER:
        file = downloaded_name(name)
        return [not_downloaded(f"{folder}/{file}" if folder else file)]
    if kind is not NameKind.PASSED_OVER or not name.isprintable():
        return []
    return [passed_over(f"{folder}/{name}" if folder else name)]


def _teacher_folder_problem(entry: os.DirEntry[str]) -> Problem | None:
    """Why an entry of teachers/ cannot be a teacher's folder."""
    path = layout.teacher_folder(entry.name)
    if entry.is_symlink():
        return symlink(Place(path))
    if not entry.is_dir():
        return stray_file(path)
    if not entry.name.isprintable():
        return odd_name(path)
    if not slug(entry.name):
        return no_address(Place(path))
    return unfit(entry.name, path)


# Loading is a chain of generators: each stage hands on, in the order of the walk, what is wrong as a
# Problem, and everything else as it was found.
class _LoadedFile(Struct, frozen=True):
    """`path` as on the disk."""

    path: str
    data: bytes

    @property
    def name(self) -> str:
        """The path under which it is known: accents composed, suffixes in lower case, `.yaml` as `.yml`.
        Pictures and documents keep theirs, because texts name them so."""
        path = unicodedata.normalize("NFC", self.path)
        if layout.is_picture(path) or layout.is_document(path):
            return path
        return splitext(path)[0] + layout.suffix(path)


def _walk(content: Path, base: str, skip: Collection[str] = ()) -> Iterator[str | Problem]:
    """Paths of the regular files below a folder of the content folder, and relative to that, sorted."""
    try:
        entries = sorted(os.scandir(content / base), key=lambda entry: entry.name)
    except OSError as trouble:
        yield unreadable(Place(base or "."), trouble)
        return
    for entry in entries:
        path = f"{base}/{entry.name}" if base else entry.name  # thousands of them: no Path objects
        if is_hidden(entry.name) or path in skip:
            yield from _left_out_problems(base, entry.name)
            continue
        if not fits_windows(entry.name) and entry.name.isprintable():
            yield not_for_windows(path)
        if problem := _entry_problem(entry, path):
            yield problem
        elif entry.is_dir():
            yield from _walk(content, path)
        else:
            yield path


def _entry_problem(entry: os.DirEntry[str], path: str) -> Problem | None:
    """Why a file or folder is left out."""
    if not entry.name.isprintable():
        return odd_name(path)
    if entry.is_symlink():
        return symlink(Place(path))
    if problem := unfit(entry.name, path):
        return problem
    return None if entry.is_dir() or entry.is_file() else stray_file(path)


def _in_known_folders(
    paths: Iterable[str | Problem], base: str, folders: tuple[str, ...]
) -> Iterator[str | Problem]:
    """Without what lies in folders of other names, each of which is named once.  Below teachers/NAME the
    folders are those of an inquiry, else of the program."""
    depth = base.count("/") + 2 if base else 0
    unknown: set[str] = set()
    for path in paths:
        parts = [] if isinstance(path, Problem) else path.split("/")
        if len(parts) <= depth + 1 or parts[depth] in folders:
            yield path
            continue
        folder = "/".join(parts[: depth + 1])
        if folder not in unknown:
            unknown.add(folder)
            yield misplaced(folder, folders)


def _load(content: Path, paths: Iterable[str | Problem]) -> Iterator[_LoadedFile | Problem]:
    for path in paths:
        yield path if isinstance(path, Problem) else _read_file(content, path)


def _read_file(content: Path, path: str) -> _LoadedFile | Problem:
    limit = size_limit(path)
    if limit is None:
        return unsupported(path)
    file = content / path
    try:
        if file.stat().st_size > limit:
            return too_large(Place(path), limit, _MAKE_SMALLER)
        data = file.read_bytes()
    except OSError as trouble:
        return not_downloaded(path) if _is_in_cloud(trouble) else unreadable(Place(path), trouble)
    # where a cloud folder could not fetch a file, it leaves one of the right size that holds nothing
    return not_downloaded(path) if data and not data.strip(b"\0") else _LoadedFile(path, data)


def _with_strays(loaded: Iterable[_LoadedFile | Problem]) -> Iterator[_LoadedFile | Problem]:
    """After each file at the top of the content folder that has no business there, a problem that says so."""
    for file in loaded:
        yield file
        if isinstance(file, _LoadedFile) and not _belongs(file.path):
            yield stray_file(file.path)


def _belongs(path: str) -> bool:
    """Whether a file of the program lies in a folder, or may lie beside the folders."""
    return "/" in path or path.lower() in (*layout.SETTINGS_NAMES, layout.README)


def _collect(loaded: Iterable[_LoadedFile | Problem]) -> tuple[dict[str, bytes], list[Problem]]:
    """Files by the name under which they are known, sorted, and what is wrong; of two files with one name
    the first counts."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file in loaded:
        if isinstance(file, Problem):
            problems.append(file)
        elif file.name == layout.SETTINGS and file.name in files:
            files[layout.OTHER_SETTINGS] = file.data  # which of the two counts, nobody can say: program_files
        elif file.name in files:
            problems.append(same_address_problem(Place(file.path), [file.name, file.path]))
        else:
            files[file.name] = file.data
    return dict(sorted(files.items())), problems


def _is_in_cloud(trouble: OSError) -> bool:
    windows_error = getattr(trouble, "winerror", None) or 0  # which other systems do not have
    return trouble.errno in _CLOUD_ERRORS or windows_error in _WINDOWS_CLOUD_ERRORS
