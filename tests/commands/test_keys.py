"""`portfolio keys`, as an issuer types it."""

import stat
import subprocess
from pathlib import Path

import pytest

from tests.terminal import portfolio


def test_a_key_is_for_its_owner_only(tmp_path: Path) -> None:
    done = portfolio("keys", "new", "issuer.pem", inside=tmp_path)
    assert done.status == 0
    file = tmp_path / "issuer.pem"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "keys: [z6Mk" in done.out
    assert file.read_text().splitlines()[1] not in done.out + done.err
    again = portfolio("keys", "new", "issuer.pem", inside=tmp_path)
    assert again.status == 2


def test_no_key_is_written_where_git_keeps_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / "below").mkdir()
    done = portfolio("keys", "new", "below/issuer.pem", inside=tmp_path)
    assert done.status == 2
    assert "git repository" in done.err
    assert not (tmp_path / "below/issuer.pem").exists()
    (tmp_path / ".gitignore").write_text("private/\n")
    assert portfolio("keys", "new", "private/issuer.pem", inside=tmp_path).status == 0


def test_its_public_half_can_be_had_again(tmp_path: Path) -> None:
    made = portfolio("keys", "new", "issuer.pem", inside=tmp_path)
    shown = portfolio("keys", "show", "issuer.pem", inside=tmp_path)
    public = made.out.partition("keys: [")[2].partition("]")[0]
    assert (shown.status, f"keys: [{public}]" in shown.out) == (0, True)
    (tmp_path / "none.pem").write_text("nothing")
    assert portfolio("keys", "show", "none.pem", inside=tmp_path).status == 2


@pytest.mark.parametrize("folder", ["content", "content/teachers", "output", "themes", "private", "."])
def test_no_key_is_written_into_the_programs_folder(tmp_path: Path, folder: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/program.yml").write_text("title: Maple Grove\n")
    (tmp_path / ".gitignore").write_text("private/\n")
    done = portfolio("keys", "new", f"{folder}/issuer.pem", inside=tmp_path)
    assert (done.status, "the program's folder" in " ".join(done.err.split())) == (2, True)
    assert not (tmp_path / folder / "issuer.pem").exists()


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert portfolio("keys", "new", "~/issuer.pem", inside=tmp_path).status == 0
    assert (tmp_path / "issuer.pem").is_file()
    assert not (tmp_path / "~").exists()


def test_a_locked_key_opens_with_its_passphrase_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTFOLIO_KEY_PASSPHRASE", "maple syrup")
    made = portfolio("keys", "new", "issuer.pem", inside=tmp_path)
    public = made.out.partition("keys: [")[2].partition("]")[0]
    assert b"ENCRYPTED" in (tmp_path / "issuer.pem").read_bytes()
    assert "maple" not in made.out + made.err
    assert public in portfolio("keys", "show", "issuer.pem", inside=tmp_path).out
    monkeypatch.setenv("PORTFOLIO_KEY_PASSPHRASE", "honey")
    wrong = portfolio("keys", "show", "issuer.pem", inside=tmp_path)
    assert (wrong.status, "does not open with this passphrase" in wrong.err) == (1, True)
    monkeypatch.delenv("PORTFOLIO_KEY_PASSPHRASE")
    without = portfolio("keys", "show", "issuer.pem", inside=tmp_path)
    assert (without.status, "PORTFOLIO_KEY_PASSPHRASE" in without.err) == (2, True)


def test_a_passphrase_in_the_environment_does_not_close_an_open_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio("keys", "new", "issuer.pem", inside=tmp_path)
    monkeypatch.setenv("PORTFOLIO_KEY_PASSPHRASE", "maple syrup")
    assert portfolio("keys", "show", "issuer.pem", inside=tmp_path).status == 0


def test_where_nobody_can_be_asked_for_a_passphrase_no_key_is_made(tmp_path: Path) -> None:
    done = portfolio("keys", "new", "issuer.pem", "--encrypt", inside=tmp_path)
    assert (done.status, (tmp_path / "issuer.pem").exists()) == (2, False)
