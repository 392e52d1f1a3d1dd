"""Which award is meant, and what must not stand in the reason."""

import pytest

from tests.conftest import Site
from tests.openbadges.awards import (
    BASE,
    NAME,
    kept,
    register,
    revoke,
)
from tests.terminal import portfolio


@pytest.mark.parametrize(
    ("named", "said"), [("nobody.at.all", "no award"), (NAME[:-2], f"Did you mean {NAME}?")]
)
def test_only_what_there_is_can_be_revoked(awarded: Site, named: str, said: str) -> None:
    done = portfolio("revoke", named, "--key", "issuer.pem", "--reason", "x", inside=awarded.root)
    assert done.status == 2
    assert said in " ".join(done.err.split())


@pytest.mark.parametrize(
    "named",
    [
        NAME,
        "ana-lopez/visible-thinking",
        f"{BASE}credentials/{NAME}.json",
        f"{BASE}credentials/{NAME}/index.html",
        f"{BASE}badges/{NAME}.png",
    ],
)
def test_an_award_may_be_named_in_any_way_that_people_have_it(awarded: Site, named: str) -> None:
    done = revoke(awarded, named)
    assert done.status == 0, done.err
    assert register(awarded)[0]["revoked"] == "2026-02-03"


@pytest.mark.parametrize(
    ("named", "words", "status"),
    [
        (f"https://other.example.org/credentials/{NAME}/", (), 2),
        ("ana-lopez/other", (), 2),
        (NAME, ("--date", "2199-01-01"), 1),
    ],
)
def test_what_cannot_be_meant_revokes_nothing(
    awarded: Site, named: str, words: tuple[str, ...], status: int
) -> None:
    assert revoke(awarded, named, *words).status == status
    assert register(awarded)[0]["revoked"] == ""


@pytest.mark.parametrize("reason", ["Ask office@maple.org", "Call 212-555-0142", "   "])
def test_a_reason_that_must_not_be_published_is_not_taken(awarded: Site, reason: str) -> None:
    before = kept(awarded)
    done = portfolio(
        "revoke", NAME, "--key", "issuer.pem", "--reason", reason, "--today", "2026-02-03",
        inside=awarded.root,
    )  # fmt: skip
    assert done.status in (1, 2)
    assert kept(awarded) == before
