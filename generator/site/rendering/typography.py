"""Typed quotation marks, dashes and dots -> those of print, in time proportional to the text.

The rules are those of Python-Markdown's `smarty` extension (after John Gruber's SmartyPants): its patterns,
in its order.  The extension itself stashes every replacement and searches the text from there again, so a
text of dashes takes minutes, and what reads the tree after it sees the stash's signs for words.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown.extensions import smarty
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

_WORTH_A_LOOK = re.compile(r"[\"']|--|\.{3}")
# each replacement stands between the library's signs until the end, so that no later rule takes it for what
# the author typed
_LEFT, _RIGHT, _LEFT_SINGLE, _RIGHT_SINGLE, _EM, _EN, _DOTS = (f"{STX}{sign}{ETX}" for sign in "LRlrmne")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), replacement)
    for pattern, replacement in (
        (r"(?<!-)---(?!-)", _EM),
        (r"(?<!-)--(?!-)", _EN),
        (smarty.singleQuoteStartRe, _RIGHT_SINGLE),
        (smarty.doubleQuoteStartRe, _RIGHT),
        (smarty.doubleQuoteSetsRe, _LEFT + _LEFT_SINGLE),
        (smarty.singleQuoteSetsRe, _LEFT_SINGLE + _LEFT),
        (smarty.doubleQuoteSetsRe2, _RIGHT_SINGLE + _RIGHT),
        (smarty.singleQuoteSetsRe2, _RIGHT + _RIGHT_SINGLE),
        (smarty.decadeAbbrRe, _RIGHT_SINGLE),
        (smarty.openingSingleQuotesRegex, rf"\1{_LEFT_SINGLE}"),
        (smarty.closingSingleQuotesRegex, _RIGHT_SINGLE),
        (smarty.closingSingleQuotesRegex2, rf"{_RIGHT_SINGLE}\1"),
        (smarty.remainingSingleQuotesRegex, _LEFT_SINGLE),
        (smarty.openingDoubleQuotesRegex, rf"\1{_LEFT}"),
        (smarty.closingDoubleQuotesRegex, _RIGHT),
        (smarty.closingDoubleQuotesRegex2, _RIGHT),
        (smarty.remainingDoubleQuotesRegex, _LEFT),
        (r"(?<!\.)\.{3}(?!\.)", _DOTS),
    )
)
_REPLACEMENT = re.compile(f"{STX}([LRlrmne]){ETX}")


def typographer(left: str, right: str) -> Callable[[str], str]:
    """What puts the signs of print into a text; `left` and `right` are the language's quotation marks."""
    signs = dict(zip("LRlrmne", (left, right, "‘", "’", "—", "–", "…"), strict=True))

    def in_print(text: str) -> str:
        if not _WORTH_A_LOOK.search(text):
            return text
        for pattern, replacement in _RULES:
            text = pattern.sub(replacement, text)
        return _REPLACEMENT.sub(lambda sign: signs[sign[1]], text)

    return in_print


class TypographyProcessor(Treeprocessor):
    """The step of Python-Markdown that changes words and leaves code and addresses."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__()
        self._in_print = typographer(left, right)

    def run(self, root: Element) -> None:
        """Called by the library with the whole text."""
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString):
                element.text = self._in_print(element.text)
            if element.tail and not isinstance(element.tail, AtomicString):
                element.tail = self._in_print(element.tail)
