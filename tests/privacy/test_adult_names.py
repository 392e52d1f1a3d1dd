"""Names that pages show on purpose."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import Attestation, Issuer, Program, Prose, Teacher
from generator.privacy.adult_names import adult_words, adult_words_of, declared_contacts
from tests.privacy.visits import inquiry_of

PROGRAM = Program("Program", issuer=Issuer("Maple Grove College"))
TEACHER = Teacher("ana", "Ana López", Prose("", "about.md"), school="Hill School")


def test_a_programs_adults_are_who_issues() -> None:
    assert adult_words(PROGRAM, None) == {"maple", "grove", "college"}
    assert adult_words(Program("Program"), None) == set()


def test_a_teachers_page_shows_teacher_school_and_colleagues() -> None:
    teacher = replace(TEACHER, inquiries=(replace(inquiry_of(), colleague="M. O'Brien"),))
    shown = {"ana", "lopez", "hill", "school", "m", "obrien"}
    assert adult_words(Program("Program"), teacher) == shown
    assert adult_words(PROGRAM, teacher) == shown | {"maple", "grove", "college"}


def test_whoever_read_an_inquiry_is_an_adult() -> None:
    read = replace(inquiry_of(), attestation=Attestation("0" * 64, "Jo Park", date(2026, 1, 30)))
    assert adult_words(Program("Program"), replace(TEACHER, inquiries=(read,))) >= {"jo", "park"}


@pytest.mark.parametrize(
    ("issuer", "teacher", "contacts"),
    [
        ("", "", ""),
        ("office@example.org", "", "office@example.org"),
        ("", "ana@example.org", "ana@example.org"),
        ("office@example.org", "ana@example.org", "ana@example.org office@example.org"),
    ],
)
def test_the_addresses_of_teacher_and_issuer_are_shown(issuer: str, teacher: str, contacts: str) -> None:
    program = replace(PROGRAM, issuer=Issuer("Maple Grove College", email=issuer))
    assert declared_contacts(program, replace(TEACHER, contact=teacher)) == contacts


def test_without_a_teacher_or_an_issuer_there_is_no_address() -> None:
    assert declared_contacts(Program("Program"), None) == ""


def test_words_are_folded() -> None:
    assert adult_words_of("José’s", "Ana-María") == {"jose", "ana", "maria"}
