"""The frozen finding: it follows from its data, and a change in either is named."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from generator.credential.evaluated_inquiry import EvaluatedInquiry, evaluate_inquiry
from generator.evidence.data_csv import write_data_csv
from generator.model import (
    Better,
    Change,
    Inquiry,
    Observation,
    Program,
    Prompt,
    PromptKind,
    Prose,
    RulesEdition,
    Verdict,
)
from generator.openbadges.frozen_finding import (
    BadFinding,
    OtherRules,
    equal_findings,
    freeze_finding,
    recompute,
)
from tests.conftest import Site
from tests.credential import reviews
from tests.openbadges.awards import AWARD


@pytest.fixture
def frozen(_first_award: Site) -> tuple[bytes, bytes]:
    """(finding, data) of an award."""
    folder = _first_award.content / AWARD
    return (folder / "finding.json").read_bytes(), (folder / "data.csv").read_bytes()


def test_it_follows_from_its_data(frozen: tuple[bytes, bytes]) -> None:
    again = recompute(*frozen)
    assert again.follows
    assert again.requirement.classes_met == 1
    document = json.loads(frozen[0])
    assert document["rules"] == again.edition == RulesEdition.SECOND
    assert document["inputs"]["requirement"]["growth"] == again.requirement.growth_role
    assert "verdict_text" not in document["series"][0]
    assert [entry["prompt"] for entry in document["growth"]] == ["explains", "asks"]


def test_it_says_nothing_about_people(frozen: tuple[bytes, bytes]) -> None:
    assert b"Ana" not in frozen[0] + frozen[1]
    assert b"explain their" not in frozen[0]


def test_another_verdict_is_named_with_the_series(frozen: tuple[bytes, bytes]) -> None:
    finding, data = frozen
    lines = data.decode().splitlines()
    weaker = [line if ",explains," not in line or line < "2025-11-20" else _with(line, "5") for line in lines]
    again = recompute(finding, ("\n".join(weaker) + "\n").encode())
    first = again.differences[0]
    assert (first.class_name, first.prompt and first.prompt.id, first.figure) == (
        "Period 2",
        "explains",
        "verdict",
    )
    assert (first.signed, first.computed) == ("sustained_improvement", "wrong_direction")
    assert not again.follows


def test_another_figure_is_named_where_the_verdict_is_the_same(frozen: tuple[bytes, bytes]) -> None:
    finding, data = frozen
    document = json.loads(finding)
    document["series"][0]["median"] += 1
    first = recompute(json.dumps(document).encode(), data).differences[0]
    assert first.figure == "median"


def test_a_requirement_that_is_not_met_does_not_follow(frozen: tuple[bytes, bytes]) -> None:
    finding, data = frozen
    document = json.loads(finding)
    document["inputs"]["requirement"]["classes"] = 2
    assert not recompute(json.dumps(document).encode(), data).follows


@pytest.mark.parametrize("finding", [b"", b"{}", b"[]", b'{"inputs": {}}', b"\xff"])
def test_what_cannot_be_read_is_no_finding(frozen: tuple[bytes, bytes], finding: bytes) -> None:
    with pytest.raises(BadFinding):
        recompute(finding, frozen[1])


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b"\xff", b"date,class,prompt,count,n,value\nx,y,z,1,2,3\n"]
)
def test_what_is_no_table_of_ours_is_no_evidence(frozen: tuple[bytes, bytes], data: bytes) -> None:
    with pytest.raises(BadFinding):
        recompute(frozen[0], data)


def _with(line: str, count: str) -> str:
    date, name, prompt, _, n, _ = line.split(",")
    return f"{date},{name},{prompt},{count},{n},{100 * int(count) / int(n)!r}"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document["inputs"]["requirement"].update(classes=0),
        lambda document: document["inputs"]["requirement"].update(prompts=[]),
        lambda document: document["inputs"]["requirement"].update(prompts=["other"]),
        lambda document: document["series"].append(document["series"][0]),
        lambda document: document.update(rules="99"),
        lambda document: document.update(schema=99),
        lambda document: document["inputs"]["phases"].append({"class": "Period 2"}),
        lambda document: document["series"][0].update(phase=float("inf")),
    ],
)
def test_what_asks_for_nothing_or_says_things_twice_proves_nothing(
    frozen: tuple[bytes, bytes], spoil: Callable[[dict[str, Any]], object]
) -> None:
    document = json.loads(frozen[0])
    spoil(document)
    with pytest.raises(BadFinding):
        recompute(json.dumps(document).encode(), frozen[1])


def test_a_finding_that_says_a_thing_twice_proves_nothing(frozen: tuple[bytes, bytes]) -> None:
    """Of two entries of one name, programs read one or the other."""
    finding, data = frozen
    assert recompute(finding, data).follows
    with pytest.raises(BadFinding):
        recompute(finding.replace(b"{", b'{"rules": "2",', 1), data)


@pytest.mark.parametrize("cells", [",14,25,55.0", ",nan,26,53.8", ',"14', ",14,26,1e999"])
def test_a_table_whose_numbers_do_not_add_up_proves_nothing(frozen: tuple[bytes, bytes], cells: str) -> None:
    lines = frozen[1].decode().splitlines()
    spoiled = ",".join(lines[1].split(",")[:3]) + cells
    with pytest.raises(BadFinding):
        recompute(frozen[0], "\n".join([lines[0], spoiled, *lines[2:]]).encode())


def test_a_number_of_any_length_is_another_number(frozen: tuple[bytes, bytes]) -> None:
    document = json.loads(frozen[0])
    document["series"][0]["median"] = 10**400
    assert recompute(json.dumps(document).encode(), frozen[1]).differences[0].figure == "median"


# ------------------------------------------------------- an inquiry of several classes, phases and years

TWO_CHANGES = evaluate_inquiry(
    Program("T", tools={reviews.TOOL.id: reviews.TOOL}, micro_credentials={reviews.ONE.id: reviews.ONE}),
    Inquiry(
        "talk",
        "ana",
        "Talk",
        Prose("", ""),
        tool=reviews.TOOL.id,
        micro_credential=reviews.ONE.id,
        changes=(
            Change(1, date(2025, 9, 9), "Wait", classes=("period-2",)),
            Change(2, date(2025, 9, 17), "Talk first", new_phase=True, classes=("period-2",)),
        ),
        cohort_starts={"period-4": (date(2025, 9, 13),)},
        observations=tuple(
            Observation(
                date(2025, 9, day),
                name.lower().replace(" ", "-"),
                name,
                "explains",
                float(value),
                group=group,
            )
            for name, group, values in (
                ("Period 2", "", [*reviews.BASELINE, *reviews.UP, *[70] * 8]),
                ("Period 2", "ELL", [50] * 24),
                ("Period 4", "", [*reviews.BASELINE, *reviews.UP]),
            )
            for day, value in enumerate(values, start=1)
        ),
    ),
)


def test_a_finding_says_what_the_rules_were_applied_to() -> None:
    inputs = json.loads(freeze_finding(TWO_CHANGES))["inputs"]
    assert inputs == {
        "data": "data.csv",
        "prompts": [
            {"id": "explains", "kind": "count_of", "better": "higher"},
            {"id": "asks", "kind": "count_of", "better": "higher"},
        ],
        "phases": [
            phase("Period 2", 1, 1, None, "2025-09-08", "2025-09-17"),
            phase("Period 2", 2, 2, "2025-09-09", "2025-09-16", None),
            phase("Period 4", 1, None, None, None, "2025-09-13"),
            phase("Period 4", 2, None, "2025-09-13", None, None),
        ],
        "requirement": {
            "verdict": "sustained_improvement",
            "prompts": ["explains"],
            "classes": 2,
            "growth": "required",
        },
    }


def phase(
    class_name: str, number: int, change: int | None, begins: str | None, until: str | None, ends: str | None
) -> dict[str, object]:
    return {
        "class": class_name,
        "phase": number,
        "change": change,
        "from": begins,
        "baseline_until": until,
        "before": ends,
    }


def test_a_finding_of_several_phases_follows_from_its_data() -> None:
    finding, data = freeze_finding(TWO_CHANGES), write_data_csv(TWO_CHANGES.inquiry, TWO_CHANGES.tool)
    computed = recompute(finding, data)
    assert computed.differences == ()
    assert [(each.series.class_name, each.series.phase) for each in computed.series] == [
        ("Period 2", 1),
        ("Period 2", 2),
        ("Period 4", 1),
        ("Period 4", 2),
    ]
    assert computed.days[0] == date(2025, 9, 1) and computed.days[-1] == date(2025, 9, 24)
    signed = json.loads(finding)
    assert [(entry["phase"], entry["change"]) for entry in signed["series"]] == [
        (1, 1),
        (2, 2),
        (1, None),
        (2, None),
    ]
    assert signed["series"][2]["values"]["2025-09-01"] == 52


def counted(prompt: Prompt, class_name: str, values: Sequence[int]) -> EvaluatedInquiry:
    """An inquiry of one class with a change after the eighth visit; of 24 students each time."""
    tool = replace(reviews.TOOL, prompts=(prompt,))
    program = Program("T", tools={tool.id: tool}, micro_credentials={reviews.ONE.id: reviews.ONE})
    rows = tuple(
        Observation(
            date(2025, 9, day),
            class_name.lower().replace(" ", "-"),
            class_name,
            prompt.id,
            float(value),
            count=value,
            n=24,
        )
        for day, value in enumerate(values, start=1)
    )
    change = Change(1, date(2025, 9, 9), "Wait")
    return evaluate_inquiry(program, replace(TWO_CHANGES.inquiry, changes=(change,), observations=rows))


def test_a_finding_of_tallies_of_which_fewer_are_better_follows_from_its_data() -> None:
    interruptions = Prompt("explains", "Interruptions", kind=PromptKind.TALLY, better=Better.LOWER)
    evaluated = counted(interruptions, "Period 2", [*reviews.BASELINE, *[20] * 10])
    computed = recompute(freeze_finding(evaluated), write_data_csv(evaluated.inquiry, evaluated.tool))
    assert computed.differences == ()
    assert computed.series[0].finding.verdict is Verdict.SUSTAINED_IMPROVEMENT


def test_an_inquiry_whose_tables_name_no_class_follows_from_its_data() -> None:
    tally = Prompt("explains", "Explains", kind=PromptKind.TALLY)
    evaluated = counted(tally, "", [*reviews.BASELINE, *reviews.UP])
    finding, data = freeze_finding(evaluated), write_data_csv(evaluated.inquiry, evaluated.tool)
    assert recompute(finding, data).differences == ()
    document = json.loads(finding)
    document["series"][0]["median"] = 1
    (difference,) = recompute(json.dumps(document).encode(), data).differences
    assert (difference.class_name, difference.prompt and difference.prompt.id) == ("", "explains")


def test_a_finding_can_be_frozen_by_the_first_edition_to_be_compared_with_an_old_award() -> None:
    finding = freeze_finding(TWO_CHANGES, RulesEdition.FIRST)
    document = json.loads(finding)
    assert (document["schema"], document["rules"]) == (1, "1")
    assert "growth" not in document and "growth" not in document["inputs"]["requirement"]
    again = recompute(finding, write_data_csv(TWO_CHANGES.inquiry, TWO_CHANGES.tool))
    assert (again.edition, again.differences) == (RulesEdition.FIRST, ())


def test_a_requirement_that_was_signed_otherwise_is_a_difference_of_the_whole() -> None:
    document = json.loads(freeze_finding(TWO_CHANGES))
    document["requirement"]["classes_met"] = 2
    data = write_data_csv(TWO_CHANGES.inquiry, TWO_CHANGES.tool)
    (difference,) = recompute(json.dumps(document).encode(), data).differences
    assert (difference.figure, difference.class_name, difference.prompt, difference.series) == (
        "requirement · classes_met",
        "",
        None,
        None,
    )
    assert difference.computed != difference.signed


def test_a_series_that_was_not_signed_is_a_difference() -> None:
    document = json.loads(freeze_finding(TWO_CHANGES))
    del document["series"][1]
    data = write_data_csv(TWO_CHANGES.inquiry, TWO_CHANGES.tool)
    (difference,) = recompute(json.dumps(document).encode(), data).differences
    assert (difference.class_name, difference.figure, difference.signed) == ("Period 2", "verdict", None)


@pytest.mark.parametrize(
    ("value", "adds_up"),
    [("50", True), ("50.0000001", True), ("50.00001", False), ("", True)],
)
def test_a_share_is_its_count_of_n_but_for_the_last_digits(value: str, adds_up: bool) -> None:
    data = f"date,class,prompt,count,n,value\n2025-09-01,Period 2,explains,12,24,{value}\n".encode()
    finding = freeze_finding(TWO_CHANGES)
    if adds_up:
        assert recompute(finding, data).days == (date(2025, 9, 1),)
    else:
        with pytest.raises(BadFinding):
            recompute(finding, data)


@pytest.mark.parametrize("cells", [",24,50", "12,,50", "12,24,", ",,50"])
def test_a_share_with_a_part_left_out_is_taken_as_it_is(cells: str) -> None:
    data = f"date,class,prompt,count,n,value\n2025-09-01,Period 2,explains,{cells}\n".encode()
    assert recompute(freeze_finding(TWO_CHANGES), data).days == (date(2025, 9, 1),)


def test_a_share_of_no_students_adds_up_to_nothing() -> None:
    data = b"date,class,prompt,count,n,value\n2025-09-01,Period 2,explains,0,0,50\n"
    with pytest.raises(BadFinding):
        recompute(freeze_finding(TWO_CHANGES), data)


def test_of_two_spellings_of_a_class_the_first_counts() -> None:
    rows = "2025-09-01,Period 2,explains,12,24,50\n2025-09-02,period 2,explains,12,24,50\n"
    data = f"date,class,prompt,count,n,value\n{rows}".encode()
    first = recompute(freeze_finding(TWO_CHANGES), data).series[0].series
    assert (first.class_name, len(first.points)) == ("Period 2", 2)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"a": [1, 2.0, None]}, {"a": [1.0, 2 + 1e-10, None]}, True),
        ({"a": 0}, {"a": 1e-10}, True),
        ({"a": 1e6}, {"a": 1e6 + 1e-4}, True),
        ({"a": 1}, {"a": 1.00001}, False),
        ({"a": 1}, {"b": 1}, False),
        ({"a": 1}, {"a": 1, "b": 1}, False),
        ([1], [1, 2], False),
        ([1, 2], [2, 1], False),
        ("1", 1, False),
        (True, 1, False),
        (1, True, False),
        (None, 0, False),
        ("a", "a", True),
        ("a", "b", False),
        (None, None, True),
        ([], {}, False),
    ],
)
def test_two_findings_are_equal_but_for_last_digits(left: object, right: object, expected: bool) -> None:
    assert equal_findings(json.dumps(left).encode(), json.dumps(right).encode()) is expected


def test_what_is_no_json_is_equal_to_nothing() -> None:
    assert not equal_findings(b"{", b"{")


def test_rules_that_this_version_does_not_have_are_named() -> None:
    document = json.loads(freeze_finding(TWO_CHANGES)) | {"rules": "9" * 60}
    with pytest.raises(OtherRules) as other:
        recompute(json.dumps(document).encode(), b"")
    assert other.value.version == "9" * 40
