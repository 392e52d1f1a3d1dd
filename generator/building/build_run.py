"""One run of a build: what is asked for, what changed, what is remembered, and where the files go."""

from typing import Protocol

from msgspec import Struct

from generator.building.cache.codec import Unreadable, decode
from generator.building.cache.store import CacheStore
from generator.building.change_detection import Changes
from generator.building.options import BuildOptions
from generator.building.unit import UnitRecord
from generator.memoize import Memoizer, no_cache


class Destination(Protocol):
    """Where the files of a site go, and can be read again; names are paths below the site's root."""

    def holds(self, name: str, digest: bytes) -> bool:
        """Whether the file is there already with this digest; then it stays."""

    def put(self, name: str, data: bytes) -> None:
        """Add a file to the new site."""

    def read(self, name: str) -> bytes:
        """The bytes of a file that was put or is held."""

    def __contains__(self, name: object) -> bool: ...


class BuildRun(Struct, frozen=True):
    """`store` remembers on the disk, from build to build; `memoize` within a process that builds again
    and again (`serve`), where nothing is kept on the disk."""

    options: BuildOptions
    changes: Changes
    store: CacheStore
    destination: Destination
    memoize: Memoizer = no_cache

    @property
    def remembers_in_process(self) -> bool:
        return self.memoize is not no_cache

    def stored_record(self, name: str) -> UnitRecord | None:
        """What the store keeps of a unit; None where there is nothing, or it is damaged."""
        data = self.store.record(name)
        try:
            return decode(data, UnitRecord) if data else None
        except Unreadable:
            return None

    def reusable_record(self, name: str) -> UnitRecord | None:
        """The stored record of a unit whose files all lie in the destination as they were written."""
        record = self.stored_record(name)
        if record and all(self.destination.holds(file, digest) for file, digest in record.files.items()):
            return record
        return None
