"""Quotation marks, dashes and dots are those that Python-Markdown's own extension puts in."""

import html
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.smarty import SmartyExtension

from generator.site.rendering.typography import typographer

IN_PRINT = typographer("“", "”")


def by_the_extension(text: str) -> str:
    markdown = Markdown(extensions=[SmartyExtension()])
    page = markdown.convert(text)
    return html.unescape(page.removeprefix("<p>").removesuffix("</p>"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    {
        'They asked "why".': "They asked “why”.",
        "It's the '80s -- or so...": "It’s the ’80s – or so…",
        "\"'Quoted' words\"": "“‘Quoted’ words”",
        "----": "----",
        "....": "....",
    }.items(),
)
def test_signs_of_print(typed: str, printed: str) -> None:
    assert IN_PRINT(typed) == printed


def test_quotation_marks_are_those_of_the_language() -> None:
    assert typographer("«", "»")('"hola"') == "«hola»"


@settings(max_examples=300, deadline=None)
@given(
    st.text("ab 1\"'.-,()s", max_size=40)
    .map(lambda text: f"x{text.strip()}x")
    .filter(lambda text: not re.search("[\"'][\"']", text))  # where the extension takes turns: ’‘
)
def test_any_words_are_printed_as_by_the_extension(text: str) -> None:
    assert IN_PRINT(text) == by_the_extension(text)


@pytest.mark.parametrize("text", ["a\"'" * 160_000, "-- a" * 120_000, "..." * 160_000, "'" * 500_000])
def test_what_nobody_writes_costs_no_minutes(text: str) -> None:
    started = time.process_time()
    IN_PRINT(text)
    assert time.process_time() - started < 10
