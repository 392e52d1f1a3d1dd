"""The words of a run chart, for readers who see it and for those who do not."""

from collections.abc import Sequence
from typing import Any

import pytest

from generator.model import Better, Observation, Program, Prompt, Tool
from generator.site.inquiry.chart_view import Chart
from tests.site.inquiry.inquiries import (
    BEFORE,
    NO_SIGNAL,
    PROGRAM,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
    observations,
    week,
)

OTHER_STUDENTS = "are from another school year, with other students, and do not count here."


def chart(counts: Sequence[float | None], better: Better = Better.HIGHER, **fields: Any) -> Chart:
    """The chart of one class."""
    prompt = Prompt("explains", "Explains own thinking", better=better)
    tool = Tool(TOOL.id, TOOL.title, (prompt,))
    program = Program(PROGRAM.title, tools={tool.id: tool})
    (only,) = inquiry_context(inquiry({"Period 2": counts}, **fields), program).main_charts
    return only


def test_the_title_counts_visits_and_those_that_were_missed() -> None:
    assert chart([6, None, *SUSTAINED[2:]]).title == (
        "Run chart, Explains own thinking, Period 2, 16 visits (1 missed), September 5 to December 26, 2025"
    )


def test_the_description_says_what_the_picture_shows() -> None:
    assert chart(SUSTAINED).plot.description == (
        "A shift above the median began on October 31, 2025. 31% before, 63% since: sustained improvement."
    )
    fewer = [24 - count for count in SUSTAINED]
    assert chart(fewer, Better.LOWER).plot.description.startswith(
        "Fewer is better. A shift below the median began on Oct"
    )


def test_of_what_was_lost_the_description_says_how_long_it_lasted() -> None:
    lost = chart([*BEFORE, *[18] * 6, 6, 7, 8, 6])
    assert lost.plot.description == (
        "A shift above the median lasted from October 31, 2025 to December 5, 2025. "
        "75% for six visits, 27% since; before: 31%: did not hold."
    )


def test_without_a_shift_there_is_no_day_of_one() -> None:
    assert chart(NO_SIGNAL).plot.description == "31% before, 29% since: no signal."


def test_in_a_class_without_a_change_there_is_one_median() -> None:
    assert chart(BEFORE, changes=()).plot.description == ("Median 31%. No change was tried in this class.")


@pytest.mark.parametrize(
    ("bound", "value", "count", "text"),
    [("n < 10", None, None, "n < 10"), ("", None, None, "not collected"), ("<=", 5.0, None, "≤ 5%")],
)
def test_a_visit_without_a_published_count_says_why(
    bound: str, value: float | None, count: float | None, text: str
) -> None:
    rows = observations("Period 2", SUSTAINED)
    hidden = Observation(rows[0].date, "period-2", "Period 2", "explains", value, count, 24, bound=bound)
    (row, *_) = chart(SUSTAINED, observations=(hidden, *rows[1:])).rows
    assert (row.value, row.counted) == (text, "")


def test_rows_say_their_count_and_the_change_they_come_after() -> None:
    first, *_, last = chart(SUSTAINED).rows
    assert (first.value, first.counted, first.phase) == ("25%", "6 of 24", "baseline")
    assert (last.value, last.counted, last.phase) == ("67%", "16 of 24", "after change 1")
    assert chart(SUSTAINED, changes=()).rows[0].phase == ""


def test_visits_of_other_school_years_are_said_not_to_count() -> None:
    counts = [*SUSTAINED, *BEFORE]
    year_after = chart(counts, cohort_starts={"period-2": (week(len(SUSTAINED)),)})
    assert year_after.verdict is chart(SUSTAINED).verdict
    assert year_after.other_years == (f"The visits since January 2, 2026 {OTHER_STUDENTS}",)
    assert [phase for phase, _ in year_after.by_phase] == [
        "baseline",
        "after change 1",
        "another school year",
    ]
    late = change(at=len(BEFORE) + 8)
    year_before = chart([*BEFORE, *SUSTAINED], cohort_starts={"period-2": (week(8),)}, changes=(late,))
    assert year_before.other_years == (f"The visits before October 31, 2025 {OTHER_STUDENTS}",)


def test_a_year_with_a_change_of_its_own_begins_with_a_baseline() -> None:
    changes = (change(), change(2, len(SUSTAINED) + 8))
    both = chart([*SUSTAINED, *SUSTAINED], cohort_starts={"period-2": (week(17),)}, changes=changes)
    assert [phase for phase, _ in both.by_phase] == [
        "baseline",
        "after change 1",
        "baseline",
        "after change 2",
    ]
    assert both.other_years[-1].startswith("The visits before January 2, 2026 are from another school year")


def test_a_class_without_a_change_has_a_median_of_one_school_year() -> None:
    apart = chart([*[24.0] * 8, *BEFORE], changes=(), cohort_starts={"period-2": (week(8),)})
    assert apart.plot.description == "Median 31%. No change was tried in this class."
    assert apart.other_years == (f"The visits before October 31, 2025 {OTHER_STUDENTS}",)
