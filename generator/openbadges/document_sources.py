"""Where the files come from that a credential is checked against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

# a file by its address on the web; None where it cannot be had
Source = Callable[[str], bytes | None]
LARGEST = 8 * 1024 * 1024  # bytes of a file that we look into


def mapping_source(files: Mapping[str, bytes]) -> Source:
    return files.get


@dataclass(slots=True)
class FallbackSource:
    """A source; what it has not, another one may have, and `second` keeps for which addresses that was."""

    source: Source
    other: Source | None
    second: list[str] = field(default_factory=list)

    def __call__(self, address: str) -> bytes | None:
        data = self.source(address)
        if data is None and self.other:
            data = self.other(address)
            if data is not None:
                self.second.append(address)
        return data
