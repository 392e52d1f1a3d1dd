"""The last step over Python-Markdown's tree: headings, ids, tables, links and images as a page needs them."""

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from msgspec import Struct, field

from generator import addresses, layout
from generator.layout import is_picture
from generator.model import Prose
from generator.problems import Place, Problem
from generator.site.rendering.content_links import (
    ContentLink,
    LinkTargets,
    PublishedImage,
    address_of,
    content_path,
    files_meant,
    heading_prefix,
    photo_path,
)
from generator.site.rendering.foreign_markup import ForeignPiece, PieceKind
from generator.site.rendering.prose_problems import (
    commands_as_text,
    dead_link,
    image_elsewhere,
    image_missing,
    image_not_declared,
    image_without_words,
    link_as_text,
    picture_as_text,
    tags_as_text,
    unusable_link,
    unused_note,
)
from generator.slugs import slug

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class ProseTree(Struct):
    """One text for the page at `here`, its highest heading at level `top`; lives for one conversion.

    `links` and `problems` are filled while the tree is finished.
    """

    prose: Prose
    here: str
    sources: LinkTargets
    top: int
    links: list[ContentLink] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _search_from: int = 0

    def finish(self, root: Element) -> None:
        """Change the tree in place."""
        prefix = heading_prefix(self.prose.file)
        self._finish_headings(root, prefix)
        self._finish_notes(root)
        handlers: Mapping[str, Callable[[Element], None]] = {
            "a": self._finish_link,
            "img": self._finish_image,
            "td": _finish_cell,
            "th": _finish_cell,
            "div": _finish_footnotes,
        }
        for element in root.iter():
            if "id" in element.attrib and element.tag not in _HEADINGS:
                element.set("id", prefix + _safe_id(element.attrib["id"]))
            if handler := handlers.get(element.tag):
                handler(element)

    def place_of(self, target: str) -> Place:
        """Where a link's target stands in the file: the next place where it does, else the first."""
        at = self.prose.text.find(target, self._search_from)
        if at < 0:
            at = max(self.prose.text.find(target), 0)
        self._search_from = at + len(target)
        line = self.prose.text.count("\n", 0, at)
        column = at - self.prose.text.rfind("\n", 0, at)
        return Place(self.prose.file, self.prose.line + line, column)

    def report_foreign(self, pieces: Sequence[ForeignPiece]) -> None:
        """Say what was typed for other programs and is shown as text: each picture and link, and tags and
        commands once."""
        self._search_from = 0
        placed = [(piece, self.place_of(piece.typed)) for piece in pieces]
        for piece, place in placed:
            if piece.kind is PieceKind.PICTURE:
                self.problems.append(picture_as_text(place, piece.target, self._picture_meant(piece)))
            elif piece.kind is PieceKind.LINK:
                self.problems.append(link_as_text(place, piece.target, self._link_meant(piece)))
        tags: dict[str, Place] = {}
        for piece, place in placed:
            if piece.kind is PieceKind.TAG:
                tags.setdefault(f"<{piece.target}>", place)
        self.problems += [tags_as_text(place, ", ".join(tags)) for place in list(tags.values())[:1]]
        commands = [place for piece, place in placed if piece.kind is PieceKind.COMMAND]
        self.problems += [commands_as_text(place) for place in commands[:1]]

    def _picture_meant(self, piece: ForeignPiece) -> str:
        """Markdown for a picture: at its path, else the only one that has its name."""
        name = piece.target.rpartition("/")[2].casefold()
        alike = [image for image in self.sources.images if image.rpartition("/")[2].casefold() == name]
        target = piece.target
        if not self._image(target):
            target = self._as_link(alike[0]) if alike else "photos/NAME.jpg"
        return f"![{piece.label or 'what it shows'}]({quote(unquote(target))})"

    def _link_meant(self, piece: ForeignPiece) -> str:
        """Markdown for a link: to the only file of the name."""
        name, _, anchor = piece.target.partition("#")
        stem = slug(name.rpartition("/")[2].removesuffix(".md"))
        alike = [file for file in sorted(self.sources.files) if layout.locate(file).stem == stem]
        target = self._as_link(alike[0]) if len(alike) == 1 else "NAME.md"
        return f"[{piece.label}]({quote(target)}{'#' + slug(anchor) if anchor else ''})"

    def _finish_notes(self, root: Element) -> None:
        """Remove the link back from a note that the text never names: there is no place to lead to."""
        links = [element for element in root.iter("a") if "footnote-backref" in element.get("class", "")]
        ids = {element.get("id") for element in root.iter("sup")} if links else set()
        for link in links:
            target = link.get("href", "")
            if target[1:] not in ids:
                link.tag = "span"  # which is not among the tags that stay
                link.attrib.clear()
                link.text = ""
                name = target.partition(":")[2]
                self.problems.append(unused_note(self.place_of(f"[^{name}]"), name))

    def _finish_headings(self, root: Element, prefix: str) -> None:
        """Put the headings below the page's own, and give each an id that no other has."""
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        levels = sorted({element.tag for element in headings})
        taken: dict[str, int] = {}  # id -> the last number that was put behind it
        for element in headings:
            element.tag = f"h{min(self.top + levels.index(element.tag), 6)}"
            name = slug(unescape("".join(element.itertext()))) or "part"
            free = name
            while free in taken:  # counted on from the last one, so that ten thousand alike cost no more
                taken[name] = taken.get(name, 1) + 1
                free = f"{name}-{taken[name]}"
            taken.setdefault(free, 1)
            element.set("id", prefix + free)

    def _finish_link(self, element: Element) -> None:
        target = element.get("href", "")
        title = element.attrib.pop("title", "")
        if "footnote-backref" in element.get("class", ""):
            element.set("aria-label", title)
        if target.startswith("#"):
            self._finish_anchor(element, target)
        elif _is_external(target):
            if not target.lower().startswith(_SAFE_SCHEMES):
                self.problems.append(unusable_link(self.place_of(target), target))
                del element.attrib["href"]
        elif (address := self._site_address(target)) is not None:
            element.set("href", addresses.relative_link(self.here, address))
        else:
            del element.attrib["href"]

    def _finish_anchor(self, element: Element, target: str) -> None:
        """A link within the text; whether its heading is there is known when the page is."""
        anchor = f"#{heading_prefix(self.prose.file)}{_safe_id(target[1:])}"
        element.set("href", anchor)
        if not target.startswith(("#fn:", "#fnref")):
            self.links.append(ContentLink(self.here + anchor, self.place_of(target), target))

    def _site_address(self, target: str) -> str | None:
        """The address that a relative link leads to; None, and a problem, where it leads nowhere."""
        name, _, anchor = target.partition("#")
        path = content_path(self.prose.file, name)
        place = self.place_of(target)
        if path is None:
            self.problems.append(dead_link(place, target, ""))
            return None
        if image := self._image(target):
            return image.address
        file = self._linked_file(path)
        address = address_of(file) if file else None
        if file is None or address is None:
            self.problems.append(dead_link(place, target, self._as_link(self.sources.nearest(path))))
            return None
        if anchor:
            address = f"{address.partition('#')[0]}#{heading_prefix(file)}{_safe_id(anchor)}"
        self.links.append(ContentLink(address, place, target))
        return address

    def _linked_file(self, path: str) -> str | None:
        """The content file that a link to `path` means; None where there is none.  Another teacher's is
        taken to be there until the whole site is."""
        file = next((option for option in files_meant(path) if self.sources.has_file(option)), None)
        if file is not None or not self.sources.is_foreign(path):
            return file
        name = path.rpartition("/")[2]
        return path if "." in name else f"{path}/{'about' if path.count('/') == 1 else 'inquiry'}.md"

    def _as_link(self, path: str) -> str:
        """How this text would link to a content file; empty for an empty path."""
        return path and addresses.relative_link(self.prose.file, path)

    def _finish_image(self, element: Element) -> None:
        target = element.get("src", "")
        place = self.place_of(target)
        image = self._published_image(place, target)
        alt = element.get("alt") or (image.alt if image else "")
        element.attrib.clear()
        if image is None:
            return
        if not alt:
            self.problems.append(image_without_words(place, target))
        element.set("src", addresses.relative_link(self.here, image.address))
        element.set("alt", alt)
        element.set("width", str(image.width))
        element.set("height", str(image.height))
        element.set("loading", "lazy")

    def _published_image(self, place: Place, target: str) -> PublishedImage | None:
        """The image as published; None, and a problem, where it cannot be shown."""
        if _is_external(target):
            self.problems.append(image_elsewhere(place, target))
            return None
        path = content_path(self.prose.file, target)
        image = self._image(target)
        if image is None:
            self.problems.append(self._image_problem(place, target, path))
        return image

    def _image(self, target: str) -> PublishedImage | None:
        """The image at a path from this file, else the photo of the inquiry that the path may mean."""
        images = self.sources.images
        path = content_path(self.prose.file, target) or ""
        return images.get(path) or images.get(photo_path(self.prose.file, target))

    def _image_problem(self, place: Place, target: str, path: str | None) -> Problem:
        photo = photo_path(self.prose.file, target)
        if any(file and self.sources.has_file(file) for file in (path, photo)):
            return image_not_declared(place, target)
        name = path.rpartition("/")[2] if path else ""
        same_name = [
            image
            for image in self.sources.images
            if name and name.casefold() == image.rpartition("/")[2].casefold()
        ]
        nearest = same_name[0] if same_name else self.sources.nearest(path or "")
        return image_missing(place, target, self._as_link(nearest) if is_picture(nearest) else "")


class TreeFinisher(Treeprocessor):
    """The place in Python-Markdown where a text's tree is finished; `tree` is set for each text."""

    tree: ProseTree

    def run(self, root: Element) -> None:
        """Called by the library with the whole text."""
        self.tree.finish(root)


def _is_external(target: str) -> bool:
    return bool(_SCHEME.match(target)) or target.startswith("/")


def _safe_id(text: str) -> str:
    return re.sub(r"[^\w-]+", "-", text)


def _finish_cell(element: Element) -> None:
    """Alignment as a class in place of a style, and what a heading cell is the heading of."""
    style = element.attrib.pop("style", "")
    if style:
        element.set("class", "align-" + style.partition(":")[2].strip(" ;"))
    if element.tag == "th" and not (element.text or "").strip() and not len(element):
        element.tag = "td"  # an empty corner names no column
    if element.tag == "th":
        element.set("scope", "col")


def _finish_footnotes(element: Element) -> None:
    if element.attrib.pop("class", "") == "footnote":
        element.tag = "section"
