"""Only what differs is written, never half a page, and only what is ours is removed."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.user_error import UserError
from generator.writing.output_folder import MANIFEST, Written, open_output, refuse_foreign_folder

Write = Callable[[Mapping[str, bytes]], Written]


def write_site(output: Path, files: Mapping[str, bytes], content: Path, *, clean: bool = False) -> Written:
    """Make `output` hold exactly these files, beside files that are not ours."""
    with open_output(output, content, clean=clean) as writer:
        for name, data in files.items():
            writer.put(name, data)
        return writer.publish()


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "output"


@pytest.fixture
def write(output: Path) -> Write:
    return lambda files: write_site(output, files, output.parent / "content")


def pages(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and not path.name.startswith((MANIFEST, ".runfolio-lock"))
    }


def test_first_build_writes_everything(output: Path, write: Write) -> None:
    done = write({"index.html": b"hello", "teachers/ana/index.html": b"ana"})

    assert pages(output) == {"index.html": b"hello", "teachers/ana/index.html": b"ana"}
    assert (done.written, done.removed, done.total_bytes) == (2, 0, 8)


def test_second_build_touches_nothing(output: Path, write: Write) -> None:
    site = {"index.html": b"hello", "empty.html": b""}
    write(site)
    os.utime(output / "index.html", (1, 1))

    done = write(site)

    assert (done.written, done.removed) == (0, 0)
    assert (output / "index.html").stat().st_mtime == 1


def test_only_what_differs_is_written_and_named(write: Write) -> None:
    write({"same": b"1", "longer": b"1", "other": b"1", "gone": b"1"})

    done = write({"same": b"1", "longer": b"12", "other": b"2", "new": b"1"})

    assert done.changed == ("longer", "other")
    assert done.new == ("new",)
    assert done.gone == ("gone",)


def test_emptied_folders_go_and_foreign_files_stay(output: Path, write: Write) -> None:
    write({"a/b/page": b"1", "c/page": b"1"})
    (output / "c" / "mine.txt").write_bytes(b"a person's")

    write({"index.html": b"1"})

    assert not (output / "a").exists()
    assert pages(output) == {"index.html": b"1", "c/mine.txt": b"a person's"}


def test_a_page_becomes_a_folder_and_back(output: Path, write: Write) -> None:
    write({"about": b"page"})
    write({"about/index.html": b"in a folder"})
    assert pages(output) == {"about/index.html": b"in a folder"}

    write({"about": b"page"})
    assert pages(output) == {"about": b"page"}


def test_clean_writes_again_what_is_there_already(output: Path, write: Write) -> None:
    write({"index.html": b"1"})
    done = write_site(output, {"index.html": b"1"}, output.parent / "content", clean=True)
    assert done.new == ("index.html",)


@pytest.mark.parametrize("name", [".gitkeep", ".nojekyll", "CNAME", ".git"])
def test_harmless_files_do_not_stand_in_the_way(output: Path, write: Write, name: str) -> None:
    output.mkdir()
    (output / name).write_bytes(b"")
    write({"index.html": b"1"})
    assert (output / name).exists()


def test_other_peoples_files_are_refused_and_kept(output: Path, write: Write) -> None:
    output.mkdir()
    (output / "thesis.docx").write_bytes(b"years of work")

    with pytest.raises(UserError, match=r"thesis\.docx"):
        write({"index.html": b"1"})

    assert pages(output) == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("where", [".", "content", "content/site", ".."])
def test_an_output_that_is_or_holds_content_is_refused(output: Path, where: str) -> None:
    content = output.parent / "content"
    with pytest.raises(UserError, match="Choose another --output"):
        write_site(output.parent / where, {"index.html": b"1"}, content)
    assert not list(content.iterdir())


def test_an_output_that_is_a_file_is_refused(output: Path, write: Write) -> None:
    output.write_bytes(b"")
    with pytest.raises(UserError, match="is a file"):
        write({"index.html": b"1"})


def test_a_folder_that_leads_elsewhere_is_refused(output: Path, write: Write, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write({"index.html": b"1"})
    (output / "teachers").symlink_to(elsewhere)

    with pytest.raises(UserError, match="is a link"):
        write({"teachers/ana/index.html": b"1"})

    assert not list(elsewhere.iterdir())


def test_a_manifest_that_names_files_elsewhere_is_not_believed(output: Path, write: Write) -> None:
    write({"index.html": b"1"})
    (output.parent / "content" / "diary.md").write_bytes(b"mine")
    (output / MANIFEST).write_text(f"../content/diary.md\n{output.parent}/content/diary.md\n")

    write({"index.html": b"1"})

    assert (output.parent / "content" / "diary.md").exists()


def test_a_second_build_at_the_same_time_says_so(output: Path, write: Write) -> None:
    write({"index.html": b"1"})
    hold = (
        "import sys, filelock\n"
        "with filelock.FileLock(sys.argv[1]): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(output / ".runfolio-lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(UserError, match="Another build"):
            write({"index.html": b"2"})
        other.kill()

    assert pages(output) == {"index.html": b"1"}
    write({"index.html": b"2"})  # the dead one's lock stands in nobody's way
    assert pages(output) == {"index.html": b"2"}


def test_half_pages_of_a_killed_build_are_swept(output: Path, write: Write) -> None:
    output.mkdir()
    (output / ".runfolio-half-x1").write_bytes(b"<!doct")
    write({"index.html": b"1"})
    assert pages(output) == {"index.html": b"1"}


def test_a_full_disk_leaves_every_page_whole(output: Path, write: Write) -> None:
    old = {"a": b"old a", "b": b"old b"}
    write(old)
    full = patch(
        "generator.writing.output_folder.os.fdopen", side_effect=OSError(28, "No space left on device")
    )
    with full, pytest.raises(OSError, match="No space"):
        write({"a": b"new a", "b": b"new b", "c": b"new c"})
    assert pages(output) == old


NAMES = st.sampled_from(["index.html", "a", "a/b", "a/b/c", "a/d", "e/f", "e"])


def without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """No name is a file and a folder at once, as in any site."""
    return {name: data for name, data in files.items() if not any(o.startswith(f"{name}/") for o in files)}


SITES = st.dictionaries(NAMES, st.binary(max_size=3), max_size=5).map(without_clashes)


class Killed(BaseException):
    """The power went."""


@settings(max_examples=60, deadline=None)
@given(builds=st.lists(st.tuples(SITES, st.integers(0, 6)), min_size=1, max_size=4), last=SITES)
def test_killed_anywhere_the_next_build_repairs(
    builds: list[tuple[dict[str, bytes], int]], last: dict[str, bytes]
) -> None:
    with TemporaryDirectory() as folder:
        output, content = Path(folder) / "output", Path(folder) / "content"
        for site, steps in builds:
            with patch.object(Path, "replace", dying(Path.replace, steps)), suppress(Killed):
                write_site(output, site, content)
        write_site(output, last, content)
        assert pages(output) == last
        assert (output / MANIFEST).read_text().splitlines() == sorted(last)


def dying(replace: Callable[[Path, Path], Path], steps: int) -> Callable[[Path, Path], Path]:
    """`Path.replace` that works so many times and then never again."""
    left = iter(range(steps))

    def step(self: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise Killed
        return replace(self, target)

    return step


@pytest.mark.parametrize("target", ["site", "nowhere"])
@pytest.mark.parametrize("below", ["", "portfolio"])
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path, target: str, below: str) -> None:
    link = tmp_path / "site"
    link.symlink_to(tmp_path / target)
    with pytest.raises(UserError, match="is a link to a folder that is not there"):
        refuse_foreign_folder(link / below, tmp_path / "content")
    assert link.is_symlink() and not (tmp_path / "nowhere").exists()
