"""Two spellings of one person's name."""

import pytest

from generator.reading.reviewer_names import person_key, without_role


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("A", "a"),
        ("A", "Assessor A"),
        ("Ana Lopez", "ANA  LÓPEZ"),
        ("Ana Lopez", "Ms. Ana Lopez"),
        ("Ana Lopez", "Lopez, Ana"),
        ("Ana Lopez", "ana-lopez"),
        ("Ana Lopez", "Ana Lo\u200bpez"),
        ("Marisol Rivera", "Profa. Marisol Rivera"),
        ("Sean O'Brien", "Sean O’Brien"),
    ],
)
def test_one_person(name: str, other: str) -> None:
    assert person_key(name) == person_key(other)


@pytest.mark.parametrize(
    ("name", "other"), [("A", "B"), ("Ana Lopez", "Ana Lopes"), ("Dr.", "Ms."), ("Assessor", "Reviewer")]
)
def test_two_people(name: str, other: str) -> None:
    assert person_key(name) != person_key(other)


@pytest.mark.parametrize(
    ("signed", "shown"),
    [
        ("Assessor A", "A"),
        ("A", "A"),
        ("assessor", "assessor"),
        ("Evaluadora  B", "B"),
        ("Dr. Kim", "Dr. Kim"),
    ],
)
def test_a_name_is_shown_without_the_word_that_stands_before_it(signed: str, shown: str) -> None:
    assert without_role(signed) == shown
