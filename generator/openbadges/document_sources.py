"""Where the files come from that a credential is checked against."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

# a file by its address on the web; None where it cannot be read
Source = Callable[[str], bytes | None]
# whether the site answers that it has nothing at an address; not so where it does not answer
Absence = Callable[[str], bool]
LARGEST = 8 * 1024 * 1024  # bytes of a file, beyond which we do not read


def never_absent(_: str) -> bool:
    """For a source that cannot tell a file that is not there from one that cannot be had."""
    return False


def mapping_source(files: Mapping[str, bytes]) -> Source:
    """A source of files in memory, by address."""
    return files.get


class FallbackSource(Struct):
    """Asks `first`, then `second` for what the first does not have.

    `from_second` lists the addresses whose files the second one gave, in the order of the questions.
    """

    first: Source
    second: Source | None
    from_second: list[str] = field(default_factory=list)

    def __call__(self, address: str) -> bytes | None:
        data = self.first(address)
        if data is None and self.second:
            data = self.second(address)
            if data is not None:
                self.from_second.append(address)
        return data
