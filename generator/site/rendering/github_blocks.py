"""Finds the blocks of a text (paragraphs, lists, code, tables) as GitHub does, for Python-Markdown.

Teachers see their texts on github.com first.  Python-Markdown wants a blank line before a list and four
spaces before a nested one, and has no fenced code; so markdown-it-py, which follows CommonMark and
GitHub's tables, finds the blocks, and Python-Markdown does everything else with them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.footnotes import FootnoteExtension
from markdown.util import AtomicString, code_escape
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

_NOTE = re.compile(r" {0,3}\[\^([^\]]*)\]: *(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_TASK = re.compile(r"\[([ xX])\] +(?=\S)")
_BOXES = {" ": "☐ ", "x": "☑ "}
_MOST_NESTED = 100  # blocks within one another; what is deeper was never written by a person
_CODE_SIGNS = re.compile(r"[{}\[\]<>=\\|`$]|\w\(|[;{]\s*$|^\s*(?:#|//)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 4  # of a paragraph that is indented and means no code


class GithubBlockParser(BlockParser):
    """Python-Markdown's parser of blocks, with the blocks found by markdown-it-py.

    After a document, `has_indented_prose` says whether a paragraph was indented like code, `deep_line` which
    line lies deeper in lists or quotations than anybody writes (then the tree is not the whole text), and
    `environment` holds the link references.
    """

    def __init__(self, markdown: Markdown, footnotes: FootnoteExtension) -> None:
        super().__init__(markdown)
        self._start()
        self._footnotes = footnotes
        self.finder = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTED}).enable("table")
        self.finder.disable("html_block")  # which is text here
        self.finder.core.ruler.enableOnly(["normalize", "block"])
        # what a link may lead to is decided where the tree is finished, by what was typed
        finder: Any = self.finder
        finder.normalizeLink = finder.normalizeLinkText = _as_typed
        finder.validateLink = _is_taken

    def _start(self) -> None:
        self.has_indented_prose = False
        self.deep_line: str | None = None
        self.environment: dict[str, Any] = {}

    def parseDocument(self, lines: Iterable[str]) -> "ElementTree[Any]":  # noqa: N802
        """The tree of a whole text; called by the library."""
        self._start()
        self.root = Element(self.md.doc_tag)
        text, notes = split_notes(list(lines))
        for name, note in notes.items():
            self._footnotes.setFootnote(name, note)
        self.parseChunk(self.root, text)
        return ElementTree(self.root)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        """Add the blocks of a text to an element; called by the library for each footnote."""
        tokens = self.finder.parse(text, self.environment)
        deep = next((token.map for token in tokens if token.level >= _MOST_NESTED - 2 and token.map), None)
        if deep:  # the parser leaves out what is deeper
            self.deep_line = text.split("\n")[deep[0]]
        builder = _TreeBuilder(tokens)
        builder.fill(parent)
        self.has_indented_prose |= builder.has_indented_prose


def split_notes(lines: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The text with blank lines in place of its footnotes, and the footnotes' texts by their names."""
    kept: list[str] = []
    notes: dict[str, list[str]] = {}
    fence = ""
    note: list[str] | None = None  # the footnote that the lines may go on with
    for line in lines:
        fence = _fence_after(fence, line)
        start = None if fence else _NOTE.match(line)
        if start:
            note = notes.setdefault(start[1], [])
            note[:] = [start[2]]
        elif note is not None and _goes_on(note, line):
            note.append(line.removeprefix("    "))
        else:
            note = None
        kept.append("" if note is not None else line)
    return "\n".join(kept), {name: "\n".join(note).rstrip() for name, note in notes.items()}


def _goes_on(note: Sequence[str], line: str) -> bool:
    """Whether a line belongs to the footnote above it: after a blank line only where it is indented."""
    return not line.strip() or bool(note[-1].strip()) or line.startswith("    ")


def _fence_after(fence: str, line: str) -> str:
    """What closes the fenced code that a line is in; empty outside of it."""
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return match[1]
    return "" if match[1].startswith(fence) and not match[2].strip() else fence


def reads_as_prose(text: str) -> bool:
    """Whether indented text is a paragraph that was indented by habit: words, and no signs of code."""
    words = _WORD.findall(text)
    if len(words) < _LEAST_WORDS or _CODE_SIGNS.search(text):
        return False
    is_sentence = text.rstrip().endswith((".", "!", "?", "…", ":", "”", '"', "»", ")"))
    return is_sentence or len(words) >= 2 * _LEAST_WORDS


class _TreeBuilder(Struct):
    """Turns the tokens of a text into elements, from the first to the last."""

    tokens: Sequence[Token]
    has_indented_prose: bool = False
    _prose_end: int = -1  # the line where a paragraph ended that had been indented

    def fill(self, root: Element) -> None:
        """Add all blocks to the element."""
        parents = [root]
        handlers: dict[str, Callable[[Element, Token], None]] = {
            "fence": _add_code,
            "code_block": self._add_indented,
            "hr": _add_line,
        }
        for token in self._joined():
            if token.nesting > 0:
                parents.append(parents[-1] if token.hidden else _add(parents[-1], token))
            elif token.nesting < 0:
                parents.pop()
            elif token.type == "inline":
                _add_text(parents, token)
            else:
                handlers[token.type](parents[-1], token)

    def _joined(self) -> Iterator[Token]:
        """The tokens, where a paragraph with an indented first line is one paragraph again."""
        skip = -1
        for number, token in enumerate(self.tokens):
            following = self.tokens[number + 1 : number + 3]
            if number <= skip:
                continue
            if _is_first_line(token, following):
                token.content += following[1].content
                skip = number + 3
            yield token

    def _add_indented(self, parent: Element, token: Token) -> None:
        if not reads_as_prose(token.content):
            _add_code(parent, token)
            return
        self.has_indented_prose = True
        SubElement(parent, "p").text = "\n".join(line.strip() for line in token.content.strip().split("\n"))


def _is_first_line(token: Token, following: Sequence[Token]) -> bool:
    """Whether an indented block goes on in the paragraph below it, without a blank line between them."""
    return (
        token.type == "code_block"
        and len(following) == 2
        and following[0].type == "paragraph_open"
        and token.map is not None
        and following[0].map is not None
        and token.map[1] == following[0].map[0]
        and reads_as_prose(token.content + following[1].content)
    )


def _add(parent: Element, token: Token) -> Element:
    element = SubElement(parent, token.tag, {key: str(value) for key, value in token.attrs.items()})
    if token.tag in ("p", "th", "td"):
        element.text = ""
    return element


def _add_line(parent: Element, token: Token) -> None:
    SubElement(parent, token.tag)


def _add_text(parents: Sequence[Element], token: Token) -> None:
    """The text of a paragraph, a heading or a cell; in a tight list that of the item itself."""
    parent = parents[-1]
    is_item = parent.tag == "li" and not len(parent)
    is_first_of_item = parent.tag == "p" and parents[-2].tag == "li" and len(parents[-2]) == 1
    if parent.tag == "li" and not is_item:
        parent = SubElement(parent, "p")
    task = _TASK.match(token.content) if is_item or is_first_of_item else None
    parent.text = _BOXES[task[1].lower()] + token.content[task.end() :] if task else token.content


def _add_code(parent: Element, token: Token) -> None:
    code = SubElement(SubElement(parent, "pre"), "code")
    code.text = AtomicString(code_escape(token.content.rstrip()) + "\n")


def _as_typed(address: str) -> str:
    return address


def _is_taken(_: str) -> bool:
    return True
