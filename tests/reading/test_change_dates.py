"""A change dated outside the visits is said as that."""

from datetime import date

import pytest

from generator.model import Change, Inquiry, Observation, Prose
from generator.problems import Place
from generator.reading.change_dates import check_change_dates


@pytest.mark.parametrize(
    ("day", "expected"),
    {
        "2025-09-01": ("warning", "no visit came before it"),
        "2025-09-05": ("warning", "no visit came before it"),
        "2025-09-12": None,
        "2025-10-12": None,
        "2026-09-12": ("warning", "no visit came after it"),
    }.items(),
)
def test_a_change_outside_the_visits_is_said_as_that(day: str, expected: tuple[str, str] | None) -> None:
    rows = tuple(
        Observation(
            date=date(2025, 9, number), class_id="p-2", class_name="P 2", prompt="explains", value=1.0
        )
        for number in (5, 12, 19)
    )
    inquiry = Inquiry(
        id="i",
        teacher="t",
        title="T",
        body=Prose("", "inquiry.md"),
        observations=rows,
        changes=(
            Change(number=1, date=date.fromisoformat(day), title="Talk"),
            Change(number=2, date=date(2030, 1, 1), title="Other class", classes=("p-4",)),
        ),
    )
    problems = check_change_dates(inquiry, [Place("inquiry.md", 5), Place("inquiry.md", 6)])
    if expected is None:
        assert problems == []
    else:
        (problem,) = problems
        assert (problem.severity, problem.place.line) == (expected[0], 5)
        assert expected[1] in problem.message
