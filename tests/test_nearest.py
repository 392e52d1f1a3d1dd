"""The name that was meant, whatever its case."""

import pytest

from generator.nearest import nearest, nearest_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("reflection", "Reflections"),
        ("REFLECTIONS", "Reflections"),
        ("Foto's", "photos"),
        ("dáta", "data"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_candidate_as_it_is_written(name: str, expected: str) -> None:
    assert nearest(name, ["data", "Reflections", "photos"]) == expected


def test_candidates_that_are_no_letters_at_all() -> None:
    assert nearest("!!", ["?", "!!!"]) == "!!!"


def test_paths_that_only_share_their_folders_are_not_alike() -> None:
    files = ["teachers/ana/talk/photos/Board.jpg", "teachers/ana/talk/reflections/2025-10-03.md"]
    assert nearest_path("teachers/ana/talk/photos/bord.JPG", files) == files[0]
    assert nearest_path("teachers/ana/talk/x.md", files) == ""
    assert nearest_path("teachers/ana/talk/photos/desk.jpg", ["teachers/ana/talk/photos/Upper.JPG"]) == ""


def test_the_beginning_of_one_name_is_that_name() -> None:
    teachers = ["ana-lopez", "ben-carter", "bella-ruiz"]
    assert nearest("ana", teachers) == "ana-lopez"
    assert nearest("be", teachers) == "", "two letters are how many names begin"
