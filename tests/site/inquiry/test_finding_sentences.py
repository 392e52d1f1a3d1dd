"""The finding in sentences: never more than the data say."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import Better, Program, Prompt, PromptKind, SchoolYearStart, Tool, Unit
from generator.site.inquiry.finding_sentences import FindingSentences
from tests.site.inquiry.inquiries import (
    BEFORE,
    NO_SIGNAL,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
    observations,
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
    assert limits[2].startswith("In Period 2 the baseline may already have been getting better")


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


# ------------------------------------------------------------------------- what "lasted" may say


def test_weeks_are_those_since_the_last_relapse() -> None:
    relapse = [*BEFORE, 14.0, 15, 13, 16, 15, 14, 3, 2, *[15.0] * 9]
    assert sentences({"Period 2": relapse}).lead.endswith("and it has lasted 8 weeks.")


def test_with_the_latest_visit_on_the_wrong_side_visits_are_counted() -> None:
    dipped = [*SUSTAINED, 14.0, 15, 16, 2]
    assert sentences({"Period 2": dipped}).lead == (
        "More students show “Explains own thinking” than before the change on 12 of the 13 visits "
        "since this began."
    )


def test_a_late_start_is_named_with_its_date() -> None:
    late = [*BEFORE, 6.0, 9, 7, *[15.0] * 8]
    lead = sentences({"Period 2": late}).lead
    assert lead.endswith(
        "and it has lasted 7 weeks. It began on 21 November 2025 (4 visits after the change)."
    )
    two = sentences({"Period 2": late, "Period 4": SUSTAINED}).lead
    assert two.endswith("In Period 2 it began on 21 November 2025 (4 visits after the change).")


def test_no_week_of_a_summer_is_counted() -> None:
    """The same students before and after the first day of the school year."""
    program = Program("Maple Grove", tools={TOOL.id: TOOL}, school_year_starts=SchoolYearStart(12, 1))
    lead = inquiry_context(inquiry({"Period 2": SUSTAINED}), program).finding.lead
    assert lead.endswith("on 9 of the 9 visits since this began.")


def test_too_many_visits_on_the_median_are_said_in_the_lead() -> None:
    tool = replace(TOOL, prompts=(Prompt("explains", "Explains", kind=PromptKind.SCALE),))
    rated = [3.0, 2, 1, 2, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 3, 2, 2, 3, 3, 3, 3, 3]
    rows = tuple(replace(row, value=row.count, count=None, n=None) for row in observations("Period 2", rated))
    lead = sentences({}, tool, observations=rows, changes=(change(at=6),)).lead
    assert lead.endswith("Too many visits lie on the median to tell a lasting improvement from luck.")
