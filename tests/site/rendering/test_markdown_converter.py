"""Markdown -> safe HTML: what authors may do, and what never gets through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Prose
from generator.problems import Problem
from generator.site.rendering.content_links import LinkTargets, PublishedImage
from generator.site.rendering.markdown_converter import MAX_OPENERS, MarkdownConverter
from generator.words.translator import Translator

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
    ("link", "leads_to"),
    {
        "../inquiry.md": "index.html",
        "..": "index.html",
        "../../about.md": "../index.html",
        "../../../../tools/math-talk.yml": "../../../tools/math-talk/index.html",
        "../../../../tools/math-talk.yaml": "../../../tools/math-talk/index.html",
        "https://example.org/a?b=1": "https://example.org/a?b=1",
        "mailto:ana@example.org": "mailto:ana@example.org",
        "../photos/card.jpg": "photos/card.jpg",
    }.items(),
)
def test_links_lead_to_the_pages_of_the_files_they_name(link: str, leads_to: str) -> None:
    html, problems = convert(f"See [it]({link}).")
    assert not problems
    if link != "../photos/card.jpg":
        assert f'href="{leads_to}"' in html


def test_a_link_to_a_photo_leads_to_it() -> None:
    assert 'href="photos/card.jpg"' in convert("[the card](../photos/card.jpg)")[0]


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "[x](nowhere.md)": "dead-link",
        "[x](../../../../../secret.md)": "dead-link",
        "[x](www.example.org)": "dead-link",
        "[x](javascript:alert(1))": "link-unusable",
        "[x](data:text/html,x)": "link-unusable",
        "[x](/teachers/)": "link-unusable",
        "![x](https://example.org/a.png)": "image-elsewhere",
        "![x](../photos/gone.jpg)": "image-not-there",
        "![x](../photos/undeclared.jpg)": "photo-not-declared",
    }.items(),
)
def test_what_leads_nowhere_is_one_problem_with_its_line(text: str, code: str) -> None:
    html, problems = convert(f"First line.\n\n{text}\n")
    assert [problem.code for problem in problems] == [code]
    assert (problems[0].place.file, problems[0].place.line) == (FILE, 7)
    assert problems[0].hint
    assert "javascript" not in html.replace("javascript:alert(1)", "")


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


def test_headings_go_below_the_pages_own_and_cannot_take_its_ids() -> None:
    html, _ = convert("# Decision\n\n### Deep\n\n# Decision\n")
    assert '<h4 id="reflection-2025-10-03-decision">' in html
    assert '<h5 id="reflection-2025-10-03-deep">' in html
    assert 'id="reflection-2025-10-03-decision-2"' in html


def test_footnotes_of_two_texts_never_meet() -> None:
    html, problems = convert("Word.[^1]\n\n[^1]: Note.\n")
    assert not problems
    assert 'id="reflection-2025-10-03-fn-1"' in html
    assert 'href="#reflection-2025-10-03-fn-1"' in html
    assert "aria-label" in html


def test_tables_keep_their_alignment_without_inline_style() -> None:
    html, _ = convert("| a | b |\n|---|--:|\n| 1 | 2 |\n")
    assert 'class="align-right"' in html
    assert "style=" not in html
    assert 'scope="col"' in html


def test_an_image_takes_its_words_from_the_declaration() -> None:
    html, problems = convert("![](../photos/card.jpg)")
    assert not problems
    assert 'alt="A card"' in html
    assert 'width="80"' in html


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
