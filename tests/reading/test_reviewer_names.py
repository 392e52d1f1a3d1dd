"""Two spellings of one person's name."""

import pytest

from generator.reading.reviewer_names import may_be_one_person, person_key, without_role


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
        ("Ana Lopez", "\u0410na L\u043epez"),  # Cyrillic letters that look like A and o
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
    ("name", "other"),
    [
        ("Ms. López", "Ana Lopez"),
        ("Ana", "Ana Lopez"),
        ("A. Lopez", "Ana Lopez"),
        ("Ana Lopez", "Ana M. Lopez"),
        ("Ana Lopez", "Lopez, Ana Maria"),
        ("AnaLopez", "Ana Lopez"),
        ("Jane Tran", "J. Tran"),
        ("J. Tran (grade 7)", "J. Tran"),
    ],
)
def test_one_name_may_be_the_other_shortened(name: str, other: str) -> None:
    assert may_be_one_person(name, other)
    assert may_be_one_person(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("A", "B"),
        ("A", "Ana Lopez"),
        ("B. Lopez", "Ana Lopez"),
        ("Ana Ruiz", "Ana Lopez"),
        ("Reader 1", "Reader 2"),
        ("A. L.", "Ana Lopez"),
        ("J. Park", ""),
    ],
)
def test_nobody_takes_these_for_one(name: str, other: str) -> None:
    assert not may_be_one_person(name, other)


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
