"""Whether git tracks the folder of the cache: then somebody else may have written it.

A build starts no process but its own workers, so the index is read here (git-scm.com, "index-format").
"""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

_HEADER = struct.Struct(">4sLL")
_STAT = 40  # bytes before the object's name
_EXTENDED = 0x4000  # flag: two more bytes of flags
_LAST_FULL = 3  # versions up to this one store whole paths


def is_tracked(folder: Path) -> bool:
    """Whether the index of the repository around a folder has a file in it."""
    for top in folder.absolute().parents:
        git = _git_folder(top)
        if git is None:
            continue
        try:
            data = (git / "index").read_bytes()
            config = (git / "config").read_bytes() if (git / "config").is_file() else b""
        except OSError:
            return False
        prefix = f"{folder.absolute().relative_to(top).as_posix()}/".encode("utf-8", "surrogateescape")
        return _has_prefix(data, prefix, 32 if b"sha256" in config.lower() else 20)
    return False


def _git_folder(top: Path) -> Path | None:
    """The repository of a working tree; in a linked one `.git` is a file that says where it is."""
    git = top / ".git"
    if git.is_dir():
        return git
    if not git.is_file():
        return None
    match = re.fullmatch(r"gitdir: (.+?)\s*", git.read_text("utf-8", "surrogateescape"))
    return top / match[1] if match else None


def _has_prefix(data: bytes, prefix: bytes, digest_size: int) -> bool:
    try:
        mark, version, count = _HEADER.unpack_from(data)
        if mark != b"DIRC":
            return False
        if version <= _LAST_FULL and prefix not in data:
            return False  # without looking at hundreds of thousands of entries
        return any(path.startswith(prefix) for path in _paths(data, version, count, digest_size))
    except (struct.error, ValueError, IndexError):  # damaged, or of a form that is not known yet
        return prefix in data


def _paths(data: bytes, version: int, count: int, digest_size: int) -> Iterator[bytes]:
    position, path = _HEADER.size, b""
    for _ in range(count):
        flags_at = position + _STAT + digest_size
        (flags,) = struct.unpack_from(">H", data, flags_at)
        name_at = flags_at + (4 if version > 2 and flags & _EXTENDED else 2)
        if version <= _LAST_FULL:
            end = data.index(b"\0", name_at)
            path = data[name_at:end]
            position += (end - position) // 8 * 8 + 8  # padded with one to eight zeros
        else:
            shared, name_at = _offset(data, name_at)
            end = data.index(b"\0", name_at)
            path = path[: len(path) - shared] + data[name_at:end]
            position = end + 1
        yield path


def _offset(data: bytes, position: int) -> tuple[int, int]:
    """(a number in the form of pack files' offsets, where it ends)."""
    value = data[position] & 0x7F
    while data[position] & 0x80:
        position += 1
        value = (value + 1) << 7 | data[position] & 0x7F
    return value, position + 1
