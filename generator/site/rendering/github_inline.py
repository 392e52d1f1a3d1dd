"""What GitHub understands within a line and Python-Markdown does not: bare addresses, struck-out words,
a backslash or a `<br>` at the end of a line."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor, SubstituteTagInlineProcessor
from markdown.util import AtomicString

_ADDRESS = r"(?<![\w/@.:=\"'-])(?:https?://|www\.)[^\s<>\x02\x03]+\.[^\s<>\x02\x03]+"
_AFTER = "?!.,:;*_~'\"”’»"  # what ends a sentence and not an address
# as far as struck-out words may reach, so that a thousand tildes cost no minutes
_STRUCK = r"(?<!~)(~{1,2})(?![\s~])([\s\S]{0,1999}?[^\s~])\1(?!~)"

# by the name and priority of registration (the library's own: link 160, linebreak 100, emphasis 60)
PRIORITIES = {"backslash-break": 101, "html-break": 91, "bare-address": 95, "strikethrough": 55}


class BareAddressProcessor(InlineProcessor):
    """`https://example.org` and `www.example.org` as links."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Called by the library."""
        shown = address_in(m[0])
        link = Element("a", {"href": shown if "://" in shown else f"http://{shown}"})
        link.text = AtomicString(shown)
        return link, m.start(), m.start() + len(shown)


def address_in(text: str) -> str:
    """An address without what belongs to the sentence around it."""
    while text:
        without_bracket = text.endswith(")") and text.count(")") > text.count("(")
        shorter = text[:-1] if without_bracket else text.rstrip(_AFTER)
        if shorter == text:
            break
        text = shorter
    return text


def use_github_inline(markdown: Markdown) -> None:
    """Register the patterns."""
    patterns = {
        "backslash-break": SubstituteTagInlineProcessor(r"\\\n", "br"),
        "html-break": SubstituteTagInlineProcessor(r"<[bB][rR] ?/?>\n?", "br"),
        "bare-address": BareAddressProcessor(_ADDRESS, markdown),
        "strikethrough": SimpleTagInlineProcessor(_STRUCK, "del"),
    }
    for name, pattern in patterns.items():
        markdown.inlinePatterns.register(pattern, name, PRIORITIES[name])
