"""`portfolio theme copy`, as it is typed."""

from pathlib import Path

import pytest

from generator.layout import bundled_themes
from tests.commands.small_program import SOUND, write_content
from tests.terminal import portfolio


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return write_content(tmp_path, SOUND)


def test_a_file_lands_in_the_programs_own_theme(program: Path) -> None:
    ran = portfolio("theme", "copy", "templates/home.html", "base.css", "--theme", "maple", inside=program)
    assert ran.status == 0
    for name in ("templates/home.html", "styles/base.css"):
        copied = program / "themes/maple" / name
        assert copied.read_bytes() == (bundled_themes() / "default" / name).read_bytes()
    assert "theme: maple" in ran.out


def test_the_theme_that_the_program_has_is_meant(program: Path) -> None:
    write_content(program, {"program.yml": f"{SOUND['program.yml']}theme: maple\n"})
    ran = portfolio("theme", "copy", "home.html", inside=program)
    assert "Now type" not in ran.out
    assert (program / "themes/maple/templates/home.html").is_file()
    assert portfolio("build", inside=program).status == 0


def test_what_was_changed_already_is_kept(program: Path) -> None:
    own = program / "themes/maple/templates/home.html"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    ran = portfolio("theme", "copy", "home.html", "--theme", "maple", inside=program)
    assert "kept:" in ran.out
    assert own.read_text() == "mine"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["hom.html", "--theme", "maple"], "Did you mean templates/home.html?"),
        (["home.html"], "--theme maple"),
        (["home.html", "--theme", "../elsewhere"], "cannot be the name of a folder"),
        (["../../pyproject.toml", "--theme", "maple"], "has no file"),
    ],
)
def test_what_cannot_be_copied_says_what_to_type(program: Path, typed: list[str], said: str) -> None:
    ran = portfolio("theme", "copy", *typed, inside=program)
    assert ran.status == 2
    assert said in ran.err
    assert not (program / "themes").exists()


def test_without_files_it_lists_them(program: Path) -> None:
    ran = portfolio("theme", "copy", inside=program)
    assert "styles/base.css" in ran.out.splitlines()
