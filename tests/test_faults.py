"""When the machine fails or is odd: the old site stays whole, one plain sentence says why, and the next
build makes it right."""

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build import build
from generator.building.options import BuildOptions
from generator.problems import Problem
from tests.conftest import ANA, PROGRAM, Site
from tests.terminal import portfolio

REFLECTION = f"{ANA}/reflections/2025-10-03.md"
MakeSite = Callable[..., Site]
# limits what the process may write to one file, as a disk does that is full
FULL = """
import resource, sys
from generator.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["portfolio", *sys.argv[2:]]
main()
"""
TODAY = ("--today", "2026-02-01")


def typed(folder: Path, *args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`portfolio ...` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *args],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def is_plain(said: str) -> bool:
    """One sentence or two, no traceback, no way to somebody's home folder."""
    return "Traceback" not in said and "/home/" not in said and len(said.strip().splitlines()) <= 2


@pytest.mark.parametrize("room", [0, 20_000])
def test_a_full_disk(site: MakeSite, room: int) -> None:
    made = site()
    made.build()
    before = made.pages()
    made.change({REFLECTION: str(PROGRAM[REFLECTION]).replace("spoke", "spoke more")})
    failed = subprocess.run(
        [sys.executable, "-c", FULL, str(room), "build", *TODAY],
        cwd=made.root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert failed.returncode == 3
    assert "Nothing was saved." in failed.stderr
    assert is_plain(failed.stderr)
    assert made.pages() == before
    made.build()
    assert b"spoke more" in made.pages()[f"{ANA}/index.html"]


def like_anybody() -> None:
    """Root may write anywhere; without these two rights it may do what its owner may."""
    if os.geteuid() == 0:
        for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, by PR_CAPBSET_DROP
            if ctypes.CDLL(None).prctl(24, right, 0, 0, 0):
                raise OSError


@pytest.mark.parametrize("locked", ["output", "output/teachers/ana-lopez/visible-thinking", "."])
def test_a_folder_that_may_not_be_written_to(site: MakeSite, locked: str) -> None:
    made = site()
    if locked != ".":
        made.build()
    before = made.pages() if locked != "." else {}
    made.change({REFLECTION: str(PROGRAM[REFLECTION]).replace("spoke", "spoke more")})
    (made.root / locked).chmod(0o555)
    try:
        failed = subprocess.run(
            [sys.executable, "-m", "generator", "build", *TODAY],
            cwd=made.root,
            preexec_fn=like_anybody,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except subprocess.SubprocessError:
        pytest.skip("this root cannot give up its rights")
    finally:
        (made.root / locked).chmod(0o755)
    assert failed.returncode == 3, failed.stdout + failed.stderr
    assert is_plain(failed.stderr), failed.stderr
    assert not [name for name, data in before.items() if made.pages().get(name) != data]
    made.build()
    assert b"spoke more" in made.pages()[f"{ANA}/index.html"]


def test_files_that_change_while_they_are_read(site: MakeSite) -> None:
    made = site()
    path = made.content / REFLECTION
    over = threading.Event()

    def restless() -> None:
        number = 0
        while not over.is_set():
            number += 1
            if number % 7 == 0:
                path.unlink(missing_ok=True)
            path.write_text(str(PROGRAM[REFLECTION]).replace("spoke", f"spoke {number} times"), "utf-8")
            over.wait(0.001)

    writer = threading.Thread(target=restless)
    writer.start()
    remembering = replace(made.options(), cache=made.root / ".portfolio-cache")
    try:
        for _ in range(6):
            build(remembering)
    finally:
        over.set()
        writer.join()
    build(remembering)
    other = Site(made.root, output_name="clean")
    build(replace(other.options(), clean=True))
    assert made.pages() == other.pages()


def test_a_folder_that_goes_while_it_is_read(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    made = site()
    from generator.reading import content_files as files

    walk = files._walk

    def vanishing(content: Path, base: str, skip: Collection[str] = ()) -> Iterator[str | Problem]:
        for found in walk(content, base, skip):
            if isinstance(found, str):
                (content / found).unlink(missing_ok=True)
            yield found

    monkeypatch.setattr(files, "_walk", vanishing)
    outcome = made.check()
    assert not outcome.readable
    assert all(problem.code in ("unreadable", "no-program") for problem in outcome.problems)


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_is_wrong(site: MakeSite, monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    made = site()
    wrong = (date(year, 1, 2) - date(1970, 1, 1)).days * 86_400
    monkeypatch.setattr(time, "time_ns", lambda: wrong * 10**9)
    remembering = replace(made.options(), today=date(year, 1, 2), cache=made.root / ".portfolio-cache")
    for words in ("spoke.", "spoke!", "spoke?"):  # as long as one another, at the same time
        path = made.content / REFLECTION
        path.write_text(str(PROGRAM[REFLECTION]).replace("spoke.", words), "utf-8")
        os.utime(path, (wrong, wrong))
        build(remembering)
        assert f"They {words}" in made.page(ANA).replace("’", "'")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TMPDIR": "/nonexistent"},
        {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "PYTHONIOENCODING": "ascii"},
    ],
    ids=["C, and no temporary folder", "Turkish, and an ascii terminal"],
)
def test_any_language_of_the_machine(site: MakeSite, tmp_path: Path, env: dict[str, str]) -> None:
    """And a path with spaces and accents."""
    root = tmp_path / "Mis Clases é 日本"
    made = Site(root).change(PROGRAM).change({"teachers/inci-isik/about.md": "---\nname: İnci Işık\n---\n"})
    said = typed(root, "build", *TODAY, env=env)
    assert said.returncode == 0, said.stderr
    assert "İnci Işık" in made.page("teachers/inci-isik")
    plain = Site(root, output_name="plain")
    build(BuildOptions(made.content, plain.output, date(2026, 2, 1)))
    assert made.pages() == plain.pages()


def test_two_builds_at_once(site: MakeSite) -> None:
    made = site()
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build", *TODAY],
            cwd=made.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    ends = [(*process.communicate(timeout=120), process.returncode) for process in running]
    assert {status for _, _, status in ends} <= {0, 3}
    assert any(status == 0 for _, _, status in ends)
    for _, said, status in ends:
        assert status == 0 or ("Another build is writing" in said and is_plain(said))
    alone = Site(made.root, output_name="alone")
    build(alone.options())
    made.build()
    assert made.pages() == alone.pages()


@pytest.mark.parametrize("name", ["con", "AUX", "nul", "Com1", "lpt9"])
def test_names_that_windows_keeps_for_itself_are_refused(site: MakeSite, name: str) -> None:
    made = site({f"teachers/ana-lopez/{name}/inquiry.md": "---\ntitle: T\npublish: true\n---\n"})
    (problem,) = made.build().problems
    assert (problem.code, problem.is_error) == ("windows-name", True)
    assert not [path for path in made.pages() if f"/{name.lower()}/" in path]
    assert made.page(ANA)


@pytest.mark.parametrize("name", ["a:b", "what?", "a*b", "back\\slash", 'quo"te', "p|q", "ends./x"])
def test_names_that_cannot_be_on_windows_are_a_warning(site: MakeSite, name: str) -> None:
    photo = f"{ANA}/photos/{name}.txt" if "/" not in name else ""
    made = site({photo or f"teachers/ana-lopez/{name}.md": str(PROGRAM[REFLECTION])})
    said = [problem for problem in made.build().problems if problem.code == "windows-name"]
    assert [problem.is_error for problem in said] == [False]


def test_a_name_that_is_too_long_for_an_address_is_refused(site: MakeSite) -> None:
    made = site(
        {f"teachers/ana-lopez/{'long-name-' * 12}x/inquiry.md": "---\ntitle: T\npublish: true\n---\n"}
    )
    (problem,) = made.build().problems
    assert (problem.code, problem.is_error) == ("long-name", True)


def test_every_path_of_the_site_is_one_for_windows(site: MakeSite) -> None:
    name = f"teachers/ana-lopez/{'n' * 100}"
    made = site({f"{name}/inquiry.md": "---\ntitle: T\npublish: true\ntool: math-talk\n---\n"})
    made.build()
    for path in made.pages():
        assert len(path) < 200
        assert not set(path) & set('<>:"\\|?* ')
    assert len({path.lower() for path in made.pages()}) == len(made.pages())


def test_a_folder_without_a_program_is_said_plainly(tmp_path: Path) -> None:
    said = portfolio("build", inside=tmp_path)
    assert said.status == 3
    assert is_plain(said.err)
