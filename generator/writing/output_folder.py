"""Write a site into its folder: what differs, at once; remove only what an earlier build wrote.

New pages wait in half files until all are there, and are then put in their places one by one, each
whole.  The list of our files (`.runfolio-manifest`) is extended before the first page is written and
shortened after the last one is removed, so that a build that is killed leaves nothing behind that
the next one does not know of.  Paths are relative to the output folder, with forward slashes.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import NamedTuple

from generator.exit_status import ExitStatus
from generator.user_error import UserError
from generator.writing.whole_file import create_whole

MANIFEST = ".runfolio-manifest"
LOCK = ".runfolio-lock"
_OWN = ".runfolio-"  # how the names of our own files begin
_HALF = ".runfolio-half-"  # pages on their way: all in the output folder itself, so that they are found
_PUBLIC = 0o644  # whatever the umask: a web server reads the site
# what may lie in an output folder that no build of ours has written to yet
_HARMLESS = frozenset({".gitkeep", ".git", ".gitignore", ".nojekyll", "CNAME", ".DS_Store"})


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written and removed, which ones, and how large the site is in bytes."""

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
    """What a file that we wrote looks like on the disk: a digest of its bytes, its size, its time."""

    digest: bytes
    size: int
    time: int  # nanoseconds


class OutputWriter:
    """One build's files on their way into the output folder; made by `edition`.

    They wait beside the old ones until `publish`, so that a build which stops on its way, for whatever
    reason, leaves the old site whole.
    """

    def __init__(self, output: Path, prints: Mapping[str, FileStamp], before: set[str]) -> None:
        self._output = output
        self._prints = prints  # as the build before left them
        self._before = before
        self._waiting: dict[str, int] = {}  # name -> number of its half file
        self._now: dict[str, FileStamp] = {}
        self._halves = 0

    def holds(self, name: str, digest: bytes) -> bool:
        """Whether the file is in the folder with just these bytes, untouched since we wrote it; then it
        stays."""
        known = self._prints.get(name)
        if known is None or known.digest != digest or not _untouched(self._output / name, known):
            return False
        self._now[name] = known
        return True

    def put(self, name: str, data: bytes) -> None:
        """A file of the new site; what is there already in just these bytes is left alone."""
        digest, path = content_digest(data), self._output / name
        if half := self._waiting.pop(name, 0):
            self._half(half).unlink()
        elif self.holds(name, digest):
            return
        old = _content_of(path, len(data))
        if old == data:
            self._now[name] = _print_of(path, digest)
            return
        self._halves += 1
        self._waiting[name] = self._halves
        self._now[name] = _print_of(_written(self._half(self._halves), data), digest)

    def read(self, name: str) -> bytes:
        """The bytes of a file that was put or is held."""
        half = self._waiting.get(name)
        return (self._half(half) if half else self._output / name).read_bytes()

    def __contains__(self, name: object) -> bool:
        return name in self._now

    def publish(self) -> Written:
        """The folder holds just what was put and held, beside what is not ours."""
        names = set(self._now)
        _refuse_links(self._output, self._before | names)
        _write_list(self._output, self._before | names)
        _remove(self._output, _in_the_way(self._before, names))
        new: list[str] = []
        changed: list[str] = []
        for name, half in self._waiting.items():
            path = self._output / name
            (changed if path.exists() else new).append(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._half(half).replace(path)
        self._waiting.clear()
        gone = sorted(self._before - names)
        _remove(self._output, gone)
        _write_list(self._output, names)
        total = sum(one.size for one in self._now.values())
        return Written(tuple(new), tuple(changed), tuple(gone), total)

    @property
    def prints(self) -> Mapping[str, FileStamp]:
        """What every file looks like now: for the build after this one."""
        return self._now

    def abandon(self) -> None:
        """Take away what waits; after `publish` there is nothing."""
        for half in self._waiting.values():
            with suppress(OSError):
                self._half(half).unlink()

    def _half(self, number: int) -> Path:
        return self._output / f"{_HALF}{number}"


@contextmanager
def open_output(
    output: Path, content: Path, prints: Mapping[str, FileStamp] | None = None, *, clean: bool = False
) -> Iterator[OutputWriter]:
    """The one build that may write to `output` now; `prints` is what the build before it left there.

    `clean` removes what earlier builds wrote first.  Raises UserError where the folder holds
    other people's files, or content, or another build is at work; OSError where the machine fails.
    """
    refuse_foreign_folder(output, content)
    output.mkdir(parents=True, exist_ok=True)
    with _alone(output):
        _sweep(output)
        before = _ours(output)
        if clean:
            _refuse_links(output, before)
            _remove(output, before)
        made = OutputWriter(output, {} if clean else prints or {}, before)
        try:
            yield made
        finally:
            made.abandon()


def write_site(output: Path, files: Mapping[str, bytes], content: Path, *, clean: bool = False) -> Written:
    """Make `output` hold exactly these files, beside what is not ours."""
    with open_output(output, content, clean=clean) as new:
        for name, data in files.items():
            new.put(name, data)
        return new.publish()


def is_intact(output: Path, prints: Mapping[str, FileStamp]) -> bool:
    """Whether every file is as it was left, and the list of our files too."""
    return _ours(output) == set(prints) and all(
        _untouched(output / name, one) for name, one in prints.items()
    )


def content_digest(data: bytes) -> bytes:
    """By which files are told apart."""
    return blake2b(data, digest_size=16).digest()


def refuse_foreign_folder(output: Path, content: Path) -> None:
    """Raise UserError where a build into `output` could cost somebody their files; nothing is
    written, so that it can be asked before a long build."""
    out, source = output.resolve(), content.resolve()
    if output.exists() and not output.is_dir():
        raise UserError("{output} is a file, not a folder. Choose another --output.", output=output)
    if out == source or source in out.parents:
        raise UserError("{output} lies in the content folder. Choose another --output.", output=output)
    if out == source.parent or out in source.parents:
        raise UserError(
            "{output} holds the content folder. Choose another --output, such as output.", output=output
        )
    if output.is_dir() and not (output / MANIFEST).is_file():
        names = (entry.name for entry in output.iterdir())
        others = sorted(name for name in names if name not in _HARMLESS and not name.startswith(_OWN))
        if others:
            raise UserError(
                "{output} holds files that no build of runfolio wrote ({others}). "
                "Choose an empty folder with --output, or move those files away.",
                output=output,
                others=", ".join(others[:3]),
            )


def _refuse_links(output: Path, names: Iterable[str]) -> None:
    """A folder of the site that leads elsewhere would have us write and remove there."""
    for folder in sorted(_folders(names)):
        if (output / folder).is_symlink():
            raise UserError(
                "{folder} is a link to another folder. Take the link away, then build again.",
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
def _alone(output: Path) -> Iterator[None]:
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


def _sweep(output: Path) -> None:
    """Take away half pages of a build that was killed."""
    for half in output.glob(f"{_HALF}*"):
        half.unlink(missing_ok=True)


def _ours(output: Path) -> set[str]:
    """The files earlier builds wrote; names that would lead out of the folder are not believed."""
    try:
        lines = (output / MANIFEST).read_text("utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return set()
    return {line for line in lines if line and ".." not in line.split("/") and not line.startswith("/")}


def _write_list(output: Path, names: Iterable[str]) -> None:
    data = "".join(f"{name}\n" for name in sorted(names)).encode()
    if _content_of(output / MANIFEST, len(data)) != data:
        _written(output / f"{_HALF}list", data).replace(output / MANIFEST)


def _content_of(path: Path, size: int) -> bytes | None:
    """The file's bytes; None where it is not there; something else where its size tells it apart."""
    try:
        if path.stat().st_size != size:
            return b"" if size else b"\0"
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _untouched(path: Path, known: FileStamp) -> bool:
    try:
        state = os.lstat(path)
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == (known.size, known.time) and S_ISREG(state.st_mode)


def _print_of(path: Path, digest: bytes) -> FileStamp:
    state = os.lstat(path)
    return FileStamp(digest, state.st_size, state.st_mtime_ns)


def _written(half: Path, data: bytes) -> Path:
    create_whole(half, data, mode=_PUBLIC)
    return half


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
