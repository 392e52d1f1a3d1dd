"""Checks of what a credential rests on: levels, signed files, the verdict."""

import json
from typing import Any

import pytest

from generator.openbadges.achievement_credential import digest_sri
from generator.openbadges.check_result import CheckStatus
from generator.openbadges.document_sources import mapping_source
from generator.openbadges.evidence_checks import EvidenceChecks
from generator.words.translator import ENGLISH
from tests.conftest import Site
from tests.openbadges.awards import AWARD

FILES = {"https://x.org/a/data.csv": b"date\n", "https://x.org/a/finding.json": b"{}"}
RESOURCES = [{"id": address, "digestSRI": digest_sri(data)} for address, data in FILES.items()]
LEVELS = [{"id": "#1", "level": "1"}, {"id": "#2", "level": "2"}, {"id": "#10", "level": "10"}]


def checks(document: dict[str, Any], files: dict[str, bytes] | None = None) -> EvidenceChecks:
    return EvidenceChecks(ENGLISH, document, mapping_source(FILES if files is None else files))


def graded(achieved: object, required: object = "#2", **result: object) -> dict[str, Any]:
    description = {"id": "#a", "name": "Asks", "rubricCriterionLevel": LEVELS, "requiredLevel": required}
    return {
        "credentialSubject": {
            "achievement": {"resultDescription": [description, {"id": "#impact", "resultType": "Status"}]},
            "result": [
                {"resultDescription": "#a", "achievedLevel": achieved, **result},
                {"resultDescription": "#impact", "status": "Completed"},
            ],
        }
    }


@pytest.mark.parametrize(
    ("achieved", "status"),
    [
        ("#2", CheckStatus.PASSED),
        ("#10", CheckStatus.PASSED),  # by their numbers, not as text
        ("#1", CheckStatus.FAILED),
        ("#3", CheckStatus.FAILED),
        (None, CheckStatus.FAILED),
    ],
)
def test_a_level_is_compared_by_its_number(achieved: object, status: CheckStatus) -> None:
    result = checks(graded(achieved)).check_mastery()
    assert result.status is status
    assert ("Asks" in result.text) == (status is CheckStatus.FAILED)


def test_an_achievement_without_a_requirement_on_learning_shows_one_half_only() -> None:
    document = graded("#2")
    del document["credentialSubject"]["achievement"]["resultDescription"][1]
    result = checks(document).check_mastery()
    assert (result.status, "no requirement on student learning" in result.text) == (CheckStatus.FAILED, True)


def test_an_achievement_that_describes_no_result_asks_for_nothing() -> None:
    assert checks({"credentialSubject": {}}).check_mastery().status is CheckStatus.FAILED


@pytest.mark.parametrize(
    ("status", "expected"), [("Completed", CheckStatus.PASSED), ("InProgress", CheckStatus.FAILED)]
)
def test_the_requirement_on_learning_must_be_completed(status: str, expected: CheckStatus) -> None:
    description = {"id": "#impact", "resultType": "Status"}
    subject = {
        "achievement": {"resultDescription": [description]},
        "result": [{"resultDescription": "#impact", "status": status}],
    }
    assert checks({"credentialSubject": subject}).check_mastery().status is expected


def test_the_signed_files_are_found_by_their_digests() -> None:
    files, result = checks({"relatedResource": RESOURCES}).check_evidence()
    assert result.holds
    assert files == {"data.csv": b"date\n", "finding.json": b"{}"}


def test_a_changed_file_fails_and_one_that_is_away_proves_nothing() -> None:
    document = {"relatedResource": RESOURCES}
    _, changed = checks(document, FILES | {"https://x.org/a/data.csv": b"date,n\n"}).check_evidence()
    assert (changed.status, "a/data.csv" in changed.text) == (CheckStatus.FAILED, True)
    _, away = checks(document, {}).check_evidence()
    assert away.status is CheckStatus.INCONCLUSIVE


def test_a_credential_without_a_finding_fails() -> None:
    _, result = checks({"relatedResource": RESOURCES[:1]}).check_evidence()
    assert (result.status, "finding.json" in result.text) == (CheckStatus.FAILED, True)


@pytest.mark.parametrize("more", ["?v=2", "#top"])
def test_an_address_with_more_than_a_path_is_not_taken(more: str) -> None:
    address = f"https://x.org/a/data.csv{more}"
    resources = [{"id": address, "digestSRI": digest_sri(b"date\n")}, RESOURCES[1]]
    _, result = checks({"relatedResource": resources}, FILES | {address: b"date\n"}).check_evidence()
    assert result.status is CheckStatus.FAILED


def test_two_files_of_one_name_are_not_taken() -> None:
    _, result = checks({"relatedResource": [*RESOURCES, RESOURCES[0]]}).check_evidence()
    assert result.status is CheckStatus.FAILED


def test_the_verdict_is_computed_again(awarded: Site) -> None:
    folder = awarded.content / AWARD
    files = {name: (folder / name).read_bytes() for name in ("data.csv", "finding.json")}
    recomputed, result = checks({}).check_verdict(files)
    assert recomputed is not None
    assert result.text == (
        "Worked out again from the data by the run chart rules, edition 2: "
        "sustained improvement in 1 of 1 classes; 1 is needed; more than steady growth."
    )


def test_other_rules_are_inconclusive_and_a_broken_finding_fails(awarded: Site) -> None:
    folder = awarded.content / AWARD
    data, finding = (folder / "data.csv").read_bytes(), json.loads((folder / "finding.json").read_bytes())
    other = json.dumps(finding | {"rules": "99"}).encode()
    recomputed, result = checks({}).check_verdict({"data.csv": data, "finding.json": other})
    assert (recomputed, result.status) == (None, CheckStatus.INCONCLUSIVE)
    recomputed, result = checks({}).check_verdict({"data.csv": data, "finding.json": b"{}"})
    assert (recomputed, result.status) == (None, CheckStatus.FAILED)
