"""What stands within a line, as GitHub shows it: markdown-it-py's tokens -> Python-Markdown's elements.

markdown-it-py follows CommonMark (emphasis, links, code, entities, escapes) and takes time in proportion to
the text, whatever the text.  Added here is what GitHub adds: bare addresses, struck-out words, `<br>`; and
footnotes, which Python-Markdown numbers.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString, code_escape
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.site.rendering import foreign_markup
from generator.site.rendering.foreign_markup import ForeignPiece, piece_of
from generator.site.rendering.github_blocks import GithubBlockParser

_AFTER = "?!.,:*_~'\"”’»"  # what ends a sentence and not an address
# what may stand before an address, and an address: as in cmark-gfm, GitHub's own library
_START = r"(?:(?<![A-Za-z])[hH][tT][tT][pP][sS]?://|(?<![^\s*_~(])[wW]{3}\.)"
_ADDRESS = re.compile(rf"{_START}(?=[^\s<>./])[^\s<>\x02\x03]+")
_ENTITY_AT_END = re.compile(r"&[a-zA-Z0-9]+;\Z")
# at most as long as the part before the @ may be, so that a line of letters costs no minutes
_MAIL = re.compile(
    r"(?<![\w.+/:@-])(?:mailto:)?[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9]+\b(?![-_@])",
    re.ASCII,
)
_BREAK = re.compile(r"<br(?:\s[^<>]{0,80})?/?>\n?", re.IGNORECASE)
_NOTE = re.compile(r"\[\^([^\[\]\n]{1,200})\]")
_SPACED_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]{0,500})\]"
    r"\([ \t]*(?P<target>[^()<>\s\"']{1,300}(?:[ \t]+[^()<>\s\"']{1,300}){1,20})[ \t]*\)"
)
_TYPED_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]*)>", re.IGNORECASE)
_TYPED_MAIL = re.compile(r"<([\w.+-]{1,64}@[\w.-]+)>", re.ASCII)
_TAGS = {"s": "del"}
_MOST_NESTED = 50  # marks within one another; what is deeper keeps its words
_PLAIN_PUNCTUATION = "\"'-."  # what typography would change, and an author kept from it by a backslash


class GithubInlineProcessor(Treeprocessor):
    """Takes the place of Python-Markdown's own step that turns texts into elements.

    After a document, `foreign_pieces` are what was typed for other programs and is shown as text.
    """

    def __init__(self, markdown: Markdown, blocks: GithubBlockParser, footnotes: FootnoteExtension) -> None:
        super().__init__(markdown)
        note = markdown.inlinePatterns["footnote"]
        assert isinstance(note, InlineProcessor)
        self._note = note
        self._blocks = blocks
        self._footnotes = footnotes
        self.foreign_pieces: list[ForeignPiece] = []
        add_github_rules(blocks.finder)
        foreign_markup.add_rules(blocks.finder)

    def run(self, root: Element) -> None:
        """Called by the library with the whole text."""
        self.foreign_pieces = []
        environment = {**self._blocks.environment, "footnotes": self._footnotes.footnotes}
        for element in list(root.iter()):
            text = element.text
            if text and not isinstance(text, AtomicString):
                element.text = ""
                self._fill(element, text, environment)

    def _fill(self, element: Element, text: str, environment: dict[str, Any]) -> None:
        """Put what a text means before the children that the element has."""
        children = list(element)
        for child in children:
            element.remove(child)
        finder = self._blocks.finder
        parents, depth = [element], 0
        for token in finder.inline.parse(text.strip(), finder, environment, []):
            if token.nesting > 0:
                depth += 1
                is_shown = depth <= _MOST_NESTED
                parents.append(_add(parents[-1], token) if is_shown else parents[-1])
            elif token.nesting < 0:
                depth -= 1
                parents.pop()
            else:
                self._add_single(parents[-1], token, is_in_link=any(parent.tag == "a" for parent in parents))
        element.extend(children)

    def _add_single(self, parent: Element, token: Token, *, is_in_link: bool) -> None:
        """Add what has no inside of its own."""
        if token.type in ("text", "text_special"):
            _add_words(parent, token, is_in_link=is_in_link)
        elif token.type == "footnote":
            match = _NOTE.match(token.content)
            assert match is not None
            element, _, _ = self._note.handleMatch(match, token.content)
            assert isinstance(element, Element)
            parent.append(element)
        elif token.type == "address":
            _add(parent, token).text = AtomicString(_plain(token.content))
        elif token.type == "code_inline":
            SubElement(parent, "code").text = AtomicString(code_escape(token.content))
        elif token.type == foreign_markup.TOKEN:
            self.foreign_pieces.append(piece_of(token.content))
            _add_text(parent, "".join(map(_kept, token.content)))
        elif token.type == "softbreak":
            _add_text(parent, "\n")
        elif token.type == "image":
            words = _plain("".join(_words_of(token.children or [])))
            SubElement(parent, "img", {"src": str(token.attrs["src"]), "alt": words})
        else:
            _add(parent, token)


def _add(parent: Element, token: Token) -> Element:
    attributes = {key: str(value) for key, value in token.attrs.items()}
    return SubElement(parent, _TAGS.get(token.tag, token.tag), attributes)


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _add_words(parent: Element, token: Token, *, is_in_link: bool) -> None:
    """Words, the mail addresses among them as links."""
    if token.type == "text_special":
        is_escaped = token.markup.startswith("\\")
        _add_text(parent, _kept(token.content) if is_escaped else _plain(token.content))
        return
    end = 0
    if "@" in token.content and not is_in_link:
        for mail in _MAIL.finditer(token.content):
            _add_text(parent, _plain(token.content[end : mail.start()]))
            link = SubElement(parent, "a", {"href": f"mailto:{mail[0].removeprefix('mailto:')}"})
            link.text = AtomicString(mail[0])
            end = mail.end()
    _add_text(parent, _plain(token.content[end:]))


def _kept(character: str) -> str:
    """A character that typography leaves as it is, in Python-Markdown's own form of an escaped one, which its
    last step resolves."""
    is_changed = character in _PLAIN_PUNCTUATION
    return f"{STX}{ord(character)}{ETX}" if is_changed else _plain(character)


def _words_of(tokens: list[Token]) -> Iterator[str]:
    """The words of an image's description without its marks."""
    for token in tokens:
        if token.type == "image":
            yield from _words_of(token.children or [])
        else:
            yield "\n" if token.type in ("softbreak", "hardbreak") else token.content


