"""Which reviews count, and what is said of those that do not: each mistake is named where it stands."""

import json

import pytest

from generator.model import Inquiry
from generator.problems import Problem
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from generator.reading.teacher_folder import read_teacher
from tests.conftest import ANA, PROGRAM
from tests.reading.test_crosschecks import said
from tests.reading.trees import Tree, folder

FIRST = f"{ANA}/reviews/a-attempt-1.yml"
SECOND = f"{ANA}/reviews/b-attempt-1.yml"
SUBMITTED = (
    "---\ntitle: Talk\ntool: math-talk\nmicro_credential: visible\ncolleague: M. Rivéra, grade 7\n---\n"
)
SUBMISSION = {"schema": 1, "attempt": 1, "date": "2026-02-02", "digests": {}, "findings": []}
JUDGED = "criteria:\n  question: {level: demonstrated}\n"
GOOD = f"assessor: A\ninquiry: ana-lopez/visible-thinking\nattempt: 1\ndate: 2026-02-02\n{JUDGED}"


def read(changes: Tree) -> tuple[Inquiry, list[Problem]]:
    """Ana Lopez' inquiry, submitted once on February 2, and what is wrong with it."""
    frozen = {f"{ANA}/inquiry.md": SUBMITTED, f"{ANA}/submissions/1.json": json.dumps(SUBMISSION)}
    tree = {**PROGRAM, **frozen, **changes}
    program, program_problems = read_program(folder("", tree))
    assert program
    teacher, problems = read_teacher(parse_folder(folder("teachers/ana-lopez", tree)), program)
    assert teacher and len(teacher.inquiries) == 1, "no review takes a page away"
    return teacher.inquiries[0], program_problems + problems


def counting(changes: Tree) -> list[str]:
    return [review.assessor for review in read(changes)[0].reviews]


def codes(changes: Tree) -> list[str]:
    return [problem.code for problem in read(changes)[1]]


def test_a_review_of_what_was_submitted_counts() -> None:
    inquiry, problems = read({FIRST: GOOD, SECOND: GOOD.replace("A\n", "B\n")})
    assert ([review.assessor for review in inquiry.reviews], problems) == (["A", "B"], [])


@pytest.mark.parametrize(
    ("was", "typed", "code", "place"),
    [
        ("ana-lopez/visible-thinking", "ben-carter/talk", "review-of-another-inquiry", ":2:10"),
        ("assessor: A", "assessor: Ms. Ana LÓPEZ", "own-review", ":1:11"),
        ("assessor: A", "assessor: m rivera", "colleagues-review", ":1:11"),
        ("assessor: A", "assessor: Ms. Lopez", "takes-part-perhaps", ":1:11"),
        ("assessor: A", "assessor: Marta Rivera", "takes-part-perhaps", ":1:11"),
        ("2026-02-02", "2026-02-01", "review-before-submission", ":4:7"),
        ("2026-02-02", "02/02/2026", "not-iso-date", ":4:7"),
        ("{level: demonstrated}", "{level: Demonstratd}", "not-in-rubric", ":6:21"),
        ("question: {", "evidence: {", "not-in-rubric", ":6:3"),
        ("demonstrated}", "demonstrated, evidence: reflections/2025-10-04}", "no-such-evidence", ":6:45"),
        ("attempt: 1", "attempt: [", "bad-yaml", ""),
    ],
)
def test_an_error_sets_that_review_aside_and_no_other(was: str, typed: str, code: str, place: str) -> None:
    inquiry, problems = read({FIRST: GOOD.replace(was, typed), SECOND: GOOD.replace("A\n", "B\n")})
    assert [review.assessor for review in inquiry.reviews] == ["B"]
    (problem,) = problems
    assert problem.is_error
    assert (problem.code, str(problem.place)) == (code, f"{FIRST}{place}") or code == "bad-yaml"


