"""`portfolio new ...`: one of everything, and where nothing can be written."""

from pathlib import Path

import pytest

from generator.authoring.scaffold import init_program
from tests.commands.new_files import new, problems, with_an_inquiry
from tests.terminal import portfolio


@pytest.fixture
def program(tmp_path: Path) -> Path:
    init_program(tmp_path, demo=False)
    return tmp_path


def test_one_of_everything_is_read_without_an_error(program: Path) -> None:
    folder = with_an_inquiry(program)
    new(program, "reflection", "--title", "First: a visit", "--date", "2025-10-03", "--yes")
    new(
        program,
        "tool",
        "--title",
        "Partner talk",
        "--prompt",
        "Asks: why?",
        "--prompt",
        "Asks again",
        "--yes",
    )
    new(program, "micro-credential", "--title", "Yes", "--yes")
    new(program, "change-idea", "--title", "#1 idea", "--source", "Lyman 1981", "--yes")
    new(program, "review", "--assessor", "B", "--date", "2025-11-01", "--yes")

    assert problems(program) == []
    assert (folder / "reflections" / "2025-10-03.md").is_file()
    assert (folder / "reviews" / "b-attempt-1.yml").is_file()
    assert (program / "content" / "tools" / "partner-talk.yml").is_file()


def test_what_is_needed_is_said_with_its_option(program: Path) -> None:
    ran = portfolio("new", "teacher", "--yes", inside=program)
    assert ran.status == 2
    assert "--name is needed" in ran.err


def test_where_there_is_no_program_it_says_how_to_begin(tmp_path: Path) -> None:
    ran = portfolio("new", "teacher", "--name", "Ana", "--yes", inside=tmp_path)
    assert ran.status == 3
    assert "portfolio init" in ran.err


def test_nothing_is_written_where_the_settings_are_there_twice(program: Path) -> None:
    content = program / "content"
    (content / "program.yaml").write_bytes((content / "program.yml").read_bytes())
    before = sorted(content.rglob("*"))
    ran = portfolio("new", "teacher", "--name", "Bo", "--yes", inside=program)
    assert ran.status == 3
    assert "The settings are here twice" in ran.err
    assert sorted(content.rglob("*")) == before
