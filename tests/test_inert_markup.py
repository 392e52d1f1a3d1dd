"""Markup that can do nothing."""

import pytest

from generator.inert_markup import is_inert


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "Plain &amp; simple > text",
        '<p id="a">A <a href="https://example.org/?a=1&amp;b=2">link</a> and <em>more</em>.</p>',
        '<a href="../other/#part">x</a><img src="photos/a.jpg" alt="A wall" loading="lazy">',
        '<svg class="rc" viewBox="0 0 10 10" role="img"><title>T</title><path d="M0 0h1" class="m"/></svg>',
        '<th scope="col" class="align-left">n</th>',
    ],
)
def test_what_the_program_writes(markup: str) -> None:
    assert is_inert(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<ScRiPt>",
        '<p onclick="alert(1)">x</p>',
        '<p style="position:fixed">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" javascript:alert(1)">x</a>',
        '<a href="javascript&colon;alert(1)">x</a>',
        '<a href="java&#115;cript:alert(1)">x</a>',
        '<a href="//elsewhere.example">x</a>',
        '<a href="data:text/html,x">x</a>',
        "<a href=https://example.org>x</a>",
        "<a href='https://example.org'>x</a>",
        '<img src="x" onerror="alert(1)">',
        '<svg/onload="x"></svg>',
        '<iframe src="https://example.org"></iframe>',
        '<use href="data:image/svg+xml,x"/>',
        "<form>",
        "<!-- -->",
        "<p",
        "a < b",
    ],
)
def test_anything_else_is_refused_whole(markup: str) -> None:
    assert not is_inert(f"<p>Before.</p>{markup}")


def test_a_long_text_costs_little() -> None:
    assert not is_inert("<p " + "a\"'" * 100_000)
    assert is_inert("<p>x</p>" * 50_000)
