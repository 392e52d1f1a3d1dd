"""`portfolio check --history` (P12): what git still holds that must not be published.

A file that was taken out of the folder is still in every copy of the repository, and a program's
repository is usually as public as its site.  Only git's own commands are run, and nothing is changed.
"""

import posixpath
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from enum import Enum
from functools import partial
from pathlib import Path

from msgspec import Struct

from generator import layout
from generator.git import LEAVE_OUT, Repository, open_repository, start_git
from generator.privacy.adult_names import adult_words_of
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.privacy_context import PrivacyContext
from generator.problems import Phrase, Place, Problem, error
from generator.reading.content_files import teacher_names
from generator.reading.encoding import decode_text
from generator.reading.file_sizes import LARGEST_TABLE
from generator.reading.tables.personal_columns import is_personal
from generator.reading.tables.raw_table import read_raw_table

_TEXTS = frozenset([*layout.TEXTS, *layout.TABLES, ".txt"])
# of every branch and tag, the first commit and merges too: `:MODE MODE BLOB BLOB KIND` and the path, in turn
_EVERY_CHANGE = (
    *("--all", "--root", "-m", "--raw", "--no-abbrev", "--no-renames", "--format=", "--no-show-signature"),
    "-z",
)
_RAW_EXPORTS = layout.DOCUMENTS - {".pdf", ".svg"}  # these two are made to be shown


class _Finding(Enum):
    """What can be wrong with one version of a file, as the sentence that says so."""

    PRIVATE = Phrase("This file of private/ is in git, now or in an earlier version.")
    FILE_NAME = Phrase(
        "The name of this file is a name on the roster; git has it, now or in an earlier version."
    )
    RAW_EXPORT = Phrase("This document or recording is in git, now or in an earlier version.")
    NAME = Phrase("This file has a name on the roster in it, now or in an earlier version.")
    COLUMNS = Phrase("This table has columns about single students, now or in an earlier version.")


def history_problems(content: Path, privacy: PrivacyContext) -> list[Problem]:
    """Everything that is wrong with what git holds of the program with this content folder, now or earlier.

    A path is named once, however many versions of it have the same trouble.  Raises UserError where there
    is no git or no repository.
    """
    root = layout.root_of(content)
    # teachers are named on purpose, and their folders are called after them
    adults = adult_words_of(*teacher_names(content)[0])
    check = _VersionCheck(privacy.names, adults)
    repository = open_repository(root, "--history", LEAVE_OUT)
    with _blob_reader(repository) as read_blob:
        findings = [
            (path, finding)
            for path, blob in _blobs(repository)
            for finding in check.findings(path, partial(read_blob, blob))
        ]
    ignored = repository.succeeds("check-ignore", layout.ROSTER)
    problems = [] if ignored else [_not_ignored()]
    return problems + [_in_history(path, finding) for path, finding in dict.fromkeys(findings)]


class _VersionCheck(Struct, frozen=True):
    """Looks at versions of files, with the roster's names and the folded words of adults' names."""

    names: NameFinder
    adults: Collection[str]

    def findings(self, path: str, read: Callable[[], bytes]) -> Iterator[_Finding]:
        """What is wrong with one version of one file; `read` gives its content, and is called only where
        that is text."""
        suffix = layout.suffix(path)
        parts = path.split("/")
        if layout.PRIVATE in parts[:-1]:
            yield _Finding.PRIVATE
            return
        if any(self._has_name(posixpath.splitext(part)[0], is_file_name=True) for part in parts):
            yield _Finding.FILE_NAME
        if suffix in _RAW_EXPORTS:
            yield _Finding.RAW_EXPORT
        if suffix not in _TEXTS:
            return
        data = read()
        if len(data) > LARGEST_TABLE:  # nothing that large is content
            return
        text, _ = decode_text(data, path)
        if text and self._has_name(text, is_file_name=False):
            yield _Finding.NAME
        if layout.is_table(path):
            table, _ = read_raw_table(data, path)
            if table and any(map(is_personal, table.header)):
                yield _Finding.COLUMNS

    def _has_name(self, text: str, *, is_file_name: bool) -> bool:
        return any(hit.sure for hit in self.names.find(normalise(text), self.adults, cell=is_file_name))


def _in_history(path: str, finding: _Finding) -> Problem:
    return error(
        "P12",
        Place(path),
        finding.value,
        "Remove it from the whole history (git filter-repo --invert-paths --path ...), and tell everyone "
        "who has a copy; deleting the file is not enough.",
    )


def _not_ignored() -> Problem:
    return error(
        "P12",
        Place(".gitignore"),
        "Git does not ignore the folder private/, so a roster or a raw export can be published by mistake.",
        "Add a line to .gitignore:  private/",
    )


def _blobs(repository: Repository) -> Iterator[tuple[str, str]]:
    """(path, blob) of every version of every file that a branch or tag reaches, and of the index, each once.

    The changes of every commit are asked for, because a list of blobs names only one of the paths that a blob
    has had: a photo that was called after a student and renamed is still there by its first name.
    """
    changes = iter(repository.names("log", *_EVERY_CHANGE))
    entries = [(next(changes), change.split()[3]) for change in changes]
    for line in repository.names("ls-files", "--stage", "--full-name", "-z", ":/"):
        mode_blob_stage, _, path = line.partition("\t")
        entries.append((path, mode_blob_stage.split()[1]))
    return iter(dict.fromkeys(entries))


@contextmanager
def _blob_reader(repository: Repository) -> Iterator[Callable[[str], bytes]]:
    """A function from a blob's id to its bytes.  One git answers for all blobs, because there may be
    thousands; a blob that is missing is empty."""
    with start_git(repository.top, "cat-file", "--batch") as git:
        requests, answers = git.stdin, git.stdout
        assert requests is not None, "a pipe"
        assert answers is not None, "a pipe"

        def read_blob(blob: str) -> bytes:
            requests.write(f"{blob}\n".encode())
            requests.flush()
            header = answers.readline().split()
            if len(header) < 3:  # BLOB missing
                return b""
            data = answers.read(int(header[2]))
            answers.read(1)
            return data

        yield read_blob
