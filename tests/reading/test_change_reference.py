"""What a reflection may write for a change."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import Change, Prose, Reflection
from generator.reading.change_reference import classes_looked_back_on, resolve_change
from tests.conftest import ANA, Site

CHANGES = (
    Change(1, date(2025, 10, 27), "Exploratory talk", idea="talk"),
    Change(2, date(2025, 11, 24), "Wait time"),
    Change(3, date(2026, 1, 12), "2"),
)


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("1", 1),
        ("#1", 1),
        (" 2 ", 2),
        ("2025-11-24", 2),
        ("2025/10/27", 1),
        ("exploratory  TALK", 1),
        ("talk", 1),
        ("Wait time.", 2),
    ],
)
def test_a_number_a_date_a_title_or_an_idea(reference: str, number: int) -> None:
    change = resolve_change(CHANGES, reference)
    assert change and change.number == number


@pytest.mark.parametrize("reference", ["", "4", "2025-10-28", "!", "wait"])
def test_what_is_no_change(reference: str) -> None:
    assert resolve_change(CHANGES, reference) is None


def test_the_page_links_what_the_check_accepts(site: Callable[..., Site]) -> None:
    reflection = "---\ndate: 2025-10-03\nchange: '#1'\n---\n\nThey spoke.\n"
    built = site({f"{ANA}/reflections/2025-10-03.md": reflection})
    assert "no-such-change" not in {problem.code for problem in built.check().problems}
    built.build()
    assert '#change-1">Change 1: Talk</a>' in built.pages()[f"{ANA}/index.html"].decode()


@pytest.mark.parametrize(
    ("change", "class_name", "classes"),
    [("", "", ()), ("1", "", ("period-2",)), ("2", "", ()), ("1", "Period 4", ("period-4",)), ("9", "", ())],
)
def test_the_classes_that_a_reflection_is_about(
    change: str, class_name: str, classes: tuple[str, ...]
) -> None:
    changes = (replace(CHANGES[0], classes=("period-2",)), CHANGES[1])
    written = Reflection("a", date(2025, 12, 1), "A", Prose("", ""), change=change, class_name=class_name)
    assert classes_looked_back_on(changes, written) == classes
