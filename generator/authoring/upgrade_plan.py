"""`portfolio upgrade`: a program's own files beside what `init` would write today.

A file that is, byte for byte, what an earlier runfolio wrote is nobody's work and can be replaced; every
other one is the program's.  The digests of everything that starters ever had stand in
generator/starter/written_files.txt, a line each: SHA-256 of the file with LF ends, and its path.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from generator.authoring.code_owners import CODEOWNERS
from generator.authoring.hosts import HTACCESS, Host, host_of, without_address
from generator.authoring.scaffold import (
    SCHEMAS,
    beside_content,
    schema_files,
    starter_files,
    url_of_program,
)
from generator.layout import CONTENT, SETTINGS, settings_files
from generator.model import FORMAT
from generator.reading.yaml.strict_yaml import parse_yaml
from generator.writing.whole_file import linked_parent

WRITTEN_FILES = Path(__file__).parent.parent / "starter" / "written_files.txt"


class FileState(StrEnum):
    """A program's file beside today's."""

    MISSING = "missing"  # new in a newer starter, or taken away by the program
    OLDER = "older"  # as an earlier runfolio wrote it
    CHANGED = "changed"  # by the program
    LINKED = "linked"  # not as today's, in a folder that is a link: nothing is written through one


class UpgradedFile(Struct, frozen=True):
    """A file that is not what `init` would write today: its path, what is there, what would be."""

    name: str
    state: FileState
    before: bytes
    after: bytes


def plan_upgrade(root: Path) -> list[UpgradedFile]:
    """Every file that differs, in the order of their paths; program.yml where it says no format."""
    files = {name: _with_own_address(root, name, data) for name, data in _todays_files(root).items()}
    planned = [file for name, data in files.items() if (file := _compared(root, name, data))]
    for settings in settings_files(root / CONTENT):
        before = settings.read_bytes()
        if (after := with_format(before)) != before:
            planned.append(UpgradedFile(f"{CONTENT}/{settings.name}", FileState.OLDER, before, after))
    return sorted(planned, key=lambda file: file.name)


def with_format(settings: bytes) -> bytes:
    """program.yml with the line that says in which edition of the format it is, below its comments.

    Unchanged where it has one, cannot be read, or would not say the same beside it.
    """
    before, _ = parse_yaml(settings, SETTINGS)
    if before is None or not isinstance(before.value, dict) or "format" in before.value:
        return settings
    mark, lines = settings.startswith(BOM_UTF8), settings.removeprefix(BOM_UTF8).splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if not line.startswith((b"#", b"---", b"%"))), len(lines))
    newline = b"\r\n" if settings.count(b"\r\n") else b"\n"
    line = b"format: %d" % FORMAT + newline
    after = BOM_UTF8 * mark + b"".join([*lines[:end], line, *lines[end:]])
    parsed, _ = parse_yaml(after, SETTINGS)
    return after if parsed and parsed.value == before.value | {"format": str(FORMAT)} else settings


def digest_line(name: str, data: bytes) -> str:
    """A line of written_files.txt."""
    return f"{sha256(_with_lf(data)).hexdigest()}  {name}"


def starter_digests() -> Iterator[str]:
    """The lines for everything that `init` writes today, for any host."""
    files = {name: data for host in Host for name, data in starter_files(host, "").items()}
    return (digest_line(name, data) for name, data in sorted(beside_content(files).items()))


def _todays_files(root: Path) -> Mapping[str, bytes]:
    """What lies beside the content of a new program on the host that this one is on; CODEOWNERS is the
    leads' own from its first line."""
    files = beside_content(starter_files(host_of(root) or Host.FOLDER, url_of_program(root))) | {
        f"{SCHEMAS}/{name}": data for name, data in schema_files().items()
    }
    return {name: data for name, data in files.items() if name != CODEOWNERS}


def _with_own_address(root: Path, name: str, data: bytes) -> bytes:
    """Without a `url`, the address in a web space's file is the program's to say."""
    path = root / name
    if name != HTACCESS or url_of_program(root) or not path.is_file():
        return data
    line = re.search(rb"^ErrorDocument .*$", path.read_bytes(), re.MULTILINE)
    return re.sub(rb"^ErrorDocument .*$", line[0], data, flags=re.MULTILINE) if line else data


def _compared(root: Path, name: str, data: bytes) -> UpgradedFile | None:
    """The file where it differs from today's, line ends aside."""
    path = root / name
    before = path.read_bytes() if path.is_file() else None
    if before is not None and _with_lf(before) == _with_lf(data):
        return None
    if linked_parent(root, name):
        return UpgradedFile(name, FileState.LINKED, before or b"", data)
    if before is None:
        return UpgradedFile(name, FileState.MISSING, b"", data)
    is_ours = name.startswith(f"{SCHEMAS}/") or digest_line(name, without_address(before)) in _written_files()
    return UpgradedFile(name, FileState.OLDER if is_ours else FileState.CHANGED, before, data)


@cache
def _written_files() -> frozenset[str]:
    return frozenset(WRITTEN_FILES.read_text("utf-8").splitlines())


def _with_lf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


if __name__ == "__main__":
    lines = {*WRITTEN_FILES.read_text("utf-8").splitlines(), *starter_digests()}
    WRITTEN_FILES.write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")
