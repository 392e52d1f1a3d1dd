"""Series of more than one school year: other students, another baseline."""

from datetime import date, timedelta

from msgspec.structs import replace

from generator.model import Change, Inquiry, Observation, Prompt, Prose, Tool
from generator.runchart.design import DesignKind, classify_design
from generator.runchart.series import evaluate_all_series, phases_of

SHARE = Prompt("explains", "Explains")
YEAR = date(2026, 8, 1)


def test_a_school_year_ends_a_phase_and_begins_another_with_its_own_baseline() -> None:
    changes = [Change(1, date(2025, 10, 6), "Talk"), Change(2, date(2026, 10, 5), "Talk again")]
    first, second = phases_of("period-2", changes, {}, [YEAR])
    assert (first.begins, first.ends, first.baseline_until) == (None, YEAR, date(2025, 10, 5))
    assert (second.number, second.begins, second.ends) == (2, YEAR, None)
    assert (second.change, second.baseline_until) == (changes[1], date(2026, 10, 4))


def test_students_with_whom_nothing_was_changed_are_in_a_phase_without_a_change() -> None:
    before, of_change = phases_of("period-2", [Change(1, date(2026, 10, 5), "Talk")], {}, [YEAR])
    assert (before.change, before.baseline_until) == (None, None)
    assert (before.begins, before.ends) == (None, YEAR)
    assert (of_change.begins, of_change.baseline_until) == (YEAR, date(2026, 10, 4))
    of_change, after = phases_of("period-2", [Change(1, date(2025, 10, 6), "Talk")], {}, [YEAR])
    assert (of_change.ends, after.begins) == (YEAR, YEAR)
    assert (after.change, after.baseline_until, after.cohort_start) == (None, None, YEAR)


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
    assert [phase.finding.verdict for phase in apart] == ["too_few_points", None]
    assert [len(phase.series.points) for phase in apart] == [10, 8]


def test_visits_of_an_earlier_school_year_are_not_between_two_starts() -> None:
    def visits(class_id: str, *days: date) -> list[Observation]:
        return [Observation(day, class_id, class_id, "explains", 50.0, 12, 24) for day in days]

    spring = [date(2026, 3, 2) + timedelta(weeks=week) for week in range(10)]
    fall = [date(2026, 9, 7) + timedelta(weeks=week) for week in range(10)]
    first, second = Change(1, spring[3], "Talk", classes=("a",)), Change(2, fall[0], "Talk", classes=("b",))
    inquiry = Inquiry(
        "i",
        "t",
        "T",
        Prose("", ""),
        observations=(*visits("a", *spring, *fall), *visits("b", *spring, *fall)),
        changes=(first, second),
    )
    tool = Tool("talk", "Talk", (SHARE,))
    pooled = classify_design(evaluate_all_series(inquiry, tool), inquiry.changes, "explains")
    assert pooled.kind is DesignKind.STAGGERED
    apart = replace(inquiry, cohort_starts={"a": (YEAR,), "b": (YEAR,)})
    design = classify_design(evaluate_all_series(apart, tool), apart.changes, "explains")
    assert design.kind is DesignKind.NOT_AT_THE_SAME_TIME
