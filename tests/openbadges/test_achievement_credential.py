"""An earned inquiry as a credential (its schema is held by the test of the example)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.model import (
    Change,
    FrozenRequirement,
    Impact,
    Inquiry,
    InquiryStatus,
    Issuer,
    MicroCredential,
    Observation,
    OtherIdentifier,
    Program,
    Prose,
    Review,
    RulesEdition,
    Submission,
    Teacher,
)
from generator.openbadges.achievement_credential import (
    DATA,
    FINDING,
    CredentialBuilder,
    Grant,
    digest_sri,
    issuer_profile,
    midnight,
)
from generator.words.translator import ENGLISH
from tests.conftest import Site
from tests.credential import reviews
from tests.openbadges.awards import BASE, NAME, award, credential


def test_a_day_is_its_first_moment() -> None:
    assert midnight(date(2026, 1, 20)) == "2026-01-20T00:00:00Z"


def test_a_digest_is_that_of_subresource_integrity() -> None:
    # printf '' | openssl dgst -sha384 -binary | base64
    assert digest_sri(b"") == ("sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb")


def test_an_issuer_is_named_on_one_line() -> None:
    program = Program("T", url=BASE, issuer=Issuer("Maple\nGrove"))
    assert issuer_profile(program, "did:web:x.org")["name"] == "Maple Grove"


def test_an_issuer_is_all_that_the_program_says_of_it() -> None:
    issuer = Issuer(
        "Maple Grove",
        image="https://x.org/our logo.png?size=2",
        description="We\nteach.",
        email="badges@x.org",
        parent_org="State\tof Maine",
        other_identifiers=(OtherIdentifier("0114", "ext:district"),),
    )
    assert issuer_profile(Program("T", url=BASE, issuer=issuer), "did:web:x.org") == {
        "id": "did:web:x.org",
        "type": ["Profile"],
        "name": "Maple Grove",
        "url": BASE,
        "image": {"id": "https://x.org/our%20logo.png?size=2", "type": "Image"},
        "description": "We teach.",
        "email": "badges@x.org",
        "parentOrg": {"id": f"{BASE}#parent-org", "type": ["Profile"], "name": "State of Maine"},
        "otherIdentifier": [
            {"type": "IdentifierEntry", "identifier": "0114", "identifierType": "ext:district"}
        ],
    }


def test_an_issuers_picture_that_is_not_on_the_web_is_left_out() -> None:
    profile = issuer_profile(Program("T", url=BASE, issuer=Issuer("M", image="logo.png")), "did:web:x.org")
    assert profile.keys() == {"id", "type", "name", "url"}


# ------------------------------------------------------------------- of an inquiry made by hand

DATA_FOLDER = Path(__file__).parent / "data"
MICRO = replace(reviews.ONE, impact=Impact(classes=1), credits=3)
PROGRAM = Program("T", url=BASE, issuer=Issuer("M"), tools={reviews.TOOL.id: reviews.TOOL})
VISITS = (date(2025, 9, 5), None, *(date(2025, 10, day) for day in range(1, 17)), date(2025, 9, 12))
START = date(2025, 10, 8)


def _share(class_name: str, day: date | None, number: int) -> int:
    """Students improve in Period 2."""
    return 90 if class_name == "Period 2" and day and day >= START else 50 + number % 3


INQUIRY = Inquiry(
    "talk",
    "ana",
    "Talk",
    Prose("", ""),
    question="Do they explain?",
    tool=reviews.TOOL.id,
    micro_credential=MICRO.id,
    status=InquiryStatus.SUBMITTED,
    changes=(Change(1, START, "Ask why"),),
    observations=tuple(
        Observation(day, name.lower().replace(" ", "-"), name, "explains", _share(name, day, number))
        for name in ("Period 2", "Period 3")
        for number, day in enumerate(VISITS)
    ),
    submissions=(Submission(1, date(2026, 1, 1)),),
    reviews=(reviews.review("A", reviews.YES), reviews.review("B", "exemplary")),
)


def document(
    inquiry: Inquiry = INQUIRY, edition: RulesEdition = RulesEdition.SECOND, micro: MicroCredential = MICRO
) -> dict[str, Any]:
    program = replace(PROGRAM, micro_credentials={micro.id: micro})
    evaluated = evaluate_inquiry(program, inquiry)
    builder = CredentialBuilder(
        ENGLISH, program, Teacher("ana", "Ana Lopez", Prose("", "")), evaluated, edition
    )
    return builder.build({DATA: b"", FINDING: b"{}"}, Grant("did:web:x.org", date(2026, 2, 2), 7))


def test_the_document_has_all_that_was_earned() -> None:
    assert document() == json.loads((DATA_FOLDER / "achievement_credential.json").read_text("utf-8"))


def test_it_says_whose_it_is_and_what_for() -> None:
    subject = document()["credentialSubject"]
    assert subject["identifier"] == [
        {
            "type": "IdentityObject",
            "hashed": False,
            "identityHash": "Ana Lopez",
            "identityType": "name",
        }
    ]
    assert document()["description"] == document()["name"] == "Visible thinking"


def test_its_activity_is_from_the_first_visit_to_the_last_and_has_the_credits() -> None:
    subject = document()["credentialSubject"]
    assert subject["activityStartDate"] == "2025-09-05T00:00:00Z"
    assert subject["activityEndDate"] == "2025-10-16T00:00:00Z"
    assert subject["creditsEarned"] == 3


def test_without_days_or_credits_nothing_is_said_of_them() -> None:
    visits = tuple(replace(visit, date=None) for visit in INQUIRY.observations)
    subject = document(replace(INQUIRY, observations=visits), micro=replace(MICRO, credits=None))[
        "credentialSubject"
    ]
    assert not {"activityStartDate", "activityEndDate", "creditsEarned"} & subject.keys()


def _judged(*levels: str) -> Any:
    votes: tuple[Review, ...] = tuple(
        reviews.review(chr(65 + number), level) for number, level in enumerate(levels)
    )
    return document(replace(INQUIRY, reviews=votes))["credentialSubject"]["result"][0]


def test_the_level_reached_is_the_middle_one_and_of_two_the_lower() -> None:
    assert _judged("exemplary", reviews.YES)["value"] == reviews.YES
    assert _judged(reviews.NO, "exemplary", reviews.YES)["value"] == reviews.YES
    assert _judged("exemplary", reviews.NO, "exemplary")["value"] == "exemplary"
    assert _judged("exemplary", reviews.YES)["achievedLevel"].endswith("#criterion-question-level-2")


def test_what_was_submitted_is_what_the_achievement_asks_for() -> None:
    frozen = FrozenRequirement(MICRO.id, Impact(classes=1, prompts=("asks",)), MICRO.mastery)
    submitted = replace(INQUIRY, submissions=(Submission(1, date(2026, 1, 1), requirement=frozen),))
    impact = document(submitted)["credentialSubject"]["achievement"]["resultDescription"][-1]
    assert impact["name"].endswith("by more than steady growth, for: asks")


def test_an_award_of_the_first_edition_asks_for_no_growth() -> None:
    first = document(edition=RulesEdition.FIRST)["credentialSubject"]["achievement"]["resultDescription"][-1]
    second = document()["credentialSubject"]["achievement"]["resultDescription"][-1]
    assert "steady growth" in second["name"] and "steady growth" not in first["name"]


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
