"""The rubric that a review is written against."""

from collections.abc import Callable
from pathlib import Path

from generator.authoring.review_rubric import parse_levels, reviewed_inquiry
from generator.model import Criterion, Mastery, MicroCredential, Program, Prose
from generator.reading.content_files import load_program
from generator.reading.program_files import read_program
from tests.conftest import ANA, Site

RUBRIC = MicroCredential(
    "visible",
    "Visible thinking",
    Prose("", "micro-credentials/visible.md"),
    mastery=Mastery(
        levels=("Not yet", "Demonstrated"),
        criteria=(Criterion("question", "Asks"), Criterion("reflection", "Reflects")),
    ),
)


def program_of(site: Site) -> Program:
    program, _ = read_program(load_program(site.content)[0])
    assert program is not None
    return program


def test_levels_are_read_however_they_are_spelled() -> None:
    typed = ["question=demonstrated", "REFLECTION=not-yet"]
    assert parse_levels(typed, RUBRIC) == ({"question": "Demonstrated", "reflection": "Not yet"}, [])


def test_what_is_not_of_the_rubric_is_given_back() -> None:
    typed = ["question", "question=great", "other=demonstrated", "reflection=Demonstrated"]
    levels, unknown = parse_levels(typed, RUBRIC)
    assert levels == {"reflection": "Demonstrated"}
    assert unknown == ["question", "question=great", "other=demonstrated"]


def test_without_a_rubric_every_level_is_unknown() -> None:
    assert parse_levels(["question=demonstrated"], None) == ({}, ["question=demonstrated"])


def test_the_inquiry_in_a_folder_says_which_rubric_it_is_written_against(site: Callable[..., Site]) -> None:
    one = site()
    inquiry = reviewed_inquiry(one.content, Path(ANA), program_of(one))
    assert inquiry is not None
    assert (inquiry.id, inquiry.micro_credential) == ("visible-thinking", "visible")
    broken = one.change({f"{ANA}/inquiry.md": "---\ntitle: [\n---\n"})
    assert reviewed_inquiry(broken.content, Path(ANA), program_of(one)) is None
