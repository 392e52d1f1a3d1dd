"""Markdown -> safe HTML, with every link and image resolved.

The author's text never becomes markup of its own: HTML typed into Markdown is shown as text, ids
get a prefix, classes are ours, and what comes out passes through nh3 once more.  Links to content
files become links to their pages; one that leads nowhere is a problem with file and line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator import addresses
from generator.layout import is_picture
from generator.model import Prose
from generator.problems import Phrase, Place, Problem, error, warning
from generator.site.rendering.content_links import (
    LinkTargets,
    address_of,
    content_path,
    files_meant,
    heading_prefix,
)
from generator.site.rendering.markdown_fast_path import use_fast_path
from generator.slugs import slug
from generator.words.translator import Translator

# Python-Markdown tries each opener against the rest of the text: thousands of them take minutes
MAX_OPENERS = 3_000
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_TAGS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "sup"} | {
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
    "hr",
    "br",
    "section",
}
_ATTRIBUTES = {
    "*": {"id"},
    "a": {"href", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "th": {"scope"},
}
_ALIGNED = {"align-left", "align-right", "align-center"}


@dataclass(frozen=True, slots=True)
class ContentLink:
    """A link to somewhere in the site that only the whole site can confirm."""

    address: str
    place: Place
    target: str  # as typed


@dataclass(frozen=True, slots=True)
class RenderedProse:
    html: Markup
    links: tuple[ContentLink, ...] = ()


Converted = tuple[RenderedProse, list[Problem]]


@dataclass(slots=True)
class _Conversion:
    """What one conversion is about, and what it finds; lives for one call."""

    prose: Prose
    here: str
    sources: LinkTargets
    top: int
    links: list[ContentLink] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: int = 0

    def place_of(self, target: str) -> Place:
        """Where a link's target stands in the file: the next place it is found, else the first."""
        at = self.prose.text.find(target, self.seen)
        if at < 0:
            at = max(self.prose.text.find(target), 0)
        self.seen = at + len(target)
        line = self.prose.text.count("\n", 0, at)
        column = at - self.prose.text.rfind("\n", 0, at)
        return Place(self.prose.file, self.prose.line + line, column)


class MarkdownConverter:
    """Turns texts of one language into HTML; setting one up costs more than a short text does."""

    def __init__(self, translator: Translator) -> None:
        self._finisher = _TreeFinisher()
        quotes = {"left-double-quote": translator.gettext("“"), "right-double-quote": translator.gettext("”")}
        self._markdown = Markdown(
            extensions=[
                "tables",
                "sane_lists",
                FootnoteExtension(BACKLINK_TITLE=translator.gettext("Back to the text, note %d")),
                SmartyExtension(substitutions=quotes),
            ]
        )
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._markdown.inlinePatterns.deregister("automail")
        self._markdown.treeprocessors.register(self._finisher, "finish", -10)
        use_fast_path(self._markdown)

    def convert(
        self, prose: Prose, here: str, sources: LinkTargets, *, top: int = 2
    ) -> tuple[RenderedProse, list[Problem]]:
        """The text as HTML for the page at `here`, its highest heading at level `top`."""
        if max(prose.text.count(opener) for opener in "[<`*_!") > MAX_OPENERS:
            return RenderedProse(Markup()), [
                error(
                    "too-many-marks",
                    Place(prose.file, prose.line),
                    "This text has more than {limit} brackets, stars or backticks.",
                    "Look for something pasted by mistake, and split a long text into several reflections.",
                    limit=MAX_OPENERS,
                )
            ]
        task = _Conversion(prose, here, sources, top)
        self._finisher.task = task
        text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), prose.text)
        html = self._markdown.reset().convert(text)
        clean = nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes={"td": _ALIGNED, "th": _ALIGNED},
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
        return RenderedProse(Markup(clean), tuple(task.links)), task.problems


