"""`portfolio build` as it is typed: what is said where, and which status."""

from pathlib import Path
from unittest.mock import patch

import pytest

from tests.commands.small_program import NAMELESS, UNATTESTED, UNREADABLE, files_below, write_content
from tests.terminal import portfolio


def test_build_makes_the_site_and_says_so(root: Path) -> None:
    ran = portfolio("build", inside=root)
    assert (ran.status, ran.err) == (0, "")
    assert (root / "output" / "index.html").is_file()
    assert "Built 1 teacher, 0 inquiries, and " in ran.out
    assert "of the 1 GB that GitHub Pages allows" in ran.out
    assert f"Open {Path('output') / 'index.html'}" in ran.out


def test_build_into_another_folder(root: Path) -> None:
    assert portfolio("build", "--output", "public", inside=root).status == 0
    assert (root / "public" / "index.html").is_file()
    assert not (root / "output").exists()


def test_build_lands_beside_the_content_folder_wherever_it_is(root: Path, tmp_path: Path) -> None:
    assert portfolio("build", "--content", root / "content", inside=tmp_path.parent).status == 0
    assert (root / "output" / "index.html").is_file()


def test_warnings_are_done_unless_strict(root: Path) -> None:
    write_content(root, UNATTESTED)
    assert portfolio("build", inside=root).status == 0
    assert portfolio("build", "--strict", inside=root).status == 1


def test_an_error_is_listed_and_everything_else_is_built(root: Path) -> None:
    write_content(root, NAMELESS)
    ran = portfolio("build", inside=root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez/about.md" in ran.err
    assert "error" in ran.err
    assert "Needs attention: " in ran.out
    assert (root / "output" / "index.html").is_file()


def test_a_program_that_cannot_be_read_changes_nothing(root: Path) -> None:
    portfolio("build", inside=root)
    before = files_below(root / "output")
    write_content(root, UNREADABLE)
    ran = portfolio("build", inside=root)
    assert ran.status == 3
    assert "content/program.yml" in ran.err
    assert files_below(root / "output") == before


def test_somebody_elses_folder_is_refused_before_anything_is_made(root: Path) -> None:
    (root / "output").mkdir()
    (root / "output" / "thesis.txt").write_text("years")
    with patch("generator.build.build", side_effect=AssertionError("not to be reached")):
        ran = portfolio("build", inside=root)
    assert ran.status == 2
    assert "thesis.txt" in ran.err


def test_explain_says_which_files_and_why(root: Path) -> None:
    first = portfolio("build", "--explain", inside=root).out
    again = portfolio("build", "--explain", inside=root).out
    cleaned = portfolio("build", "--explain", "--clean", inside=root).out
    assert "new: index.html" in first
    assert "new: " not in again
    assert "new: index.html" in cleaned


def test_explain_tells_changed_from_removed(root: Path) -> None:
    portfolio("build", inside=root)
    (root / "content" / "teachers" / "ana-lopez" / "about.md").unlink()
    (root / "content" / "teachers" / "ana-lopez").rmdir()
    said = portfolio("build", "--explain", inside=root).out
    assert "changed: teachers/index.html" in said
    assert "removed: teachers/ana-lopez/index.html" in said


def test_the_site_is_the_same_with_any_number_of_jobs(root: Path) -> None:
    portfolio("build", "--output", "one", "--jobs", "1", inside=root)
    portfolio("build", "--output", "two", "--jobs", "2", inside=root)
    assert files_below(root / "one") == files_below(root / "two")


def test_a_build_without_a_roster_says_that_names_were_not_looked_for(root: Path) -> None:
    assert "there is no private/roster.txt here" in portfolio("build", inside=root).out
    (root / "private").mkdir()
    (root / "private" / "roster.txt").write_text("Beatrix Quimby\n")
    assert "roster" not in portfolio("build", inside=root).out


def test_it_speaks_the_language_of_the_program_that_it_read(root: Path) -> None:
    write_content(root, {"program.yml": "title: Arces\nlanguage: es\n"})
    with patch("generator.commands.common.translator_for", side_effect=AssertionError("program.yml again")):
        assert "Abra output" in portfolio("build", inside=root).out


@pytest.mark.parametrize("where", ["content", "content/pages"])
def test_output_in_the_content_folder_is_refused(root: Path, where: str) -> None:
    ran = portfolio("build", "--output", where, inside=root)
    assert ran.status == 2
    assert "Choose another --output." in ran.err
