"""What each host needs: files of the kind that it reads, nothing of another's."""

import tomllib
from pathlib import Path

import pytest
import yaml

from generator.authoring.hosts import HOST_STEPS, Host, at_address, keeps_old_address, without_address
from generator.authoring.scaffold import init_program
from tests.terminal import portfolio


def _beside_content(folder: Path) -> set[str]:
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    everywhere = (
        "content/",
        ".schemas/",
        ".vscode/",
        ".githooks/",
        ".gitignore",
        ".gitattributes",
        "requirements.txt",
    )
    return {name for name in names if not name.startswith(everywhere)}


@pytest.mark.parametrize(
    ("host", "files"),
    [
        (Host.GITLAB, {".gitlab-ci.yml"}),
        (Host.NETLIFY, {"netlify.toml"}),
        (Host.WEBSPACE, {"output/.htaccess"}),
        (Host.FOLDER, set()),
    ],
)
def test_a_host_gets_its_own_files_and_no_others(tmp_path: Path, host: Host, files: set[str]) -> None:
    init_program(tmp_path, demo=False, host=host)
    assert _beside_content(tmp_path) == files


def test_github_is_the_host_unless_another_is_named(tmp_path: Path) -> None:
    init_program(tmp_path, demo=False)
    assert (tmp_path / ".github/workflows/portfolio.yml").is_file()


def test_the_files_are_what_their_hosts_can_read(tmp_path: Path) -> None:
    for host in (Host.GITLAB, Host.NETLIFY):
        init_program(tmp_path / host, demo=False, host=host)
    pages = yaml.safe_load((tmp_path / "gitlab/.gitlab-ci.yml").read_text())["pages"]
    assert pages["artifacts"]["paths"] == ["public"]
    assert any("--output public" in line for line in pages["script"])
    netlify = tomllib.loads((tmp_path / "netlify/netlify.toml").read_text())
    assert netlify["build"]["publish"] == "output"


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("", b"ErrorDocument 404 /404.html"),
        ("https://school.example.org", b"ErrorDocument 404 /404.html"),
        ("https://school.example.org/our/portfolios/", b"ErrorDocument 404 /our/portfolios/404.html"),
    ],
)
def test_a_web_space_is_told_where_the_page_for_lost_readers_is(url: str, line: bytes) -> None:
    assert at_address(b"ErrorDocument 404 @PATH@404.html", url) == line


def test_a_web_space_after_the_address_is_known_and_the_build_leaves_its_file(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path)
    settings = tmp_path / "content/program.yml"
    settings.write_text("title: Ours\nurl: https://school.example.org/portfolios/\n")
    ran = portfolio("init", "--host", "webspace", inside=tmp_path)
    assert "upload all of output/" in ran.out
    assert "/portfolios/404.html" in (tmp_path / "output/.htaccess").read_text()
    assert portfolio("build", "--clean", inside=tmp_path).status == 0
    assert (tmp_path / "output/.htaccess").is_file()
    assert (tmp_path / "output/404.html").is_file()


def test_a_build_names_the_web_spaces_file_that_keeps_an_old_path(tmp_path: Path) -> None:
    settings = tmp_path / "content/program.yml"
    settings.parent.mkdir()
    settings.write_text("format: 1\ntitle: Ours\nurl: https://school.example.org/portfolios/\n")
    portfolio("init", "--host", "webspace", inside=tmp_path)
    assert "portfolio upgrade" not in portfolio("build", inside=tmp_path).out
    settings.write_text("format: 1\ntitle: Ours\nurl: https://school.example.org/our-work/\n")
    assert "output/.htaccess sends lost readers" in portfolio("build", inside=tmp_path).out
    portfolio("upgrade", "--yes", inside=tmp_path)
    assert "/our-work/404.html" in (tmp_path / "output/.htaccess").read_text()
    assert "portfolio upgrade" not in portfolio("build", inside=tmp_path).out


def test_a_web_spaces_own_page_for_lost_readers_is_its_own(tmp_path: Path) -> None:
    file = tmp_path / "output/.htaccess"
    file.parent.mkdir()
    file.write_text("ErrorDocument 404 /lost.php\n")
    assert not keeps_old_address(tmp_path, "https://school.example.org/")
    assert without_address(file.read_bytes()) == file.read_bytes()


def test_every_host_says_what_comes_next() -> None:
    assert set(HOST_STEPS) == set(Host)