class _TreeFinisher(Treeprocessor):
    """The last look at the tree: headings, ids, tables, links and images as a page needs them."""

    task: _Conversion

    def run(self, root: Element) -> None:
        prefix = heading_prefix(self.task.prose.file)
        self._headings(root, prefix)
        self._notes(root)
        for element in root.iter():
            handler = _HANDLERS.get(element.tag)
            if "id" in element.attrib and element.tag not in _LEVELS:
                element.set("id", prefix + _plain_id(element.attrib["id"]))
            if handler:
                handler(self.task, element)

    def _notes(self, root: Element) -> None:
        """A note that the text never names has no place to lead back to."""
        links = [element for element in root.iter("a") if "footnote-backref" in element.get("class", "")]
        ids = {element.get("id") for element in root.iter("sup")} if links else set()
        for link in links:
            written = link.get("href", "")
            if written[1:] not in ids:
                link.tag = "span"  # which is not among the tags that stay
                link.attrib.clear()
                link.text = ""
                name = written.partition(":")[2]
                self.task.problems.append(_unused_note(self.task.place_of(f"[^{name}]"), name))

    def _headings(self, root: Element, prefix: str) -> None:
        headings = [element for element in root.iter() if element.tag in _LEVELS]
        levels = sorted({element.tag for element in headings})
        seen: dict[str, int] = {}
        for element in headings:
            element.tag = f"h{min(self.task.top + levels.index(element.tag), 6)}"
            name = slug("".join(element.itertext())) or "part"
            free = name
            while free in seen:  # counted on from the last one, so that ten thousand alike cost no more
                seen[name] = seen.get(name, 1) + 1
                free = f"{name}-{seen[name]}"
            seen.setdefault(free, 1)
            element.set("id", prefix + free)


_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _plain_id(written: str) -> str:
    return re.sub(r"[^\w-]+", "-", written)


def _cell(task: _Conversion, element: Element) -> None:
    style = element.attrib.pop("style", "")
    if style:
        element.set("class", "align-" + style.partition(":")[2].strip(" ;"))
    if element.tag == "th" and not (element.text or "").strip() and not len(element):
        element.tag = "td"  # an empty corner names no column
    if element.tag == "th":
        element.set("scope", "col")


def _footnotes(task: _Conversion, element: Element) -> None:
    if element.attrib.pop("class", "") == "footnote":
        element.tag = "section"


def _link(task: _Conversion, element: Element) -> None:
    written = element.get("href", "")
    title = element.attrib.pop("title", "")
    if "footnote-backref" in element.get("class", ""):
        element.set("aria-label", title)
    if written.startswith("#"):
        element.set("href", "#" + heading_prefix(task.prose.file) + _plain_id(written[1:]))
        if not written.startswith(("#fn:", "#fnref")):
            anchor = element.get("href", "#")
            task.links.append(ContentLink(task.here + anchor, task.place_of(written), written))
        return
    if _SCHEME.match(written) or written.startswith("/"):
        if not written.lower().startswith(_SAFE_SCHEMES):
            task.problems.append(_unusable(task.place_of(written), written))
            del element.attrib["href"]
        return
    address = _site_address(task, written)
    if address is None:
        del element.attrib["href"]
    else:
        element.set("href", addresses.relative_link(task.here, address))


def _site_address(task: _Conversion, written: str) -> str | None:
    """The address a relative link leads to; None, and a problem, where it leads nowhere."""
    name, _, anchor = written.partition("#")
    path = content_path(task.prose.file, name)
    place = task.place_of(written)
    if path is None:
        task.problems.append(_nowhere(place, written, ""))
        return None
    if path in task.sources.images:
        return task.sources.images[path].address
    options = files_meant(path)
    found = next((option for option in options if task.sources.has_file(option)), None)
    if found is None and task.sources.is_foreign(path):
        last = path.rpartition("/")[2]
        found = path if "." in last else f"{path}/{'about' if path.count('/') == 1 else 'inquiry'}.md"
    address = address_of(found) if found else None
    if found is None or address is None:
        nearest = task.sources.nearest(path)
        task.problems.append(_nowhere(place, written, nearest and content_link(task.prose.file, nearest)))
        return None
    if anchor:
        address = f"{address.partition('#')[0]}#{heading_prefix(found)}{_plain_id(anchor)}"
    task.links.append(ContentLink(address, place, written))
    return address


