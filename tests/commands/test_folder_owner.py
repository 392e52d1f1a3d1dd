"""A new teacher with a name on GitHub."""

from pathlib import Path

from tests.terminal import portfolio


def test_the_folder_becomes_the_teachers_own(tmp_path: Path) -> None:
    portfolio("init", "--owners", "@our-lead", inside=tmp_path)
    ran = portfolio("new", "teacher", "--name", "Ana Lopez", "--github", "@ana-l", "--yes", inside=tmp_path)
    assert ran.status == 0
    assert "github: ana-l" in (tmp_path / "content/teachers/ana-lopez/about.md").read_text("utf-8")
    lines = (tmp_path / ".github/CODEOWNERS").read_text().splitlines()
    (line,) = [line.split() for line in lines if line.startswith("/content/teachers/ana-lopez/")]
    assert line == ["/content/teachers/ana-lopez/", "@ana-l", "@our-lead"]


def test_without_code_owners_it_says_so(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path)
    ran = portfolio("new", "teacher", "--name", "Ana Lopez", "--github", "ana-l", "--yes", inside=tmp_path)
    assert (ran.status, "There is no .github/CODEOWNERS" in ran.out) == (0, True)


def test_what_is_not_a_name_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path)
    ran = portfolio("new", "teacher", "--name", "Ana", "--github", "a b", "--yes", inside=tmp_path)
    assert ran.status == 1 or ran.status == 2
    assert not (tmp_path / "content/teachers").exists()
