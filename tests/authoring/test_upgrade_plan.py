"""A program's own files beside today's."""

from pathlib import Path

import pytest

from generator.authoring.hosts import Host
from generator.authoring.scaffold import init_program
from generator.authoring.upgrade_plan import (
    WRITTEN_FILES,
    FileState,
    digest_line,
    plan_upgrade,
    starter_digests,
    with_format,
)

WORKFLOW = ".github/workflows/portfolio.yml"


def planned(root: Path) -> dict[str, FileState]:
    return {file.name: file.state for file in plan_upgrade(root)}


def test_a_new_program_needs_nothing(tmp_path: Path) -> None:
    for host in Host:
        init_program(tmp_path / host, demo=False, host=host, owners=("@lead",))
        assert planned(tmp_path / host) == {}


def test_a_new_url_reaches_the_web_spaces_file(tmp_path: Path) -> None:
    settings = tmp_path / "content/program.yml"
    settings.parent.mkdir()
    settings.write_text("format: 1\ntitle: Ours\nurl: https://school.org/portfolios/\n")
    init_program(tmp_path, demo=False, host=Host.WEBSPACE)
    assert planned(tmp_path) == {}
    settings.write_text("format: 1\ntitle: Ours\nurl: https://school.org/our-work/\n")
    (file,) = plan_upgrade(tmp_path)
    assert (file.name, file.state) == ("output/.htaccess", FileState.OLDER)
    assert b"ErrorDocument 404 /our-work/404.html\n" in file.after
    settings.write_text("format: 1\ntitle: Ours\n")
    assert planned(tmp_path) == {}


def test_what_lies_behind_a_link_is_named_and_not_offered(tmp_path: Path) -> None:
    root = tmp_path / "program"
    init_program(root, demo=False)
    (root / ".github").rename(tmp_path / "elsewhere")
    (root / ".github").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert planned(root) == {}
    (tmp_path / "elsewhere/workflows/portfolio.yml").write_text("on: push\n")
    (tmp_path / "elsewhere/dependabot.yml").unlink()
    assert planned(root) == {
        ".github/dependabot.yml": FileState.LINKED,
        WORKFLOW: FileState.LINKED,
    }


def test_line_ends_are_no_difference(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    workflow = tmp_path / WORKFLOW
    workflow.write_bytes(workflow.read_bytes().replace(b"\n", b"\r\n"))
    assert planned(tmp_path) == {}


def test_what_the_program_changed_is_its_own(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    with (tmp_path / ".gitignore").open("a") as file:
        file.write("drafts/\n")
    assert planned(tmp_path) == {".gitignore": FileState.CHANGED}


def test_a_file_that_a_newer_starter_has_is_missing(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    (tmp_path / ".gitattributes").unlink()
    assert planned(tmp_path) == {".gitattributes": FileState.MISSING}


def test_an_earlier_starters_file_is_nobodys_work(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False, host=Host.GITLAB)
    earlier = next(line for line in WRITTEN_FILES.read_text().splitlines() if line.endswith(".gitlab-ci.yml"))
    assert digest_line(".gitlab-ci.yml", (tmp_path / ".gitlab-ci.yml").read_bytes()) == earlier
    schema = tmp_path / ".schemas/tool.schema.json"
    schema.write_text("{}")
    assert planned(tmp_path) == {".schemas/tool.schema.json": FileState.OLDER}


def test_a_first_programs_files_are_nobodys_work(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    (tmp_path / ".gitattributes").write_text(
        "# what was signed stays as it is, byte for byte, on every computer\n"
        "content/**/awards/** -text\ncontent/credentials/** -text\n"
    )
    (tmp_path / ".githooks/pre-commit").write_text(
        "#!/bin/sh\n"
        "# Checks the content before every commit; nothing leaves this computer.\n"
        "# Switch it on once, in this folder:   git config core.hooksPath .githooks\n"
        "# To commit all the same:              git commit --no-verify\n"
        "if command -v portfolio >/dev/null 2>&1; then\n"
        "  exec portfolio check\n"
        "elif [ -x .venv/bin/portfolio ]; then\n"
        "  exec .venv/bin/portfolio check\n"
        "fi\n"
        'echo "portfolio is not installed here; the content was not checked." >&2\n'
    )
    assert planned(tmp_path) == {
        ".gitattributes": FileState.OLDER,
        ".githooks/pre-commit": FileState.OLDER,
    }


def test_everything_that_the_starter_writes_today_will_be_known_as_such() -> None:
    """Where this fails: python -m generator.authoring.upgrade_plan"""
    assert set(starter_digests()) <= set(WRITTEN_FILES.read_text("utf-8").splitlines())


def test_a_program_without_a_format_is_told_its_format_below_its_comments(tmp_path: Path) -> None:
    assert with_format(b"# Ours\ntitle: Ours\n") == b"# Ours\nformat: 1\ntitle: Ours\n"
    assert with_format(b"title: Ours\r\n") == b"format: 1\r\ntitle: Ours\r\n"
    assert with_format(b"---\ntitle: Ours\n") == b"---\nformat: 1\ntitle: Ours\n"
    init_program(tmp_path, demo=False)
    (tmp_path / "content/program.yml").write_text("title: Ours\n")
    assert planned(tmp_path) == {"content/program.yml": FileState.OLDER}


@pytest.mark.parametrize(
    "settings",
    [
        b"{title: Ours}\n",  # a line above it would be no YAML
        b'"format": 1\ntitle: Ours\n',
        b"title: [\n",
        b"",
    ],
)
def test_settings_that_cannot_take_the_line_stay_as_they_are(settings: bytes) -> None:
    assert with_format(settings) == settings


def test_a_mark_at_the_beginning_stays_at_the_beginning() -> None:
    assert with_format(b"\xef\xbb\xbftitle: Ours\n") == b"\xef\xbb\xbfformat: 1\ntitle: Ours\n"


def test_settings_under_their_other_name(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    (tmp_path / "content/program.yml").unlink()
    (tmp_path / "content/program.yaml").write_text("title: Ours\n")
    assert planned(tmp_path) == {"content/program.yaml": FileState.OLDER}
