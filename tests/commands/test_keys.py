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
    assert "git keeps" in done.err
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


@pytest.mark.parametrize("folder", ["content", "content/teachers", "output", "themes"])
def test_no_key_is_written_where_it_would_be_published(tmp_path: Path, folder: str) -> None:
    (tmp_path / "content").mkdir()
    done = portfolio("keys", "new", f"{folder}/issuer.pem", inside=tmp_path)
    assert (done.status, "is published" in " ".join(done.err.split())) == (2, True)
    assert not (tmp_path / folder / "issuer.pem").exists()
