"""Where the files come from that a credential is checked against."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from generator.openbadges.checking import Source

LARGEST = 8 * 1024 * 1024  # bytes of a file


def in_mapping(files: Mapping[str, bytes]) -> Source:
    return files.get


def in_folder(site: Path, base: str) -> Source:
    """A built site in a folder, which stands for what is on the web at `base`."""
    root = site.resolve()

    def read(address: str) -> bytes | None:
        if not base or not address.startswith(base):
            return None
        path = (root / unquote(address[len(base) :].split("#")[0])).resolve()
        try:
            if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > LARGEST:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return read


def first_of(*sources: Source) -> Source:
    """What the first of them has."""

    def read(address: str) -> bytes | None:
        return next((data for one in sources if (data := one(address)) is not None), None)

    return read