def content_link(file: str, other: str) -> str:
    """How a link in one content file names another."""
    return addresses.relative_link(file, other)


def _image(task: _Conversion, element: Element) -> None:
    written = element.get("src", "")
    element.attrib.pop("title", None)
    place = task.place_of(written)
    if _SCHEME.match(written) or written.startswith("/"):
        task.problems.append(
            error(
                "image-elsewhere",
                place,
                "The image {target} lies somewhere else; pages show only images of their own folder.",
                "Save the image in photos/ and type: ![what it shows](photos/NAME.jpg)",
                target=written,
            )
        )
        element.attrib.clear()
        return
    path = content_path(task.prose.file, written)
    shown = task.sources.images.get(path or "")
    if shown is None:
        task.problems.append(_no_image(task, place, written, path))
        element.attrib.clear()
        return
    alt = element.get("alt") or shown.alt
    if not alt:
        task.problems.append(
            error(
                "image-without-words",
                place,
                "The image {target} has no words for readers who cannot see it.",
                "Type what it shows between the square brackets: ![what it shows]({target})",
                target=written,
            )
        )
    element.attrib.clear()
    element.set("src", addresses.relative_link(task.here, shown.address))
    element.set("alt", alt)
    element.set("width", str(shown.width))
    element.set("height", str(shown.height))
    element.set("loading", "lazy")


_HANDLERS: dict[str, Callable[[_Conversion, Element], None]] = {
    "a": _link,
    "img": _image,
    "td": _cell,
    "th": _cell,
    "div": _footnotes,
}


def _unusable(place: Place, target: str) -> Problem:
    return error(
        "link-unusable",
        place,
        "The link {target} cannot be used on a page.",
        "Use a web address that begins with https://, or the way to a file of the site from this "
        "file, such as ../inquiry.md",
        target=target,
    )


def _nowhere(place: Place, target: str, nearest: str) -> Problem:
    remedy = Phrase("Type the way from this file to the other one, such as reflections/2025-10-03.md")
    if nearest:
        remedy = Phrase("Did you mean {nearest}?")
    elif target.lower().startswith("www."):
        remedy = Phrase("Type https://{target}")
    return error(
        "dead-link",
        place,
        "The link {target} leads nowhere.",
        remedy,
        target=target,
        nearest=nearest,
    )


def _unused_note(place: Place, name: str) -> Problem:
    return warning(
        "unused-note",
        place,
        "Nothing in the text names the note {name}.",
        "Type [^{name}] where it belongs, or take the note away.",
        name=name,
    )


def _no_image(task: _Conversion, place: Place, target: str, path: str | None) -> Problem:
    if path is not None and task.sources.has_file(path):
        return error(
            "photo-not-declared",
            place,
            "The image {target} is not listed under photos in inquiry.md, so nobody has said who is on it.",
            "Add to inquiry.md, under photos:   {name}: {{alt: what it shows, people: none}}",
            target=target,
            name=target.rpartition("/")[2],
        )
    close = [
        name for name in task.sources.images if path and name.rpartition("/")[2] == path.rpartition("/")[2]
    ]
    nearest = close[0] if close else task.sources.nearest(path or "")
    if not is_picture(nearest):
        nearest = ""
    return error(
        "image-not-there",
        place,
        "There is no image {target}.",
        "Did you mean {nearest}?" if nearest else "Put the image into photos/ or correct its name.",
        target=target,
        nearest=nearest and content_link(task.prose.file, nearest),
    )
