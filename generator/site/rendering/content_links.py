"""From a content file, as a link in Markdown names it, to its address in the site.

Teachers link their files to one another as they would on github.com: relative, ending in `.md`.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from urllib.parse import unquote

from generator import addresses
from generator.memoize import digest
from generator.reading.content_files import DOCUMENTS
from generator.slugs import slug

IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_PROGRAM_FOLDERS = {
    "tools": addresses.tool,
    "change-ideas": addresses.change_idea,
    "micro-credentials": addresses.micro_credential,
    "pages": addresses.free_page,
}


@dataclass(frozen=True, slots=True)
class PublishedImage:
    """A published image and the words that stand for it."""

    address: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """What the author of a text may link to: the files of her own folder and of the program.

    Paths are relative to the content folder.  What lies in another teacher's folder is not known
    here, because one teacher's pages never depend on another's; such links are looked at when all
    pages are there.
    """

    files: frozenset[str]
    shown: Mapping[str, PublishedImage] = field(default_factory=dict)  # image path -> as published

    @property
    def key(self) -> bytes:
        """A digest of all that a text's links and images may lead to."""
        return digest("\n".join(sorted(self.files)), repr(sorted(self.shown.items())))

    def knows(self, path: str) -> bool:
        return path in self.files

    def is_foreign(self, path: str) -> bool:
        """Whether a path lies in the folder of a teacher whose files are not known here."""
        parts = path.split("/")
        own = f"{parts[0]}/{parts[1]}/" if len(parts) > 2 else ""
        return parts[0] == "teachers" and bool(own) and not any(file.startswith(own) for file in self.files)

    def nearest(self, path: str) -> str:
        """The known file whose name is most like this one, or nothing."""
        found = get_close_matches(path, self.files, n=1, cutoff=0.75)
        return found[0] if found else ""


def target_of(file: str, link: str) -> str | None:
    """The content path that a relative link in `file` names; None where it leaves the content folder."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(link)))
    return None if path.startswith("..") else path


def candidates(path: str) -> tuple[str, ...]:
    """The files a link to `path` may mean: itself, or what a folder is known by."""
    return path, f"{path}/inquiry.md", f"{path}/about.md", path.removesuffix(".yaml") + ".yml"


def address_of(path: str) -> str | None:
    """Where the site shows a content file; None for a file that has no place of its own."""
    parts = path.split("/")
    stem = slug(posixpath.splitext(parts[-1])[0])
    if path == "program.yml":
        return addresses.HOME
    if len(parts) == 2 and parts[0] in _PROGRAM_FOLDERS:
        return _PROGRAM_FOLDERS[parts[0]](stem)
    if parts[0] != "teachers" or len(parts) < 3:
        return None
    teacher = slug(parts[1])
    if len(parts) == 3:
        return addresses.teacher(teacher) if parts[2] == "about.md" else None
    inquiry = addresses.evidence(teacher, slug(parts[2]))
    if parts[3] == "inquiry.md":
        return inquiry
    if posixpath.splitext(path)[1].lower() in DOCUMENTS:
        return inquiry + document_name(path)
    anchors = {"reflections": f"#reflection-{stem}", "data": "#data", "reviews": "#rubric"}
    return inquiry + anchors[parts[3]] if parts[3] in anchors and len(parts) == 5 else None


def document_name(path: str) -> str:
    """Where a document that the program allows stands, below its inquiry's address."""
    stem, suffix = posixpath.splitext(posixpath.basename(path))
    return f"files/{slug(stem)}{suffix.lower()}"


def heading_prefix(path: str) -> str:
    """What the ids of an author's own headings begin with, so that they never meet the page's own."""
    parts = path.split("/")
    if len(parts) == 5 and parts[3] == "reflections":
        return f"reflection-{slug(posixpath.splitext(parts[-1])[0])}-"
    return "text-"
