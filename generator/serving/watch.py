"""What has changed on the disk, and when a burst of saves is over."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Snapshot = Mapping[str, tuple[int, int]]  # path -> (modified, in nanoseconds; size)
_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part", ".crdownload")


def snapshot(places: Iterable[Path]) -> Snapshot:
    """Every regular file below the places (a place may be a file, or not there), without what
    editors and systems leave behind."""
    found: dict[str, tuple[int, int]] = {}
    waiting = [str(place) for place in places]
    while waiting:
        path = waiting.pop()
        try:
            if os.path.isdir(path):  # noqa: PTH112 - a stat for each of thousands of files
                with os.scandir(path) as entries:
                    for entry in entries:
                        if is_noise(entry.name) or entry.is_symlink():
                            continue
                        if entry.is_dir():
                            waiting.append(entry.path)
                        else:
                            stat = entry.stat()
                            found[entry.path] = (stat.st_mtime_ns, stat.st_size)
            else:
                stat = os.stat(path)  # noqa: PTH116
                found[path] = (stat.st_mtime_ns, stat.st_size)
        except OSError:  # gone while we looked: the next look sees that
            continue
    return found


def is_noise(name: str) -> bool:
    """Files that come and go while a person saves another one."""
    return name.startswith((".", "~$", "#", "4913")) or name.endswith(_LEFTOVERS) or name == "__pycache__"


@dataclass(slots=True)
class Burst:
    """Tells when a burst of saves is over: what is there differs from what was built, and nothing has
    changed for `quiet` seconds."""

    quiet: float = 0.08
    built: Snapshot = field(default_factory=dict)
    _last: Snapshot = field(default_factory=dict)
    _since: float = 0.0

    def look(self, now: Snapshot, clock: float) -> bool:
        """Whether it is time to build.  `clock` is in seconds and only ever grows."""
        if now != self._last:
            self._last, self._since = now, clock
            return False
        if now == self.built or clock - self._since < self.quiet:
            return False
        self.built = now
        return True
