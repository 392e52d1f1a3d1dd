"""Headings of columns that must never be published."""

import pytest

from generator.reading.tables.personal_columns import holds_codes, is_code, is_sensitive, names_people


@pytest.mark.parametrize(
    "heading",
    [
        *("Student name", "E-mail", "Nombre y apellidos", "Date of birth", "ID", "First", "Last"),
        # in one word, with a number, an addition or a question, of somebody, in two languages
        *("FirstName", "StudentID", "1. Name", "Name (Last, First)", "What is your name?", "Enter your name"),
        *("Child's name", "Parent email", "Home phone", "Student No.", "State ID", "Legal First Name"),
        *(
            "Name of the student",
            "Preferred name",
            "Name/Nombre",
            "Parent/Guardian",
            "D.O.B.",
            "Street address",
        ),
        *(
            "Apellido paterno",
            "Nombre de la alumna",
            "¿Cómo te llamas?",
            "No. de lista",
            "Social Security Number",
        ),
    ],
)
def test_columns_that_name_people(heading: str) -> None:
    assert names_people(heading)
    assert not is_sensitive(heading)


@pytest.mark.parametrize(
    "heading",
    [
        *("IEP", "Free/reduced lunch", "Section 504", "Género", "EL", "EL level", "SWD", "WIDA score", "M/F"),
        *("Home language", "Nationality", "Country of birth", "Expulsions", "Foster", "students with IEPs"),
        *("Economically disadvantaged", "Behavior plan", "ADHD", "Aprendiz de inglés", "Chronically absent"),
    ],
)
def test_columns_that_nothing_may_be_published_of(heading: str) -> None:
    assert is_sensitive(heading)
    assert not names_people(heading)


@pytest.mark.parametrize(
    "heading",
    [
        *("names of prompts", "n", "explains", "Classroom", "Lesson name", "Class name", "Teacher name"),
        *("School name", "Number of students", "Students", "first try", "addresses peers by name"),
        *("lunch period", "race to the answer", "level", "selling", "elapsed", "Phone use", "student talk"),
    ],
)
def test_whole_headings_only(heading: str) -> None:
    assert not names_people(heading)
    assert not is_sensitive(heading)


@pytest.mark.parametrize("cell", ["S01", "Student 3", "12", "alumna-7", "P_9"])
def test_a_code_stands_in_for_a_name(cell: str) -> None:
    assert is_code(cell)


@pytest.mark.parametrize("cell", ["Ana", "S01 Ana", "1234", "S"])
def test_what_is_not_a_code(cell: str) -> None:
    assert not is_code(cell)


def test_a_column_of_codes_has_at_least_three_different_ones() -> None:
    assert holds_codes("Student", ["S01", "S02", "S03", ""])
    assert not holds_codes("Student", ["S01", "S02", "S01", "S02"])
    assert not holds_codes("Student", ["S01", "S02", "Ana"])
    assert not holds_codes("Room", ["S01", "S02", "S03"])
