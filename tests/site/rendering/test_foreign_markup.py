"""What was typed for other programs stays as it was typed, and is said."""

import pytest

from generator.model import Prose
from generator.problems import Problem
from generator.site.rendering.content_links import LinkTargets, PublishedImage
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.words.translator import ENGLISH

TALK = "teachers/ana/talk"
FILE = f"{TALK}/reflections/2025-11-10.md"
DOOR = f"{TALK}/photos/Door 1.JPG"
TARGETS = LinkTargets(
    frozenset({FILE, f"{TALK}/inquiry.md", DOOR}), {DOOR: PublishedImage("photos/door-1.jpg", 40, 30)}
)


def convert(text: str) -> tuple[str, list[Problem]]:
    rendered, problems = MarkdownConverter(ENGLISH).convert(Prose(text, FILE, 5), "talk/", TARGETS)
    return str(rendered.html), problems


PIECES = {
    "a picture of Obsidian": ("![[door 1.jpg]]", "![what it shows](../photos/Door%201.JPG)"),
    "with its width": ("![[Door 1.JPG|200]]", "![what it shows](../photos/Door%201.JPG)"),
    "with words": ("![[Door 1.JPG|A door]]", "![A door](../photos/Door%201.JPG)"),
    "one that is not there": ("![[x.jpg]]", "![what it shows](photos/NAME.jpg)"),
    "a picture of HTML": ('<img src="../photos/Door 1.JPG" width=200>', "(../photos/Door%201.JPG)"),
    "from the inquiry's folder": ("<IMG SRC='photos/Door%201.JPG' alt=\"A door\">", "![A door](photos/"),
    "in another tag": ('<p align="center">\n<img src="Door 1.JPG"/>\n', "(../photos/Door%201.JPG)"),
    "a link of a wiki": ("see [[2025-11-10]]", "[2025-11-10](2025-11-10.md)"),
    "with other words": ("see [[inquiry|what I ask]]", "[what I ask](../inquiry.md)"),
    "to a heading": ("[[inquiry#My plan|plan]]", "[plan](../inquiry.md#my-plan)"),
    "to nowhere": ("[[plan]]", "[plan](NAME.md)"),
    "a tag": ("H<sub>2</sub>O", "**bold**"),
    "with an address": ('<a href="../inquiry.md">it</a>', "[words](address)"),
    "a command": ('{{< figure src="x.jpg" >}}', "Remove it"),
    "another": ("{% include x.html %}", "Remove it"),
}


@pytest.mark.parametrize("name", PIECES)
def test_it_is_said_with_what_to_type(name: str) -> None:
    typed, remedy = PIECES[name]
    _, problems = convert(typed)
    assert remedy in problems[0].hint
    assert {(problem.code, problem.severity) for problem in problems} == {("shown-as-text", "warning")}


PLAIN = [
    *("a < b and c > d", "if x<y and y>z", "<3", "<k>", "a<b and c>d", "[[a]](inquiry.md)", "{x} {{y}}"),
    *(
        "`<b>` and `![[x.jpg]]`",
        "```\n<img src=x>\n[[a]]\n```",
        "[[a]]\n\n[a]: ../inquiry.md",
        r"\<b>",
        "{100%}",
    ),
]


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_means_nothing_elsewhere_is_not_said(text: str) -> None:
    assert [problem.code for problem in convert(text)[1] if problem.code == "shown-as-text"] == []


def test_it_stands_on_the_page_as_it_was_typed() -> None:
    html, _ = convert("H<sub>*2*</sub> [[a_b_]] ![[*x*.jpg]]")
    assert html == "<p>H&lt;sub&gt;<em>2</em>&lt;/sub&gt; [[a_b_]] ![[*x*.jpg]]</p>"
    assert 'src="it\'s--x...jpg"' in convert('<img src="it\'s--x...jpg">')[0]


def test_tags_and_commands_are_one_line_a_text_and_have_its_place() -> None:
    _, problems = convert("One <u>a</u>\n\n<kbd>b</kbd> <u>c</u>\n\n{% a %} {% b %}\n")
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(5, 5), (9, 1)]
    assert "<u>, <kbd>." in problems[0].message
