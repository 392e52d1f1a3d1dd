"""The sentences beside the answer: never more than the data say."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import Program, Tool
from generator.site.inquiry.finding_sentences import FindingSentences
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    RISING,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
)


def sentences(
    classes: Mapping[str, Sequence[float | None]], tool: Tool = TOOL, **fields: Any
) -> FindingSentences:
    program = Program("Maple Grove", tools={tool.id: tool})
    return inquiry_context(inquiry(classes, **fields), program).finding


def test_a_verdict_that_came_after_a_second_change_belongs_to_both() -> None:
    assert sentences({"Period 2": SUSTAINED}, changes=(change(), change(2, 10))).shared_changes == (
        (
            "In Period 2 change 2 began before this result was clear, so the result belongs to "
            "changes 1 and 2 together."
        ),
    )
    assert sentences({"Period 2": SUSTAINED}).shared_changes == ()


@pytest.mark.parametrize(
    ("classes", "starts", "limit"),
    [
        (("Period 2",), (8,), "With one class, the change cannot be told apart from anything else"),
        (("Period 2", "Period 4"), (8, 8), "All classes started at the same time"),
        (("Period 2", "Period 4"), (8, 9), "Too few visits lie between the starts"),
        (("Period 2", "Period 4"), (5, 8), "The classes started at different times"),
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
    assert limits[2].startswith("In Period 2 the baseline may already have been improving")


def test_without_a_change_there_is_no_design_to_speak_of() -> None:
    no_change = sentences({"Period 2": SUSTAINED}, changes=())
    assert no_change.limits == ()
    assert no_change.design_summary == "No change has been tried yet."
    assert sentences({}, tool=replace(TOOL, id="other")).design_summary == ""


def test_the_design_says_how_often_it_was_demonstrated_and_at_how_many_times() -> None:
    staggered = (change(1, 6, classes=("period-2",)), change(2, 9, classes=("period-4",)))
    assert sentences({"Period 2": SUSTAINED, "Period 4": SUSTAINED}, changes=staggered).design_summary == (
        "Several classes, staggered: 2 demonstrations of a sustained improvement at 2 starting times. "
        "From one start to the next, at least 3 visits to the class still waiting (3 needed, 5 recommended)."
    )
    assert sentences({"Period 2": NO_SIGNAL}).design_summary == (
        "One class: 0 demonstrations of a sustained improvement."
    )


def test_what_the_standards_of_the_field_say_stands_beside_the_design() -> None:
    assert sentences({"Period 2": SUSTAINED}).what_works == (
        "What Works Clearinghouse design standards (2010): does not meet, because "
        "there is 1 demonstration of 3 and no second observer counted."
    )
    assert sentences({"Period 2": SUSTAINED}, changes=()).what_works == ""
