"""Numbers are taken out of observations, or a bound is put in their place."""

import pytest
from msgspec.structs import replace

from generator.model import Observation, Prompt, PromptKind, Sensitivity
from generator.privacy.suppression import Suppression, is_all_or_none, is_share_without_n
from tests.privacy.visits import TOOL, visit

ATTAINMENT = replace(TOOL, sensitivity=Sensitivity.ATTAINMENT)


def shown(rows: tuple[Observation, ...]) -> list[tuple[str, float | None, float | None, str]]:
    return [(row.group, row.value, row.n, row.bound) for row in rows]


def test_a_hidden_row_keeps_all_but_its_numbers() -> None:
    few, many = visit(("", 3, 6), ("", 12, 24))
    hidden, kept = Suppression(TOOL, 10, frozenset([few])).apply((few, many))
    assert kept == many
    assert hidden == replace(few, value=None, count=None, n=None, bound="n < 10")


def test_with_one_group_hidden_the_sum_stands_for_all() -> None:
    rows = visit(("A", 3, 6), ("B", 12, 18))
    suppressed = Suppression(TOOL, 10, frozenset(rows[:1])).apply(rows)
    assert shown(suppressed) == [("A", None, None, "n < 10"), ("B", None, None, "n < 10"), ("", 62.5, 24, "")]
    assert suppressed[-1].count == 15


def test_groups_stay_where_none_of_their_visit_is_hidden() -> None:
    hidden, rows = visit(("", 3, 6)), visit(("A", 9, 12), ("B", 9, 12), day=9)
    assert Suppression(TOOL, 10, frozenset(hidden)).apply([*hidden, *rows])[1:] == rows


def test_a_sum_has_no_note_and_a_hidden_row_no_taps() -> None:
    rows = [
        replace(row, note="late", unusual="drill", taps=(1, 2)) for row in visit(("A", 3, 6), ("B", 12, 18))
    ]
    hidden, _, total = Suppression(TOOL, 10, frozenset(rows[:1])).apply(rows)
    assert hidden.taps == ()
    assert (total.group, total.note, total.unusual) == ("", "", "")


def test_a_sum_is_bounded_only_where_it_is_attainment_of_all_or_none() -> None:
    all_of_them, some = visit(("A", 6, 6), ("B", 18, 18)), visit(("A", 3, 6), ("B", 12, 18))
    for tool, rows, expected in (
        (TOOL, all_of_them, 100),
        (ATTAINMENT, all_of_them, 95),
        (ATTAINMENT, some, 62.5),
    ):
        assert Suppression(tool, 10, frozenset(rows[:1])).apply(rows)[-1].value == expected


def test_no_sum_where_the_class_stands_there_is_too_small_or_compared_elsewhere() -> None:
    with_class = visit(("A", 3, 6), ("B", 9, 18), ("", 12, 24))
    small = visit(("A", 1, 4), ("B", 2, 5))
    groups = visit(("A", 3, 6), ("B", 9, 18))
    for rows, with_sums in ((with_class, True), (small, True), (groups, False)):
        suppression = Suppression(TOOL, 10, frozenset(rows[:1]), with_sums=with_sums)
        assert len(suppression.apply(rows)) == len(rows)


def test_a_bounded_row_says_at_least_or_at_most_without_its_count() -> None:
    rows = visit(("", 24, 24)) + visit(("", 0, 24), day=9)
    bounded = Suppression(ATTAINMENT, 10, frozenset(), frozenset(rows)).apply(rows)
    assert shown(bounded) == [("", 95, None, ">="), ("", 5, None, "<=")]
    assert [row.count for row in bounded] == [None, None]


def test_the_sum_of_bounded_groups_is_bounded_too() -> None:
    rows = visit(("A", 12, 12), ("B", 12, 12))
    bounded = Suppression(ATTAINMENT, 10, frozenset(), frozenset(rows)).apply(rows)
    assert shown(bounded)[-1] == ("", 95, None, ">=")


def test_the_sum_of_one_bounded_group_is_bounded_too() -> None:
    rows = visit(("A", 12, 12))
    bounded = Suppression(ATTAINMENT, 10, frozenset(), frozenset(rows)).apply(rows)
    assert shown(bounded)[-1] == ("", 95, None, ">=")


@pytest.mark.parametrize(
    ("value", "n", "prompt", "expected"),
    [
        (40.0, None, "explains", True),
        (40.0, 24.0, "explains", False),
        (None, None, "explains", False),
        (40.0, None, "another", False),
    ],
)
def test_a_share_may_be_of_nobody_knows_how_many(
    value: float | None, n: float | None, prompt: str, expected: bool
) -> None:
    (row,) = visit(("", 9, 24))
    assert is_share_without_n(replace(row, value=value, n=n, prompt=prompt), TOOL) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, True), (24, True), (1, False), (23, False)])
def test_all_or_none_is_every_student_or_not_one(count: int, expected: bool) -> None:
    (row,) = visit(("", count, 24))
    assert is_all_or_none(row, TOOL) == expected


def test_a_tally_of_100_is_not_all() -> None:
    tally = replace(TOOL, prompts=(Prompt("explains", "Explains", kind=PromptKind.TALLY),))
    (row,) = visit(("", 24, 24))
    assert not is_all_or_none(row, tally)
