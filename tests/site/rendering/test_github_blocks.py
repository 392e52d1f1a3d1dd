"""The blocks of a text are those that GitHub's preview shows."""

import time

import pytest

from generator.model import Prose
from generator.problems import Problem
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.github_blocks import reads_as_prose, split_notes
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.words.translator import Translator


def convert(text: str) -> tuple[str, list[Problem]]:
    rendered, problems = MarkdownConverter(Translator()).convert(
        Prose(text, "pages/a.md"), "a/", LinkTargets(frozenset())
    )
    return str(rendered.html).replace("\n", ""), problems


AS_ON_GITHUB = {
    "a list needs no blank line": ("Seen:\n- a\n- b\n", "<p>Seen:</p><ul><li>a</li><li>b</li></ul>"),
    "two spaces nest a list": ("- a\n  - b\n", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    "numbers may have a bracket": ("2) a\n3) b\n", '<ol start="2"><li>a</li><li>b</li></ol>'),
    "a year begins no list": ("It was in\n1986. A good year.\n", "<p>It was in1986. A good year.</p>"),
    "blank lines make paragraphs of items": ("- a\n\n- b\n", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    "fenced code": ("```py\na = 1\n\n<b>\n```\n", "<pre><code>a = 1&lt;b&gt;</code></pre>"),
    "fenced code in an item": ("- a\n  ```\n  x\n  ```\n", "<ul><li>a<pre><code>x</code></pre></li></ul>"),
    "code after a list": ("- a\n\n```\nx\n```\n", "<ul><li>a</li></ul><pre><code>x</code></pre>"),
    "indented code": ("So:\n\n    x = f(1)\n", "<p>So:</p><pre><code>x = f(1)</code></pre>"),
    "a table without a blank line": (
        "Seen:\n| a | b |\n|---|--:|\n| 1 | 2 \\| 3 |\n",
        (
            '<p>Seen:</p><table><thead><tr><th scope="col">a</th><th class="align-right" scope="col">b</th>'
            '</tr></thead><tbody><tr><td>1</td><td class="align-right">2 | 3</td></tr></tbody></table>'
        ),
    ),
    "a hash without a space is text": ("#talk was loud\n", "<p>#talk was loud</p>"),
    "a list of tasks": ("- [ ] a\n- [x] b\n- [y] c\n", "<ul><li>☐ a</li><li>☑ b</li><li>[y] c</li></ul>"),
    "a quotation goes on": ("> a\nb\n", "<blockquote><p>ab</p></blockquote>"),
    "a reference": ("[a][Ref]\n\n[ref]: https://e.org/ñ\n", '<p><a href="https://e.org/ñ">a</a></p>'),
}


@pytest.mark.parametrize(("text", "html"), AS_ON_GITHUB.values(), ids=AS_ON_GITHUB)
def test_as_on_github(text: str, html: str) -> None:
    assert convert(text) == (html, [])


def test_a_footnote_with_two_paragraphs_and_a_list() -> None:
    html, problems = convert("Seen.[^1]\n\n[^1]: One.\n\n    Two:\n    - three\n\nAfter.\n")
    assert problems == []
    assert html.startswith("<p>Seen.<sup")
    assert "<p>After.</p>" in html
    assert "<p>Two:</p><ul><li>three</li></ul>" in html


def test_notes_in_fenced_code_are_code() -> None:
    text = "```\n[^1]: a\n```\n[^2]: b\nc\n\nd"
    assert split_notes(text.split("\n")) == ("```\n[^1]: a\n```\n\n\n\nd", {"2": "b\nc"})


@pytest.mark.parametrize(
    "text",
    [
        "She waited for the others to go on.",
        "First I asked the quiet table: they had an answer ready, and so had the others in the room",
        "¿Por qué lo dices así?",
    ],
)
def test_prose(text: str) -> None:
    assert reads_as_prose(text)


@pytest.mark.parametrize(
    "text",
    ["portfolio check --strict", "for pupil in range(3):", "x = 1; y = 2", "a b", "# one two three four."],
)
def test_code(text: str) -> None:
    assert not reads_as_prose(text)


def test_an_indented_paragraph_is_a_paragraph_and_a_notice_says_so() -> None:
    html, problems = convert("    She waited for the others to go on.\n\n    Then they did, one by one.\n")
    assert html.count("<p>") == 1
    assert "<pre>" not in html
    assert [(problem.code, problem.severity) for problem in problems] == [("pasted-text", "notice")]


def test_a_paragraph_whose_first_line_is_indented_stays_one() -> None:
    html, _ = convert("    She waited for the others\nto go on, one by one.\n")
    assert html == "<p>She waited for the othersto go on, one by one.</p>"


@pytest.mark.parametrize("text", ["[a]: b\n" * 2900, "|a" * 9000 + "\n|-" * 9000, "- a\n" * 9000])
def test_what_nobody_writes_costs_no_minutes(text: str) -> None:
    started = time.process_time()
    convert(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("deep", "line"),
    [
        ("> " * 3000 + "a", 3),
        ("- " * 3000 + "a", 3),
        ("1. " * 3000 + "a", 3),
        ("".join(f"{'  ' * depth}- {depth}\n" for depth in range(60)), 51),
        ("[^1]\n\n[^1]: a\n\n    " + "> " * 200, 7),
    ],
)
def test_blocks_nested_without_end_are_an_error_with_their_line(deep: str, line: int) -> None:
    html, problems = convert(f"Before.\n\n{deep}")
    assert html == ""
    assert [(problem.code, problem.place.line) for problem in problems] == [("nested-too-deep", line)]


def test_what_somebody_may_write_is_not_too_deep() -> None:
    assert convert("".join(f"{'  ' * depth}- a\n" for depth in range(45)))[0].count("<li>a") == 45
