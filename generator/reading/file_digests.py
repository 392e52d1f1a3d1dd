"""Digests of content files: what a submission freezes, a citation names, a review has seen, a reader attests.

A digest is of what a text says: with LF ends, however git or an editor wrote them on this machine, and of
inquiry.md without the settings that say nothing of the inquiry itself.  The first edition took the bytes
as they lay on the disk; `equivalent_digests` knows those too.
"""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

from generator.layout import INQUIRY, InquiryFolder, is_text
from generator.model import Inquiry, Submission
from generator.reading.yaml.front_matter import without_settings

CITED_DIGITS = 12  # of a digest: enough to tell versions of one inquiry apart, few enough to copy by hand
# with inquiry.md; not what assessors add later
_SUBMITTED = (InquiryFolder.DATA, InquiryFolder.REFLECTIONS, InquiryFolder.PHOTOS)
# who may see the inquiry, where it stands and lay, and what is shown of students' words: none of it is read
# by an assessor as the teacher's work
_UNFROZEN_SETTINGS = frozenset(("publish", "status", "formerly", "heard"))


class FileChanges(Struct, frozen=True):
    """How files differ from those whose digests were kept: paths, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)


def file_digest(path: str, data: bytes) -> str:
    """SHA-256 of one file, of a text with LF ends."""
    return sha256(_with_lf(data) if is_text(path) else data).hexdigest()


def digests_of(folder: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each of an inquiry's own files, by its path below the inquiry's folder.  A file in a
    folder below data/ is not read, so it is not one of them."""
    return {path: _frozen_digest(path, data) for path, data in _submitted_files(folder, files).items()}


def equivalent_digests(folder: str, files: Mapping[str, bytes]) -> dict[str, frozenset[str]]:
    """By path as in `digests_of`, the digests that the first edition took of the same content: of the whole
    file, with any line ends."""
    return {
        path: frozenset(sha256(form).hexdigest() for form in _byte_forms(path, data))
        for path, data in _submitted_files(folder, files).items()
    }


def compare_digests(
    kept: Mapping[str, str], now: Mapping[str, str], equivalent: Mapping[str, frozenset[str]]
) -> FileChanges:
    """What has changed since digests were kept; `equivalent` are further digests of the files of `now`."""
    changed = (path for path in now if path in kept and kept[path] != now[path])
    return FileChanges(
        added=tuple(sorted(path for path in now if path not in kept)),
        changed=tuple(sorted(path for path in changed if kept[path] not in equivalent.get(path, ()))),
        gone=tuple(sorted(path for path in kept if path not in now)),
    )


def changes_since(submission: Submission, inquiry: Inquiry) -> FileChanges:
    """How an inquiry's files differ from those that were submitted."""
    return compare_digests(submission.digests, inquiry.digests, inquiry.equivalent_digests)


def combined_digest(digests: Mapping[str, str]) -> str:
    """One digest for all files: SHA-256 of the lines `digest  path`, sorted by path."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    return sha256(lines.encode()).hexdigest()


def _submitted_files(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    base = f"{folder}/"
    inquiry_files = {path.removeprefix(base): data for path, data in files.items() if path.startswith(base)}
    return {
        path: data for path, data in sorted(inquiry_files.items()) if path == INQUIRY or _is_submitted(path)
    }


def _is_submitted(path: str) -> bool:
    folder, slash, name = path.partition("/")
    is_unread = folder == InquiryFolder.DATA and "/" in name
    return bool(slash) and folder in _SUBMITTED and not is_unread


def _frozen_digest(path: str, data: bytes) -> str:
    if path == INQUIRY:
        data = without_settings(data, _UNFROZEN_SETTINGS)
    return file_digest(path, data)


def _byte_forms(path: str, data: bytes) -> tuple[bytes, ...]:
    if not is_text(path):
        return (data,)
    with_lf = _with_lf(data)
    return data, with_lf, with_lf.replace(b"\n", b"\r\n")


def _with_lf(data: bytes) -> bytes:
    """As git changes line ends: not in a file with a zero byte, which is no text to it (UTF-16)."""
    return data if b"\0" in data else data.replace(b"\r\n", b"\n")
