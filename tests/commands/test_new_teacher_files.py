"""What `new` asks for a teacher's folder, and what it writes."""

from pathlib import Path

import pytest

from generator.authoring.scaffold import init_program
from tests.commands.new_files import new, problems, with_an_inquiry
from tests.terminal import files_read, portfolio


@pytest.fixture
def program(tmp_path: Path) -> Path:
    init_program(tmp_path, demo=False)
    return tmp_path


def test_answers_typed_one_by_one_become_the_inquiry(program: Path) -> None:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    said = new(
        program,
        "inquiry",
        answers="More talk\nThey are silent\nDo more explain?\n1\nstudent-voice\nM. Rivera\n\n2025-10-27\n"
        "1\n\nPeriod 2, Period 4\nVisible thinking\n",
    )
    text = (program / "content/teachers/ana-lopez/more-talk/inquiry.md").read_text("utf-8")
    for line in (
        "title: More talk",
        "problem_of_practice: They are silent",
        "question: Do more explain?",
        "tool: discussion",
        "micro_credential: student-voice",
        "planned_visits: 16",
        "idea: think-pair-share, classes: [Period 2, Period 4]}",
        "date: 2025-10-27",
    ):
        assert line in text
    assert "portfolio import" in said


def test_program_yml_is_read_once(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    names = files_read(monkeypatch)
    new(program, "inquiry", "--title", "Making thinking visible", "--yes")
    assert names.count("program.yml") == 1


def test_a_second_file_of_one_name_is_refused_and_nothing_is_touched(program: Path) -> None:
    folder = with_an_inquiry(program)
    before = (folder / "inquiry.md").read_bytes()
    ran = portfolio("new", "inquiry", "--title", "making THINKING visible", "--yes", inside=program)
    assert ran.status == 2
    assert "already exists; nothing was written" in ran.err
    assert (folder / "inquiry.md").read_bytes() == before


def test_two_reflections_of_one_day_are_two_files(program: Path) -> None:
    folder = with_an_inquiry(program)
    for _ in range(2):
        new(program, "reflection", "--date", "2025-10-03", "--yes")
    assert sorted(one.name for one in (folder / "reflections").iterdir()) == [
        "2025-10-03-2.md",
        "2025-10-03.md",
    ]


def test_titles_that_are_not_plain_yaml_are_quoted(program: Path) -> None:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    for title in (
        "Week 3: Fractions",
        "- a list?",
        "yes",
        "{braces}",
        "# hash",
        "'quoted\"",
        "12:30",
        "ñandú",
    ):
        new(program, "inquiry", "--title", title, "--question", title, "--yes")
    assert problems(program) == []


def test_a_name_that_is_nearly_right_is_offered(program: Path) -> None:
    with_an_inquiry(program)
    ran = portfolio(
        "new", "reflection", "--inquiry", "ana-lopez/making-thinking-visble", "--yes", inside=program
    )
    assert ran.status == 2
    assert "Did you mean ana-lopez/making-thinking-visible?" in ran.err


def test_without_a_teacher_the_next_step_is_said(program: Path) -> None:
    ran = portfolio("new", "inquiry", "--title", "X", "--yes", inside=program)
    assert ran.status == 2
    assert "portfolio new teacher" in ran.err


def test_a_name_without_letters_is_refused(program: Path) -> None:
    ran = portfolio("new", "teacher", "--name", "🙂", "--yes", inside=program)
    assert ran.status == 2
    assert not (program / "content" / "teachers").exists()
