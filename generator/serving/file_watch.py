"""Finds out what has changed on the disk, and when a burst of saves is over.

It asks the disk again and again instead of waiting for the system's notices, because those do not come
from network drives and synchronised folders, where schools keep files.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from generator.reading.content_files import is_hidden

Snapshot = Mapping[str, tuple[int, ...]]  # path -> when modified and changed, size, inode; folders ()


def snapshot(places: Iterable[Path]) -> Snapshot:
    """Everything below the places (a place may be a file, or not there), without what editors and
    systems leave behind; links are not followed."""
    marks: dict[str, tuple[int, ...]] = {}
    folders = []
    for place in places:
        if place.is_dir():
            folders.append(str(place))
        elif os.path.lexists(place):
            marks |= _file_mark(place)
    while folders:
        for entry in _entries(folders.pop()):
            if entry.is_dir(follow_symlinks=False):
                marks[entry.path] = ()
                folders.append(entry.path)
            else:
                marks |= _file_mark(entry)
    return marks


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder; nothing where it is gone meanwhile, which the next look sees."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not is_hidden(entry.name))
    except OSError:
        return


def _file_mark(file: Path | os.DirEntry[str]) -> dict[str, tuple[int, ...]]:
    """What differs after a save, also of a file that was put in place with its old date; nothing where the
    file is gone meanwhile."""
    try:
        state = file.stat(follow_symlinks=False)
    except OSError:
        return {}
    return {os.fspath(file): (state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)}


class SaveBurst(Struct):
    """Tells when a burst of saves is over: what is there differs from what was built, and nothing has
    changed for `quiet` seconds.  A burst that never ends is built every `longest` seconds."""

    quiet: float = 0.15
    longest: float = 2.0
    built: Snapshot = field(default_factory=dict)
    _last: Snapshot = field(default_factory=dict)
    _since: float = 0.0
    _begun: float | None = None

    @property
    def under_way(self) -> bool:
        """Whether something has changed that is not built yet."""
        return self._begun is not None

    def is_over(self, now: Snapshot, clock: float) -> bool:
        """Whether it is time to build what is there `now`, which then counts as built.

        `clock` is in seconds and only ever grows.
        """
        if now != self._last:
            self._last, self._since = now, clock
        if now == self.built:
            self._begun = None
            return False
        begun = self._begun = clock if self._begun is None else self._begun
        if clock - self._since < self.quiet and clock - begun < self.longest:
            return False
        self.built, self._begun = now, None
        return True
