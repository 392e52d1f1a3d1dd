"""A protocol looks at students: what is pointed out, and what is left alone."""

import pytest

from generator.reading.content_files import ContentFolder
from generator.reading.program_files import read_program
from generator.reading.tables.observation_table import read_observation_table
from generator.reading.teacher_focus import is_about_teaching, is_note_about_teaching


@pytest.mark.parametrize(
    "prompt",
    [
        "Teacher asks open questions",
        "The teacher uses wait time",
        "Instructor gives clear directions",
        "Effective classroom management",
        "Lesson is engaging",
        "Quality: good lesson plan",
        "La maestra hace preguntas abiertas",
        "El docente explica con claridad",
    ],
)
def test_a_prompt_about_the_teacher(prompt: str) -> None:
    assert is_about_teaching(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "Explains own thinking",
        "Asks the teacher a question",
        "Waits for the teacher",
        "Works without the teacher's help",
        "Answers a classmate, not the teacher",
        "Teaches a classmate",
        "Gives a good reason",
        "Says what the lesson was about",
        "Pregunta a la maestra",
        "Explica su idea con claridad",
    ],
)
def test_a_prompt_about_students(prompt: str) -> None:
    assert not is_about_teaching(prompt)


@pytest.mark.parametrize(
    ("note", "judges"),
    [
        ("Teacher should wait longer", True),
        ("weak questioning today", True),
        ("The lesson was poor", True),
        ("Fire drill at 10:15", False),
        ("The teacher was ill; a substitute taught", False),
        ("Good questions from the back row", False),
        ("", False),
    ],
)
def test_a_note(note: str, judges: bool) -> None:
    assert is_note_about_teaching(note) is judges


def test_the_warning_shows_where_and_a_better_prompt() -> None:
    files = {
        "program.yml": b"title: A\n",
        "tools/t.yml": b"title: T\nprompts:\n  - text: Explains\n  - text: Teacher asks open questions\n",
    }
    _, problems = read_program(ContentFolder("", files))
    (found,) = [one for one in problems if one.code == "looks-at-teacher"]
    assert (found.place.file, found.place.line) == ("tools/t.yml", 4)
    assert "Explains own thinking" in found.hint
    assert not found.is_error


def test_a_note_is_never_repeated_in_the_message() -> None:
    from generator.model import Prompt, Tool
    from generator.reading.teacher_focus import check_notes

    tool = Tool("t", "T", (Prompt("explains", "Explains"),))
    text = b"date,class,n,explains,note\n2025-10-06,P2,20,3,Teacher should wait\n"
    table, _ = read_observation_table(text, "data/a.csv", tool)
    assert table is not None
    (found,) = check_notes(table.observations)
    assert (found.place.row, found.place.field) == (2, "note")
    assert "wait" not in found.message
