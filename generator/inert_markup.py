"""Markup that can do nothing: what a page takes over from a file that others could have written.

Only elements and attributes that the program's own prose and pictures have, in the form in which it writes
them; no script, no style, no handler, no address that runs.  Anything else is refused whole.
"""

import re
from typing import Annotated

import msgspec

_TAGS = (
    *(
        "p",
        "h[2-6]",
        "ul",
        "ol",
        "li",
        "a",
        "em",
        "strong",
        "code",
        "pre",
        "sup",
        "del",
        "br",
        "hr",
        "section",
    ),
    *("section", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "img"),
    *("svg", "g", "title", "desc", "path", "text", "tspan", "line", "rect", "circle", "use"),
)
_ADDRESSES = r"href|src"
# a relative address has no colon before its first slash, not even one written as an entity
_ADDRESS = r"""(?:https?://|mailto:)[^"<]*+|(?!//)[^"<&:/?#\\]*+(?:[/?#][^"<\\]*+)?+"""
_NAMES = (
    r"id|class|alt|width|height|loading|start|scope|role|aria-[a-z]++|viewBox|d|x|y|x1|x2|y1|y2|dx|dy|r|cx|cy"
    r"|rx|ry|fill|stroke(?:-[a-z]++)?|opacity|transform|text-anchor|dominant-baseline|font-[a-z]++|data-[a-z-]++"
)
_ATTRIBUTE = rf"""(?:\s++(?:(?:{_ADDRESSES})="(?:{_ADDRESS})"|(?:{_NAMES})="[^"<]*+"))"""
PATTERN = rf"\A(?:[^<]++|</(?:{'|'.join(_TAGS)})>|<(?:{'|'.join(_TAGS)}){_ATTRIBUTE}*+\s*+/?>)*+\Z"
_INERT = re.compile(PATTERN)

# the shape of a text that is remembered and becomes markup (memoize.py)
InertMarkup = Annotated[str, msgspec.Meta(pattern=PATTERN)]


def is_inert(text: str) -> bool:
    """Whether markup can do nothing."""
    return _INERT.match(text) is not None
