"""Rows of one visit with different numbers, and what someone says of them."""

import pytest

from generator.intake.same_visits import differing_visits, resolve_same_visits
from generator.model import SameVisits
from tests.intake.inquiries import parsed_file

FORM = "Timestamp,class,n,explains,asks\n10/13/2025 9:52:31,P 2,24,13,\n10/13/2025 9:55:00,P 2,24,14,3\n"


def resolved(answer: SameVisits) -> list[tuple[str, str, str, float | None]]:
    parsed, problems = resolve_same_visits(parsed_file(FORM), answer)
    assert parsed and problems == []
    return [(cell.prompt, cell.time, cell.observer, cell.count) for cell in parsed.observations]


def test_without_an_answer_nothing_is_imported() -> None:
    assert len(differing_visits(parsed_file(FORM))) == 1
    parsed, (problem,) = resolve_same_visits(parsed_file(FORM), None)
    assert (parsed, problem.code, problem.place.row) == (None, "visit-twice", 3)


@pytest.mark.parametrize(
    ("answer", "cells"),
    [
        (SameVisits.LATER, [("explains", "", "", 14), ("asks", "", "", 3)]),
        (
            SameVisits.LESSONS,
            [
                ("explains", "09:52", "", 13),
                ("asks", "09:52", "", None),
                ("explains", "09:55", "", 14),
                ("asks", "09:55", "", 3),
            ],
        ),
        (
            SameVisits.OBSERVERS,
            [
                ("explains", "", "1", 13),
                ("asks", "", "1", None),
                ("explains", "", "2", 14),
                ("asks", "", "2", 3),
            ],
        ),
    ],
)
def test_each_answer(answer: SameVisits, cells: list[tuple[str, str, str, float | None]]) -> None:
    assert resolved(answer) == cells


def test_visits_in_one_minute_keep_their_seconds() -> None:
    parsed, _ = resolve_same_visits(parsed_file(FORM.replace("9:55:00", "9:52:50")), SameVisits.LESSONS)
    assert parsed and {cell.time for cell in parsed.observations} == {"09:52:31", "09:52:50"}


def test_rows_of_single_students_are_not_visits_sent_twice() -> None:
    table = "date,class,code,explains\n" + "".join(
        f"2025-10-13,P 2,S{number:02},{'yes' if number % 2 else 'no'}\n" for number in range(1, 13)
    )
    assert differing_visits(parsed_file(table)) == []
