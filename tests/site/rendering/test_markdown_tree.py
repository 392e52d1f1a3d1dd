"""Headings, ids, tables, links and images of a text, as a page needs them."""

import pytest

from generator.model import Prose
from generator.problems import Problem
from generator.site.rendering.content_links import LinkTargets, PublishedImage
from generator.site.rendering.markdown_converter import MarkdownConverter
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


def test_an_image_without_words_is_a_problem_and_stays() -> None:
    sources = LinkTargets(
        frozenset({FILE}), {"teachers/ana/talk/photos/a.jpg": PublishedImage(f"{HERE}photos/a.jpg", 8, 6)}
    )
    rendered, problems = MarkdownConverter(Translator()).convert(
        Prose("![](../photos/a.jpg)", FILE, 5), HERE, sources
    )
    assert [problem.code for problem in problems] == ["image-without-words"]
    assert 'src="photos/a.jpg"' in rendered.html


def test_a_link_to_another_teachers_page_waits_for_the_whole_site() -> None:
    rendered, problems = MarkdownConverter(Translator()).convert(
        Prose("[Ben](../../../ben/about.md) and [a heading](#talk)", FILE, 5), HERE, SOURCES
    )
    assert not problems
    assert [link.address for link in rendered.links] == [
        "teachers/ben/",
        "teachers/ana/talk/#reflection-2025-10-03-talk",
    ]


def test_the_same_missing_link_twice_is_named_where_each_stands() -> None:
    _, problems = convert("[x](gone.md)\n\n[y](gone.md)\n")
    assert [problem.place.line for problem in problems] == [5, 7]
