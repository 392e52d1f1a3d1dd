"""What an inquiry says of a change idea: steps over the classes in which the idea came first."""

import pytest

from generator.model import Change
from generator.site.inquiry.idea_steps import IdeaStep, MissingStep, StepScope, idea_steps
from tests.site.inquiry.inquiries import (
    BEFORE,
    NO_SIGNAL,
    SUSTAINED,
    change,
    inquiry,
    inquiry_context,
    observations,
    week,
)

TALK = change(1, 8, idea="talk")


def steps(**fields: object) -> list[IdeaStep]:
    given = {"changes": (TALK,)} | fields
    return list(idea_steps(inquiry_context(inquiry(**given)).evaluated))  # type: ignore[arg-type]


def test_the_step_is_that_of_all_classes_with_figures_for_the_page() -> None:
    (step,) = steps(classes={"Period 2": SUSTAINED, "Period 4": NO_SIGNAL})
    assert (step.idea, step.prompt, step.scope, step.part) == ("talk", "explains", StepScope.ALL, "")
    assert step.result.classes == ("Period 2", "Period 4")
    assert step.result.points == len(SUSTAINED) + len(NO_SIGNAL)
    assert step.since == week(8)
    assert step.missing is None
    assert step.result.step is not None
    assert step.result.step > 5


def test_only_classes_whose_first_change_is_the_idea_count() -> None:
    other = Change(1, week(7), "Seating", classes=("period-4",))
    talk = change(2, 8, idea="talk")
    (step,) = steps(classes={"Period 2": SUSTAINED, "Period 4": SUSTAINED}, changes=(other, talk))
    assert step.result.classes == ("Period 2",)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"classes": {}}, MissingStep.NO_DATA),
        ({"tool": ""}, MissingStep.NO_DATA),
        ({"classes": {"Period 2": [*BEFORE, 9.0, 8, 7]}}, MissingStep.TOO_FEW_VISITS),
        ({"classes": {"Period 2": [9.0] * 8 + [12.0] * 8}}, MissingStep.NOTHING_VARIES),
        (
            {"changes": (Change(1, week(7), "Seating"), change(2, 8, idea="talk"))},
            MissingStep.ANOTHER_CHANGE_FIRST,
        ),
    ],
)
def test_where_it_cannot_be_computed_the_reason_stands_there(
    fields: dict[str, object], missing: MissingStep
) -> None:
    (step,) = steps(**fields)
    assert step.missing is missing
    assert step.result.step is None


def test_classes_of_one_condition_and_groups_of_students_have_steps_of_their_own() -> None:
    rows = (
        *observations("Period 2", SUSTAINED, group="newcomers"),
        *observations("Period 2", NO_SIGNAL, group="others"),
        *observations("Period 4", SUSTAINED, condition="co-taught"),
    )
    parts = {(step.scope, step.part): step for step in steps(observations=rows)}
    assert set(parts) == {
        (StepScope.ALL, ""),
        (StepScope.CONDITION, "co-taught"),
        (StepScope.GROUP, "newcomers"),
        (StepScope.GROUP, "others"),
    }
    assert parts[StepScope.CONDITION, "co-taught"].result.classes == ("Period 4",)
    newcomers, others = parts[StepScope.GROUP, "newcomers"], parts[StepScope.GROUP, "others"]
    assert newcomers.result.step is not None
    assert others.result.step is not None
    assert newcomers.result.step > others.result.step + 10


def test_an_inquiry_that_tried_no_idea_says_nothing() -> None:
    assert steps(changes=(change(),)) == []
