"""Names that pages show on purpose."""

from datetime import date

from msgspec.structs import replace

from generator.model import Attestation, Issuer, Program, Prose, Teacher
from generator.privacy.adult_names import adult_words, adult_words_of
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


def test_whoever_read_an_inquiry_is_an_adult() -> None:
    read = replace(inquiry_of(), attestation=Attestation("0" * 64, "Jo Park", date(2026, 1, 30)))
    assert adult_words(Program("Program"), replace(TEACHER, inquiries=(read,))) >= {"jo", "park"}


def test_words_are_folded() -> None:
    assert adult_words_of("José’s", "Ana-María") == {"jose", "ana", "maria"}
