"""What is read from a credential that anybody may have written."""

from datetime import date
from typing import Any

import pytest

from generator.site.awards.award_claims import AwardClaims, LevelReached, read_claims

CREDENTIAL: dict[str, Any] = {
    "name": "Visible thinking",
    "issuer": {"id": "did:web:hill.example.org", "name": "Hill District"},
    "validFrom": "2026-02-01T00:00:00Z",
    "validUntil": "2029-02-01T00:00:00Z",
    "credentialSubject": {
        "identifier": [{"identityHash": "Ana Lopez", "identityType": "name"}],
        "achievement": {
            "resultDescription": [
                {"id": "#question", "name": "Asks a question", "resultType": "RubricCriterionLevel"},
                {"id": "#impact", "name": "Better in two classes", "resultType": "Status"},
            ]
        },
        "result": [
            {"resultDescription": "#question", "value": "demonstrated"},
            {"resultDescription": "#impact", "status": "Completed"},
            {"resultDescription": "#unknown", "value": "excellent"},
        ],
    },
}


def test_a_credential_says_who_what_since_when_and_with_which_results() -> None:
    assert read_claims(CREDENTIAL) == AwardClaims(
        person="Ana Lopez",
        title="Visible thinking",
        issuer="Hill District",
        awarded_on=date(2026, 2, 1),
        valid_until=date(2029, 2, 1),
        levels=(LevelReached("Asks a question", "demonstrated"),),
        impact="Better in two classes",
    )


def test_nothing_says_nothing() -> None:
    assert read_claims({}) == AwardClaims()


@pytest.mark.parametrize("wrong", [None, 7, "text", [], [7], {}, [{}], {"identifier": 3, "result": "x"}])
@pytest.mark.parametrize("field", ["name", "issuer", "validFrom", "credentialSubject"])
def test_a_field_of_another_type_is_as_good_as_none(field: str, wrong: object) -> None:
    read_claims(CREDENTIAL | {field: wrong})


def test_a_text_is_one_line_and_not_longer_than_a_page_can_bear() -> None:
    claims = read_claims(CREDENTIAL | {"name": "a\nb\x1b[31m" + "c" * 1000})
    assert "\n" not in claims.title
    assert "\x1b" not in claims.title
    assert len(claims.title) == 500
