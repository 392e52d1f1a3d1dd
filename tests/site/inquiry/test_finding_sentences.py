"""The finding in sentences: never more than the data say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Better, Program, Prompt, PromptKind, Tool, Unit
from generator.site.inquiry.finding_sentences import FindingSentences
from tests.site.inquiry.inquiries import (
    BEFORE,
    NO_SIGNAL,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
)

SHIFTED = [*BEFORE, 14.0, 15, 13, 16, 15, 14]
LOST = [*BEFORE, 14.0, 15, 13, 16, 15, 14, 3, 2, 4, 3, 2, 4]
WORSE = [*BEFORE, 2.0, 3, 1, 2, 3, 1, 2]
RISING = [3.0, 4, 5, 6, 7, 8, 9, 10, *SUSTAINED[8:]]


def sentences(
    classes: Mapping[str, Sequence[float | None]], tool: Tool = TOOL, **fields: Any
) -> FindingSentences:
    program = Program("Maple Grove", tools={tool.id: tool})
    return inquiry_context(inquiry(classes, **fields), program).finding


@pytest.mark.parametrize(
    ("counts", "lead"),
    [
        (
            SUSTAINED,
            "More students show “Explains own thinking” than before the change, and it has lasted 8 weeks.",
        ),
        (
            SHIFTED,
            (
                "More students show “Explains own thinking” than before the change. "
                "It is too early to say that this lasts."
            ),
        ),
        (
            LOST,
            (
                "More students show “Explains own thinking” than before the change for a while, "
                "but it did not hold."
            ),
        ),
        (
            WORSE,
            "“Explains own thinking” moved the other way after the change. That is worth looking into.",
        ),
        (
            NO_SIGNAL,
            (
                "So far the charts show no sign of a change in “Explains own thinking”. "
                "That is not the same as no improvement: small gains are easily missed."
            ),
        ),
        (
            SUSTAINED[:10],
            "It is too early to say: there are too few visits before or after the change.",
        ),
        ([], "No data have been collected yet."),
        ([None, None], "No data have been collected yet."),
    ],
)
def test_one_sentence_for_each_verdict(counts: list[float | None], lead: str) -> None:
    assert sentences({"Period 2": counts}).lead == lead


def test_data_without_a_change_have_nothing_to_be_held_against() -> None:
    assert sentences({"Period 2": SUSTAINED}, changes=()).lead == (
        "Data have been collected, but no change has been tried yet."
    )


def test_the_best_verdict_leads_with_the_classes_that_show_it() -> None:
    lead = sentences({"Period 2": SUSTAINED, "Period 4": NO_SIGNAL, "Period 5": SUSTAINED}).lead
    assert lead.startswith("In 2 of 3 classes: more students show")


def test_classes_without_a_change_are_not_counted() -> None:
    classes = {"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}
    lead = sentences(classes, changes=(change(classes=("period-2",)),)).lead
    assert lead.startswith("More students show")


@pytest.mark.parametrize(
    ("better", "kind", "counts", "begins"),
    [
        (
            Better.LOWER,
            PromptKind.COUNT_OF,
            [24 - count for count in SUSTAINED],
            "Fewer students show",
        ),
        (Better.HIGHER, PromptKind.TALLY, SUSTAINED, "“Waits” is higher"),
        (Better.LOWER, PromptKind.TALLY, [24 - count for count in SUSTAINED], "“Waits” is lower"),
    ],
)
def test_what_is_counted_and_which_way_is_better(
    better: Better, kind: PromptKind, counts: list[float | None], begins: str
) -> None:
    tool = replace(TOOL, prompts=(Prompt("explains", "Waits", kind=kind, better=better),))
    assert sentences({"Period 2": counts}, tool).lead.startswith(begins)


def test_shares_of_something_else_than_students_are_higher_or_lower() -> None:
    lead = sentences({"Period 2": SUSTAINED}, replace(TOOL, unit=Unit.RESPONSES)).lead
    assert lead.startswith("“Explains own thinking” is higher")


def test_a_verdict_that_came_after_a_second_change_belongs_to_both() -> None:
    assert sentences({"Period 2": SUSTAINED}, changes=(change(), change(2, 10))).shared_changes == (
        (
            "Period 2: this verdict was not reached yet when change 2 began, "
            "so it belongs to changes 1 and 2 together."
        ),
    )
    assert sentences({"Period 2": SUSTAINED}).shared_changes == ()


@pytest.mark.parametrize(
    ("classes", "starts", "limit"),
    [
        (("Period 2",), (8,), "One class cannot tell the change from anything else"),
        (("Period 2", "Period 4"), (8, 8), "All classes started on the same day"),
        (("Period 2", "Period 4"), (8, 9), "The classes started at different times"),
    ],
)
def test_what_a_design_cannot_show(classes: Sequence[str], starts: Sequence[int], limit: str) -> None:
    changes = tuple(
        change(number, at, classes=(name.lower().replace(" ", "-"),))
        for number, (name, at) in enumerate(zip(classes, starts, strict=True), start=1)
    )
    limits = sentences(dict.fromkeys(classes, SUSTAINED), changes=changes).limits
    assert limits[0].startswith("A run chart shows that something changed")
    assert limits[1].startswith(limit)
    assert len(limits) == 2


def test_a_baseline_that_was_rising_is_named() -> None:
    limits = sentences({"Period 2": RISING, "Period 4": SUSTAINED}).limits
    assert limits[2].startswith("In Period 2 the baseline may already have been getting better")


def test_without_a_change_there_is_no_design_to_speak_of() -> None:
    no_change = sentences({"Period 2": SUSTAINED}, changes=())
    assert no_change.limits == ()
    assert no_change.design_summary == "No change has been tried yet."
    assert sentences({}, tool=replace(TOOL, id="other")).design_summary == ""


def test_the_design_says_how_often_it_was_demonstrated_and_at_how_many_times() -> None:
    staggered = (change(1, 8, classes=("period-2",)), change(2, 9, classes=("period-4",)))
    assert sentences({"Period 2": SUSTAINED, "Period 4": SUSTAINED}, changes=staggered).design_summary == (
        "Staggered starts (multiple baseline across classes): "
        "2 demonstrations of a sustained improvement at 2 starting times."
    )
    assert sentences({"Period 2": NO_SIGNAL}).design_summary == (
        "One class: 0 demonstrations of a sustained improvement."
    )
