"""Write files whole or not at all, and never through a link.

A killed command, a full disk or a second command must not leave half a file, and a link inside a
content folder must not lead a write to a file elsewhere on the machine.
"""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath

SECRET = 0o600  # the mode of a file that only its owner may read
EXECUTABLE = 0o755


def write_whole(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Write a file, in place of the one that is there; a link at `path` itself is replaced, not followed.

    `mode` are the permissions of the file; None leaves them to the umask.  The folder of the file must
    exist.  Raises OSError; then the old file is as it was.
    """
    draft = _draft_of(path)
    draft.unlink(missing_ok=True)  # left by a command that was killed
    create_whole(draft, data, mode=mode)
    try:
        draft.replace(path)
    except BaseException:
        _discard(draft)
        raise


def write_new(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Write a file where none is yet.  The folder of the file must exist.

    Raises FileExistsError where a file or a link is there, even one that came while this was writing;
    OSError where the machine fails.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    draft = _draft_of(path)
    draft.unlink(missing_ok=True)
    create_whole(draft, data, mode=mode)
    try:
        os.link(draft, path)  # unlike a rename, it never replaces a file
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as FAT
        create_whole(path, data, mode=mode)
    finally:
        _discard(draft)


def write_below(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their path below a folder, with the folders that they need.

    Raises OSError (ELOOP) where a folder on the way to a file is a link.
    """
    for name, data in files.items():
        path = folder / name
        make_parents(folder, name)
        write_whole(path, data)


def make_parents(folder: Path, name: str) -> None:
    """Make the folders on the way to `folder / name`.  Raises OSError (ELOOP) where one is a link."""
    if link := linked_parent(folder, name):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(link))
    (folder / name).parent.mkdir(parents=True, exist_ok=True)


def linked_parent(folder: Path, name: str) -> Path | None:
    """The uppermost folder on the way to `folder / name` that is a link; `folder` itself may be one."""
    parents = [folder / parent for parent in reversed(PurePath(name).parents) if parent.name]
    return next((parent for parent in parents if parent.is_symlink()), None)


def create_whole(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Create a file; where writing fails, remove it again.

    From its first byte on nobody has more rights to it than `mode` says.  A process that is killed here
    leaves a part of the file, so others use `write_whole` or `write_new`; this is for drafts.  Raises
    FileExistsError where a file or a link is there; OSError.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if mode is not None:
            path.chmod(mode)  # the umask may have taken rights away
    except BaseException:
        _discard(path)
        raise


def _draft_of(path: Path) -> Path:
    """Beside the file, so that both are on one file system; hidden, so that no build reads it."""
    return path.with_name(f".{path.name}.new")


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
