"""The invitation: what it says, who finds it, and when there is none."""

from collections.abc import Callable

from tests.conftest import ANA, Site


def test_the_invitation_says_what_to_look_at_and_is_not_to_be_found(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    page = program.page(f"{ANA}/visit")
    assert "Do more students explain?" in page
    assert "no one judges" in page
    assert "tools/math-talk/tally/index.html" in page
    assert '<meta name="robots" content="noindex">' in page
    sitemap = (program.output / "sitemap.xml").read_text()
    assert "/visit/" not in sitemap
    assert "/tally/" not in sitemap
    assert "tools/math-talk/" in sitemap


def test_a_draft_has_no_invitation_in_the_site(site: Callable[..., Site]) -> None:
    program = site()
    text = (program.content / ANA / "inquiry.md").read_text()
    program.change({f"{ANA}/inquiry.md": text.replace("publish: true", "publish: false")}).build()
    assert not (program.output / ANA).exists()


def test_an_inquiry_without_a_tool_has_no_invitation(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    assert not (program.output / "teachers/ben-carter/reading/visit").exists()


def test_planned_visits_are_told_as_far_as_they_are_known(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    assert "planned" not in program.page(f"{ANA}/visit")
    text = (program.content / ANA / "inquiry.md").read_text()
    planned = text.replace("publish: true", "publish: true\nplanned_visits: 20\nplanned_end: 2026-01-30")
    program.change({f"{ANA}/inquiry.md": planned}).build()
    page = program.page(f"{ANA}/visit")
    assert "20 visits are planned in all; 17 have taken place." in page
    assert "January 30, 2026" in page


def test_the_address_is_printed_only_where_the_program_has_one(site: Callable[..., Site]) -> None:
    program = site()
    program.build()
    assert "https://maple-grove.example.org/portfolios/tools/math-talk/tally/" in program.page(f"{ANA}/visit")
    program.change({"program.yml": "title: Maple Grove\n"}).build()
    page = program.page(f"{ANA}/visit")
    assert "print-only" not in page
    assert 'class="qr"' not in page
    assert "tools/math-talk/tally/index.html" in page
