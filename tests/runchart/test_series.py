"""Observations -> series: visits merged, baselines and phases set by the teacher's own dates."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import Better, Change, Inquiry, Observation, Point, Prompt, PromptKind, Prose, Tool
from generator.runchart.series import (
    changes_of,
    evaluate_all_series,
    first_change,
    in_phases,
    merge_visits,
    phases_of,
    series_as_listed,
)
from generator.slugs import slug

SHARE = Prompt("explains", "Explains")
TALLY = Prompt("turns", "Turns", kind=PromptKind.TALLY)
SCALE = Prompt("depth", "Depth", kind=PromptKind.SCALE)
FEWER = Prompt("idle", "Idle", better=Better.LOWER)


def day(number: int) -> date:
    """The days of September 2025, and on."""
    return date.fromordinal(date(2025, 8, 31).toordinal() + number)


def row(
    on: int | None,
    count: float | None = None,
    n: float | None = None,
    value: float | None = None,
    *,
    of: str = "Period 2",
    prompt: str = "explains",
    group: str = "",
    observer: str = "",
    unusual: str = "",
) -> Observation:
    if value is None and count is not None:
        value = 100 * count / n if n else count
    return Observation(
        day(on) if on else None,
        slug(of),
        of,
        prompt,
        value,
        count,
        n,
        group=group,
        observer=observer,
        unusual=unusual,
    )


def change(number: int, on: int, *classes: str, new_phase: bool = False) -> Change:
    return Change(number, day(on), f"Change {number}", classes=classes, new_phase=new_phase)


# ------------------------------------------------------------------------- rows of one visit merged


def only(rows: list[Observation], prompt: Prompt = SHARE, group: str = "") -> tuple[float | None, ...]:
    (point,) = merge_visits(rows, prompt, group)
    return point.value, point.count, point.n


MERGED: dict[str, tuple[list[Observation], Prompt, tuple[float | None, ...]]] = {
    "one row as it is": ([row(1, 6, 24)], SHARE, (25, 6, 24)),
    "a blank cell is a gap": ([row(1)], SHARE, (None, None, None)),
    "observers are averaged as shares": (
        [row(1, 6, 24, observer="A"), row(1, 5, 10, observer="B")],
        SHARE,
        (37.5, None, None),
    ),
    "an observer who collected nothing does not count": (
        [row(1, 6, 24, observer="A"), row(1, observer="B")],
        SHARE,
        (25, 6, 24),
    ),
    "groups are summed": (
        [row(1, 6, 10, group="girls"), row(1, 3, 20, group="boys")],
        SHARE,
        (30, 9, 30),
    ),
    "a group that was not collected is left out of the sum": (
        [row(1, 6, 10, group="girls"), row(1, group="boys")],
        SHARE,
        (60, 6, 10),
    ),
    "a row for the whole class goes before its groups": (
        [row(1, 6, 10, group="girls"), row(1, 9, 30)],
        SHARE,
        (30, 9, 30),
    ),
    "groups of each observer first, then observers": (
        [
            row(1, 6, 10, group="girls", observer="A"),
            row(1, 3, 20, group="boys", observer="A"),
            row(1, 12, 30, observer="B"),
        ],
        SHARE,
        (35, None, None),
    ),
    "shares without counts are weighted by their students": (
        [row(1, None, 10, 60, group="girls"), row(1, None, 30, 20, group="boys")],
        SHARE,
        (30, None, 40),
    ),
    "tallies of groups add up": ([row(1, 4, group="girls"), row(1, 7, group="boys")], TALLY, (11, 11, None)),
    "means of groups are averaged": (
        [row(1, value=2, group="girls"), row(1, value=3, group="boys")],
        SCALE,
        (2.5, None, None),
    ),
}


# exact values: a running sum of floats gives 0.9999999999999999 on Python 3.11 and 1.0 on 3.12;
# fmean with weights gives ...966 on 3.11 and ...96 on 3.12
SAME_ON_EVERY_PYTHON: dict[str, tuple[list[Observation], Prompt, float]] = {
    "tallies of ten groups": ([row(1, value=0.1, group=f"group {n}") for n in range(10)], TALLY, 1.0),
    "shares of ten groups": (
        [row(1, 0.1, 10, group=f"group {n}") for n in range(10)],
        SHARE,
        1.0,
    ),
    "means weighted by students": (
        [
            row(1, n=17, value=3.5, group="first"),
            row(1, n=21, value=3.6, group="second"),
            row(1, n=16, value=1.5, group="third"),
        ],
        SCALE,
        2.9462962962962966,
    ),
}


@pytest.mark.parametrize("case", SAME_ON_EVERY_PYTHON)
def test_a_merged_visit_is_the_same_on_every_python(case: str) -> None:
    rows, prompt, value = SAME_ON_EVERY_PYTHON[case]
    assert only(rows, prompt)[0] == value


@pytest.mark.parametrize("case", MERGED)
def test_one_visit_is_one_point(case: str) -> None:
    rows, prompt, expected = MERGED[case]
    assert only(rows, prompt) == expected


def test_points_are_in_time_order_and_numbered_from_one() -> None:
    points = merge_visits([row(9, 1, 10), row(2, 2, 10), row(5)], SHARE)
    assert [(point.row, point.date, point.value) for point in points] == [
        (1, day(2), 20),
        (2, day(5), None),
        (3, day(9), 10),
    ]


def test_a_groups_own_series_takes_its_rows_only() -> None:
    rows = [row(1, 6, 10, group="girls"), row(1, 3, 20, group="boys"), row(2, 4, 20, group="boys")]
    assert only(rows, group="girls") == (60, 6, 10)
    assert len(merge_visits(rows, SHARE, "boys")) == 2


def test_two_lessons_of_one_day_are_two_points_in_the_order_of_the_clock() -> None:
    rows = [replace(row(1, 8, 24), time="14:30"), replace(row(1, 6, 24), time="09:05"), row(2, 12, 24)]
    points = merge_visits(rows, SHARE)
    assert [(point.moment, point.count) for point in points] == [
        ("2025-09-01 09:05", 6),
        ("2025-09-01 14:30", 8),
        ("2025-09-02", 12),
    ]


def test_notes_of_an_unusual_visit_are_kept_once_each() -> None:
    rows = [
        row(1, 6, 24, observer="A", unusual="fire drill"),
        row(1, 6, 24, observer="B", unusual="fire drill"),
        row(1, 6, 24, observer="C", unusual="half the class away"),
    ]
    (point,) = merge_visits(rows, SHARE)
    assert point.unusual == "fire drill; half the class away"


@settings(max_examples=50)
@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from("AB"), st.integers(0, 24)), max_size=12),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rows_never_matters(cells: list[tuple[int, str, int]], random: Random) -> None:
    rows = [row(on, count, 24, observer=observer) for on, observer, count in cells]
    points = merge_visits(rows, SHARE)
    assert [point.date for point in points] == sorted({one.date for one in rows if one.date})
    random.shuffle(rows)
    again = merge_visits(rows, SHARE)
    assert again == points


# ------------------------------------------------------------------------------ baselines and phases


def test_a_change_without_classes_is_for_every_class() -> None:
    everybody, second = change(1, 10), change(2, 5, "period-2")
    assert changes_of("period-2", [everybody, second]) == [second, everybody]
    assert changes_of("period-4", [everybody, second]) == [everybody]
    assert first_change("period-2", [everybody, second]) is second
    assert first_change("period-4", [second]) is None


def bounds(changes: list[Change], until: dict[str, date] | None = None) -> list[tuple[object, ...]]:
    return [
        (phase.number, phase.change and phase.change.number, phase.begins, phase.baseline_until, phase.ends)
        for phase in phases_of("period-2", changes, until or {})
    ]


PHASES: dict[str, tuple[list[Change], dict[str, date], list[tuple[object, ...]]]] = {
    "no change, no phase": ([], {}, []),
    "a change elsewhere": ([change(1, 10, "period-4")], {}, []),
    "the baseline ends the day before": ([change(1, 10)], {}, [(1, 1, None, day(9), None)]),
    "or when the teacher says": ([change(1, 10)], {"": day(7)}, [(1, 1, None, day(7), None)]),
    "the class's own date goes before everybody's": (
        [change(1, 10)],
        {"": day(7), "period-2": day(5)},
        [(1, 1, None, day(5), None)],
    ),
    "another class's date is not hers": (
        [change(1, 10)],
        {"period-4": day(5)},
        [(1, 1, None, day(9), None)],
    ),
    "a later change is part of the phase": (
        [change(1, 10), change(2, 20)],
        {},
        [(1, 1, None, day(9), None)],
    ),
    "unless it opens a new one": (
        [change(1, 10), change(2, 20, new_phase=True)],
        {},
        [(1, 1, None, day(9), day(20)), (2, 2, day(10), day(19), None)],
    ),
    "whose baseline is all since the change before it": (
        [change(1, 10), change(2, 20), change(3, 30, new_phase=True)],
        {"": day(7)},
        [(1, 1, None, day(7), day(30)), (2, 3, day(20), day(29), None)],
    ),
    "a first change marked as new is the first": (
        [change(1, 10, new_phase=True)],
        {},
        [(1, 1, None, day(9), None)],
    ),
    "order is by date, not by number": (
        [change(2, 20), change(1, 10)],
        {},
        [(1, 1, None, day(9), None)],
    ),
}


@pytest.mark.parametrize("case", PHASES)
def test_phases_of_a_class(case: str) -> None:
    changes, until, expected = PHASES[case]
    assert bounds(changes, until) == expected


def points(*days: int) -> list[Point]:
    return [Point(number, day(on), float(on)) for number, on in enumerate(days, start=1)]


def test_without_a_change_a_series_has_no_baseline() -> None:
    (series,) = in_phases(points(1, 2), (), "period-2", "Period 2", FEWER)
    assert (series.baseline, series.change, series.phase, series.better) == (None, None, 1, Better.LOWER)


def test_the_baseline_counts_its_rows_blank_ones_included() -> None:
    rows = [Point(1, day(1), 1.0), Point(2, day(2), None), Point(3, day(10), 3.0)]
    (series,) = in_phases(rows, phases_of("period-2", [change(1, 10)], {}), "period-2", "Period 2", SHARE)
    assert (series.baseline, series.change, len(series.points)) == (2, 1, 3)


def test_a_new_phase_takes_its_rows_and_counts_them_anew() -> None:
    phases = phases_of("period-2", [change(1, 10), change(2, 20, new_phase=True)], {})
    first, second = in_phases(points(1, 10, 15, 20, 25), phases, "period-2", "Period 2", SHARE)
    assert (first.values, first.baseline) == ((1, 10, 15), 1)
    assert (second.values, second.baseline, second.phase, second.change) == ((10, 15, 20, 25), 2, 2, 2)
    assert [point.row for point in second.points] == [1, 2, 3, 4]


# ------------------------------------------------------------------------------- a whole inquiry


def inquiry(*rows: Observation, changes: tuple[Change, ...] = ()) -> Inquiry:
    return Inquiry("i", "t", "T", Prose("", ""), observations=rows, changes=changes)


def test_series_come_by_class_as_people_count_then_prompt_then_group() -> None:
    tool = Tool("talk", "Talk", (SHARE, FEWER))
    rows = [
        row(1, 1, 24, of="Period 10"),
        row(1, 1, 24, prompt="idle"),
        row(1, 1, 12, group="girls"),
        row(1, 1, 12, group="boys"),
    ]
    judged = evaluate_all_series(inquiry(*rows), tool)
    assert [(one.series.class_name, one.series.prompt, one.series.group) for one in judged] == [
        ("Period 2", "explains", ""),
        ("Period 2", "explains", "boys"),
        ("Period 2", "explains", "girls"),
        ("Period 2", "idle", ""),
        ("Period 10", "explains", ""),
    ]
    assert judged[3].series.better is Better.LOWER


def test_a_class_that_no_change_names_has_no_verdict() -> None:
    rows = [row(on, 6, 24, of=name) for on in range(1, 20) for name in ("Period 2", "Period 4")]
    judged = evaluate_all_series(
        inquiry(*rows, changes=(change(1, 10, "period-2"),)), Tool("t", "T", (SHARE,))
    )
    assert {one.series.class_id: one.finding.verdict for one in judged} == {
        "period-2": "too_few_points",  # all of them on the median
        "period-4": None,
    }


def test_one_class_written_in_two_ways_is_one_class() -> None:
    judged = evaluate_all_series(
        inquiry(row(1, 1, 24), row(2, 1, 24, of="period 2")), Tool("t", "T", (SHARE,))
    )
    assert [(one.series.class_name, one.finding.points) for one in judged] == [("Period 2", 2)]


def test_a_class_has_the_name_that_it_has_first_in_all_its_series() -> None:
    tool = Tool("talk", "Talk", (SHARE, FEWER))
    rows = [row(1, 1, 24, of="Period 2"), row(1, 1, 24, of="period 2", prompt="idle")]
    assert [one.series.class_name for one in evaluate_all_series(inquiry(*rows), tool)] == ["Period 2"] * 2


def test_without_a_tool_there_is_nothing_to_judge() -> None:
    assert evaluate_all_series(inquiry(row(1, 1, 24)), None) == ()


# ------------------------------------------------------------------------------------ a bare table


def test_a_bare_table_keeps_a_row_a_point() -> None:
    rows = [row(2, 1, 10), row(1, 2, 10), row(1, 3, 10), row(1, 4, 10, of="Period 4")]
    first, second = series_as_listed(rows, Better.HIGHER, 1)
    assert (first.class_name, first.values, first.baseline) == ("Period 2", (20, 30, 10), 1)
    assert second.values == (40,)


def test_a_table_without_dates_keeps_the_files_order() -> None:
    (series,) = series_as_listed([row(None, value=3), row(None, value=1), row(None)], Better.LOWER, None)
    assert (series.values, series.better) == ((3, 1, None), Better.LOWER)
    assert [point.row for point in series.points] == [1, 2, 3]


def test_a_table_keeps_class_and_prompt_as_they_first_occur() -> None:
    rows = [row(1, value=1, of="Zoo"), row(1, value=1, of="Ant"), row(1, value=1, of="Zoo", prompt="asks")]
    assert [(one.class_name, one.prompt) for one in series_as_listed(rows, Better.HIGHER, None)] == [
        ("Zoo", "explains"),
        ("Ant", "explains"),
        ("Zoo", "asks"),
    ]
    named = replace(rows[0], class_name="ZOO", class_id="zoo")
    assert series_as_listed([rows[0], named], Better.HIGHER, None)[0].class_name == "Zoo"
