"""findings.json: its parts in order, and in each what the page says."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.credential.findings_file import write_findings
from generator.credential.published_decision import published_decision
from generator.model import (
    Change,
    Inquiry,
    InquiryStatus,
    Observation,
    Program,
    Prompt,
    PromptKind,
    Prose,
    PublishReviews,
    Submission,
)
from generator.words.translator import ENGLISH
from tests.credential.reviews import NO, ONE, TOOL, review

FIRST = date(2025, 9, 1)
BEFORE = [52, 48, 55, 50, 47, 53, 51, 49]
BETTER = [61, 64, 60, 63, 65, 62, 67, 61, 64, 66]


def observed(name: str, values: Sequence[float], observer: str = "") -> list[Observation]:
    return [
        Observation(
            FIRST + timedelta(weeks=week),
            name.lower().replace(" ", "-"),
            name,
            "explains",
            value=value,
            observer=observer,
        )
        for week, value in enumerate(values)
    ]


def started(number: int, week: int, *classes: str) -> Change:
    return Change(number, FIRST + timedelta(weeks=week), "Wait longer", classes=classes)


def document(rows: Sequence[Observation] = (), *changes: Change, **fields: Any) -> Any:
    inquiry = Inquiry(
        "visible",
        "ana",
        "Sichtbar – “visible”",
        Prose("", ""),
        question="Does it?",
        tool=TOOL.id,
        observations=tuple(rows),
        changes=changes,
        **fields,
    )
    evaluated = evaluate_inquiry(Program("Maple", tools={TOOL.id: TOOL}), inquiry)
    data = write_findings(evaluated, evaluated.decision, ENGLISH)
    assert data.endswith(b"}\n") and not data.startswith(b"\xef\xbb\xbf")
    assert "“visible”".encode() in data
    return json.loads(data)


def test_the_document_has_its_parts_in_order() -> None:
    written = document(observed("Period 2", BEFORE + BETTER), started(1, 8))
    parts = ["schema", "rules", "inquiry", "series", "growth", "design", "requirement", "decision"]
    assert list(written) == parts
    assert (written["schema"], written["rules"]) == (2, "2")
    assert written["inquiry"] == {
        "id": "visible",
        "teacher": "ana",
        "title": "Sichtbar – “visible”",
        "question": "Does it?",
        "tool": TOOL.id,
        "micro_credential": None,
    }


def test_each_series_has_its_group_phase_and_change_beside_the_finding() -> None:
    (series,) = document(observed("Period 2", BEFORE + BETTER), started(1, 8))["series"]
    assert list(series)[-3:] == ["group", "phase", "change"]
    assert (series["group"], series["phase"], series["change"]) == (None, 1, 1)
    assert series["verdict"] == "sustained_improvement"
    assert series["verdict_text"].startswith("Above the earlier level")


def test_a_series_is_one_line_without_blanks() -> None:
    evaluated = evaluate_inquiry(
        Program("Maple", tools={TOOL.id: TOOL}),
        Inquiry("i", "ana", "T", Prose("", ""), tool=TOOL.id, observations=tuple(observed("P 2", BEFORE))),
    )
    data = write_findings(evaluated, evaluated.decision, ENGLISH)
    assert b'\n {"class":"P 2","prompt":"explains",' in data


def test_what_is_no_share_is_written_without_percent() -> None:
    tally = replace(TOOL, prompts=(Prompt("explains", "Explains", kind=PromptKind.TALLY),))
    inquiry = Inquiry(
        "i",
        "ana",
        "T",
        Prose("", ""),
        tool=TOOL.id,
        observations=tuple(observed("P 2", BEFORE + BETTER)),
        changes=(started(1, 8),),
    )
    evaluated = evaluate_inquiry(Program("Maple", tools={TOOL.id: tally}), inquiry)
    (series,) = json.loads(write_findings(evaluated, evaluated.decision, ENGLISH))["series"]
    assert "50.5" in series["verdict_text"] and "%" not in series["verdict_text"]


def test_before_reviews_are_published_no_criterion_is_told() -> None:
    program = Program("Maple", tools={TOOL.id: TOOL}, micro_credentials={ONE.id: ONE})
    submitted = Inquiry(
        "i",
        "ana",
        "T",
        Prose("", ""),
        tool=TOOL.id,
        micro_credential=ONE.id,
        status=InquiryStatus.SUBMITTED,
        submissions=(Submission(1, FIRST),),
        reviews=(review("A", NO), review("B", NO)),
    )
    evaluated = evaluate_inquiry(program, submitted)
    whole = evaluated.decision
    told = json.loads(write_findings(evaluated, whole, ENGLISH))["decision"]
    assert [criterion["id"] for criterion in told["criteria"]] == ["question"]
    shown = replace(evaluated, decision=published_decision(whole, PublishReviews.WHEN_EARNED))
    assert json.loads(write_findings(shown, whole, ENGLISH))["decision"]["criteria"] == []


def test_the_visits_between_two_starts_are_told() -> None:
    rows = [*observed("Period 2", BEFORE + BETTER), *observed("Period 4", BEFORE + BEFORE[:4] + BETTER)]
    design = document(rows, started(1, 8, "period-2"), started(2, 12, "period-4"))["design"]
    assert (len(design["groups"]), design["visits_between"]) == (2, 4)


def test_an_inquiry_without_data_has_no_start_and_is_held_against_no_standard() -> None:
    written = document()
    assert (written["series"], written["requirement"]) == ([], None)
    assert (written["design"]["kind"], written["design"]["groups"]) == ("no_change", [])
    assert written["design"]["what_works"] is None


def test_one_class_meets_no_standard_and_the_reasons_are_given() -> None:
    design = document(observed("Period 2", BEFORE + BETTER), started(1, 8))["design"]
    assert design["prompt"] == "explains"
    assert (design["kind"], design["name"]) == ("one_class", "One class")
    assert design["groups"] == [[{"class": "Period 2", "start": "2025-10-27"}]]
    assert (design["demonstrations"], design["start_times"], design["visits_between"]) == (1, 1, None)
    assert design["what_works"] == {
        "rating": "does_not_meet",
        "shortfalls": ["demonstrations", "no_second_observer"],
        "observed_twice": 0.0,
        "agreement": None,
        "text": "What Works Clearinghouse design standards (2010): does not meet, because there is "
        "1 demonstration of 3 and no second observer counted.",
    }


def test_staggered_starts_are_groups_by_date_with_the_visits_between_them() -> None:
    rows = [
        *observed("Period 2", BEFORE + BETTER),
        *observed("Period 4", BEFORE + BEFORE[:4] + BETTER),
        *observed("Period 6", BEFORE + BEFORE + BETTER, observer="A. Lee"),
        *observed("Period 6", (BEFORE + BEFORE + BETTER)[:20], observer="B. Ruiz"),
    ]
    starts = (started(1, 8, "period-2"), started(2, 12, "period-4"), started(3, 16, "period-6"))
    design = document(rows, *starts)["design"]
    assert design["kind"] == "multiple_baseline"
    assert design["groups"] == [
        [{"class": "Period 2", "start": "2025-10-27"}],
        [{"class": "Period 4", "start": "2025-11-24"}],
        [{"class": "Period 6", "start": "2025-12-22"}],
    ]
    assert (design["days_apart"], design["visits_between"], design["overlapping"]) == (56, 4, True)
    assert (design["demonstrations"], design["start_times"], design["fewest_points"]) == (3, 3, 8)
    assert design["what_works"]["rating"] == "meets"
    assert (design["what_works"]["shortfalls"], design["what_works"]["agreement"]) == ([], 100.0)
    assert design["what_works"]["observed_twice"] == 20 / (18 + 22 + 26)
