"""The wheel, built from what is tracked, installed elsewhere: it carries themes, starter and example."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

pytestmark = pytest.mark.install

ROOT = Path(__file__).parent.parent
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


def run(*command: object, inside: Path) -> str:
    typed = [str(word) for word in command]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | OFFLINE
    done = subprocess.run(typed, cwd=inside, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a new environment that has the wheel; its dependencies are borrowed from ours.

    A path in a .pth file is looked at after the environment's own packages, and .pth files found
    there (an editable install of this very checkout) are not followed.
    """
    if not (ROOT / ".git").exists():
        pytest.skip("only a git checkout knows which files are tracked")
    work = tmp_path_factory.mktemp("install")
    tracked = run("git", "ls-files", "-z", inside=ROOT).split("\0")
    for name in filter(None, tracked):
        if (ROOT / name).is_file():
            (work / "source" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, work / "source" / name)
    pip = (sys.executable, "-m", "pip")
    run(*pip, "wheel", ".", "--no-deps", "--no-build-isolation", "-w", work, inside=work / "source")
    (wheel,) = work.glob("runfolio-*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", work / "fresh", inside=work)
    scripts = work / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    run(*pip, "--python", python, "install", "--no-deps", wheel, inside=work)
    packages = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", inside=work
    ).strip()
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(packages) / "borrowed.pth").write_text("".join(f"{path}\n" for path in sorted(borrowed)))
    return scripts


def test_it_is_the_wheels_generator_that_runs(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import generator; print(generator.__file__)", inside=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_the_demo_is_made_and_built_elsewhere(installed: Path, tmp_path: Path) -> None:
    portfolio = installed / "portfolio"
    run(portfolio, "init", "ours", "--demo", inside=tmp_path)
    said = run(portfolio, "build", inside=tmp_path / "ours")

    site = tmp_path / "ours" / "output"
    assert "Built " in said
    assert (site / "index.html").is_file()
    assert (site / "teachers" / "ana-lopez" / "visible-thinking" / "index.html").is_file()
    assert list(site.rglob("*.css"))


def test_a_new_program_is_made_and_built_elsewhere(installed: Path, tmp_path: Path) -> None:
    portfolio = installed / "portfolio"
    run(portfolio, "init", inside=tmp_path)
    run(portfolio, "build", inside=tmp_path)
    assert (tmp_path / "output" / "index.html").is_file()
    assert (tmp_path / ".github" / "workflows" / "portfolio.yml").is_file()


def test_themes_are_inside(installed: Path, tmp_path: Path) -> None:
    look = "import generator, pathlib; print(pathlib.Path(generator.__file__).parent / 'themes' / 'default')"
    theme = Path(run(installed / "python", "-c", look, inside=tmp_path).strip())
    assert (theme / "theme.yml").is_file()
    assert list((theme / "templates").iterdir())
    assert list((theme / "styles").iterdir())
