"""`portfolio upgrade`, as it is typed."""

from pathlib import Path

import pytest

from generator.authoring.hosts import Host
from tests.terminal import portfolio


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """One whose schemas are old, whose .gitignore is its own, and which has no .gitattributes."""
    portfolio("init", inside=tmp_path)
    (tmp_path / ".schemas/tool.schema.json").write_text("{}\n")
    (tmp_path / ".gitignore").write_text("mine\n")
    (tmp_path / ".gitattributes").unlink()
    return tmp_path


@pytest.mark.parametrize(
    "words", [[], ["--demo"], ["--language", "es"], *(["--host", host] for host in Host)], ids=" ".join
)
def test_up_to_date_is_one_sentence(words: list[str], tmp_path: Path) -> None:
    portfolio("init", *words, inside=tmp_path)
    ran = portfolio("upgrade", inside=tmp_path)
    assert (ran.status, len(ran.out.splitlines())) == (0, 1)


def test_where_nobody_can_be_asked_it_says_and_changes_nothing(program: Path) -> None:
    ran = portfolio("upgrade", inside=program)
    assert ran.status == 0
    assert ".gitignore: changed by your program" in ran.out
    assert "    -mine" in ran.out
    assert ".gitattributes: a new program has it" in ran.out
    assert "3 files were left as they are." in ran.out
    assert (program / ".schemas/tool.schema.json").read_text() == "{}\n"


def test_yes_replaces_what_nobody_changed_and_nothing_else(program: Path) -> None:
    ran = portfolio("upgrade", "--yes", inside=program)
    assert "written: .gitattributes" in ran.out
    assert (program / ".gitignore").read_text() == "mine\n"
    again = portfolio("upgrade", "--yes", inside=program)
    assert "1 file was left as it is." in again.out


def test_on_a_terminal_each_file_is_a_question(program: Path) -> None:
    answers = b"y\nn\ny\n"  # .gitattributes, .gitignore, the schema
    portfolio("upgrade", inside=program, stdin=answers, someone_there=True)
    assert (program / ".gitattributes").is_file()
    assert (program / ".gitignore").read_text() == "mine\n"
    assert (program / ".schemas/tool.schema.json").read_text() != "{}\n"


def test_a_program_of_a_newer_format_is_not_guessed_at(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path)
    settings = tmp_path / "content/program.yml"
    settings.write_text(settings.read_text().replace("format: 1", "format: 2"))
    ran = portfolio("build", inside=tmp_path)
    assert ran.status == 3
    assert "format 2" in ran.err
    assert not (tmp_path / "output/index.html").exists()


def test_content_from_before_there_was_a_format_keeps_building(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path)
    settings = tmp_path / "content/program.yml"
    settings.write_text("title: Ours\nurl: https://our-school.example.org/\n")
    assert portfolio("build", inside=tmp_path).status == 0
    portfolio("upgrade", "--yes", inside=tmp_path)
    assert settings.read_text().startswith("format: 1\n")
    assert portfolio("build", inside=tmp_path).status == 0


def test_a_folder_that_is_a_link_is_left_and_the_others_are_written(program: Path) -> None:
    (program / ".schemas").rename(program / "elsewhere")
    (program / ".schemas").symlink_to("elsewhere", target_is_directory=True)
    ran = portfolio("upgrade", "--yes", inside=program)
    assert ran.status == 0
    assert ".schemas/tool.schema.json: not as a new program has it" in ran.out
    assert "written: .gitattributes" in ran.out
    assert (program / "elsewhere/tool.schema.json").read_text() == "{}\n"
