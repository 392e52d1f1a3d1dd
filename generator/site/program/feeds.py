"""The sitemap and the feed; both need the program's address on the web."""

from collections.abc import Iterable, Sequence
from datetime import date as Date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator import addresses
from generator.model import Program
from generator.site.teacher_card import TeacherCard

NEWEST = 50  # entries of the feed
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(program: Program, pages: Iterable[str]) -> bytes:
    """The sitemap of these addresses as full ones, sorted; without dates, so that it changes only with the
    pages."""
    root = Element("urlset", xmlns=_SITEMAP)
    for address in sorted(pages):
        SubElement(SubElement(root, "url"), "loc").text = addresses.absolute_url(program.url, address)
    return _bytes(root)


def feed(program: Program, cards: Sequence[TeacherCard]) -> bytes:
    """An Atom feed of the inquiries, the most recent visit first."""
    dated = [
        (inquiry.latest, card, inquiry)
        for card in cards
        for inquiry in card.inquiries
        if inquiry.latest is not None
    ]
    newest = sorted(dated, key=lambda entry: (-entry[0].toordinal(), entry[2].address))[:NEWEST]
    root = Element("feed", xmlns=_ATOM)
    root.set("xml:lang", program.language)
    _text(root, "title", program.title)
    _text(root, "id", addresses.absolute_url(program.url, addresses.HOME))
    _text(root, "updated", _moment(newest[0][0] if newest else Date(2000, 1, 1)))
    _text(SubElement(root, "author"), "name", program.title)
    SubElement(root, "link", rel="self", href=addresses.absolute_url(program.url, addresses.FEED))
    SubElement(root, "link", rel="alternate", href=addresses.absolute_url(program.url, addresses.HOME))
    for latest, card, inquiry in newest:
        entry = SubElement(root, "entry")
        address = addresses.absolute_url(program.url, inquiry.address)
        _text(entry, "title", inquiry.title)
        _text(entry, "id", address)
        SubElement(entry, "link", rel="alternate", href=address)
        _text(entry, "updated", _moment(latest))
        _text(SubElement(entry, "author"), "name", card.name)
        _text(entry, "summary", " ".join(part for part in (inquiry.question, inquiry.answer.text) if part))
    return _bytes(root)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _moment(day: Date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _bytes(root: Element) -> bytes:
    indent(root, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + bytes(tostring(root, "utf-8")) + b"\n"
