"""`portfolio keys`, as an issuer types it."""

import stat
import subprocess
from pathlib import Path

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
