"""Addresses and numbers are found by their form (P03)."""

from itertools import pairwise

import pytest

from generator.privacy import personal_patterns
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
        ("Write to ana (at) example.org", PersonalDataKind.EMAIL, "ana (at) example.org"),
        ("Write to ana[at]example.org", PersonalDataKind.EMAIL, "ana[at]example.org"),
        ("Write to ana{at}example.org", PersonalDataKind.EMAIL, "ana{at}example.org"),
        ("Write to ana(arroba)example.org", PersonalDataKind.EMAIL, "ana(arroba)example.org"),
        ("Call 555‑123–4567 now", PersonalDataKind.PHONE, "555‑123–4567"),
        ("ana@example.org \ud800", PersonalDataKind.EMAIL, "ana@example.org"),  # half a sign
        ("tel: 555-1234", PersonalDataKind.PHONE, "tel: 555-1234"),
        ("the text of 2024-2025: call 555-1234", PersonalDataKind.PHONE, "call 555-1234"),
        ("student id 2019-04-4471", PersonalDataKind.IDENTITY_NUMBER, "student id 2019-04-4471"),
    ],
)
def test_each_kind_is_found_in_its_place(text: str, kind: PersonalDataKind, matched: str) -> None:
    (match,) = find_personal_data(text)
    assert (match.kind, text[match.start : match.end]) == (kind, matched)


@pytest.mark.parametrize(
    "text",
    [
        *("birthday 2013-05-04", "DOB 2013-05-04", "D.O.B.: 5/4/2013", "date of birth: May 4"),
        *("nacida el 4 de mayo de 2013", "nació el 4 de mayo", "NACIÓ EL 4 DE MAYO", "nacio el 4 de mayo"),
        *("nacimiento: 2013-05-04", "cumpleaños: 4 de mayo", "cumple 12 años el 4 de mayo"),
        *("cumplió doce años el 4 de mayo", "bday: 5/4/2013", "b-day 5/4/2013"),
    ],
)
def test_a_date_of_birth_is_found_in_english_and_spanish(text: str) -> None:
    assert [match.kind for match in find_personal_data(text)] == [PersonalDataKind.BIRTH_DATE]


@pytest.mark.parametrize(
    "text",
    [
        "the text of 2024-2025",
        "call on 2025-10-03",
        "born to run",
        "20 (12) 24",
        "ñ 555X123X4567",
        "born 1707-04-15",
    ],
)
def test_years_and_dates_are_not_personal(text: str) -> None:
    assert not list(find_personal_data(text))


def test_matches_do_not_overlap() -> None:
    matches = list(find_personal_data("call 555-123-4567, student id 555-123-4567 and 12345678Z"))
    spans = sorted((match.start, match.end) for match in matches)
    assert len(spans) == 3
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_the_declared_contact_is_not_found() -> None:
    assert not list(find_personal_data("Write to Ana@example.org", " ana@Example.org "))
    (other,) = find_personal_data("Write to ana@example.org or ben@example.org", "ana@example.org")
    assert other.start == len("Write to ana@example.org or ")


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
        *(
            (cell, PersonalDataKind.BIRTH_DATE)
            for cell in ("5/3/13", "3-May-2013", "May 3, 2013", "3 mayo 2013")
        ),
        *((cell, None) for cell in ("2024-2025", "2024 2025", "20251003", "9/5/25", "Sept 5, 2025")),
    ],
)
def test_a_bare_number_or_an_old_date_in_a_cell_stands_for_a_person(
    cell: str, kind: PersonalDataKind | None
) -> None:
    assert find_in_cell(cell, latest_birth=2022) == kind


def test_every_kind_has_words_for_a_message() -> None:
    assert set(PERSONAL_DATA_TEXTS) == set(PersonalDataKind)


def test_figures_and_keywords_of_json_need_no_second_look() -> None:
    text = '{"@context": "x", "p": 0.014705882352941176, "nap": 0.9629629629629629, "on": "2025-09-05"}'
    assert not list(personal_patterns._worth_trying(text))


@pytest.mark.parametrize(
    "beside", ["555-123-4567", "call 555 1234", "ssn 123-45-6789", "student id: 4471923"]
)
def test_beside_figures_a_person_is_found(beside: str) -> None:
    assert [match.start for match in find_personal_data(f"0.014705882352941176 {beside}, 20.8333333333333")]
    assert [match.start for match in find_personal_data(f'"@id": "{beside} and ana@example.org"')]
