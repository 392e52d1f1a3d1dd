"""A page as it is served: reloaded, with what is wrong over it, and otherwise untouched."""

from generator.problems import Place, error, warning
from generator.serving.page import overlay_of, served, whole_page
from generator.words.speech import Words

PAGE = (
    b"<!doctype html><html><head><meta content=\"script-src 'self'; connect-src 'self'\">"
    b'<title>T</title></head><body class="home"><p>x</p></body></html>'
)
WRONG = error("code", Place("content/a.csv", 3, row=3, field="n"), "{n} of <b> cannot be.", "Type {n}.", n=25)


def test_the_script_and_the_overlay_are_put_in_and_nothing_else_changes() -> None:
    page = served(PAGE, "127.0.0.1:8000", 7, "<i>over</i>").decode()
    assert "/livereload.js?snipver=7&amp;" in page
    assert "connect-src 'self' ws://127.0.0.1:8000" in page
    assert '<body class="home"><i>over</i><p>x</p></body>' in page
    assert "inline" not in page


def test_a_page_with_a_policy_of_its_own_is_left_alone() -> None:
    tally = PAGE.replace(b"script-src 'self'", b"script-src 'sha256-x'")
    assert served(tally, "127.0.0.1:8000", 7, "<i>over</i>") == tally


def test_the_overlay_says_where_what_and_what_to_do_and_no_text_is_markup() -> None:
    overlay = overlay_of([WRONG], Words())
    assert "content/a.csv, row 3, column n" in overlay
    assert "25 of &lt;b&gt; cannot be." in overlay
    assert "Type 25." in overlay
    assert " open" in overlay


def test_warnings_are_folded_away_and_nothing_is_nothing() -> None:
    overlay = overlay_of([warning("w", Place("a.md"), "Look.")], Words())
    assert "portfolio-hints" in overlay
    assert " open" not in overlay
    assert overlay_of([], Words()) == ""


def test_without_a_site_there_is_a_page_that_says_so() -> None:
    page = whole_page("127.0.0.1:8000", 1, [WRONG], Words()).decode()
    assert "There is no site to show yet" in page
    assert "25 of &lt;b&gt;" in page
    assert "livereload.js" in page
