"""Dates of birth are told by the words before them; those of history are nobody's in class (P03)."""

import pytest

from generator.privacy.birth_dates import BIRTH_DATE, is_history, year_of_date


@pytest.mark.parametrize(
    ("text", "history"),
    [
        ("born on May 3, 2013", False),
        ("born 1989-12-31", True),
        ("born 1990-01-01", False),
        ("nació el 3 de mayo de 1707", True),
        ("her birthday is on May 3", False),
        ("Lincoln's birthday, February 12", True),
        ("born in May 1856", True),
        ("born on July 4, 2013", False),
        ("nació el 4 de agosto de 2013", False),
        ("DOB: 05032013", False),
        ("she turned 9 on May 3", False),
        ("she turned 22 on May 3", False),
        ("she turned twelve on May 3", False),
        ("he turns fourteen years old on May 3", False),
        ("cumplió 11 años el 3 de mayo", False),
    ],
)
def test_a_day_before_1990_or_of_somebody_famous_is_history(text: str, history: bool) -> None:
    match = BIRTH_DATE.search(text)
    assert match is not None
    assert is_history(match) is history


@pytest.mark.parametrize(
    "text",
    [
        "born in Boston",
        "a birthday party on May 3",
        "reborn on May 3",
        "born 12 kids",
        "Katherine Johnson turned 97 on August 26, 2015",
        "the school turned 50 on May 3",
        "la escuela cumplió 50 años el 3 de mayo",
        *("it turned cold on May 3", "cumple con la meta el 3 de mayo", "cumplió todo el 3 de mayo"),
    ],
)
def test_without_a_day_of_somebody_there_is_none(text: str) -> None:
    assert BIRTH_DATE.search(text) is None


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("2013-05-03", 2013),
        ("5/3/13", 2013),
        ("3 mayo 2013", 2013),
        ("May 3, 2013 or so", 2013),
        ("5/3", None),
    ],
)
def test_the_year_of_a_cell(cell: str, year: int | None) -> None:
    assert year_of_date(cell) == year
