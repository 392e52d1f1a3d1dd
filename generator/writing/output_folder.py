"""Write a site into its folder: only files that differ; remove only files that an earlier build wrote.

New pages wait in drafts until all are there, and are then put in their places one by one, each whole.
The list of our files (`.runfolio-manifest`) is extended before the first page is written and shortened
after the last one is removed, so that a build that is killed leaves nothing behind that the next one
does not know of.  Paths are relative to the output folder, with forward slashes.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import NamedTuple

from msgspec import Struct

from generator.exit_status import ExitStatus
from generator.user_error import UserError
from generator.writing.whole_file import create_whole

MANIFEST = ".runfolio-manifest"
LOCK = ".runfolio-lock"
_OWN = ".runfolio-"  # how the names of our own files begin
_DRAFT = ".runfolio-half-"  # begins the names of drafts: all in the output folder itself, to be found again
_PUBLIC = 0o644  # whatever the umask: a web server reads the site
# what may lie in an output folder that no build of ours has written to yet
_HARMLESS = frozenset({".gitkeep", ".git", ".gitignore", ".nojekyll", "CNAME", ".DS_Store", ".htaccess"})


class Written(Struct, frozen=True):
    """What publishing did: the paths of new, changed and removed files, and the size of the whole site."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    total_bytes: int

    @property
    def written(self) -> int:
        return len(self.new) + len(self.changed)

    @property
    def removed(self) -> int:
        return len(self.gone)


class FileStamp(NamedTuple):
    """A file that we wrote, as it is on the disk: the digest of its content, its size and its time."""

    digest: bytes
    size: int
    time: int  # nanoseconds


