"""The classes of an inquiry: one class in several spellings, and classes that it should not have."""

import pytest

from generator.model import DeclaredClass
from generator.problems import Severity
from generator.reading.declared_classes import ClassNames, class_core, declared_classes, nearest_class
from generator.reading.tables.visit_limits import MAX_CLASSES
from generator.reading.yaml.content_schema import ClassFile
from tests.conftest import ANA
from tests.reading.test_crosschecks import inquiry, problems_with

TABLE = f"{ANA}/data/visits.csv"
MIXED = (
    "date,class,n,explains,asks\n2025-09-15,Period 2,24,9,1\n"
    "2025-09-16,2nd period,24,9,1\n2025-09-22,P2,24,9,1\n"
)


def test_a_class_with_its_other_spellings_and_one_by_its_name_alone() -> None:
    entries = {"Period 2": ClassFile(also=["P2", "2nd period"], students=26), "Period 4": None}
    assert declared_classes(entries) == (
        DeclaredClass("Period 2", ("P2", "2nd period"), 26),
        DeclaredClass("Period 4"),
    )


def test_too_many_classes_are_one_error_and_take_no_time() -> None:
    entries = {f"c{number}": ClassFile(also=[f"d{number}"]) for number in range(5_000)}
    names = ClassNames(declared_classes(entries))
    assert len(names.declared) == MAX_CLASSES
    assert names.find("D0") == names.declared[0]
    many = ", ".join(f"C {number}: {{also: [D {number}]}}" for number in range(MAX_CLASSES + 1))
    assert [problem.code for problem in problems_with(inquiry(f"classes: {{{many}}}\n"))] == [
        "too-many",
        "class-not-declared",
    ]


def test_spellings_that_look_alike_are_asked_about() -> None:
    (problem,) = problems_with({TABLE: MIXED})
    assert (problem.severity, problem.code) == (Severity.WARNING, "classes-alike")
    assert problem.message == "Period 2 and 2nd period, P2 are read as different classes."
    assert "classes: {Period 2: {also: [2nd period, P2]}}" in problem.hint


def test_spellings_that_inquiry_md_knows_are_one_class() -> None:
    assert problems_with({TABLE: MIXED, **inquiry("classes: {Period 2: {also: [P2, 2nd period]}}\n")}) == []


def test_classes_that_are_listed_are_classes_of_their_own() -> None:
    assert problems_with({TABLE: MIXED, **inquiry("classes: {Period 2: , P2: , 2nd period: }\n")}) == []


def test_a_class_that_is_not_listed_is_an_error_with_the_nearest() -> None:
    (problem,) = problems_with({TABLE: MIXED, **inquiry("classes: {Period 2: {also: [P2]}, Period 4: }\n")})
    assert (problem.severity, problem.code, str(problem.place)) == (
        Severity.ERROR,
        "class-not-declared",
        f"{TABLE}, row 3",
    )
    assert "Did you mean Period 2?" in problem.hint
    assert "Period 2: {also: [2nd period]}" in problem.hint


def test_a_change_may_use_another_spelling_and_a_class_without_visits() -> None:
    settings = (
        "classes: {Period 2: {also: [P2, 2nd period]}, Period 4: }\n"
        "changes: [{date: 2025-10-06, title: Talk, classes: [P2, Period 4]}]\n"
    )
    assert problems_with({TABLE: MIXED, **inquiry(settings)}) == []


def test_a_spelling_cannot_stand_for_two_classes() -> None:
    problems = problems_with(inquiry("classes: {Period 2: {also: [P2]}, Period 4: {also: [p2]}}\n"))
    assert [problem.code for problem in problems] == ["same-class"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Period 2", "2nd period"),
        ("P2", "Period 2"),
        ("p-02", "PERIOD 2"),
        ("Block C", "C"),
        ("3rd hour", "Hour 3"),
        ("Sección B", "b"),
        ("Second period", "Pd. 2"),
        ("Segundo periodo", "Period II"),
    ],
)
def test_names_of_one_class(one: str, other: str) -> None:
    assert class_core(one) == class_core(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("6A", "6B"), ("6P", "6H"), ("Algebra I", "Algebra II"), ("one", "1"), ("P2", "P4")]
)
def test_names_of_two_classes(one: str, other: str) -> None:
    assert class_core(one) != class_core(other)


def test_the_nearest_class_is_one_that_is_the_same_in_other_words() -> None:
    assert nearest_class("2nd", ["Period 2", "Period 4"]) == "Period 2"
    assert nearest_class("Perod 4", ["Period 2", "Period 4"]) == "Period 4"
    assert nearest_class("Chemistry", ["Period 2"]) == ""


@pytest.mark.parametrize("name", ["visits.csv", "period-4.csv"])
def test_a_row_without_a_class_is_not_of_the_files(name: str) -> None:
    rows = "date,class,n,explains,asks\n2025-09-15,Period 2,24,9,1\n2025-09-22,,24,9,1\n"
    (problem, *_) = problems_with({f"{ANA}/data/{name}": rows})
    assert (problem.code, problem.place.row, problem.place.field) == ("no-class", 3, "class")


def test_a_row_without_a_class_in_the_file_of_the_only_class() -> None:
    rows = "date,class,n,explains,asks\n2025-09-15,Period 2,24,9,1\n2025-09-22,,24,9,1\n"
    assert problems_with({f"{ANA}/data/period-2.csv": rows}) == []
