"""Checks of what a credential rests on: levels, signed files, the verdict."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import GrowthRole
from generator.openbadges.achievement_credential import digest_sri
from generator.openbadges.check_result import CheckResult, CheckStatus
from generator.openbadges.document_sources import mapping_source
from generator.openbadges.evidence_checks import EvidenceChecks
from generator.openbadges.frozen_finding import Recomputed
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
        (["#2"], CheckStatus.FAILED),  # JSON-LD signs one in a list as one without, but nobody else reads it
        (None, CheckStatus.FAILED),
    ],
)
def test_a_level_is_compared_by_its_number(achieved: object, status: CheckStatus) -> None:
    result = checks(graded(achieved)).check_mastery()
    assert result.status is status
    assert ("Asks" in result.text) == (status is CheckStatus.FAILED)


@pytest.mark.parametrize("number", ["", "two", "٣", "0x3", "3" * 10, "3" * 5000, None])
def test_a_level_without_a_number_in_few_plain_digits_is_not_reached(number: str | None) -> None:
    document = graded("#3")
    (description, _) = document["credentialSubject"]["achievement"]["resultDescription"]
    description["rubricCriterionLevel"] = [*LEVELS, {"id": "#3", "level": number}]
    assert checks(document).check_mastery().status is CheckStatus.FAILED
    description["rubricCriterionLevel"][-1]["level"] = "333333333"
    assert checks(document).check_mastery().holds


def test_a_level_that_is_required_but_not_described_is_not_reached() -> None:
    assert checks(graded("#2", required="#3")).check_mastery().status is CheckStatus.FAILED


def test_a_criterion_without_a_name_is_named_by_its_id() -> None:
    document = graded("#1")
    del document["credentialSubject"]["achievement"]["resultDescription"][0]["name"]
    assert checks(document).check_mastery().text == "Below the level that is required: #a."


def test_an_achievement_without_a_requirement_on_learning_shows_one_half_only() -> None:
    document = graded("#2")
    del document["credentialSubject"]["achievement"]["resultDescription"][1]
    result = checks(document).check_mastery()
    assert (result.status, "no requirement on student learning" in result.text) == (CheckStatus.FAILED, True)


def test_an_achievement_that_describes_no_result_asks_for_nothing() -> None:
    assert checks({"credentialSubject": {}}).check_mastery().status is CheckStatus.FAILED


@pytest.mark.parametrize(
    "description",
    [
        {"id": "https://x.org/other#impact", "resultType": "Status"},  # of another achievement
        {"id": "https://x.org/a#impact", "resultType": "Result"},
    ],
)
def test_the_requirement_on_learning_is_this_achievements_own(description: dict[str, str]) -> None:
    subject = {
        "achievement": {"id": "https://x.org/a", "resultDescription": [description]},
        "result": [{"resultDescription": description["id"], "status": "Completed"}],
    }
    assert "no requirement on student learning" in checks({"credentialSubject": subject}).check_mastery().text


def test_every_criterion_that_is_missed_is_named() -> None:
    document = graded("#1")
    subject = document["credentialSubject"]
    subject["achievement"]["resultDescription"].insert(
        0, {"id": "#b", "name": "Acts", "rubricCriterionLevel": LEVELS, "requiredLevel": "#2"}
    )
    assert checks(document).check_mastery().text == "Below the level that is required: Acts and Asks."


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
    assert away.text == "Its evidence could not be read: a/data.csv and a/finding.json."


@pytest.mark.parametrize(
    ("address", "named"),
    [({"id": "https://x.org/b/more.csv"}, "b/more.csv"), ({"id": "more.csv"}, "more.csv"), ({}, "?")],
)
def test_a_file_that_cannot_be_had_is_named(address: dict[str, str], named: str) -> None:
    _, result = checks({"relatedResource": [*RESOURCES, address]}).check_evidence()
    assert (result.status, result.text) == (
        CheckStatus.INCONCLUSIVE,
        f"Its evidence could not be read: {named}.",
    )


def test_a_credential_without_a_finding_fails() -> None:
    _, result = checks({"relatedResource": RESOURCES[:1]}).check_evidence()
    assert (result.status, "finding.json" in result.text) == (CheckStatus.FAILED, True)


@pytest.mark.parametrize("more", ["?v=2", "#top"])
def test_an_address_with_more_than_a_path_is_not_taken(more: str) -> None:
    address = f"https://x.org/a/data.csv{more}"
    resources = [{"id": address, "digestSRI": digest_sri(b"date\n")}, RESOURCES[1]]
    _, result = checks({"relatedResource": resources}, FILES | {address: b"date\n"}).check_evidence()
    assert result.status is CheckStatus.FAILED
    assert result.text == f"Changed since the award was signed: a/data.csv{more}."


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


def again(site: Site, **parts: Any) -> tuple[Recomputed | None, CheckResult]:
    """The check of the verdict with other parts of the finding."""
    folder = site.content / AWARD
    finding = json.loads((folder / "finding.json").read_bytes()) | parts
    files = {"data.csv": (folder / "data.csv").read_bytes(), "finding.json": json.dumps(finding).encode()}
    return checks({}).check_verdict(files)


def entries(site: Site) -> list[dict[str, Any]]:
    return list(json.loads((site.content / AWARD / "finding.json").read_bytes())["series"])


def test_another_verdict_is_said_with_the_reason(awarded: Site) -> None:
    first, *others = entries(awarded)
    _, result = again(awarded, series=[first | {"verdict": "no_signal"}, *others])
    assert result.status is CheckStatus.FAILED
    assert result.text.startswith(
        "The verdict does not follow from the data. Period 2 · explains: the award says “no signal”; "
        "the rules say “sustained improvement”: "
    )


def test_another_figure_is_said_with_both_values(awarded: Site) -> None:
    first, *others = entries(awarded)
    _, result = again(awarded, series=[first | {"longest_run": "x" * 200}, *others])
    assert f'Period 2 · explains: longest run is "{"x" * 119} in the award and 10 by the data.' in result.text


def test_a_requirement_that_was_signed_otherwise_is_said_of_all_classes(awarded: Site) -> None:
    _, result = again(awarded, requirement="Año")
    assert result.text.startswith(
        'The verdict does not follow from the data. All classes: requirement is "Año" in the award and {'
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (["met"], "All classes: requirement · met is 7 in the award and true by the data."),
        (["classes", 0, "class"], 'requirement · classes · 1 · class is 7 in the award and "Period 2" by'),
    ],
)
def test_of_a_long_value_the_part_that_differs_is_named(
    awarded: Site, path: list[str | int], said: str
) -> None:
    requirement = json.loads((awarded.content / AWARD / "finding.json").read_bytes())["requirement"]
    *above, last = path
    inner: Any = requirement
    for part in above:
        inner = inner[part]
    inner[last] = 7
    _, result = again(awarded, requirement=requirement)
    assert said in result.text


def test_a_value_that_is_missing_is_named(awarded: Site) -> None:
    first, *others = entries(awarded)
    *_, (day, value) = first["values"].items()
    fewer = first | {"values": {key: first["values"][key] for key in first["values"] if key != day}}
    _, result = again(awarded, series=[fewer, *others])
    assert f"values · {day} is null in the award and {value} by the data." in result.text


def test_a_series_more_than_the_data_have_is_said(awarded: Site) -> None:
    more = [entry | {"class": f"Period {n}"} for n, entry in enumerate(entries(awarded)[:1] * 7, start=3)]
    recomputed, result = again(awarded, series=[*entries(awarded), *more])
    assert recomputed is not None and len(recomputed.differences) == 7
    assert "Period 7" in result.text and "Period 8" not in result.text, "five are named"


@pytest.mark.parametrize(
    ("role", "outcomes", "words"),
    [
        (GrowthRole.SHOWN, [True], "steady growth was compared and did not decide"),
        (GrowthRole.REQUIRED, [True, False, None], "not separable from steady growth"),
        (GrowthRole.REQUIRED, [True, None], "too few visits, or too little variation"),
        (GrowthRole.REQUIRED, [True], "more than steady growth"),
    ],
)
def test_what_became_of_growth_is_said(
    awarded: Site, role: GrowthRole, outcomes: list[bool | None], words: str
) -> None:
    recomputed, _ = again(awarded)
    assert recomputed is not None
    (growth,) = recomputed.requirement.growth
    p_values = {True: 0.01, False: 0.5, None: None}
    results = tuple(replace(growth, p=p_values[outcome]) for outcome in outcomes)
    requirement = replace(recomputed.requirement, growth_role=role, growth=results)
    judged = replace(recomputed, findings=replace(recomputed.findings, requirement=requirement))
    assert f"; {words}" in checks({})._verdict_result(judged).text


def test_other_rules_are_inconclusive_and_a_broken_finding_fails(awarded: Site) -> None:
    folder = awarded.content / AWARD
    data, finding = (folder / "data.csv").read_bytes(), json.loads((folder / "finding.json").read_bytes())
    other = json.dumps(finding | {"rules": "99"}).encode()
    recomputed, result = checks({}).check_verdict({"data.csv": data, "finding.json": other})
    assert (recomputed, result.status) == (None, CheckStatus.INCONCLUSIVE)
    assert "judged by version 99 of the rules" in result.text
    recomputed, result = checks({}).check_verdict({"data.csv": data, "finding.json": b"{}"})
    assert (recomputed, result.status) == (None, CheckStatus.FAILED)
