"""`portfolio check --history` (P12): what git still holds of what must not be published.

A file that was taken out of the folder is still in every copy of the repository, and a program's
repository is usually as public as its site.  Only git's own commands are asked; nothing is changed.
"""

import posixpath
import subprocess
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.layout import DOCUMENTS, PRIVATE, ROSTER
from generator.privacy.gate import adult_words_of
from generator.privacy.name_normalisation import normalise
from generator.privacy.privacy_context import PrivacyContext
from generator.problems import Phrase, Place, Problem, error
from generator.reading.content_files import teacher_names
from generator.reading.encoding import decode_text
from generator.reading.tables.personal_columns import is_personal
from generator.reading.tables.raw_table import read_raw_table
from generator.user_error import UserError

_LARGEST = 5 * 1024 * 1024
_TEXTS = (".md", ".yml", ".yaml", ".json", ".csv", ".tsv", ".txt")
_TABLES = (".csv", ".tsv")
_RAW = DOCUMENTS - {".pdf", ".svg"}


_SAID = {
    "private": Phrase("This file of private/ is in git, now or in an earlier version."),
    "file": Phrase("The name of this file is a name on the roster; git holds it, now or earlier."),
    "raw": Phrase("This document or recording is in git, now or in an earlier version."),
    "name": Phrase("A name on the roster stands in this file, now or in an earlier version."),
    "columns": Phrase("This table has columns about single students, now or in an earlier version."),
}


def history_problems(content: Path, privacy: PrivacyContext) -> list[Problem]:
    """Everything that is wrong with what git holds of the program with this content folder, now or earlier.

    A path is named once, however many versions of it have the same trouble.  Raises NoHistory.
    """
    root = content.absolute().parent
    # teachers are named on purpose, and their folders are called after them
    adults = adult_words_of(*(name.replace("-", " ") for name in teacher_names(content)[0]))
    top = _git(root, "rev-parse", "--show-toplevel").decode().strip()
    found: dict[tuple[str, str], Problem] = {}
    problems = [] if _ignores_private(root) else [_not_ignored()]
    with _reading(Path(top)) as bytes_of:
        for path, blob in _blobs(root):
            for kind in _look(path, partial(bytes_of, blob), privacy, adults):
                found.setdefault((kind, path), _held(path, _SAID[kind]))
    return problems + list(found.values())


def _look(
    path: str, content: Callable[[], bytes], privacy: PrivacyContext, adults: Collection[str]
) -> Iterator[str]:
    """What is wrong with one version of one file, as keys of what is said of it; its content is asked for
    where it is text."""
    suffix = posixpath.splitext(path)[1].lower()
    parts = path.split("/")
    if PRIVATE in parts[:-1]:
        yield "private"
        return
    names = privacy.names
    stems = (normalise(posixpath.splitext(part)[0]) for part in parts)
    if any(hit.sure for stem in stems for hit in names.find(stem, adults, cell=True)):
        yield "file"
    if suffix in _RAW:
        yield "raw"
    if suffix not in _TEXTS:
        return
    data = content()
    if len(data) > _LARGEST:
        return
    text, _ = decode_text(data, path)
    if text and any(hit.sure for hit in names.find(normalise(text), adults)):
        yield "name"
    if suffix in _TABLES and "/data/" in path:
        sheet, _ = read_raw_table(data, path)
        if sheet and any(map(is_personal, sheet.header)):
            yield "columns"


def _held(path: str, text: Phrase) -> Problem:
    return error(
        "P12",
        Place(path),
        text,
        "Have it taken out of the whole history (git filter-repo --invert-paths --path ...), and tell "
        "everybody who has a copy; deleting the file is not enough.",
    )


def _not_ignored() -> Problem:
    return error(
        "P12",
        Place(".gitignore"),
        "Git does not ignore the folder private/, so that a roster or a raw export can be published by "
        "mistake.",
        "Add a line to .gitignore:  private/",
    )


def _ignores_private(root: Path) -> bool:
    asked = subprocess.run(
        ["git", "check-ignore", "--quiet", ROSTER], cwd=root, capture_output=True, check=False
    )
    return asked.returncode == 0


def _blobs(root: Path) -> Iterator[tuple[str, str]]:
    """(path, blob) of every version of every file that any branch or tag reaches, and of the index."""
    seen: dict[str, set[str]] = defaultdict(set)
    listed = _git(root, "rev-list", "--objects", "--all").decode("utf-8", "surrogateescape").splitlines()
    staged = _git(root, "ls-files", "--stage", "--full-name", "-z", ":/").decode("utf-8", "surrogateescape")
    entries = [line.partition(" ")[::2] for line in listed]
    for line in filter(None, staged.split("\0")):
        about, _, path = line.partition("\t")
        entries.append((about.split()[1], path))
    for blob, path in entries:
        if path and posixpath.splitext(path)[1] and blob not in seen[path]:
            seen[path].add(blob)
            yield path, blob


@contextmanager
def _reading(top: Path) -> Iterator[Callable[[str], bytes]]:
    """How a blob's bytes are had: from one git for all of them, because there may be thousands."""
    git = subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=top, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    asking, answers = git.stdin, git.stdout
    assert asking is not None and answers is not None, "both are pipes"

    def content(blob: str) -> bytes:
        asking.write(f"{blob}\n".encode())
        asking.flush()
        about = answers.readline().split()
        if len(about) < 3:  # BLOB missing
            return b""
        data = answers.read(int(about[2]))
        answers.read(1)
        return data

    try:
        yield content
    finally:
        asking.close()
        answers.close()
        git.wait()


def _git(folder: Path, *args: str) -> bytes:
    try:
        asked = subprocess.run(
            ["git", "-c", "core.quotepath=off", *args], cwd=folder, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as trouble:
        raise UserError(
            "There is no git repository here, or git is not installed: there is no history to look into."
        ) from trouble
    return asked.stdout
