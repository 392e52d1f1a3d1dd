"""Whether a folder is as it was, without reading its files."""

import os
from hashlib import blake2b
from pathlib import Path

# a file saved within this time of a look may be saved again without its times or size telling
SOON = 2_000_000_000  # nanoseconds


def folder_fingerprint(folder: Path, now: int) -> bytes:
    """A digest of the names, sizes, times and numbers of everything below a folder.

    Empty where something there changed so shortly before `now` (nanoseconds) that another change
    could look the same, or where the folder cannot be read: then the files themselves must be read.
    """
    entry_states: list[str] = []
    newest = 0
    folders = [str(folder)]
    try:
        while folders:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    state = entry.stat(follow_symlinks=False)
                    newest = max(newest, state.st_mtime_ns, state.st_ctime_ns)
                    entry_states.append(
                        f"{entry.path}\0{state.st_mode}\0{state.st_size}\0{state.st_mtime_ns}"
                        f"\0{state.st_ctime_ns}\0{state.st_ino}"
                    )
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
    except OSError:
        return b""
    if newest > now - SOON:
        return b""
    entry_states.sort()
    return blake2b("\n".join(entry_states).encode("utf-8", "surrogateescape"), digest_size=16).digest()
