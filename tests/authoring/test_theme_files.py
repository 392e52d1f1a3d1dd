"""Which file of the default theme is meant, and where its copy goes."""

from pathlib import Path

import pytest

from generator.authoring.theme_files import copy_theme_files, default_theme_files, find_theme_file
from generator.user_error import UserError


@pytest.mark.parametrize(
    "typed",
    ["templates/home.html", "home.html", "templates\\home.html", "themes/default/templates/home.html"],
)
def test_a_file_is_named_by_its_path_or_by_its_name_alone(typed: str) -> None:
    assert find_theme_file(typed) == "templates/home.html"


def test_what_a_theme_cannot_replace_is_not_offered() -> None:
    files = default_theme_files()
    assert "templates/base.html" in files
    assert "theme.yml" not in files


def test_a_name_that_is_nearly_right_is_guessed_at_in_the_question_only() -> None:
    with pytest.raises(UserError, match=r"Did you mean templates/teachers.html\?"):
        find_theme_file("teacherss.html")


def test_a_link_in_place_of_the_theme_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "themes").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError):
        copy_theme_files(tmp_path, "maple", ["templates/home.html"])
    assert not list((tmp_path / "elsewhere").iterdir())
