"""Which award is meant, and what must not stand in the reason."""

import json

import pytest

from generator.openbadges.proof import sign_document
from tests.conftest import Site
from tests.openbadges.awards import (
    BASE,
    KEY,
    NAME,
    credential,
    kept,
    register,
    revoke,
    verify,
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


def forged(site: Site, name: str, number: int, list_address: str = f"{BASE}status/revocation.json") -> str:
    """The name of a file with what somebody signed with the issuer's key."""
    document = {key: value for key, value in credential(site).items() if key != "proof"}
    document["id"] = f"{BASE}credentials/{name}.json"
    document["credentialStatus"] |= {
        "statusListIndex": str(number),
        "statusListCredential": list_address,
        "id": f"{list_address}#{number}",
    }
    signed = sign_document(document, KEY, document["issuer"]["id"], document["validFrom"])
    (site.root / "forged.json").write_text(json.dumps(signed), "utf-8")
    return "forged.json"


@pytest.mark.parametrize("by_file", [False, True])
def test_what_a_stolen_key_signed_is_revoked_by_its_number_or_from_its_file(
    awarded: Site, by_file: bool
) -> None:
    file = forged(awarded, "friend.of.thief", 77)
    done = revoke(awarded, file if by_file else "77")
    assert (done.status, "Revoked: number 77" in done.out) == (0, True), done.err
    awarded.build()
    late = ("--site", "output", "--today", "2026-02-03")
    checked = verify(awarded, awarded.root / file, *late)
    assert (checked.status, "has revoked it" in checked.out) == (1, True)
    assert verify(awarded, awarded.output / f"badges/{NAME}.png", *late).status == 0


def test_a_file_with_the_number_of_an_award_is_asked_about(awarded: Site) -> None:
    done = revoke(awarded, forged(awarded, "friend.of.thief", 0))
    assert done.status == 2
    assert f"is that of the award {NAME}" in " ".join(done.err.split())
    assert revoke(awarded, "0").status == 0
    assert register(awarded)[0]["revoked"] == "2026-02-03"


def test_a_file_that_names_another_list_cannot_be_revoked(awarded: Site) -> None:
    done = revoke(awarded, forged(awarded, "friend.of.thief", 5, "https://thief.example.org/list.json"))
    assert (done.status, "names no number" in " ".join(done.err.split())) == (2, True)


def test_a_badge_stands_for_its_award(awarded: Site) -> None:
    assert revoke(awarded, f"output/badges/{NAME}.png").status == 0
    assert register(awarded)[0]["revoked"] == "2026-02-03"


@pytest.mark.parametrize("named", ["131072", "999999999999999"])
def test_a_number_beyond_the_list_is_refused(awarded: Site, named: str) -> None:
    assert revoke(awarded, named).status == 2