@pytest.mark.parametrize(
    ("was", "typed", "code", "hint"),
    [
        ("attempt: 1\n", "", "review-without-attempt", "Add the line  attempt: …  with one of: 1."),
        ("attempt: 1", "attempt: 2", "no-such-attempt", "There are: 1."),
        (
            "attempt: 1",
            "attempt: 1\ncontent: 3b363ebda264",
            "review-of-other-content",
            "Review the attempt as it was submitted, or have it submitted again as it is now.",
        ),
    ],
)
def test_a_review_that_does_not_say_or_did_not_see_the_attempt(
    was: str, typed: str, code: str, hint: str
) -> None:
    inquiry, (problem,) = read({FIRST: GOOD.replace(was, typed)})
    assert (inquiry.reviews, problem.is_error, problem.code, problem.hint) == ((), False, code, hint)


def test_nothing_counts_before_something_is_frozen() -> None:
    typed = SUBMITTED.replace("---\ntitle", "---\nstatus: submitted\ntitle")
    tree = {**PROGRAM, f"{ANA}/inquiry.md": typed, FIRST: GOOD}
    program, _ = read_program(folder("", tree))
    assert program
    teacher, problems = read_teacher(parse_folder(folder("teachers/ana-lopez", tree)), program)
    assert teacher and teacher.inquiries[0].reviews == ()
    assert [problem.code for problem in problems] == ["nothing-submitted"]


def test_one_person_under_two_names_counts_once() -> None:
    inquiry, problems = read({FIRST: GOOD, SECOND: GOOD.replace("assessor: A", "assessor: Assessor a")})
    assert [review.id for review in inquiry.reviews] == ["a-attempt-1"]
    assert said(problems) == [
        (
            "same-assessor",
            f"{SECOND}:1:11",
            ("Have another assessor review, or give one of the two another name or alias."),
        )
    ]


def test_two_names_that_may_be_one_persons_count_once() -> None:
    first, second = GOOD.replace("A\n", "Kim Ito\n"), GOOD.replace("A\n", "Dr. Ito\n")
    inquiry, problems = read({FIRST: first, SECOND: second})
    assert [review.assessor for review in inquiry.reviews] == ["Kim Ito"]
    assert said(problems) == [
        (
            "same-assessor",
            f"{SECOND}:1:11",
            "If they are two people, each signs with their full name or an alias.",
        )
    ]


def test_one_assessor_reviews_each_attempt() -> None:
    later = json.dumps(SUBMISSION | {"attempt": 2, "date": "2026-03-01"})
    again = GOOD.replace("attempt: 1", "attempt: 2").replace("2026-02-02", "2026-03-02")
    changes = {FIRST: GOOD, f"{ANA}/reviews/a-attempt-2.yml": again, f"{ANA}/submissions/2.json": later}
    inquiry, problems = read(changes)
    assert ([review.attempt for review in inquiry.reviews], problems) == ([1, 2], [])


def test_where_a_program_lists_its_assessors_nobody_else_reviews() -> None:
    listed = "title: Maple Grove\nassessors: [Assessor a, {name: B, until: 2026-02-01}]\n"
    reviews = {
        FIRST: GOOD,
        SECOND: GOOD.replace("A\n", "B\n"),
        f"{ANA}/reviews/c.yml": GOOD.replace("A\n", "C\n"),
    }
    inquiry, problems = read({"program.yml": listed, **reviews})
    assert [review.assessor for review in inquiry.reviews] == ["A"]
    assert [problem.code for problem in problems] == ["not-an-assessor-any-more", "not-an-assessor"]


def test_a_program_lists_nobody_twice() -> None:
    assert codes({"program.yml": "title: Maple Grove\nassessors: [A, Assessor A]\n"}) == ["same-assessor"]


@pytest.mark.parametrize(
    "evidence",
    [
        "reflections/2025-10-03",
        "reflections/2025-10-03.md, data/period-2",
        "data, inquiry",
        "Data\\Period-2.csv",
    ],
)
def test_evidence_is_a_path_with_or_without_its_suffix(evidence: str) -> None:
    changes = {FIRST: GOOD.replace("demonstrated}", f"demonstrated, evidence: '{evidence}'}}")}
    assert (counting(changes), codes(changes)) == (["A"], [])


def test_evidence_in_free_words_is_a_notice() -> None:
    changes = {FIRST: GOOD.replace("demonstrated}", "demonstrated, evidence: what she wrote in October}")}
    assert (counting(changes), codes(changes)) == (["A"], ["evidence-in-words"])
