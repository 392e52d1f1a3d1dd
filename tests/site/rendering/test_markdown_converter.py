"""Markdown -> safe HTML: what authors may do, and what never gets through."""

import inspect
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model import Prose
from generator.problems import Problem
from generator.site.rendering.content_links import LinkTargets, PublishedImage
from generator.site.rendering.markdown_converter import MarkdownConverter, RenderedProse
from generator.site.rendering.markdown_limits import MAX_OPENERS
from generator.words.translator import ENGLISH, Translator

HERE = "teachers/ana/talk/"
FILE = "teachers/ana/talk/reflections/2025-10-03.md"
SOURCES = LinkTargets(
    frozenset(
        {
            FILE,
            "teachers/ana/about.md",
            "teachers/ana/talk/inquiry.md",
            "teachers/ana/talk/photos/undeclared.jpg",
            "tools/math-talk.yml",
        }
    ),
    {"teachers/ana/talk/photos/card.jpg": PublishedImage(f"{HERE}photos/card.jpg", 80, 60, "A card")},
)


def convert(text: str, file: str = FILE) -> tuple[str, list[Problem]]:
    rendered, problems = MarkdownConverter(Translator()).convert(Prose(text, file, 5), HERE, SOURCES, top=4)
    return str(rendered.html), problems


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "a <b onclick='x'>b</b>",
        "<style>p {display: none}</style>",
        "para {: onclick=alert(1) }",
        '<svg><a xlink:href="javascript:x">y</a></svg>',
    ],
)
def test_html_is_shown_as_text_and_never_becomes_markup(text: str) -> None:
    html, _ = convert(text)
    for tag in ("<script", "<img", "<b ", "<style", "<svg", 'onclick="'):
        assert tag not in html


def test_comments_are_left_out_and_lines_still_count() -> None:
    html, problems = convert("<!-- a note\nof two lines -->\n\n[x](gone.md)")
    assert "note" not in html
    assert problems[0].place.line == 8


def test_thousands_of_brackets_are_refused_before_they_take_minutes() -> None:
    html, problems = convert("[" * (MAX_OPENERS + 1))
    assert [problem.code for problem in problems] == ["too-many-marks"]
    assert not html


def test_quotation_marks_are_those_of_the_language() -> None:
    assert "“why”" in convert('They ask "why".')[0]
    spanish, _ = MarkdownConverter(Translator("es")).convert(Prose('"hola"', FILE), HERE, SOURCES)
    assert "«hola»" in spanish.html


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="[]()<>!`*_#|-:/\\\"'&{}^ \nab1.", max_size=300))
def test_no_text_breaks_it_or_gets_markup_through(text: str) -> None:
    html, _ = convert(text)
    assert "<script" not in html
    assert " on" not in html or "onclick=" not in html


ORDINARY = Prose("Hello.\n\n- one\n- two\n\n> said\n\nBye.\n", FILE, 5)
NESTED = Prose("".join(f"{'    ' * depth}- and\n" for depth in range(45)), FILE, 5)


def stack_depth() -> int:
    return len(inspect.stack(0))


@pytest.mark.parametrize("frames", range(80, 95))  # so that it ends in every place of the parser
def test_a_text_that_cannot_be_converted_does_not_change_the_next_one(frames: int) -> None:
    converter = MarkdownConverter(Translator())
    before, _ = converter.convert(ORDINARY, HERE, SOURCES)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(stack_depth() + frames)
    try:
        with pytest.raises(RecursionError):
            converter.convert(NESTED, HERE, SOURCES)
    finally:
        sys.setrecursionlimit(limit)
    after, _ = converter.convert(ORDINARY, HERE, SOURCES)
    assert after == before


def test_braces_in_a_themes_wording_are_braces() -> None:
    translator = Translator(overrides={"Back to the text, note %d": "Back {{up}} to %d"})
    text = Prose("Said.[^1]\n\n[^1]: A note.\n", FILE, 5)
    rendered, problems = MarkdownConverter(translator).convert(text, HERE, SOURCES)
    assert not problems
    assert 'aria-label="Back {{up}} to 1"' in rendered.html


def test_of_a_text_without_words_nothing_is_said() -> None:
    converter = MarkdownConverter(ENGLISH)
    targets = LinkTargets(frozenset())
    deep = Prose("> " * 200 + "<u>x</u>\n", "pages/a.md")
    for before in (deep, Prose("<u>x</u>\n", "pages/a.md")):
        assert converter.convert(before, "a/", targets)[1]
        for empty in ("", "<!-- nothing -->\n"):
            assert converter.convert(Prose(empty, "pages/b.md"), "b/", targets) == (
                RenderedProse(Markup()),
                [],
            )
