"""An earned inquiry as a credential (its schema is held by the test of the example)."""

from datetime import date

import pytest

from generator.model import Issuer, Program
from generator.openbadges.achievement_credential import digest_sri, issuer_profile, midnight
from tests.conftest import Site
from tests.openbadges.awards import BASE, NAME, award, credential


def test_a_day_is_its_first_moment() -> None:
    assert midnight(date(2026, 1, 20)) == "2026-01-20T00:00:00Z"


def test_a_digest_is_that_of_subresource_integrity() -> None:
    # printf '' | openssl dgst -sha384 -binary | base64
    assert digest_sri(b"") == ("sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb")


def test_an_issuer_is_named_on_one_line() -> None:
    program = Program("T", url=BASE, issuer=Issuer("Maple\nGrove"))
    assert issuer_profile(program, "did:web:x.org")["name"] == "Maple Grove"


def test_it_points_at_its_own_files(awarded: Site) -> None:
    document = credential(awarded)
    assert document["id"] == f"{BASE}credentials/{NAME}.json"
    assert document["image"]["id"] == f"{BASE}badges/{NAME}.png"
    assert [resource["id"] for resource in document["relatedResource"]] == [
        f"{BASE}credentials/{NAME}/data.csv",
        f"{BASE}credentials/{NAME}/finding.json",
    ]
    assert document["credentialStatus"]["statusListIndex"] == "0"


def test_it_says_in_words_what_students_did(awarded: Site) -> None:
    narrative = credential(awarded)["evidence"][0]["narrative"]
    assert narrative == (
        "Do more students explain? Sustained improvement in Period 2, for: “Explains own thinking”."
    )


@pytest.mark.parametrize("expires", ["2027-01-31"])
def test_its_last_day_is_in_it(awarded: Site, expires: str) -> None:
    assert "validUntil" not in credential(awarded)
    assert award(awarded, "--anew", "--expires", expires).status == 0
    assert credential(awarded)["validUntil"] == f"{expires}T23:59:59Z"
