"""A text with far more marks than people write is refused before it takes minutes."""

import pytest

from generator.model import Prose
from generator.site.rendering.markdown_limits import too_many_marks


@pytest.mark.parametrize(
    ("text", "what"),
    {
        "# h\n" * 1_001: "headings",
        "a\n---\n" * 1_001: "headings",
        "a\"'" * 10_001: "quotation marks",
        "[" * 3_001: "brackets, stars or backticks",
        "- a\n" * 5_001: "lines of lists, quotations and footnotes",
        ("- " * 40 + "a\n") * 130: "lines of lists, quotations and footnotes",
        "|a|b\n" * 9_000 + "|" * 50_000: "columns of a table",
        ("|a" * 100 + "\n") * 501: "cells of tables",
        "|a" * 201 + "\n": "columns of a table",
        "http://a.b " * 5_001: "web addresses",
        "a\n\n" * 5_001: "lines",
    }.items(),
)
def test_what_is_too_much(text: str, what: str) -> None:
    problem = too_many_marks(Prose(text, "a.md", 7))
    assert problem is not None
    assert problem.message.endswith(f" {what}.")
    assert problem.place.line == 7


def test_a_long_report_is_not_too_much() -> None:
    page = (
        '# Week\n\nShe said "why?" and *nobody* asked [her](a.md).\n\n- one\n- two\n\n|a|b|\n|-|-|\n|1|2|\n\n'
    )
    assert too_many_marks(Prose(page * 300, "a.md")) is None
