"""Edits HTML as text: tags are found by a parser, and all that is not edited stays byte for byte.

generator/html_reader.py is faster and reads pages as browsers do, but its tree does not remember how
a page was written.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from html import escape, unescape
from html.parser import HTMLParser

from msgspec import Struct, field

# one attribute of a tag: the space before it, its name, its value with the quotes
_ATTRIBUTE = re.compile(r"""(\s+)([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


class TokenKind(StrEnum):
    """What a piece of HTML source is."""

    START = "start"  # an opening tag of an element that has an end
    EMPTY = "empty"  # a tag of an element without content: `<br>`, `<path .../>`
    END = "end"
    OTHER = "other"  # text, an entity, a comment, a declaration


class SourceToken(Struct, frozen=True):
    """A piece of HTML source as written; `tag` and `attributes` in lower case and decoded."""

    kind: TokenKind
    source: str
    tag: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


TokenTest = Callable[[SourceToken], bool]


def split_source(html: str) -> list[SourceToken]:
    """The source in pieces, which give the same text again when they are joined."""
    splitter = _Splitter(html)
    splitter.feed(html)
    splitter.close()
    return splitter.tokens() if html else []


def element_end(tokens: list[SourceToken], start: int) -> int:
    """The index behind the element that begins at `start`; the number of tokens where it is not closed."""
    if tokens[start].kind is not TokenKind.START:
        return start + 1
    depth = 0
    for index in range(start, len(tokens)):
        if tokens[index].tag == tokens[start].tag:
            depth += {TokenKind.START: 1, TokenKind.END: -1}.get(tokens[index].kind, 0)
        if depth == 0:
            return index + 1
    return len(tokens)


def without_elements(
    tokens: list[SourceToken], is_unwanted: Callable[[SourceToken], bool]
) -> list[SourceToken]:
    """The tokens without the elements, with all that is in them, whose opening tag `is_unwanted`."""
    kept = []
    index = 0
    while index < len(tokens):
        if tokens[index].kind in (TokenKind.START, TokenKind.EMPTY) and is_unwanted(tokens[index]):
            index = element_end(tokens, index)
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def without_tags(tokens: list[SourceToken], is_unwanted: TokenTest) -> list[SourceToken]:
    """The tokens without the tags of the elements whose opening tag `is_unwanted`; their content stays."""
    dropped = set()
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.START and is_unwanted(token):
            dropped |= {index, element_end(tokens, index) - 1}
    return [token for index, token in enumerate(tokens) if index not in dropped]


def edit_attributes(token: SourceToken, edit: Callable[[str, str], Mapping[str, str]]) -> str:
    """The source of a tag with each attribute that has a value replaced by what `edit(name, value)` gives:
    names with values, none to remove it.  One that stays the same is left as it was written."""

    def replaced(attribute: re.Match[str]) -> str:
        space, name, quoted = attribute.groups()
        if quoted is None:
            return attribute[0]
        value = unescape(quoted.strip(quoted[0]) if quoted[0] in "\"'" else quoted)
        edited = edit(name.lower(), value)
        if edited == {name.lower(): value}:
            return attribute[0]
        return "".join(f'{space}{new_name}="{escape(text)}"' for new_name, text in edited.items())

    return _ATTRIBUTE.sub(replaced, token.source)


def join_source(tokens: Iterable[SourceToken]) -> str:
    """The text that the tokens were split from."""
    return "".join(token.source for token in tokens)


class _Splitter(HTMLParser):
    """Notes where each piece begins; what stands between two beginnings is a piece's source."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._line_starts = [0, *(newline.end() for newline in re.finditer("\n", html))]
        self._pieces: list[tuple[int, TokenKind, str, Mapping[str, str]]] = []

    def tokens(self) -> list[SourceToken]:
        ends = [*(offset for offset, *_ in self._pieces[1:]), len(self._html)]
        return [
            SourceToken(kind, self._html[start:end], tag, attributes)
            for (start, kind, tag, attributes), end in zip(self._pieces, ends, strict=True)
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = TokenKind.EMPTY if tag in _VOID else TokenKind.START
        self._note(kind, tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(TokenKind.EMPTY, tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self._note(TokenKind.END, tag)

    def handle_data(self, data: str) -> None:
        self._note(TokenKind.OTHER)

    def handle_entityref(self, name: str) -> None:
        self._note(TokenKind.OTHER)

    def handle_charref(self, name: str) -> None:
        self._note(TokenKind.OTHER)

    def handle_comment(self, data: str) -> None:
        self._note(TokenKind.OTHER)

    def handle_decl(self, decl: str) -> None:
        self._note(TokenKind.OTHER)

    def handle_pi(self, data: str) -> None:
        self._note(TokenKind.OTHER)

    def unknown_decl(self, data: str) -> None:
        self._note(TokenKind.OTHER)

    def _note(self, kind: TokenKind, tag: str = "", attributes: Mapping[str, str] | None = None) -> None:
        line, column = self.getpos()
        self._pieces.append((self._line_starts[line - 1] + column, kind, tag, attributes or {}))
