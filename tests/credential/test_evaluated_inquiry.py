"""An inquiry with all that follows from it: series, main prompt, design, requirement, decision."""

from datetime import date

from msgspec.structs import replace

from generator.credential.decision import DecisionState
from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.model import (
    Change,
    FrozenRequirement,
    Impact,
    Inquiry,
    InquiryStatus,
    Observation,
    Program,
    Prose,
    RulesEdition,
    Submission,
    Verdict,
)
from generator.runchart.design import DesignKind
from tests.credential.reviews import BOTH, ONE, TOOL, UP

CREDENTIAL = replace(ONE, impact=Impact(classes=1))
PROGRAM = Program("Maple", tools={TOOL.id: TOOL}, micro_credentials={CREDENTIAL.id: CREDENTIAL})
BEFORE = [52, 48, 55, 50, 47, 53, 51, 49]


def inquiry(tool: str = TOOL.id, credential: str = CREDENTIAL.id) -> Inquiry:
    """Eight visits before the change and eight after it, in one class, of the prompt `explains`."""
    observations = tuple(
        Observation(date(2025, 9, number), "period-2", "Period 2", "explains", value=value)
        for number, value in enumerate([*BEFORE, *UP], start=1)
    )
    return Inquiry(
        "talk",
        "ana",
        "Talk",
        Prose("", ""),
        tool=tool,
        micro_credential=credential,
        status=InquiryStatus.SUBMITTED,
        changes=(Change(1, date(2025, 9, 9), "Wait longer"),),
        observations=observations,
        submissions=(Submission(1, date(2026, 1, 1), rules=RulesEdition.FIRST),),
        reviews=BOTH,
    )


def test_all_that_follows_from_an_inquiry() -> None:
    evaluated = evaluate_inquiry(PROGRAM, inquiry())
    assert [one.finding.verdict for one in evaluated.series] == [Verdict.SUSTAINED_IMPROVEMENT]
    assert evaluated.main is TOOL.prompts[0]
    assert evaluated.design is not None and evaluated.design.kind is DesignKind.ONE_CLASS
    assert evaluated.requirement is not None and evaluated.requirement.met
    assert evaluated.decision.state is DecisionState.EARNED
    assert evaluated.main_prompts == ("explains",)


ASKS_FIRST = replace(CREDENTIAL, impact=Impact(prompts=("asks", "explains"), classes=1))
ASKING = replace(PROGRAM, micro_credentials={CREDENTIAL.id: ASKS_FIRST})


def test_the_requirements_first_prompt_is_the_main_one() -> None:
    both = inquiry()
    asked = tuple(replace(row, prompt="asks") for row in both.observations[:9])
    evaluated = evaluate_inquiry(ASKING, replace(both, observations=(*both.observations, *asked)))
    assert evaluated.main is TOOL.prompts[1]
    assert evaluated.main_prompts == ("asks", "explains")
    assert evaluated.requirement is not None and not evaluated.requirement.met


def test_the_main_prompt_has_data_where_any_has_and_the_requirement_stays_what_it_is() -> None:
    evaluated = evaluate_inquiry(ASKING, inquiry())
    assert evaluated.main is TOOL.prompts[0]
    assert evaluated.requirement is not None and not evaluated.requirement.met
    assert evaluated.main_prompts == ("asks", "explains")
    only_asked = tuple(replace(row, prompt="asks") for row in inquiry().observations)
    first_missing = evaluate_inquiry(PROGRAM, replace(inquiry(), observations=only_asked))
    assert first_missing.main is TOOL.prompts[1]
    assert first_missing.requirement is not None
    assert (first_missing.requirement.prompts, first_missing.requirement.met) == (("explains",), False)


def test_a_prompt_that_the_tool_does_not_have_is_never_the_main_one() -> None:
    elsewhere = replace(CREDENTIAL, impact=Impact(prompts=("listens",), classes=1))
    evaluated = evaluate_inquiry(replace(PROGRAM, micro_credentials={CREDENTIAL.id: elsewhere}), inquiry())
    assert evaluated.main is TOOL.prompts[0]
    assert evaluated.main_prompts == ("explains",)


def test_the_rubric_is_the_one_that_was_frozen() -> None:
    easier = replace(CREDENTIAL.mastery, assessors=1)
    frozen = FrozenRequirement(CREDENTIAL.id, CREDENTIAL.impact, easier)
    submitted = replace(
        inquiry(), submissions=(Submission(1, date(2026, 1, 1), requirement=frozen),), reviews=BOTH[:1]
    )
    evaluated = evaluate_inquiry(PROGRAM, submitted)
    assert evaluated.credential is not None and evaluated.credential.mastery == easier
    assert evaluated.decision.mastery_met


def test_without_a_micro_credential_it_is_shared_and_has_no_requirement() -> None:
    evaluated = evaluate_inquiry(PROGRAM, inquiry(credential=""))
    assert (evaluated.requirement, evaluated.decision.state) == (None, DecisionState.SHARED)
    assert evaluated.design is not None


def test_without_a_tool_there_is_nothing_to_evaluate() -> None:
    evaluated = evaluate_inquiry(PROGRAM, inquiry(tool=""))
    assert (evaluated.series, evaluated.main, evaluated.design, evaluated.requirement) == (
        (),
        None,
        None,
        None,
    )
    assert evaluated.main_prompts == ()
    assert evaluated.decision.state is DecisionState.NOT_YET_EARNED
