"""Addresses of links as notes: on paper nobody can follow a link that shows only its words."""

import re
from html import unescape
from urllib.parse import urljoin

from markupsafe import Markup
from msgspec import Struct

_LINK = re.compile(r'<a\s[^>]*?href="(?!#|mailto:)([^"]+)"[^>]*>.*?</a>', re.DOTALL)
_NOTE = '<sup class="paper-note" aria-hidden="true">{number}</sup>'
_INDEX = re.compile(r"(?<=/)index\.html(?=$|#)")


class NotedHtml(Struct, frozen=True):
    """HTML with the number of a note behind each link, and the addresses in the order of their numbers."""

    html: Markup
    addresses: tuple[str, ...]


def with_notes(html: Markup, here: str) -> NotedHtml:
    """Number the links that lead out of the page; one address has one number.

    `here` is the page's own address on the web.  Without one, links within the site stay without a number.
    Numbers are in `<sup class="paper-note">`, which style sheets show on paper only; the page lists the
    addresses in `<li value="NUMBER">`.
    """
    numbers: dict[str, int] = {}

    def noted(link: re.Match[str]) -> str:
        address = _INDEX.sub("", urljoin(here, unescape(link[1])))
        if not address.startswith(("http://", "https://")):
            return link[0]
        number = numbers.setdefault(address, len(numbers) + 1)
        return link[0] + _NOTE.format(number=number)

    return NotedHtml(Markup(_LINK.sub(noted, str(html))), tuple(numbers))


def without_note(html: str, href: str) -> str:
    """A page without the note of the links with this `href`, its numbers and its address: for links that
    become words, because the page they lead to is not published."""
    note = re.escape(_NOTE).replace(r"\{number\}", r"(\d+)")
    link = re.search(rf'<a\s[^>]*?href="{re.escape(href)}"[^>]*>(?:(?!</a>).)*</a>{note}', html, re.DOTALL)
    if link is None:
        return html
    listed = re.compile(rf'<li value="{link[1]}">https?://[^<]*</li>\n?')
    return listed.sub("", html.replace(_NOTE.format(number=link[1]), ""))
