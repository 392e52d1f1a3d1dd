"""Series of more than one school year: other students, another baseline."""

from dataclasses import replace
from datetime import date, timedelta

from generator.model import Change, Inquiry, Observation, Prompt, Prose, Tool
from generator.runchart.series import evaluate_all_series, phases_of

SHARE = Prompt("explains", "Explains")
YEAR = date(2026, 8, 1)


def test_a_school_year_ends_a_phase_and_begins_another_with_its_own_baseline() -> None:
    changes = [Change(1, date(2025, 10, 6), "Talk"), Change(2, date(2026, 10, 5), "Talk again")]
    first, second = phases_of("period-2", changes, {}, [YEAR])
    assert (first.begins, first.ends, first.baseline_until) == (None, YEAR, date(2025, 10, 5))
    assert (second.number, second.begins, second.ends) == (2, YEAR, None)
    assert (second.change.number, second.baseline_until) == (2, date(2026, 10, 4))


def test_students_with_whom_nothing_was_changed_have_rows_on_one_side_only() -> None:
    (before, of_change) = phases_of("period-2", [Change(1, date(2026, 10, 5), "Talk")], {}, [YEAR])
    assert (before.begins, before.ends, before.baseline_until) == (None, YEAR, date(2026, 10, 4))
    assert (of_change.begins, of_change.baseline_until) == (YEAR, date(2026, 10, 4))
    (of_change, after) = phases_of("period-2", [Change(1, date(2025, 10, 6), "Talk")], {}, [YEAR])
    assert (of_change.ends, after.begins) == (YEAR, YEAR)
    assert after.baseline_until < YEAR


def test_a_summer_never_makes_a_change_last() -> None:
    weeks = [date(2026, 3, 2) + timedelta(weeks=week) for week in range(10)]
    weeks += [date(2026, 9, 7) + timedelta(weeks=week) for week in range(8)]
    counts = [6, 7, 5, 6, 7, 5, 15, 16, 15, 16] + [16] * 8
    cells = tuple(
        Observation(day, "p-2", "P 2", "explains", 100 * count / 24, count, 24)
        for day, count in zip(weeks, counts, strict=True)
    )
    inquiry = Inquiry(
        "i", "t", "T", Prose("", ""), observations=cells, changes=(Change(1, date(2026, 4, 11), "Talk"),)
    )
    tool = Tool("talk", "Talk", (SHARE,))
    (pooled,) = evaluate_all_series(inquiry, tool)
    assert pooled.finding.verdict == "sustained_improvement"
    apart = evaluate_all_series(replace(inquiry, cohort_starts={"p-2": (YEAR,)}), tool)
    assert [phase.finding.verdict for phase in apart] == ["too_few_points", "too_few_points"]
    assert [len(phase.series.points) for phase in apart] == [10, 8]
