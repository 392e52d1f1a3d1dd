"""program.yml beside program.yaml: nobody knows which one counts, so no command goes on."""

import shutil
from pathlib import Path

import pytest

from tests.commands.small_program import files_below
from tests.conftest import ANA, Site
from tests.terminal import portfolio

INQUIRY = "ana-lopez/visible-thinking"
COMMANDS = {
    "init": ("init",),
    "build": ("build",),
    "check": ("check",),
    "check --format json": ("check", "--format", "json"),
    "check --format github": ("check", "--format", "github"),
    "check --teacher": ("check", "--teacher", "ana-lopez"),
    "serve": ("serve", "--port", "0"),
    "import": ("import", "table.csv", "--inquiry", INQUIRY),
    "submit": ("submit", INQUIRY),
    "attest": ("attest", "--by", "J. Park"),
    "award": ("award", INQUIRY, "--key", "issuer.pem"),
    "award --all": ("award", "--all", "--key", "issuer.pem"),
    "revoke": ("revoke", INQUIRY, "--key", "issuer.pem", "--reason", "Issued by mistake"),
    "export": ("export", "ana-lopez"),
    "export --study": ("export", INQUIRY, "--study", "study.csv"),
    "new teacher": ("new", "teacher", "--name", "Cleo Diaz", "--yes"),
    "new photo": ("new", "photo", "photo.jpg", "--inquiry", INQUIRY),
    "verify": ("verify", f"content/{ANA}/awards/visible/credential.json"),
}


@pytest.fixture(scope="module")
def root(_first_award: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twice") / "copy"
    shutil.copytree(_first_award.root, folder)
    (folder / "table.csv").write_text("date,n,explains,asks\n2026-01-09,24,9,4\n", "utf-8")
    (folder / "photo.jpg").write_bytes(b"")
    return folder


@pytest.mark.parametrize("name", ["program.yaml", "program.YML"])
@pytest.mark.parametrize("typed", COMMANDS.values(), ids=COMMANDS)
def test_every_command_ends_with_3_and_writes_nothing(root: Path, name: str, typed: tuple[str, ...]) -> None:
    second = root / "content" / name
    second.write_text("title: Another school\nlanguage: es\n", "utf-8")
    before = files_below(root)
    try:
        ran = portfolio(*typed, inside=root)
        assert ran.status == 3, ran.err
        assert "The settings are here twice" in ran.out + ran.err
        assert _without_memory(files_below(root)) == _without_memory(before)
    finally:
        second.unlink()


def _without_memory(files: dict[str, bytes]) -> dict[str, bytes]:
    """The program and its site; what a check remembers lies beside them."""
    return {name: data for name, data in files.items() if not name.startswith(".portfolio-cache/")}