def _plain(text: str) -> str:
    """Text in which nothing is an entity: Python-Markdown leaves those as they are."""
    return text.replace("&", "&amp;")


def add_github_rules(finder: MarkdownIt) -> None:
    """Teach a parser what GitHub adds to CommonMark within a line."""
    finder.enable("strikethrough").disable("html_inline")
    finder.options["strikethrough_single_tilde"] = True
    finder.inline.ruler.at("autolink", _typed_address)
    finder.inline.ruler.before("link", "footnote", _footnote)
    finder.inline.ruler.after("image", "spaced-link", _spaced_link)
    finder.inline.ruler.before("autolink", "break", _break)
    finder.inline.ruler.before("text", "bare-address", _bare_address)
    stops = finder.inline.terminator_re.pattern
    finder.inline.terminator_re = re.compile(f"{stops}|{_START}")


def _bare_address(state: StateInline, silent: bool) -> bool:
    """`https://example.org` and `www.example.org` as links."""
    if silent or state.linkLevel or state.src[state.pos] not in "hHwW" or _is_in_bracket(state):
        return False
    match = _ADDRESS.match(state.src, state.pos, state.posMax)
    shown = address_in(match[0]) if match else ""
    if not shown:
        return False
    _push_address(state, shown, shown if "://" in shown else f"http://{shown}")
    state.pos += len(shown)
    return True


def _is_in_bracket(state: StateInline) -> bool:
    return state.src.rfind("[", 0, state.pos) > state.src.rfind("]", 0, state.pos)


def address_in(text: str) -> str:
    """An address without what belongs to the sentence around it."""
    surplus = text.count(")") - text.count("(")
    end = len(text)
    while end:
        if text[end - 1] == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif text[end - 1] in _AFTER:
            end -= 1
        elif text[end - 1] == ";":
            entity = _ENTITY_AT_END.search(text, max(end - 40, 0), end)
            end = entity.start() if entity else end - 1
        else:
            break
    return text[:end]


def _typed_address(state: StateInline, silent: bool) -> bool:
    """`<https://example.org>`; what else stands between these signs is text."""
    address = _TYPED_ADDRESS.match(state.src, state.pos, state.posMax)
    match = address or _TYPED_MAIL.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        _push_address(state, match[1], match[1] if address else f"mailto:{match[1]}")
    state.pos = match.end()
    return True


def _push_address(state: StateInline, shown: str, target: str) -> None:
    token = state.push("address", "a", 0)
    token.content = shown
    token.attrs = {"href": target}


def _break(state: StateInline, silent: bool) -> bool:
    """A typed `<br>`."""
    match = _BREAK.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = match.end()
    return True


def _spaced_link(state: StateInline, silent: bool) -> bool:
    """`[words](my plan.md)`: no link in CommonMark, and there is nothing else that it can mean."""
    match = _SPACED_LINK.match(state.src, state.pos, state.posMax)
    if not match or state.linkLevel:
        return False
    if not silent:
        if match["image"]:
            token = state.push("image", "img", 0)
            token.attrs = {"src": match["target"]}
            token.children = state.md.inline.parse(match["words"], state.md, state.env, [])
        else:
            state.push("link_open", "a", 1).attrs = {"href": match["target"]}
            end = state.posMax
            state.pos, state.posMax = match.span("words")
            state.linkLevel += 1
            state.md.inline.tokenize(state)
            state.linkLevel -= 1
            state.posMax = end
            state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    """`[^name]`, where there is a note of that name."""
    match = _NOTE.match(state.src, state.pos, state.posMax)
    notes: Mapping[str, str] = state.env["footnotes"]
    if not match or match[1] not in notes:
        return False
    if not silent:
        state.push("footnote", "", 0).content = match[0]
    state.pos = match.end()
    return True
