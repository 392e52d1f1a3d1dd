"""What stands in an answer beside its figures: how long, since when, what may explain it."""

from msgspec.structs import replace

from generator.model import Program, Prompt, PromptKind, SchoolYearStart
from tests.site.inquiry.inquiries import (
    BEFORE,
    RISING,
    SUSTAINED,
    TOOL,
    answer_of,
    change,
    inquiry,
    inquiry_context,
    observations,
)


def test_a_prompt_that_moved_the_wrong_way_and_a_rising_baseline_are_named() -> None:
    rows = [
        *observations("Period 2", RISING),
        *observations("Period 2", [24 - count for count in SUSTAINED], "asks"),
    ]
    beside = answer_of({}, observations=tuple(rows)).rest
    assert "It may already have been getting better before the change." in beside
    assert beside.endswith("“Asks a question” moved the wrong way.")


def test_weeks_are_those_since_the_last_relapse() -> None:
    relapse = [*BEFORE, 14.0, 15, 13, 16, 15, 14, 3, 2, *[15.0] * 9]
    assert "It has lasted 8 weeks." in answer_of({"Period 2": relapse}).rest


def test_of_classes_that_differ_the_least_weeks_are_said() -> None:
    longer = [*SUSTAINED, 15.0, 16]
    assert "It has lasted at least 8 weeks." in answer_of({"Period 2": SUSTAINED, "Period 4": longer}).rest


def test_with_the_latest_visit_on_the_wrong_side_visits_are_counted() -> None:
    dipped = [*SUSTAINED, 14.0, 15, 16, 2]
    assert (
        "12 of the 13 visits since this began are better than before." in answer_of({"Period 2": dipped}).rest
    )


def test_a_late_start_is_named_with_its_date() -> None:
    late = [*BEFORE, 6.0, 9, 7, *[15.0] * 8]
    assert "It has lasted 7 weeks. It began on" in answer_of({"Period 2": late}).rest
    assert "2025 (4 visits after the change)." in answer_of({"Period 2": late}).rest
    assert "In Period 2 it began on" in answer_of({"Period 2": late, "Period 4": SUSTAINED}).rest


def test_no_week_of_a_summer_is_counted() -> None:
    """The same students before and after the first day of the school year."""
    program = Program("Maple Grove", tools={TOOL.id: TOOL}, school_year_starts=SchoolYearStart(12, 1))
    rest = inquiry_context(inquiry({"Period 2": SUSTAINED}), program).answer.rest
    assert "9 of the 9 visits since this began are better than before." in rest


def test_too_many_visits_on_the_median_are_said_in_the_answer_of() -> None:
    tool = replace(TOOL, prompts=(Prompt("explains", "Explains", kind=PromptKind.SCALE),))
    rated = [3.0, 2, 1, 2, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 3, 2, 2, 3, 3, 3, 3, 3]
    rows = tuple(replace(row, value=row.count, count=None, n=None) for row in observations("Period 2", rated))
    held_back = answer_of({}, tool, observations=rows, changes=(change(at=6),))
    assert held_back.headline == "It got better, but luck could explain it."
    assert "Too many visits are on the median to tell a lasting improvement from luck." in held_back.rest
    assert held_back.classes[0].title == "Period 2: better, but luck could explain it"


def test_steady_growth_that_would_explain_it_is_said() -> None:
    growing = [
        float(count) for count in (2, 3, 2, 4, 5, 5, 7, 6, 8, 8, 10, 9, 11, 12, 12, 14, 13, 15, 16, 15)
    ]
    assert "But steady growth that was already under way could explain it too." in (
        answer_of({"Period 2": growing}).rest
    )


def test_a_straight_line_cannot_be_compared() -> None:
    growing = [float(count) for count in range(2, 22)]
    assert "These visits cannot tell it from steady growth." in answer_of({"Period 2": growing}).rest
