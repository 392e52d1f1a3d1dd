"""What is as it was when the last build looked.

Only names, times and sizes are looked at, and files are read where those do not tell.  This room
imports nothing that makes pages, so that a build with nothing to do is over at once.
"""

import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator import __version__
from generator.building.cache.folder_fingerprint import folder_fingerprint
from generator.building.cache.store import CacheStore, UnitState
from generator.building.options import BuildOptions
from generator.layout import REGISTER, REVOCATIONS, THEMES, InquiryFolder, locate, root_of, teacher_folder
from generator.memoize import digest
from generator.privacy.privacy_context import PrivacyFiles, expiry_state, load_privacy_files
from generator.problems import Problem
from generator.reading.content_files import (
    ContentFolder,
    load_program,
    load_teacher,
    teacher_names,
)
from generator.site.rendering.theme import bundled

_STAMP = "stamp"
# whose versions the bytes of a page depend on
_LIBRARIES = (
    "altair",
    "babel",
    "base58",
    "cryptography",
    "jinja2",
    "markdown",
    "msgspec",
    "nh3",
    "pillow",
    "pydantic",
    "pyld",
    "python-slugify",
    "pyyaml",
    "segno",
    "vl-convert-python",
)


@dataclass(frozen=True, slots=True)
class SharedDigests:
    """Digests of all that is the same for every piece: `plain` without, `whole` with what the issuer keeps
    of awards.  One award more makes only those pieces anew that show an award."""

    plain: bytes
    whole: bytes

    def under(self, files: Iterable[str]) -> bytes:
        """The one that matters to whoever has these files."""
        return (
            self.whole if any(locate(file).folder == InquiryFolder.AWARDS for file in files) else self.plain
        )

    def __contains__(self, key: object) -> bool:
        return key in (self.plain, self.whole)


@dataclass(frozen=True, slots=True)
class Changes:
    """The program's files, and what is known of its teachers' without reading more than need be.

    `own` has a digest of the files of each teacher whose folder is as it was; who is not in it is to
    be made.
    """

    folder: ContentFolder
    privacy_files: PrivacyFiles
    problems: tuple[Problem, ...]
    shared: SharedDigests
    names: tuple[str, ...]
    fingerprints: Mapping[str, bytes]
    folder_digests: Mapping[str, bytes]

    def key(self, own: Mapping[str, bytes]) -> bytes:
        """Of everything the site is made of, given a digest of each teacher's files; empty where one is
        missing."""
        if any(name not in own for name in self.names):
            return b""
        return digest(self.shared.whole, repr(self.problems), [(name, own[name]) for name in self.names])


def detect_changes(options: BuildOptions, store: CacheStore) -> Changes:
    """The content folder held against what the store knows of it."""
    if store.site_value(_STAMP) != (stamp := code_digest()):
        store.clear()
        store.set_site_value(_STAMP, stamp)
    folder, problems = load_program(options.content)
    names, found = teacher_names(options.content)
    known, now = store.unit_states(), time.time_ns()
    looks = {name: folder_fingerprint(options.content / teacher_folder(name), now) for name in names}
    own: dict[str, bytes] = {}
    settled: dict[str, bytes] = {}
    for name in names:
        before = known.get(name)
        if before is None:
            continue
        if looks[name] and looks[name] == before.fingerprint:
            own[name] = before.folder_digest
            continue
        current = folder_digest(*load_teacher(options.content, name))
        if current == before.folder_digest:
            own[name] = current
            settled[name] = looks[name]
    store.touch(settled)
    privacy_files, more = load_privacy_files(options.content)
    base = shared_digests(options, folder, privacy_files)
    return Changes(folder, privacy_files, (*problems, *found, *more), base, tuple(names), looks, own)


def shared_digests(
    options: BuildOptions, folder: ContentFolder, privacy_files: PrivacyFiles
) -> SharedDigests:
    """Of what the program's files, its theme and what lies beside them hold."""
    themes = [*_below(bundled()), *_below(themes_folder(options.content))]
    issued = {name: folder.files[name] for name in (REGISTER, REVOCATIONS) if name in folder.files}
    files = {name: data for name, data in folder.files.items() if name not in issued}
    privacy = repr(privacy_files.key(options.today))
    plain = digest(__version__, str(options.drafts), privacy, files.items(), themes)
    # an award expires: the register has the days of all of them
    expiring = expiry_state(issued.get(REGISTER, b""), options.today)
    return SharedDigests(plain, digest(plain, issued.items(), repr(expiring)))


def themes_folder(content: Path) -> Path:
    """The program's own themes lie beside its content."""
    return root_of(content) / THEMES


def _below(folder: Path) -> list[tuple[str, bytes]]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]


def folder_digest(folder: ContentFolder, problems: Iterable[Problem]) -> bytes:
    """A digest of one teacher's files, and of what could not be read of them."""
    return digest(folder.path, folder.files.items(), repr(list(problems)))


@cache
def code_digest(package: Path = Path(__file__).parent.parent) -> bytes:
    """A digest of this program and of the libraries that pages are made with: what another version
    remembers is not believed."""
    whole = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".po", ".mo") and path.is_file():
            whole.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for name in _LIBRARIES:
        try:
            whole.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            continue
    return whole.digest()


def rebuild_reason(before: UnitState | None, base: SharedDigests, own: bytes) -> str:
    """Why a piece is made again, for `--explain`: `new`, `program`, `files`, or `output`."""
    if before is None:
        return "new"
    if before.shared_digest not in base:
        return "program"
    return "files" if before.folder_digest != own else "output"
