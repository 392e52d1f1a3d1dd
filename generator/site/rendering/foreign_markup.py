"""What an author typed for another program, and a page shows as text: HTML, links and pictures of wikis,
commands of website generators.

Each is taken whole by a rule for markdown-it-py's parser, so that nothing within it is read as Markdown.
"""

import re
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from msgspec import Struct

TOKEN = "as_text"  # the type of the tokens
# what GitHub's preview would act on; a `<` that means "less than" has no such name behind it
_ELEMENTS = (
    *("a", "abbr", "article", "aside", "audio", "b", "big", "blockquote", "button", "center", "cite", "code"),
    *("dd", "del", "details", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer"),
    *(
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "iframe",
        "img",
        "input",
        "ins",
        "kbd",
    ),
    *("li", "link", "main", "mark", "meta", "nav", "object", "ol", "p", "picture", "pre", "q", "s"),
    *("samp", "script", "section", "small", "source", "span", "strike", "strong", "style", "sub", "summary"),
    *("sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "video"),
)
_TAG = re.compile(
    rf"</?({'|'.join(_ELEMENTS)})(?:\s[^<>=]{{0,100}}=[^<>]{{0,2000}})?\s?/?>",
    re.IGNORECASE,
)
# GitHub has no such links either; what follows may make a link of CommonMark of it
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n|]{1,200})(?:\|([^\[\]\n]{0,200}))?\]\](?![(\[:])")
_COMMAND = re.compile(r"\{\{[<%][^{}\n]{1,300}[%>]\}\}|\{%[^{}\n]{1,300}%\}")
_SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_WORDS = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SIZE = re.compile(r"\d+(?:x\d+)?")  # Obsidian: ![[table.jpg|200]]


class PieceKind(StrEnum):
    """What another program would make of a piece."""

    PICTURE = "picture"
    LINK = "link"
    TAG = "tag"  # of HTML
    COMMAND = "command"


class ForeignPiece(Struct, frozen=True):
    """A piece of text for another program, as typed; where a picture or a link leads to, and its label; of a
    tag its name is the target."""

    kind: PieceKind
    typed: str
    target: str = ""
    label: str = ""


def add_rules(finder: MarkdownIt) -> None:
    """Teach a parser to keep such pieces as they were typed, each in a token of its own."""
    finder.inline.ruler.before("link", "as-text", _as_text)


def piece_of(typed: str) -> ForeignPiece:
    """What the content of a token of this kind means elsewhere."""
    if wiki := _WIKI.match(typed):
        target, label = wiki[2].strip(), (wiki[3] or "").strip()
        if wiki[1]:
            return ForeignPiece(PieceKind.PICTURE, typed, target, "" if _SIZE.fullmatch(label) else label)
        return ForeignPiece(PieceKind.LINK, typed, target, label or target)
    tag = _TAG.match(typed)
    if tag is None:
        return ForeignPiece(PieceKind.COMMAND, typed)
    name = tag[1].lower()
    source = _SOURCE.search(typed) if name == "img" else None
    if source is None:
        return ForeignPiece(PieceKind.TAG, typed, name)
    return ForeignPiece(PieceKind.PICTURE, typed, _value(source), _value(_WORDS.search(typed)))


def _value(attribute: re.Match[str] | None) -> str:
    """The value of an attribute, whatever stands around it."""
    return next((value for value in attribute.groups() if value), "").strip() if attribute else ""


def _as_text(state: StateInline, silent: bool) -> bool:
    """Keep a piece for another program as text."""
    patterns = {"<": _TAG, "[": _WIKI, "!": _WIKI, "{": _COMMAND}
    pattern = patterns.get(state.src[state.pos])
    match = pattern.match(state.src, state.pos, state.posMax) if pattern else None
    if match is None or (pattern is _WIKI and _is_reference(state, match[2])):
        return False
    if not silent:
        state.push(TOKEN, "", 0).content = match[0]
    state.pos = match.end()
    return True


def _is_reference(state: StateInline, label: str) -> bool:
    """Whether a text says where `[label]` leads: then it is a link in brackets, or a note."""
    references = state.env.get("references", {})
    return " ".join(label.split()).upper() in references or label.startswith("^")
