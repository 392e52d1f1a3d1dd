"""What has changed on the disk, and when a burst of saves is over."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.reading.content_files import is_hidden

Snapshot = Mapping[str, tuple[int, ...]]  # path -> when modified and changed, size, which file; folders ()


def snapshot(places: Iterable[Path]) -> Snapshot:
    """Everything below the places (a place may be a file, or not there), without what editors and
    systems leave behind; links are not followed."""
    found: dict[str, tuple[int, ...]] = {}
    waiting = []
    for place in places:
        try:
            stat = place.lstat()
        except OSError:
            continue
        if place.is_dir():
            waiting.append(str(place))
        else:
            found[str(place)] = _mark(stat)
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if is_hidden(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        found[entry.path] = ()
                        waiting.append(entry.path)
                    else:
                        found[entry.path] = _mark(entry.stat(follow_symlinks=False))
        except OSError:  # gone while we looked: the next look sees that
            continue
    return found


def _mark(stat: os.stat_result) -> tuple[int, ...]:
    """What differs after a save: also of a file that was put in place with its old date."""
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


@dataclass(slots=True)
class SaveBurst:
    """Tells when a burst of saves is over: what is there differs from what was built, and nothing has
    changed for `quiet` seconds; one that never ends is built every `longest` seconds."""

    quiet: float = 0.15
    longest: float = 2.0
    built: Snapshot = field(default_factory=dict)
    _last: Snapshot = field(default_factory=dict)
    _since: float = 0.0
    _begun: float | None = None

    @property
    def under_way(self) -> bool:
        return self._begun is not None

    def look(self, now: Snapshot, clock: float) -> bool:
        """Whether it is time to build; then `now` counts as built.  `clock` is in seconds and only ever
        grows."""
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
