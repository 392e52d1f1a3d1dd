"""Whatever the visits are: what is met is more than growth where it must be, and all places agree."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.analyse import AnalysisRequest, Baseline, analyse
from generator.analysis_report import AnalysisReport
from generator.credential.decision import DecisionState
from generator.credential.evaluated_inquiry import EvaluatedInquiry, evaluate_inquiry
from generator.credential.findings_file import write_findings
from generator.evidence.data_csv import write_data_csv
from generator.model import (
    Change,
    GrowthRole,
    Impact,
    Inquiry,
    InquiryStatus,
    Observation,
    Program,
    Prose,
    Submission,
    Verdict,
)
from generator.reading.submission_checks import freeze_requirement
from generator.runchart.replication import ImpactState
from generator.site.inquiry.growth_sentences import growth_sentences
from generator.words.growth_texts import GrowthTexts
from generator.words.translator import ENGLISH
from tests.credential.reviews import BOTH, ONE, TOOL

FIRST = date(2025, 9, 1)
BASELINE = 8
Table = dict[str, dict[str, list[float]]]  # class -> prompt -> a value a week

NOISE = [3, -4, 6, -2, 0, 5, -6, 1, -3, 4, 2, -5, 6, -1, 3, -4, 0, 5, -2, 1]


def rising(slope: float, step: float) -> list[float]:
    return [40 + slope * week + step * (week >= BASELINE) + noise for week, noise in enumerate(NOISE)]


STEP = {f"P {n}": dict.fromkeys(("explains", "asks"), rising(0, 25)) for n in (1, 2)}
GROWTH = {f"P {n}": dict.fromkeys(("explains", "asks"), rising(2, 0)) for n in (1, 2)}
ONE_OF_EACH = {name: {"explains": rising(0, 25), "asks": rising(2, 0)} for name in ("P 1", "P 2")}

a_series = st.builds(
    lambda slope, step, noise: [
        50 + slope * week + step * (week >= BASELINE) + off for week, off in enumerate(noise)
    ],
    st.sampled_from([0, 0, 1, 2, 3]),
    st.sampled_from([0, 10, 20, 30]),
    st.lists(st.integers(-8, 8), min_size=16, max_size=24),
)
tables = st.dictionaries(
    st.sampled_from(["P 1", "P 2", "P 3"]),
    st.fixed_dictionaries({"explains": a_series, "asks": a_series}),
    min_size=1,
)


def evaluated(table: Table, prompts: tuple[str, ...], growth: GrowthRole) -> EvaluatedInquiry:
    observations = tuple(
        Observation(FIRST + timedelta(7 * week), name.lower().replace(" ", "-"), name, prompt, value=value)
        for name, of_class in table.items()
        for prompt, values in of_class.items()
        for week, value in enumerate(values)
    )
    credential = replace(ONE, impact=Impact(prompts=prompts, classes=1, growth=growth))
    program = Program("Maple", tools={TOOL.id: TOOL}, micro_credentials={credential.id: credential})
    change = Change(1, FIRST + timedelta(7 * BASELINE), "Wait longer")
    inquiry = Inquiry("talk", "ana", "Talk", Prose("", ""), tool=TOOL.id, micro_credential=credential.id)
    frozen = Submission(1, date(2026, 1, 1), requirement=freeze_requirement(credential, TOOL))
    submitted = replace(inquiry, status=InquiryStatus.SUBMITTED, submissions=(frozen,), reviews=BOTH)
    return evaluate_inquiry(program, replace(submitted, changes=(change,), observations=observations))


@settings(max_examples=60, deadline=None)
@given(tables, st.sampled_from([("explains",), ("asks", "explains")]), st.sampled_from(GrowthRole))
@example(STEP, ("explains", "asks"), GrowthRole.REQUIRED)
@example(GROWTH, ("explains", "asks"), GrowthRole.REQUIRED)
@example(GROWTH, ("explains", "asks"), GrowthRole.SHOWN)
def test_what_is_met_is_more_than_growth_where_it_must_be(
    table: Table, prompts: tuple[str, ...], growth: GrowthRole
) -> None:
    made = evaluated(table, prompts, growth)
    requirement = made.requirement
    assert requirement is not None
    p = {result.prompt: result.p for result in made.growth}
    clear = all((value := p.get(prompt)) is not None and value <= 0.05 for prompt in prompts)
    sustained = any(
        all(verdict is Verdict.SUSTAINED_IMPROVEMENT for _, verdict in result.verdicts)
        for result in requirement.classes
    )
    assert requirement.met is (sustained and (clear or growth is GrowthRole.SHOWN))
    assert (made.decision.state is DecisionState.EARNED) is requirement.met


@settings(max_examples=25, deadline=None)
@given(tables)
@example(STEP)
@example(ONE_OF_EACH)
def test_the_file_the_page_and_analyse_say_the_same(table: Table) -> None:
    made = evaluated(table, ("explains",), GrowthRole.REQUIRED)
    assert made.requirement is not None
    findings = json.loads(write_findings(made, made.decision, ENGLISH))
    request = AnalysisRequest(Baseline(until=FIRST + timedelta(7 * BASELINE - 1)))
    analysis, _ = analyse(write_data_csv(made.inquiry, TOOL), "data.csv", request)
    assert analysis is not None
    printed = json.loads(AnalysisReport(analysis).json())
    assert {entry["prompt"]: entry for entry in findings["growth"]} == {
        entry["prompt"]: entry for entry in printed["growth"]
    }
    alone = {(entry["class"], entry["prompt"]): entry["growth_p"] for entry in findings["series"]}
    assert alone == {(entry["class"], entry["prompt"]): entry["growth_p"] for entry in printed["series"]}
    by_prompt = {entry["prompt"]: entry["p"] for entry in findings["growth"]}
    for sentence in growth_sentences(ENGLISH, made):
        p = by_prompt["explains"]
        assert sentence.startswith("More than steady growth") is (p is not None and p <= 0.05)
        assert not sentence.startswith("More") or GrowthTexts().p_value(p) in sentence
    assert (findings["requirement"]["state"] == ImpactState.MET) is findings["decision"]["impact"]


@pytest.mark.parametrize(
    ("table", "state"),
    [
        (STEP, ImpactState.MET),
        (GROWTH, ImpactState.NOT_SEPARABLE_FROM_GROWTH),
        (ONE_OF_EACH, ImpactState.NOT_SEPARABLE_FROM_GROWTH),
    ],
)
def test_steady_growth_meets_no_requirement(table: Table, state: ImpactState) -> None:
    """One prompt that only grew is enough to leave it open."""
    made = evaluated(table, ("explains", "asks"), GrowthRole.REQUIRED)
    assert made.requirement is not None
    assert made.requirement.classes_met == 2
    assert made.requirement.state is state
