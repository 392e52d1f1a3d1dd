"""Editions of the rules: an award is checked by the one it names, and cannot name an older one to evade."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model import GrowthRole, RulesEdition
from generator.openbadges.check_result import CheckResult, CheckStatus
from generator.openbadges.evidence_checks import EvidenceChecks
from generator.openbadges.frozen_finding import BadFinding, OtherRules, edition_of_finding, recompute
from generator.words.translator import ENGLISH

# the award of the example program, as the first edition issued it
AWARD = Path(__file__).parent / "data" / "first_edition"
FINDING, DATA = (AWARD / "finding.json").read_bytes(), (AWARD / "data.csv").read_bytes()
CREDENTIAL = json.loads((AWARD / "credential.json").read_bytes())


def changed(finding: bytes = FINDING, **parts: Any) -> bytes:
    return json.dumps(json.loads(finding) | parts).encode()


def requirement(**parts: Any) -> dict[str, Any]:
    """The inputs of the finding with another requirement."""
    inputs: dict[str, Any] = json.loads(FINDING)["inputs"]
    return inputs | {"requirement": inputs["requirement"] | parts}


def check(document: Mapping[str, Any], data: bytes = DATA) -> CheckResult:
    checks = EvidenceChecks(ENGLISH, document, lambda address: None)
    return checks.check_verdict({"finding.json": FINDING, "data.csv": data})[1]


def test_an_award_of_the_first_edition_stays_valid() -> None:
    again = recompute(FINDING, DATA)
    assert (again.edition, again.follows, again.findings.growth) == (RulesEdition.FIRST, True, ())
    assert again.requirement.growth_role is GrowthRole.SHOWN
    result = check(CREDENTIAL)
    assert result.status is CheckStatus.PASSED
    assert result.text == (
        "Worked out again from the data by the run chart rules, edition 1: sustained improvement in 2 of 3 "
        "classes; 2 are needed; the first edition did not compare with steady growth."
    )


def test_what_the_first_edition_signed_has_no_figure_more_and_none_less() -> None:
    document = json.loads(FINDING)
    entry = dict(document["series"][0])
    for other in (entry | {"growth_p": 0.01}, {key: value for key, value in entry.items() if key != "nap"}):
        (difference, *_) = recompute(changed(series=[other, *document["series"][1:]]), DATA).differences
        assert difference.figure in ("growth_p", "nap")


@pytest.mark.parametrize("growth", [{"growth": "shown"}, {"growth": "required"}])
def test_the_first_edition_knows_no_growth(growth: dict[str, str]) -> None:
    with pytest.raises(BadFinding):
        recompute(changed(inputs=requirement(**growth)), DATA)


def test_a_list_of_growth_that_an_edition_does_not_have_is_a_difference() -> None:
    (difference,) = recompute(changed(growth=[]), DATA).differences
    assert difference.figure == "growth"


def test_an_edition_and_its_schema_belong_together() -> None:
    for other in ({"rules": "2"}, {"schema": 2}, {"rules": "3"}):
        with pytest.raises(OtherRules):
            recompute(changed(**other), DATA)


def test_the_second_edition_cannot_leave_growth_out() -> None:
    """Neither the key that asks for it nor the figures."""
    second = changed(rules="2", schema=2)
    with pytest.raises(BadFinding):
        recompute(second, DATA)
    asked = changed(second, inputs=requirement(growth="required"))
    assert not recompute(asked, DATA).follows
    with pytest.raises(BadFinding):
        recompute(changed(second, inputs=requirement(growth="no")), DATA)


@pytest.mark.parametrize("field", ["validFrom", "awardedDate"])
def test_a_new_award_cannot_name_the_first_edition(field: str) -> None:
    result = check(CREDENTIAL | {field: "2027-01-01T00:00:00Z"})
    assert result.status is CheckStatus.FAILED
    assert "first edition of the rules" in result.text
    assert check(CREDENTIAL | {field: "2026-12-31T00:00:00Z"}).holds


def test_nor_can_one_that_was_signed_later() -> None:
    proofs = CREDENTIAL["proof"]
    (proof,) = proofs if isinstance(proofs, list) else [proofs]
    late = CREDENTIAL | {"proof": [proof | {"created": "2027-02-01T00:00:00Z"}]}
    assert check(late).status is CheckStatus.FAILED


def test_nor_one_that_rests_on_later_visits() -> None:
    late = DATA.replace(b"2026-01-", b"2027-01-")
    assert recompute(FINDING, late).days[-1] >= date(2027, 1, 1)
    result = check(CREDENTIAL, late)
    assert (result.status, "before January 1, 2027" in result.text) == (CheckStatus.FAILED, True)


def test_the_edition_of_a_finding() -> None:
    assert edition_of_finding(FINDING) is RulesEdition.FIRST
    assert edition_of_finding(b"") is edition_of_finding(changed(rules="99")) is None
