"""Observations as visits, and visits as cells."""

from datetime import date

import pytest

from generator.intake.visits import Visit, cell_text, group_visits, with_observer
from generator.model import Observation, Prompt, PromptKind

DAY = date(2025, 10, 6)


def observation(
    prompt: str = "explains",
    count: float | None = 12,
    n: float | None = 24,
    observer: str = "",
    note: str = "",
) -> Observation:
    value = None if count is None or n is None else 100 * count / n
    return Observation(DAY, "p-2", "P 2", prompt, value, count, n, observer=observer, note=note)


def visit(*observations: Observation) -> Visit:
    (one,) = group_visits(observations)
    return one


def test_prompts_of_one_class_and_day_are_one_visit() -> None:
    one = visit(observation(), observation("asks", 3, note="Drill"))
    assert list(one.cells) == ["explains", "asks"]
    assert (one.moment, one.text("note")) == ((DAY, "", "p-2", ""), "Drill")


def test_a_prompt_that_stands_twice_counts_once_and_invents_no_observer() -> None:
    visits = group_visits([observation(), observation(), observation("asks", 3)])
    assert [(one.observer, list(one.cells)) for one in visits] == [("", ["explains", "asks"])]


def test_named_observers_keep_their_names() -> None:
    visits = group_visits([observation(observer="A"), observation(observer="B")])
    assert [one.observer for one in visits] == ["A", "B"]
    assert with_observer(visits[0], "").observer == ""


def test_n_is_what_most_cells_say() -> None:
    assert visit(observation(n=24), observation("asks", n=24), observation("adds", n=20)).n == 24
    assert visit(observation(n=20), observation("asks", n=24)).n == 24
    assert visit(observation(n=None)).n is None


def test_a_visit_agrees_with_one_that_has_all_its_values() -> None:
    both = visit(observation(), observation("asks", 3))
    assert visit(observation()).agrees(both)
    assert not both.agrees(visit(observation()))
    assert not visit(observation(count=13)).agrees(both)
    assert visit(observation(count=None)).agrees(visit(observation("asks")))


@pytest.mark.parametrize(
    ("kind", "one", "n", "text"),
    [
        (PromptKind.COUNT_OF, observation(), 24, "12"),
        (PromptKind.COUNT_OF, observation(), 23, "12/24"),
        (PromptKind.COUNT_OF, observation(), None, "12/24"),
        (PromptKind.COUNT_OF, Observation(DAY, "p", "P", "explains", 50.0), 24, "50%"),
        (PromptKind.PERCENT, observation(), 24, "12/24"),
        (PromptKind.TALLY, Observation(DAY, "p", "P", "explains", 7.0, 7), 24, "7"),
        (PromptKind.SCALE, Observation(DAY, "p", "P", "explains", 3.5), 24, "3.5"),
        (PromptKind.COUNT_OF, observation(count=None), 24, ""),
        (PromptKind.COUNT_OF, None, 24, ""),
    ],
)
def test_what_is_typed_in_a_cell(
    kind: PromptKind, one: Observation | None, n: float | None, text: str
) -> None:
    assert cell_text(Prompt("explains", "Explains", kind=kind), one, n) == text
