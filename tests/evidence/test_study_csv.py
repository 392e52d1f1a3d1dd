"""study.csv: cases, phases and times as the packages of single-case research take them."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.study_csv import COLUMNS, study_visits, write_study_csv
from generator.model import Better, Change, Inquiry, Observation, Prompt, PromptKind, Prose, Tool
from generator.runchart.series import evaluate_all_series

TOOL = Tool(
    "talk",
    "Talk",
    (
        Prompt("explains", "Explains"),
        Prompt("waits", "Waits for an adult", kind=PromptKind.TALLY, better=Better.LOWER),
    ),
)
FIRST = date(2025, 9, 8)


def week(number: int) -> date:
    return FIRST + timedelta(weeks=number)


def visit(
    number: int, value: float | None, of: str = "Period 2", prompt: str = "explains", group: str = ""
) -> Observation:
    class_id = of.lower().replace(" ", "-")
    return Observation(week(number), class_id, of, prompt, value, group=group)


def rows_of(
    observations: Sequence[Observation],
    changes: Sequence[Change] = (),
    cohort_starts: Mapping[str, tuple[date, ...]] | None = None,
) -> list[dict[str, str]]:
    inquiry = Inquiry(
        "i",
        "t",
        "Title",
        Prose("", ""),
        changes=tuple(changes),
        observations=tuple(observations),
        cohort_starts=cohort_starts or {},
    )
    data = write_study_csv(inquiry, evaluate_all_series(inquiry, TOOL), TOOL)
    return list(csv.DictReader(StringIO(data.decode(), newline="")))


CHANGE = Change(1, week(3), "Think, pair, share")


def test_scan_finds_its_four_columns_first() -> None:
    rows = rows_of([visit(number, 10.0 * number) for number in range(6)], [CHANGE])
    assert tuple(rows[0]) == COLUMNS
    assert [(row["case"], row["phase"], row["mt"], row["values"]) for row in rows] == [
        ("Period 2, explains", "A", "1", "0"),
        ("Period 2, explains", "A", "8", "10"),
        ("Period 2, explains", "A", "15", "20"),
        ("Period 2, explains", "B", "22", "30"),
        ("Period 2, explains", "B", "29", "40"),
        ("Period 2, explains", "B", "36", "50"),
    ]
    assert [row["session"] for row in rows] == ["1", "2", "3", "4", "5", "6"]


def test_single_case_es_finds_which_way_is_better_and_what_is_measured() -> None:
    rows = rows_of([visit(0, 40.0), visit(0, 7.0, prompt="waits")])
    assert [(row["prompt"], row["improvement"], row["scale"]) for row in rows] == [
        ("explains", "increase", "percentage"),
        ("waits", "decrease", "count"),
    ]


def test_a_class_without_a_change_is_all_baseline() -> None:
    change = Change(1, week(1), "Talk", classes=("period-2",))
    rows = rows_of([visit(n, 1.0, of) for of in ("Period 2", "Period 4") for n in range(3)], [change])
    assert [row["phase"] for row in rows] == ["A", "B", "B", "A", "A", "A"]
    assert {row["case"] for row in rows} == {"Period 2, explains", "Period 4, explains"}


def test_days_count_from_the_first_visit_of_the_whole_inquiry() -> None:
    rows = rows_of([visit(0, 1.0), visit(2, 2.0, "Period 4"), visit(3, 2.0, "Period 4")])
    assert [(row["mt"], row["session"]) for row in rows] == [("1", "1"), ("15", "1"), ("22", "2")]


def test_what_was_not_collected_is_blank_and_keeps_its_session() -> None:
    rows = rows_of([visit(0, 1.0), visit(1, None), visit(2, 3.0)])
    assert [(row["session"], row["values"]) for row in rows] == [("1", "1"), ("2", ""), ("3", "3")]


def test_a_new_phase_is_another_letter_and_no_visit_comes_twice() -> None:
    later = Change(2, week(6), "Sentence starters", new_phase=True)
    rows = rows_of([visit(number, 1.0) for number in range(9)], [CHANGE, later])
    assert "".join(row["phase"] for row in rows) == "AAABBBCCC"


def test_other_students_are_another_case() -> None:
    observations = [visit(number, 1.0) for number in (0, 1, 3, 4, 50, 51)]
    rows = rows_of(observations, [CHANGE], {"period-2": (date(2026, 8, 1),)})
    assert [(row["case"], row["phase"], row["session"]) for row in rows[3:]] == [
        ("Period 2, explains", "B", "4"),
        ("Period 2, explains, 2026-08-24", "A", "1"),
        ("Period 2, explains, 2026-08-24", "A", "2"),
    ]


def test_groups_of_students_are_left_out() -> None:
    assert [row["values"] for row in rows_of([visit(0, 5.0), visit(0, 3.0, group="ELL")])] == ["5"]


def test_a_cell_is_never_a_formula() -> None:
    assert rows_of([visit(0, 1.0, "=HYPERLINK()")])[0]["case"].startswith("'=")


@given(
    st.lists(st.integers(0, 40), unique=True, min_size=1),
    st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=4, unique_by=lambda change: change[0]),
    st.sampled_from([(), (week(20),), (week(10), week(30))]),
)
def test_every_visit_is_in_one_case_once_and_sessions_count_on(
    weeks: list[int], changes: list[tuple[int, bool]], cohort_starts: tuple[date, ...]
) -> None:
    observations = [visit(number, float(number)) for number in sorted(weeks)]
    numbered = [
        Change(number, week(at), "Talk", new_phase=new)
        for number, (at, new) in enumerate(sorted(changes), start=1)
    ]
    inquiry = Inquiry("i", "t", "T", Prose("", ""), changes=tuple(numbered), observations=tuple(observations))
    series = [evaluated.series for evaluated in evaluate_all_series(inquiry, TOOL)]
    visits = list(study_visits(series, {"period-2": cohort_starts}))
    assert [one.point.date for one in visits] == [row.date for row in observations]
    for case in {one.case for one in visits}:
        of_case = [one for one in visits if one.case == case]
        assert [one.session for one in of_case] == list(range(1, len(of_case) + 1))
        assert [one.phase for one in of_case] == sorted(one.phase for one in of_case)
