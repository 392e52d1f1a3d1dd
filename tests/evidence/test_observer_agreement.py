"""Two observers of one visit: the smaller total as a share of the larger."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.evidence.observer_agreement import (
    Agreement,
    cohens_kappa,
    observer_agreements,
    overall_agreement,
)
from generator.model import Inquiry, Observation, Prompt, Prose, Tool

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains own thinking"),))
DAY = date(2025, 9, 8)


def row(observer: str, count: float | None, *, group: str = "", day: date = DAY) -> Observation:
    value = None if count is None else 100 * count / 20
    return Observation(
        day, "period-2", "Period 2", "explains", value, count, 20, observer=observer, group=group
    )


def agreements(*rows: Observation, tool: Tool | None = TOOL) -> tuple[Agreement, ...]:
    return observer_agreements(Inquiry("i", "t", "Title", Prose("", ""), observations=rows), tool)


@pytest.mark.parametrize(
    ("first", "second", "percent"), [(8, 10, 80), (10, 8, 80), (7, 7, 100), (0, 0, 100), (0, 3, 0)]
)
def test_percent_agreement(first: float, second: float, percent: float) -> None:
    (found,) = agreements(row("A", first), row("B", second))
    assert (found.first, found.second, found.percent) == (first, second, percent)
    assert (found.class_name, found.date, found.prompt) == ("Period 2", DAY, "Explains own thinking")


@pytest.mark.parametrize(
    "rows",
    [
        [row("A", 8)],
        [row("A", 8), row("A", 9)],
        [row("A", 8), row("B", None)],
        [row("A", 8), row("", 8)],
        [row("A", 8), row("B", 8, day=date(2025, 9, 15))],
    ],
    ids=["one observer", "one twice", "one collected nothing", "one unnamed", "different visits"],
)
def test_nothing_to_compare(rows: list[Observation]) -> None:
    assert agreements(*rows) == ()


def test_groups_of_one_observer_are_summed() -> None:
    (found,) = agreements(row("A", 3, group="girls"), row("A", 5, group="boys"), row("B", 10))
    assert (found.first, found.second) == (8, 10)


def test_a_whole_class_is_not_counted_again_by_its_groups() -> None:
    (found,) = agreements(row("A", 8), row("A", 3, group="girls"), row("B", 10))
    assert (found.first, found.second) == (8, 10)


def test_a_count_is_never_compared_with_a_share() -> None:
    share_only = Observation(DAY, "period-2", "Period 2", "explains", 50.0, observer="B")
    (found,) = agreements(row("A", 8), share_only)
    assert (found.first, found.second) == (40, 50)


def test_totals_of_groups_are_the_same_on_every_python() -> None:
    groups = [replace(row("A", 1, group=f"g{number}"), value=0.1, count=None) for number in range(10)]
    (agreement,) = agreements(*groups, replace(row("B", 1), value=1.0, count=None))
    assert agreement.first == 1.0  # 0.9999999999999999 where floats are added one by one


def test_without_the_tool_a_prompt_is_named_by_its_id() -> None:
    (found,) = agreements(row("A", 8), row("B", 8), tool=None)
    assert found.prompt == "explains"


def test_overall_is_the_mean_of_all_that_was_counted_twice() -> None:
    found = agreements(
        row("A", 8), row("B", 10), row("A", 5, day=date(2025, 9, 15)), row("B", 5, day=date(2025, 9, 15))
    )
    assert overall_agreement(found) == 90
    assert overall_agreement(()) is None


def pairs(*counts: tuple[int, bool, bool]) -> Agreement:
    """So many intervals of each kind: (how many, the first saw it, the second saw it)."""
    seen = tuple((first, second) for number, first, second in counts for _ in range(number))
    return Agreement("Period 2", DAY, "Explains own thinking", 1, 1, seen)


def test_kappa_is_the_textbooks() -> None:
    # Cohen's own layout: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed .70, expected .50
    kappa = cohens_kappa([pairs((20, True, True), (5, True, False), (10, False, True), (15, False, False))])
    assert kappa is not None
    assert kappa[0] == pytest.approx(0.4)
    assert kappa[1] == 50


@pytest.mark.parametrize(
    "seen", [pairs((9, True, False)), pairs((12, True, True)), pairs((12, False, False)), pairs()]
)
def test_no_kappa_where_it_would_say_nothing(seen: Agreement) -> None:
    assert cohens_kappa([seen]) is None


def test_two_logs_are_paired_by_the_tools_interval() -> None:
    tool = Tool("talk", "Talk", (Prompt("explains", "Explains own thinking"),), interval_minutes=2)
    nine = 9 * 3600
    first = replace(row("1", 3), taps=(nine, nine + 30, nine + 130, nine + 500))
    second = replace(row("2", 2), taps=(nine + 10, nine + 40, nine + 505))
    (found,) = agreements(first, second, tool=tool)
    assert found.pairs == ((True, True), (True, False), (False, False), (False, False), (True, True))
