"""Addresses and numbers are found by their form (P03)."""

from itertools import pairwise

import pytest

from generator.privacy.personal_patterns import (
    PERSONAL_DATA_TEXTS,
    PersonalDataKind,
    find_in_cell,
    find_personal_data,
)


@pytest.mark.parametrize(
    ("text", "kind", "matched"),
    [
        ("Write to ana@example.org.", PersonalDataKind.EMAIL, "ana@example.org"),
        ("Call 555-123-4567 now", PersonalDataKind.PHONE, "555-123-4567"),
        ("123-45-6789", PersonalDataKind.SOCIAL_SECURITY, "123-45-6789"),
        ("born on May 3, 2013", PersonalDataKind.BIRTH_DATE, "born on May 3, 2013"),
        ("student id: 4471923", PersonalDataKind.IDENTITY_NUMBER, "student id: 4471923"),
    ],
)
def test_each_kind_is_found_in_its_place(text: str, kind: PersonalDataKind, matched: str) -> None:
    (match,) = find_personal_data(text)
    assert (match.kind, text[match.start : match.end]) == (kind, matched)


def test_matches_do_not_overlap() -> None:
    matches = list(find_personal_data("call 555-123-4567, student id 555-123-4567 and 12345678Z"))
    spans = sorted((match.start, match.end) for match in matches)
    assert len(spans) == 3
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_the_declared_contact_is_not_found() -> None:
    assert not list(find_personal_data("Write to Ana@example.org", " ana@Example.org "))
    assert list(find_personal_data("Write to ben@example.org", "ana@example.org"))


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("5551234567", PersonalDataKind.PHONE),  # 10 digits
        ("15551234567", PersonalDataKind.PHONE),
        ("555123456", PersonalDataKind.IDENTITY_NUMBER),
        ("4471923", PersonalDataKind.IDENTITY_NUMBER),
        ("447192", None),
        ("2013-05-04", PersonalDataKind.BIRTH_DATE),
        ("4/5/2022", PersonalDataKind.BIRTH_DATE),
        ("2023-05-04", None),
        ("1989-12-31", None),
        ("1990-01-01", PersonalDataKind.BIRTH_DATE),
        ("half an hour late", None),
    ],
)
def test_a_bare_number_or_an_old_date_in_a_cell_stands_for_a_person(
    cell: str, kind: PersonalDataKind | None
) -> None:
    assert find_in_cell(cell, latest_birth=2022) == kind


def test_every_kind_has_words_for_a_message() -> None:
    assert set(PERSONAL_DATA_TEXTS) == set(PersonalDataKind)