class OutputWriter:
    """One build's files on their way into the output folder; made by `open_output`.

    They wait beside the old ones until `publish`, so that a build that stops on its way, for whatever
    reason, leaves the old site whole.
    """

    def __init__(self, output: Path, stamps: Mapping[str, FileStamp], before: set[str]) -> None:
        self._output = output
        self._old_stamps = stamps  # as the last build left the files
        self._before = before  # the files that earlier builds wrote
        self._waiting: dict[str, int] = {}  # name -> number of its draft
        self._stamps: dict[str, FileStamp] = {}
        self._drafts = 0

    def holds(self, name: str, digest: bytes) -> bool:
        """Whether the file is in the folder with this content, untouched since we wrote it; then it stays."""
        stamp = self._old_stamps.get(name)
        if stamp is None or stamp.digest != digest or not _is_untouched(self._output / name, stamp):
            return False
        self._stamps[name] = stamp
        return True

    def put(self, name: str, data: bytes) -> None:
        """Add a file to the new site; one that is there already with this content is left alone."""
        digest, path = content_digest(data), self._output / name
        if number := self._waiting.pop(name, 0):
            self._draft(number).unlink()
        elif self.holds(name, digest):
            return
        if _holds_content(path, data):
            self._stamps[name] = _stamp_of(path, digest)
            return
        self._drafts += 1
        draft = self._draft(self._drafts)
        create_whole(draft, data, mode=_PUBLIC)
        self._waiting[name] = self._drafts
        self._stamps[name] = _stamp_of(draft, digest)

    def read(self, name: str) -> bytes:
        """The bytes of a file that was put or is held."""
        number = self._waiting.get(name)
        return (self._draft(number) if number else self._output / name).read_bytes()

    def __contains__(self, name: object) -> bool:
        return name in self._stamps

    def publish(self) -> Written:
        """Make the folder hold just what was put and held, beside files that are not ours."""
        names = set(self._stamps)
        _refuse_links(self._output, self._before | names)
        _write_list(self._output, self._before | names)
        _remove(self._output, _in_the_way(self._before, names))
        new: list[str] = []
        changed: list[str] = []
        for name, number in self._waiting.items():
            path = self._output / name
            (changed if path.exists() else new).append(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._draft(number).replace(path)
        self._waiting.clear()
        gone = sorted(self._before - names)
        _remove(self._output, gone)
        _write_list(self._output, names)
        total = sum(stamp.size for stamp in self._stamps.values())
        return Written(tuple(new), tuple(changed), tuple(gone), total)

    @property
    def stamps(self) -> Mapping[str, FileStamp]:
        """The stamp of every file of the new site, for the next build."""
        return self._stamps

    def abandon(self) -> None:
        """Remove the drafts; after `publish` there are none."""
        for number in self._waiting.values():
            with suppress(OSError):
                self._draft(number).unlink()

    def _draft(self, number: int) -> Path:
        return self._output / f"{_DRAFT}{number}"


@contextmanager
def open_output(
    output: Path, content: Path, stamps: Mapping[str, FileStamp] | None = None, *, clean: bool = False
) -> Iterator[OutputWriter]:
    """The one build that may write to `output` now; `stamps` are of the files that the last one left there.

    `clean` removes what earlier builds wrote first.  Raises UserError where the folder holds
    other people's files, or content, or another build is at work; OSError where the machine fails.
    """
    refuse_foreign_folder(output, content)
    output.mkdir(parents=True, exist_ok=True)
    with _lock(output):
        _remove_drafts(output)
        before = listed_files(output)
        if clean:
            _refuse_links(output, before)
            _remove(output, before)
        writer = OutputWriter(output, {} if clean else stamps or {}, before)
        try:
            yield writer
        finally:
            writer.abandon()


def is_intact(output: Path, stamps: Mapping[str, FileStamp]) -> bool:
    """Whether every file is as it was left, and the list of our files too."""
    return listed_files(output) == set(stamps) and all(
        _is_untouched(output / name, stamp) for name, stamp in stamps.items()
    )


def content_digest(data: bytes, size: int = 16) -> bytes:
    """BLAKE2b of a file's content, `size` bytes long."""
    return blake2b(data, digest_size=size).digest()


def refuse_foreign_folder(output: Path, content: Path) -> None:
    """Raise UserError where a build into `output` could cost somebody their files; nothing is
    written, so that it can be asked before a long build."""
    if any(folder.is_symlink() and not folder.exists() for folder in (output, *output.parents)):
        raise UserError(
            "{output} is a link to a folder that is not there. Remove the link, or choose another --output.",
            output=output,
        )
    out, source = output.resolve(), content.resolve()
    if output.exists() and not output.is_dir():
        raise UserError("{output} is a file, not a folder. Choose another --output.", output=output)
    if out == source or source in out.parents:
        raise UserError("{output} is in the content folder. Choose another --output.", output=output)
    if out == source.parent or out in source.parents:
        raise UserError(
            "{output} holds the content folder. Choose another --output, such as output.", output=output
        )
    if foreign := _foreign_files(output):
        raise UserError(
            "{output} holds files that runfolio did not write ({others}). Choose an empty folder with "
            "--output, or move those files away.",
            output=output,
            others=", ".join(foreign[:3]),
        )


def _foreign_files(output: Path) -> list[str]:
    """What lies in a folder that no build of ours has written to yet."""
    if not output.is_dir() or (output / MANIFEST).is_file():
        return []
    names = (entry.name for entry in output.iterdir())
    return sorted(name for name in names if name not in _HARMLESS and not name.startswith(_OWN))


def _refuse_links(output: Path, names: Iterable[str]) -> None:
    """A folder of the site that leads elsewhere would have us write and remove there."""
    for folder in sorted(_folders(names)):
        if (output / folder).is_symlink():
            raise UserError(
                "{folder} is a link to another folder. Delete the link, then build again.",
                folder=output / folder,
            )


def _folders(names: Iterable[str]) -> set[str]:
    """Every folder on the way to these files."""
    return {parent.as_posix() for name in names for parent in PurePosixPath(name).parents} - {"."}


def _in_the_way(before: Iterable[str], files: set[str]) -> list[str]:
    """Old files where a folder is needed now, and old files in a folder where a file is needed."""
    needed = _folders(files)
    return [
        name
        for name in before
        if name in needed or any(parent.as_posix() in files for parent in PurePosixPath(name).parents)
    ]


@contextmanager
def _lock(output: Path) -> Iterator[None]:
    """Only one build at a time; the lock of a process that died is free again."""
    from filelock import FileLock, Timeout  # it brings asyncio along, which a look at the folder needs not

    lock = FileLock(output / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as taken:
        raise UserError(
            "Another build is writing to {output}. Wait for it to end, then build again.",
            ExitStatus.MACHINE,
            output=output,
        ) from taken
    try:
        yield
    finally:
        lock.release()


def _remove_drafts(output: Path) -> None:
    """Drafts of a build that was killed."""
    for draft in output.glob(f"{_DRAFT}*"):
        draft.unlink(missing_ok=True)


def listed_files(output: Path) -> set[str]:
    """The files earlier builds wrote; names that would lead out of the folder are not believed."""
    try:
        lines = (output / MANIFEST).read_text("utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return set()
    return {line for line in lines if line and ".." not in line.split("/") and not line.startswith("/")}


def _write_list(output: Path, names: Iterable[str]) -> None:
    data = "".join(f"{name}\n" for name in sorted(names)).encode()
    if not _holds_content(output / MANIFEST, data):
        draft = output / f"{_DRAFT}list"
        create_whole(draft, data, mode=_PUBLIC)
        draft.replace(output / MANIFEST)


def _holds_content(path: Path, data: bytes) -> bool:
    """Whether the file is there and has this content; it is read only where its size agrees."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def _is_untouched(path: Path, stamp: FileStamp) -> bool:
    try:
        state = os.lstat(path)
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == (stamp.size, stamp.time) and S_ISREG(state.st_mode)


def _stamp_of(path: Path, digest: bytes) -> FileStamp:
    state = os.lstat(path)
    return FileStamp(digest, state.st_size, state.st_mtime_ns)


def _remove(output: Path, names: Iterable[str]) -> None:
    """Files and the folders that they leave empty."""
    for name in names:
        path = output / name
        if path.is_dir() and not path.is_symlink():
            continue  # what was a page is a folder of pages by now
        with suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()
        for folder in path.parents:
            if folder == output:
                break
            try:
                folder.rmdir()
            except OSError:
                break
