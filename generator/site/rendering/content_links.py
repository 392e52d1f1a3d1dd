"""From a content file, as a link in Markdown names it, to its address in the site.

Teachers link their files to one another as they would on github.com: relative, ending in `.md`.
"""

import posixpath
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from msgspec import Struct, field

from generator import addresses, layout
from generator.layout import InquiryFolder, ProgramFolder
from generator.memoize import digest
from generator.nearest import nearest_path
from generator.problems import Place
from generator.slugs import slug

_PROGRAM_PAGES: Mapping[str, Callable[[str], str]] = {
    ProgramFolder.TOOLS: addresses.tool,
    ProgramFolder.CHANGE_IDEAS: addresses.change_idea,
    ProgramFolder.MICRO_CREDENTIALS: addresses.micro_credential,
    ProgramFolder.PAGES: addresses.free_page,
}


class PublishedImage(Struct, frozen=True):
    """A published image and the words that stand for it."""

    address: str
    width: int
    height: int
    alt: str = ""


class ContentLink(Struct, frozen=True):
    """An author's link to somewhere in the site, which only the whole site can confirm."""

    address: str
    place: Place
    target: str  # as typed


class LinkTargets(Struct, frozen=True):
    """What the author of a text may link to: the files of the author's own folder and of the program.

    Paths are relative to the content folder.  What lies in another teacher's folder is not known
    here, because one teacher's pages never depend on another's; such links are looked at when all
    pages are there.
    """

    files: frozenset[str]
    images: Mapping[str, PublishedImage] = field(default_factory=dict)  # image path -> as published

    @property
    def key(self) -> bytes:
        """A digest of all that a text's links and images may lead to."""
        return digest("\n".join(sorted(self.files)), repr(sorted(self.images.items())))

    def has_file(self, path: str) -> bool:
        return path in self.files

    def is_foreign(self, path: str) -> bool:
        """Whether a path lies in the folder of a teacher whose files are not known here."""
        parts = path.split("/")
        teacher_folder = f"{parts[0]}/{parts[1]}/" if len(parts) > 2 else ""
        return (
            parts[0] == ProgramFolder.TEACHERS
            and bool(teacher_folder)
            and not any(file.startswith(teacher_folder) for file in self.files)
        )

    def nearest(self, path: str) -> str:
        """The known file that was probably meant, or nothing: the one whose name differs only in case, signs
        and suffix (as a photo of a phone from the JPEG that was made of it), else the most similar one."""
        stem = _stem(path)
        alike = [file for file in self.files if stem and _stem(file) == stem]
        return alike[0] if len(alike) == 1 else nearest_path(path, self.files)


def content_path(file: str, link: str) -> str | None:
    """The content path that a relative link in `file` names; None where it leaves the content folder."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(link).replace("\\", "/")))
    return None if path.startswith("..") else path


def photo_path(file: str, link: str) -> str:
    """The photo of the same inquiry that a link in `file` means, with or without the ../ that leads out of
    the folder of a reflection; empty where it does not lead to photos/."""
    location = layout.locate(file)
    name = unquote(link).replace("\\", "/").removeprefix("./")
    while name.startswith("../"):
        name = name.removeprefix("../")
    if not location.inquiry or not name.startswith(f"{InquiryFolder.PHOTOS}/"):
        return ""
    return posixpath.normpath("/".join((*file.split("/")[:3], name)))


def _stem(path: str) -> str:
    return slug(posixpath.splitext(posixpath.basename(path))[0])


def files_meant(path: str) -> tuple[str, ...]:
    """The files a link to `path` may mean: itself, or what a folder is known by."""
    return path, f"{path}/{layout.INQUIRY}", f"{path}/{layout.ABOUT}", path.removesuffix(".yaml") + ".yml"


def address_of(path: str) -> str | None:
    """Where the site shows a content file; None for a file that has no place of its own."""
    location = layout.locate(path)
    if path == layout.SETTINGS:
        return addresses.HOME
    if not location.teacher:
        page = (
            _PROGRAM_PAGES.get(ProgramFolder(location.folder)) if location.folder in _PROGRAM_PAGES else None
        )
        return page(location.stem) if page and location.is_direct else None
    if not location.inquiry:
        return addresses.teacher(location.teacher) if location.name == layout.ABOUT else None
    inquiry = addresses.evidence(location.teacher, location.inquiry)
    if not location.folder and location.name == layout.INQUIRY:
        return inquiry
    if layout.is_document(path):
        return inquiry + document_name(path)
    anchors: dict[str, str] = {
        InquiryFolder.REFLECTIONS: f"#reflection-{location.stem}",
        InquiryFolder.DATA: "#data",
        InquiryFolder.REVIEWS: "#rubric",
    }
    anchor = anchors.get(location.folder)
    return inquiry + anchor if anchor and location.is_direct else None


def document_name(path: str) -> str:
    """Where a document that the program allows stands, below its inquiry's address."""
    stem, suffix = posixpath.splitext(posixpath.basename(path))
    return f"files/{slug(stem)}{suffix.lower()}"


def heading_prefix(path: str) -> str:
    """What the ids of an author's own headings begin with, so that they never meet the page's own."""
    location = layout.locate(path)
    if location.folder == InquiryFolder.REFLECTIONS and location.is_direct:
        return f"reflection-{location.stem}-"
    return "text-"
