"""The sitemap and the feed, as other programs read them."""

from datetime import date
from xml.etree import ElementTree

from generator.model import Program
from generator.site.inquiry.answer import Answer
from generator.site.program.feeds import NEWEST, feed, sitemap
from tests.site.views import inquiry_card, teacher_card

PROGRAM = Program("Hill & Dale", url="https://hill.example.org/p/")
ATOM = "{http://www.w3.org/2005/Atom}"


def texts(document: bytes, path: str) -> list[str | None]:
    return [element.text for element in ElementTree.fromstring(document).findall(path)]


def test_the_sitemap_has_full_addresses_in_order() -> None:
    document = sitemap(PROGRAM, ["tools/talk/", "", "change-ideas/"])
    assert texts(document, ".//{*}loc") == [
        "https://hill.example.org/p/",
        "https://hill.example.org/p/change-ideas/",
        "https://hill.example.org/p/tools/talk/",
    ]


def test_the_feed_has_dated_inquiries_the_most_recent_first() -> None:
    card = teacher_card(
        "Ana Lopez",
        inquiry_card(
            "Old?", latest=date(2025, 9, 5), answer=Answer("No clear change so far.", "10% before.")
        ),
        inquiry_card("None yet?"),
        inquiry_card("New?", latest=date(2026, 1, 9)),
    )
    document = feed(PROGRAM, [card])
    assert texts(document, f"{ATOM}title") == ["Hill & Dale"]
    assert texts(document, f"{ATOM}entry/{ATOM}title") == ["New?", "Old?"]
    assert texts(document, f"{ATOM}entry/{ATOM}updated") == ["2026-01-09T00:00:00Z", "2025-09-05T00:00:00Z"]
    assert texts(document, f"{ATOM}entry/{ATOM}summary") == [
        "New?",
        "Old? No clear change so far. 10% before.",
    ]
    assert texts(document, f"{ATOM}updated") == ["2026-01-09T00:00:00Z"]


def test_a_long_feed_ends_and_an_empty_one_does_not_depend_on_the_clock() -> None:
    cards = [inquiry_card(f"Inquiry {n}?", latest=date(2026, 1, 9)) for n in range(NEWEST + 5)]
    assert len(texts(feed(PROGRAM, [teacher_card("Ana", *cards)]), f"{ATOM}entry")) == NEWEST
    assert feed(PROGRAM, []) == feed(PROGRAM, [])
