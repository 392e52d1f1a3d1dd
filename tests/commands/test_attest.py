"""`portfolio attest`: who read which version."""

from collections.abc import Callable

import pytest

from tests.conftest import ANA, Site
from tests.terminal import portfolio

Sites = Callable[..., Site]


@pytest.fixture
def unread(site: Sites) -> Site:
    program = site()
    (program.root / "privacy-attested.txt").unlink()
    return program


def p14(site: Site) -> list[str]:
    return [problem.place.file for problem in site.check().problems if problem.code == "P14"]


def test_what_was_read_is_attested_until_it_changes(unread: Site) -> None:
    assert len(p14(unread)) == 2
    ran = portfolio("attest", "--by", "J. Park", "--today", "2026-02-01", inside=unread.root)
    assert ran.status == 0
    assert "ana-lopez/visible-thinking: read by J. Park" in ran.out
    assert p14(unread) == []
    unread.build()
    assert "J. Park confirmed on February 1, 2026 reading" in unread.page(ANA).replace(
        "February 1, 2026", "February 1, 2026"
    )
    page = unread.content / ANA / "inquiry.md"
    page.write_text(page.read_text("utf-8").replace("Body.", "Another body."), "utf-8")
    assert p14(unread) == [f"content/{ANA}/inquiry.md"]
    outcome = unread.build()
    assert [reason.name for reason in outcome.why] == ["ana-lopez", "ben-carter"]
    assert "J. Park confirmed" not in unread.page(ANA)
    again = portfolio("attest", "--by", "M. Rivera", "visible-thinking", inside=unread.root)
    assert again.status == 0
    lines = (unread.root / "privacy-attested.txt").read_text("utf-8").splitlines()
    assert [line.split(" ", 3)[3] for line in lines] == ["M. Rivera", "J. Park"]


def test_where_all_is_read_nothing_is_written(site: Sites) -> None:
    program = site()
    before = (program.root / "privacy-attested.txt").read_bytes()
    ran = portfolio("attest", "--by", "M. Rivera", inside=program.root)
    assert (ran.status, ran.out) == (0, "Every published inquiry has been read as it is now.\n")
    assert (program.root / "privacy-attested.txt").read_bytes() == before


@pytest.mark.parametrize("reader", ["", "  ", "J.\x1b[2JPark"])
def test_a_reader_has_a_name(site: Sites, reader: str) -> None:
    ran = portfolio("attest", "--by", reader, inside=site().root)
    assert ran.status == 2
    assert "Type your name after --by" in ran.err


def test_an_inquiry_with_an_error_cannot_be_read(site: Sites) -> None:
    program = site({f"{ANA}/inquiry.md": "---\ntitel: Talk\n---\n"})
    ran = portfolio("attest", "--by", "J. Park", "ana-lopez/visible-thinking", inside=program.root)
    assert ran.status == 1
    assert "has an error, so it has no page to read yet" in ran.err


def test_an_attestation_rebuilds_that_teacher_and_no_other(unread: Site) -> None:
    portfolio("build", inside=unread.root)
    portfolio("attest", "--by", "J. Park", "ben-carter/reading", inside=unread.root)
    ran = portfolio("build", "--explain", inside=unread.root)
    assert "ben-carter" in ran.out and "ana-lopez:" not in ran.out
