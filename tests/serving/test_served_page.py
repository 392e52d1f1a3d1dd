"""A page as it is served: reloaded, with what is wrong over it, and otherwise untouched."""

import re

import pytest

from generator.problems import Place, error, warning
from generator.serving.served_page import ProblemOverlay, at_root, served_page
from generator.words.translator import Translator

PAGE = (
    b"<!doctype html><html><head>"
    b'<meta http-equiv="Content-Security-Policy" content="'
    b"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'\">"
    b'<title>T</title></head><body class="home"><p>x</p></body></html>'
)
OVERLAY = ProblemOverlay(Translator())
WRONG = error(
    "code", Place("content/a.csv", 3, row=3, field="n"), ("{n} of <b> is not possible."), "Type {n}.", n=25
)


def test_the_script_and_the_overlay_are_put_in_and_nothing_else_changes() -> None:
    page = served_page(PAGE, "127.0.0.1:8000", 7, "<i>over</i>").decode()
    assert "/livereload.js?snipver=7&amp;" in page
    assert "connect-src 'self' ws://127.0.0.1:8000;" in page
    assert '<body class="home"><i>over</i><p>x</p></body>' in page
    assert policy_of(served_page(PAGE, "h", 7, "")) == policy_of(PAGE) | {"connect-src": ["'self'", "ws://h"]}


@pytest.mark.parametrize(
    ("policy", "scripts", "styles", "talks"),
    [
        ("default-src 'none'; style-src 'self'", ["'self'"], ["'self'"], ["ws://h"]),
        ("default-src 'none'; connect-src 'none'", ["'self'"], ["'self'"], ["ws://h"]),
        ("default-src 'self'", ["'self'"], ["'self'"], ["'self'", "ws://h"]),
    ],
)
def test_any_other_policy_is_opened_for_what_serving_needs_and_no_further(
    policy: str, scripts: list[str], styles: list[str], talks: list[str]
) -> None:
    page = f'<meta http-equiv="Content-Security-Policy" content="{policy}"></head><body></body>'
    widened = policy_of(served_page(page.encode(), "h", 7, ""))
    assert (widened["script-src"], widened["style-src"], widened["connect-src"]) == (
        scripts,
        styles,
        talks,
    )
    assert widened["default-src"] == policy_of(page.encode())["default-src"]


def test_the_page_for_lost_readers_leads_to_the_site_that_is_served() -> None:
    page = b'<link href="/portfolios/assets/site-1.css"><a href="/portfolios/">A</a><a href="https://x.org/">B</a>'
    assert at_root(page) == b'<link href="/assets/site-1.css"><a href="/">A</a><a href="https://x.org/">B</a>'
    assert at_root(at_root(page)) == at_root(page)


def policy_of(page: bytes) -> dict[str, list[str]]:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page.decode())
    assert found
    return {name: rest for name, *rest in (rule.split() for rule in found[1].split(";"))}


def test_a_page_with_a_policy_of_its_own_is_left_alone() -> None:
    tally = PAGE.replace(b"script-src 'self'", b"script-src 'sha256-x'")
    assert served_page(tally, "127.0.0.1:8000", 7, "<i>over</i>") == tally


def test_the_overlay_says_where_what_and_what_to_do_and_no_text_is_markup() -> None:
    overlay = OVERLAY.html([WRONG])
    assert "content/a.csv, row 3, column n" in overlay
    assert "25 of &lt;b&gt; is not possible." in overlay
    assert "Type 25." in overlay
    assert " open" in overlay


def test_warnings_are_folded_away_and_nothing_is_nothing() -> None:
    overlay = OVERLAY.html([warning("w", Place("a.md"), "Look.")])
    assert "portfolio-hints" in overlay
    assert " open" not in overlay
    assert OVERLAY.html([]) == ""


def test_without_a_site_there_is_a_page_that_says_so() -> None:
    page = OVERLAY.empty_page("127.0.0.1:8000", 1, [WRONG]).decode()
    assert "There is no site to show yet" in page
    assert "25 of &lt;b&gt;" in page
    assert "livereload.js" in page
