"""Write a site into its folder: what differs, atomically; remove only what an earlier build wrote.

The list of our files (`.runfolio-manifest`) is extended before the first page is written and
shortened after the last one is removed, so that a build that is killed leaves nothing behind that
the next one does not know of.  Paths are relative to the output folder, with forward slashes.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

MANIFEST = ".runfolio-manifest"
LOCK = ".runfolio-lock"
_OWN = ".runfolio-"  # how the names of our own files begin
_HALF = ".runfolio-half-"  # pages on their way: all in the output folder itself, so that they are found
# what may lie in an output folder that no build of ours has written to yet
_HARMLESS = frozenset({".gitkeep", ".git", ".gitignore", ".nojekyll", "CNAME", ".DS_Store"})


class OutputRefused(Exception):
    """The output folder is not ours to write to; `text`, with its `values`, says why and what to do."""

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text.format_map(values))
        self.text = text
        self.values = values


class OutputBusy(OutputRefused):
    """Another build is writing to the folder."""


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


def write_site(output: Path, files: Mapping[str, bytes], content: Path, *, clean: bool = False) -> Written:
    """Make `output` hold exactly these files, beside what is not ours.

    `clean` removes what earlier builds wrote first.  Raises OutputRefused where the folder holds
    other people's files, or content, or another build is at work; OSError where the machine fails:
    then every page is either the old or the new one, whole.
    """
    refuse_foreign(output, content)
    output.mkdir(parents=True, exist_ok=True)
    with _alone(output):
        _sweep(output)
        before = _ours(output)
        _refuse_links(output, before | set(files))
        if clean:
            _remove(output, before)
        _write_list(output, before | set(files))
        _remove(output, _in_the_way(before, files))
        new: list[str] = []
        changed: list[str] = []
        for name, data in files.items():
            path = output / name
            old = _content_of(path, len(data))
            if old == data:
                continue
            (new if old is None else changed).append(name)
            _replace(output, path, data)
        gone = sorted(before - set(files))
        _remove(output, gone)
        _write_list(output, set(files))
    return Written(tuple(new), tuple(changed), tuple(gone), sum(map(len, files.values())))


def refuse_foreign(output: Path, content: Path) -> None:
    """Raise OutputRefused where a build into `output` could cost somebody their files; nothing is
    written, so that it can be asked before a long build."""
    out, source = output.resolve(), content.resolve()
    if output.exists() and not output.is_dir():
        raise OutputRefused("{output} is a file, not a folder. Choose another --output.", output=output)
    if out == source or source in out.parents:
        raise OutputRefused("{output} lies in the content folder. Choose another --output.", output=output)
    if out == source.parent or out in source.parents:
        raise OutputRefused(
            "{output} holds the content folder. Choose another --output, such as output.", output=output
        )
    if output.is_dir() and not (output / MANIFEST).is_file():
        names = (entry.name for entry in output.iterdir())
        others = sorted(name for name in names if name not in _HARMLESS and not name.startswith(_OWN))
        if others:
            raise OutputRefused(
                "{output} holds files that no build of runfolio wrote ({others}). "
                "Choose an empty folder with --output, or move those files away.",
                output=output,
                others=", ".join(others[:3]),
            )


def _refuse_links(output: Path, names: Iterable[str]) -> None:
    """A folder of the site that leads elsewhere would have us write and remove there."""
    for folder in sorted(_folders(names)):
        if (output / folder).is_symlink():
            raise OutputRefused(
                "{folder} is a link to another folder. Take the link away, then build again.",
                folder=output / folder,
            )


def _folders(names: Iterable[str]) -> set[str]:
    """Every folder on the way to these files."""
    return {parent.as_posix() for name in names for parent in PurePosixPath(name).parents} - {"."}


def _in_the_way(before: Iterable[str], files: Mapping[str, bytes]) -> list[str]:
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
    lock = FileLock(output / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as taken:
        raise OutputBusy(
            "Another build is writing to {output}. Wait for it to end, then build again.", output=output
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
        _replace(output, output / MANIFEST, data)


def _content_of(path: Path, size: int) -> bytes | None:
    """The file's bytes; None where it is not there; something else where its size tells it apart."""
    try:
        if path.stat().st_size != size:
            return b"" if size else b"\0"
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _replace(output: Path, path: Path, data: bytes) -> None:
    """The whole file or the old one, whatever happens on the way."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_HALF, dir=output)
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        half.chmod(0o644)
        half.replace(path)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise


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
