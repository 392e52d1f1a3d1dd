"""What GitHub's preview understands within a line."""

import time

import pytest

from generator.model import Prose
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.github_inline import address_in
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.words.translator import Translator


def convert(text: str) -> str:
    rendered, _ = MarkdownConverter(Translator()).convert(
        Prose(text, "pages/a.md"), "a/", LinkTargets(frozenset())
    )
    return str(rendered.html).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://e.org/a_b.", "https://e.org/a_b"),
        ("https://e.org/a_(b)", "https://e.org/a_(b)"),
        ("https://e.org/a).", "https://e.org/a"),
        ("https://e.org/?a=1&b=2,", "https://e.org/?a=1&b=2"),
    ],
)
def test_where_an_address_ends(text: str, address: str) -> None:
    assert address_in(text) == address


LINES = {
    "an address": (
        "See https://e.org/a_b_c.",
        '<p>See <a href="https://e.org/a_b_c">https://e.org/a_b_c</a>.</p>',
    ),
    "www": ("(www.e.org)", '<p>(<a href="http://www.e.org">www.e.org</a>)</p>'),
    "an address with signs": (
        "https://e.org/?a=1&b=2",
        '<p><a href="https://e.org/?a=1&amp;b=2">https://e.org/?a=1&amp;b=2</a></p>',
    ),
    "not in a link": ("[https://e.org](https://f.org)", '<p><a href="https://f.org">https://e.org</a></p>'),
    "not in code": ("`https://e.org`", "<p><code>https://e.org</code></p>"),
    "not without a domain": ("http://localhost", "<p>http://localhost</p>"),
    "two tildes": ("~~old~~ new", "<p><del>old</del> new</p>"),
    "about": ("~5 of them, then ~6", "<p>~5 of them, then ~6</p>"),
    "a backslash": ("a\\\nb", "<p>a<br>b</p>"),
    "a typed break": ("a<br>b<BR />c", "<p>a<br>b<br>c</p>"),
}


@pytest.mark.parametrize(("text", "html"), LINES.values(), ids=LINES)
def test_as_on_github(text: str, html: str) -> None:
    assert convert(text) == html


@pytest.mark.parametrize(
    "text", ["~a " * 2900, "~~a " * 1400, "http://a" * 9000, "www." * 9000, "https://a." + ")" * 9000]
)
def test_what_nobody_writes_costs_no_minutes(text: str) -> None:
    started = time.process_time()
    convert(text)
    assert time.process_time() - started < 10
