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
    "a machine": ("http://localhost", '<p><a href="http://localhost">http://localhost</a></p>'),
    "not within a word": ("awww.e.org xhttp://e.org", "<p>awww.e.org xhttp://e.org</p>"),
    "not between brackets": ("[https://e.org]", "<p>[https://e.org]</p>"),
    "a mail address": ("Ask me@e.org.", '<p>Ask <a href="mailto:me@e.org">me@e.org</a>.</p>'),
    "no mail address": ("me@e_x @you a@b", "<p>me@e_x @you a@b</p>"),
    "a sign that typography would change": (r"""\"a\" it\'s""", """<p>"a" it's</p>"""),
    "an entity that is none": (
        "`&copy;` &amp;copy; &\\#38;",
        "<p><code>&amp;copy;</code> &amp;copy; &amp;#38;</p>",
    ),
    "a tag": ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    "two tildes": ("~~old~~ new", "<p><del>old</del> new</p>"),
    "about": ("~5 of them, then ~6", "<p>~5 of them, then ~6</p>"),
    "a backslash": ("a\\\nb", "<p>a<br>b</p>"),
    "a typed break": ("a<br>b<BR />c", "<p>a<br>b<br>c</p>"),
}


@pytest.mark.parametrize(("text", "html"), LINES.values(), ids=LINES)
def test_as_on_github(text: str, html: str) -> None:
    assert convert(text) == html


FILLER = "word " * 33
HOSTILE = {
    "addresses": "http://a.b " * 5_000,
    "an address of brackets": "https://a." + ")" * 400_000,
    "mail addresses": "a@b.c " * 40_000,
    "letters before a sign": "a" * 400_000 + "@",
    "emphasis within one another": "*a **b " * 740 + "c** d*" * 740,
    "openers": f"*_~ {FILLER}" * 1_450,
    "brackets": f"[ {FILLER}" * 1_450,
    "brackets within one another": "[" * 2_900 + "]" * 2_900 + FILLER * 1_000,
    "notes": "[^1]: a\n\n" + f"[^1] {FILLER}" * 1_450,
    "half a note": f"[^ {FILLER}" * 1_450,
    "comments": f"<!-- {FILLER}" * 1_450,
    "backslashes": "\\" * 250_000,
    "entities": "&amp;" * 50_000,
    "tildes": "~a " * 2_900,
    "www": "www." * 4_900,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_nobody_writes_costs_no_minutes(text: str) -> None:
    started = time.process_time()
    convert(text)
    assert time.process_time() - started < 5


def test_marks_within_one_another_without_end_keep_their_words() -> None:
    assert "end" in convert("*" * 1_400 + "end" + "*" * 1_400)
