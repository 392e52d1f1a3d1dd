"""Detects which teachers changed since the last build, from stat data; reads files only when stat is
inconclusive.

It imports nothing that makes pages, so that a build with nothing to do is over at once.
"""

import sys
import time
from collections.abc import Iterable, Mapping
from functools import cache, partial
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct, field

from generator import __version__
from generator.building.cache.folder_fingerprint import folder_fingerprint
from generator.building.cache.store import CacheStore, UnitState
from generator.building.options import BuildOptions, RebuildCause
from generator.building.teacher_boundary import confine_to_teacher
from generator.layout import (
    REGISTER,
    REVOCATIONS,
    THEMES,
    InquiryFolder,
    bundled_themes,
    locate,
    root_of,
    teacher_folder,
)
from generator.memoize import digest
from generator.privacy.privacy_files import PrivacyFiles, expiry_state, load_privacy_files
from generator.problems import Problem
from generator.reading.content_files import (
    ContentFolder,
    load_program,
    load_teacher,
    teacher_names,
)
from generator.slugs import slug

_STAMP = "stamp"
# whose versions the bytes of a page depend on
_LIBRARIES = (
    "altair",
    "babel",
    "base58",
    "cryptography",
    "jinja2",
    "markdown",
    "markdown-it-py",
    "msgspec",
    "nh3",
    "pillow",
    "pydantic",
    "pyld",
    "python-slugify",
    "pyyaml",
    "segno",
    "selectolax",
    "uharfbuzz",
    "vl-convert-python",
)


class SharedDigests(Struct, frozen=True):
    """Digest of the inputs shared by all units, without (`plain`) and with (`whole`) the award register.

    One award more rebuilds only those units that show an award.  What is attested of a teacher's
    inquiries (`attested`, by the teacher's id) is an input of that teacher's unit alone.
    """

    plain: bytes
    whole: bytes
    attested: Mapping[str, bytes] = field(default_factory=dict)

    def under(self, files: Iterable[str]) -> bytes:
        """The digest that counts for a unit made of these files: `whole` where one lies in awards/."""
        has_awards = any(locate(file).folder == InquiryFolder.AWARDS for file in files)
        return self.whole if has_awards else self.plain

    def __contains__(self, key: object) -> bool:
        return key in (self.plain, self.whole)


class ProgramInputs(Struct, frozen=True):
    """The files shared by all units, as read from the disk, their digests, and what could not be read."""

    folder: ContentFolder  # everything outside teachers/
    privacy_files: PrivacyFiles
    shared: SharedDigests
    problems: tuple[Problem, ...]


class Changes(Struct, frozen=True):
    """The program's files, and which teachers are as the last build left them.

    `folder_digests` has the digest of the files of each unchanged teacher; a teacher that is missing
    there is to be built.  `fingerprints` are of all folders, to be stored once they are built.
    """

    inputs: ProgramInputs
    problems: tuple[Problem, ...]  # of the folders below teachers/
    names: tuple[str, ...]
    fingerprints: Mapping[str, bytes]
    folder_digests: Mapping[str, bytes]

    def key(self, folder_digests: Mapping[str, bytes]) -> bytes:
        """A digest of everything that the site is made of, given one of each teacher's files; empty where
        a teacher is missing."""
        if any(name not in folder_digests for name in self.names):
            return b""
        problems = repr((self.inputs.problems, self.problems))
        teachers = [(name, folder_digests[name]) for name in self.names]
        attested = self.inputs.privacy_files.attested or b""  # its lines that nobody can read, too
        return digest(self.inputs.shared.whole, problems, teachers, attested)


def detect_changes(options: BuildOptions, store: CacheStore) -> Changes:
    """Compare the content folder with what the store knows of it.

    A store of another version of runfolio is cleared first.
    """
    if store.site_value(_STAMP) != (stamp := code_digest()):
        store.clear()
        store.set_site_value(_STAMP, stamp)
    inputs = load_program_inputs(options)
    names, problems = teacher_names(options.content)
    now = time.time_ns()
    attested = inputs.shared.attested
    fingerprints = {
        name: _fingerprint(folder_fingerprint(options.content / teacher_folder(name), now), name, attested)
        for name in names
    }
    states = store.unit_states()
    unchanged: dict[str, bytes] = {}
    for name in names:
        state = states.get(name)
        if state is None:
            continue
        same_stat = bool(fingerprints[name]) and fingerprints[name] == state.fingerprint
        if same_stat or _is_unchanged(options.content, name, attested, state):
            unchanged[name] = state.folder_digest
    store.touch(
        {name: fingerprints[name] for name in unchanged if fingerprints[name] != states[name].fingerprint}
    )
    return Changes(inputs, tuple(problems), tuple(names), fingerprints, unchanged)


def _fingerprint(folder: bytes, name: str, attested: Mapping[str, bytes]) -> bytes:
    """The fingerprint of a teacher's folder and of what is attested of it; empty where the folder's is."""
    return digest(folder, attested.get(slug(name), b"")) if folder else b""


def _is_unchanged(content: Path, name: str, attested: Mapping[str, bytes], state: UnitState) -> bool:
    """Whether a teacher's files, read again, are those that the unit was built of."""
    loaded, _ = confine_to_teacher(name, partial(load_teacher, content, name))
    return loaded is not None and folder_digest(*loaded, attested) == state.folder_digest


def load_program_inputs(options: BuildOptions) -> ProgramInputs:
    """Read the program's files, its roster and its review exceptions from the disk."""
    folder, problems = load_program(options.content)
    privacy_files, privacy_problems = load_privacy_files(options.content)
    shared = _shared_digests(options, folder, privacy_files)
    return ProgramInputs(folder, privacy_files, shared, (*problems, *privacy_problems))


def _shared_digests(
    options: BuildOptions, folder: ContentFolder, privacy_files: PrivacyFiles
) -> SharedDigests:
    themes = [*_below(bundled_themes()), *_below(themes_folder(options.content))]
    issued = {name: folder.files[name] for name in (REGISTER, REVOCATIONS) if name in folder.files}
    files = {name: data for name, data in folder.files.items() if name not in issued}
    privacy = repr(privacy_files.key(options.today))
    plain = digest(__version__, options.audience, str(options.latest_date), privacy, files.items(), themes)
    # an award expires: the register has the days of all of them
    expiring = expiry_state(issued.get(REGISTER, b""), options.today)
    whole = digest(plain, issued.items(), repr(expiring))
    return SharedDigests(plain, whole, privacy_files.attested_lines)


def themes_folder(content: Path) -> Path:
    """The folder of the program's own themes, beside its content folder."""
    return root_of(content) / THEMES


def _below(folder: Path) -> list[tuple[str, bytes]]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]


def folder_digest(folder: ContentFolder, problems: Iterable[Problem], attested: Mapping[str, bytes]) -> bytes:
    """A digest of one teacher's files, of what could not be read of them, and of what is attested of them
    (`SharedDigests.attested`)."""
    lines = attested.get(locate(folder.path).teacher, b"")
    return digest(folder.path, folder.files.items(), repr(list(problems)), lines)


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


def rebuild_cause(state: UnitState | None, shared: SharedDigests, files_digest: bytes) -> RebuildCause:
    """Why a unit with this stored state (None: there was none) is built again."""
    if state is None:
        return RebuildCause.NEW
    if state.shared_digest not in shared:
        return RebuildCause.PROGRAM
    return RebuildCause.FILES if state.folder_digest != files_digest else RebuildCause.OUTPUT
