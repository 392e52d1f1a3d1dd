"""Which problems decide a check."""

import pytest

from generator.building.problem_focus import ProblemFocus, focus_on_files, focus_on_teacher
from generator.problems import Place, Problem, error

ANA = "content/teachers/ana-lopez"


def problem(file: str) -> Problem:
    return error("code", Place(file), "Text.")


@pytest.mark.parametrize(
    ("changed", "file", "covered"),
    [
        (f"{ANA}/talk/data/p2.csv", f"{ANA}/talk/inquiry.md", True),
        (f"{ANA}/talk/data/p2.csv", f"{ANA}/other/inquiry.md", False),
        (f"{ANA}/talk/data/p2.csv", f"{ANA}/about.md", False),
        (f"{ANA}/talk/data/p2.csv", "content/program.yml", False),
        (f"{ANA}/talk/data/p2.csv", f"{ANA}/…/inquiry.md", True),
        (f"{ANA}/about.md", f"{ANA}/about.md", True),
        ("content/tools/talk.yml", f"{ANA}/talk/inquiry.md", True),
        ("privacy-review.yml", f"{ANA}/talk/inquiry.md", True),
        ("privacy-attested.txt", f"{ANA}/talk/inquiry.md", False),
        ("README.md", f"{ANA}/talk/inquiry.md", False),
    ],
)
def test_a_change_is_about_its_folder_and_a_shared_file_about_everything(
    changed: str, file: str, covered: bool
) -> None:
    assert focus_on_files([changed], "content").covers(problem(file), "content") is covered


def test_one_teacher() -> None:
    focus = focus_on_teacher("Ana López")
    problems = [problem(f"{ANA}/about.md"), problem("content/teachers/ben/talk/inquiry.md")]
    assert focus.split(problems, "content") == (problems[:1], problems[1:])


def test_without_a_wish_everything_counts() -> None:
    assert ProblemFocus(frozenset(), everything=True).covers(problem("content/program.yml"), "content")
