"""Reads finished HTML pages as a browser does: their links, their ids and their words."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

# elements that do not end a word: <b>Jay</b>len is one word to a reader
_INLINE = frozenset(["b", "i", "em", "strong", "a", "code", "sub", "sup", "span"])
_UNSEEN = frozenset(["script", "style"])
_TEXT = "-text"
_TEMPLATE = re.compile(r"<(/?)template\b", re.IGNORECASE)


class PageReferences(Struct, frozen=True):
    """What a page's elements link to and what can be linked to in it.

    `links` are the values of `href` and `src` in the order of the page, each once, with entities
    decoded and spaces around them removed; `ids` are the values of `id`.
    """

    links: tuple[str, ...]
    ids: frozenset[str]


def read_references(html: str) -> PageReferences:
    """The links and ids of a page, however its attributes are quoted."""
    links: dict[str, None] = {}
    ids = set()
    for element in _parse(html).css("[href],[src],[id]"):
        attributes = element.attributes
        for name in ("href", "src"):
            link = attributes.get(name)
            if link is not None:
                links[link.strip()] = None
        if element_id := attributes.get("id"):
            ids.add(element_id)
    return PageReferences(tuple(links), frozenset(ids))


def read_text(html: str, is_read_aloud: Callable[[str, str], bool]) -> str:
    """The words of a page: its text, and below it the attributes that `is_read_aloud(name, value)` picks.

    A line break stands where an element begins or ends, except for elements within a line of text.
    Scripts, styles and comments are left out.
    """
    text: list[str] = []
    attributes: list[str] = []
    for node, is_end in _walk(_parse(html).root):
        if node.is_text_node:
            text.append(node.text_content or "")
            continue
        if node.tag not in _INLINE:
            text.append("\n")
        if node.is_element_node and not is_end:
            attributes += [
                value for name, value in node.attributes.items() if value and is_read_aloud(name, value)
            ]
    return "\n".join(["".join(text), *attributes])


def _parse(html: str) -> LexborHTMLParser:
    """The page as a tree.  A tree has nothing of what a `<template>` holds, so one is read as a `<div>`."""
    page = LexborHTMLParser(html)
    return LexborHTMLParser(_TEMPLATE.sub(r"<\1div", html)) if page.css_first("template") else page


def _walk(root: LexborNode | None) -> Iterator[tuple[LexborNode, bool]]:
    """Texts once, elements at their beginning (False) and end (True), without scripts, styles and
    comments.  Not recursive: a page may nest its elements ten thousand deep."""
    pending = [(root, False)] if root is not None else []
    while pending:
        node, is_end = pending.pop()
        if node.tag in _UNSEEN or node.is_comment_node:
            continue
        yield node, is_end
        if node.is_element_node and not is_end:
            pending.append((node, True))
            children = list(node.iter(include_text=True))
            pending += [(child, False) for child in reversed(children)]
