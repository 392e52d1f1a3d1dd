"""Digests of an inquiry's own files: what a submission freezes, a citation names, a review has seen."""

from collections.abc import Mapping
from hashlib import sha256

from generator.layout import INQUIRY, InquiryFolder

# with inquiry.md; not what assessors add later
_SUBMITTED = (InquiryFolder.DATA, InquiryFolder.REFLECTIONS, InquiryFolder.PHOTOS)


def digests_of(folder: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each of an inquiry's own files, by its path below the inquiry's folder.  A file in a
    folder below data/ is not read, so it is not one of them."""
    base = f"{folder}/"
    inquiry_files = {path.removeprefix(base): data for path, data in files.items() if path.startswith(base)}
    return {
        path: sha256(data).hexdigest()
        for path, data in sorted(inquiry_files.items())
        if path == INQUIRY or _is_submitted(path)
    }


def _is_submitted(path: str) -> bool:
    folder, slash, name = path.partition("/")
    is_unread = folder == InquiryFolder.DATA and "/" in name
    return bool(slash) and folder in _SUBMITTED and not is_unread


def combined_digest(digests: Mapping[str, str]) -> str:
    """One digest for all files: SHA-256 of the lines `digest  path`, sorted by path."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    return sha256(lines.encode()).hexdigest()
