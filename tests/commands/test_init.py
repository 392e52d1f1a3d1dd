"""`portfolio init` and `portfolio schema`, as they are typed."""

from pathlib import Path

from generator.authoring.scaffold import schema_files
from tests.terminal import portfolio


def test_init_says_what_to_type_next(tmp_path: Path) -> None:
    ran = portfolio("init", "ours", inside=tmp_path)
    assert ran.status == 0
    assert "cd ours" in ran.out
    assert "portfolio new teacher" in ran.out
    assert "portfolio serve" in ran.out


def test_init_twice_says_that_everything_is_there(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path)
    ran = portfolio("init", inside=tmp_path)
    assert ran.status == 0
    assert "kept:  content/program.yml" not in ran.out
    assert "stays as it is" in ran.out
    assert "Nothing to write" in ran.out


def test_without_an_owner_and_a_terminal_there_are_no_code_owners_and_it_says_so(tmp_path: Path) -> None:
    ran = portfolio("init", inside=tmp_path)
    assert "No CODEOWNERS file was written" in ran.out
    assert not (tmp_path / ".github/CODEOWNERS").exists()
    ran = portfolio("init", "--owners", "@our-lead", inside=tmp_path)
    assert "No CODEOWNERS" not in ran.out
    assert "@our-lead" in (tmp_path / ".github/CODEOWNERS").read_text()


def test_on_a_terminal_the_lead_is_asked_for(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path, stdin=b"@maple/leads\n", someone_there=True)
    assert "@maple/leads" in (tmp_path / ".github/CODEOWNERS").read_text()


def test_a_program_that_has_its_host_gets_no_other_ones_files(tmp_path: Path) -> None:
    portfolio("init", "--host", "gitlab", inside=tmp_path)
    ran = portfolio("init", "--from", "1.0.0", inside=tmp_path)
    assert (tmp_path / "requirements.txt").read_text() == "runfolio==1.0.0\n"
    assert "GitLab" in ran.out
    assert not (tmp_path / ".github").exists()


def test_what_is_to_be_typed_works_in_powershell_too(tmp_path: Path) -> None:
    """There an @ begins a word of the shell's own, and a space ends an argument as everywhere."""
    ran = portfolio("init", "our program", inside=tmp_path)
    assert 'portfolio init --owners "@YOUR-LEAD"' in ran.out
    assert 'cd "our program"' in ran.out


def test_what_cannot_be_an_owner_or_a_version_is_refused(tmp_path: Path) -> None:
    assert portfolio("init", "--owners", "our lead", inside=tmp_path).status == 2
    assert portfolio("init", "--from", "git+https://example.org/r.git@main", inside=tmp_path).status == 2
    assert not list(tmp_path.iterdir())


def test_schema_writes_the_shapes(tmp_path: Path) -> None:
    ran = portfolio("schema", "shapes", inside=tmp_path)
    assert ran.status == 0
    assert {path.name for path in (tmp_path / "shapes").iterdir()} == set(schema_files())
