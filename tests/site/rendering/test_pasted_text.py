"""Text from a word processor becomes the Markdown that it means."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Phrase
from generator.site.rendering.pasted_text import (
    BREAKS,
    BULLETS,
    INVISIBLE,
    LETTERED,
    SPACES,
    SYMBOLS,
    TABLES,
    TAGS,
    tidy_pasted,
)

PASTED: dict[str, tuple[str, str, tuple[Phrase, ...]]] = {
    "bullets": ("•\tFirst\n•\tSecond", "- First\n- Second", (BULLETS,)),
    "bullets without a space": ("•First\n•Second", "- First\n- Second", (BULLETS,)),
    "Word's own signs": ("\uf0b7\tFirst\n\uf0a7\tSecond", "- First\n  - Second", (BULLETS,)),
    "deeper ones": (
        "•\tA\no\tB\n§\tC\no\tD\n•\tE",
        "- A\n  - B\n    - C\n  - D\n- E",
        (BULLETS,),
    ),
    "indented ones": ("\t•\tA\n\t\t•\tB\n\t•\tC", "- A\n  - B\n- C", (BULLETS,)),
    "tags": (
        '<o:p></o:p><span style="font-family:Calibri">A <b>pasted</b> line.</span>',
        "A **pasted** line.",
        (TAGS,),
    ),
    "paragraphs": ('<p class="MsoNormal">A line.</p>', "A line.", (TAGS,)),
    "a table": (
        "Class\tBefore\nPeriod 2\t33%",
        "\n| Class | Before |\n|---|---|\n| Period 2 | 33% |\n",
        (TABLES,),
    ),
    "spaces": ("a\u00a0word and 33%", "a word and 33%", (SPACES,)),
    "two lines with a letter for a bullet": ("o one\no two", "- one\n- two", (BULLETS,)),
    "dashes": ("– one\n– two", "- one\n- two", (BULLETS,)),
    "boxes keep what they say": ("☐ one\n☑ two", "- ☐ one\n- ☑ two", (BULLETS,)),
    "letters": ("So:\na)\tone\nb)\ttwo", "So:\\\na) one\\\nb) two", (LETTERED,)),
    "roman numbers": ("i.\tone\nii.\ttwo", "i. one\\\nii. two", (LETTERED,)),
    "Shift+Enter": ("one\u2028two\x0bthree", "one\\\ntwo\\\nthree", (BREAKS,)),
    "paragraph signs": ("one\u2029two", "one\n\ntwo", (BREAKS,)),
    "soft hyphens": ("soft\u00adhyphen\ufeff", "softhyphen", (INVISIBLE,)),
    "smart tags": ('<st1:place w:st="on">Ohio</st1:place>', "Ohio", (TAGS,)),
    "an arrow": ("before \uf0e0 after \uf04a\uf0aa", "before → after ☺", (SYMBOLS,)),
}


@pytest.mark.parametrize(("text", "meant", "signs"), PASTED.values(), ids=PASTED)
def test_what_is_meant(text: str, meant: str, signs: tuple[Phrase, ...]) -> None:
    tidied = tidy_pasted(text)
    assert (tidied.text, tidied.signs) == (meant, signs)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b",
        "Typed `<span>` in code, and <b>bold</b> by hand.",
        "```\n•\ta\n<span style='x'>\n```",
        "1.\tFirst\n2.\tSecond",
        "\tx = 1\n\ty = 2",
        "Period 2 · Period 4",
        "one\ttab",
        "§ 504 plans matter",
        "– she said\nand went",
        "—¿Por qué?\n—Porque sí.",
        "o sea\ncomo dije",
        "\U0001f469\u200d\U0001f3eb teaches",
        "x" * 9,
    ],
)
def test_what_is_meant_as_it_stands(text: str) -> None:
    tidied = tidy_pasted(text)
    assert (tidied.text, tidied.signs) == (text, ())


def test_less_than_beside_tags_stays() -> None:
    assert tidy_pasted("a<b and c>d <o:p></o:p>").text == "a<b and c>d "


def test_code_beside_tags_stays() -> None:
    assert tidy_pasted("<span>a</span> `<span>`\n\n~~~\n<span>\n~~~").text == "a `<span>`\n\n~~~\n<span>\n~~~"


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="•\uf0b7o\t \u00a0<>span:/`~|\n-1.a", max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    tidy_pasted(text)


@pytest.mark.parametrize(
    "text",
    [
        "<span " * 20_000,
        "•\t" * 50_000,
        "```\n" * 50_001,
        "\t" * 100_000,
        "~~~\n````\n" * 20_000,
        "<o:" * 50_000,
    ],
)
def test_what_nobody_writes_costs_no_minutes(text: str) -> None:
    started = time.process_time()
    tidy_pasted(text)
    assert time.process_time() - started < 10
