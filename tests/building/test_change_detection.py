"""A build that remembers makes the bytes of one that does not, and only what changed is made and written."""

import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build import build
from generator.building.cache.store import FILE
from generator.building.options import BuildOptions, BuildOutcome
from generator.writing.output_folder import Written
from tests.building.cache.test_store import EDITS
from tests.conftest import ANA, PROGRAM, Site
from tests.programs import write_program

REFLECTION = f"{ANA}/reflections/2025-10-03.md"


def options(site: Site) -> BuildOptions:
    return replace(site.options(), cache=site.root / ".portfolio-cache")


def again(site: Site) -> tuple[BuildOutcome, Written]:
    outcome = build(options(site))
    assert outcome.written is not None
    return outcome, outcome.written


def clean(site: Site) -> tuple[dict[str, bytes], BuildOutcome]:
    """The same content, built beside by somebody who knows nothing."""
    other = Site(site.root, output_name="clean")
    outcome = build(replace(other.options(), clean=True))
    return other.pages(), outcome


def test_a_second_build_makes_and_writes_nothing(site: Callable[..., Site]) -> None:
    one = site()
    first, _ = again(one)
    second, written = again(one)
    assert (written.written, written.removed) == (0, 0)
    assert second.why == ()
    assert (second.problems, second.pages, second.echo) == (first.problems, first.pages, first.echo)
    assert second.bytes_total == first.bytes_total


def test_a_sentence_makes_its_own_teacher_only(site: Callable[..., Site]) -> None:
    one = site()
    again(one)
    one.change({REFLECTION: str(PROGRAM[REFLECTION]).replace("They spoke.", "They spoke more.")})
    outcome, written = again(one)
    assert [(why.name, why.reason, why.files) for why in outcome.why] == [
        ("ana-lopez", "files", (REFLECTION,))
    ]
    assert written.changed == (f"{ANA}/index.html", f"{ANA}/review/index.html")  # the pages that quote it
    assert written.new == ()


def test_same_size_and_same_second_is_seen(site: Callable[..., Site]) -> None:
    one = site()
    again(one)
    path = one.content / REFLECTION
    before = path.stat()
    one.change({REFLECTION: str(PROGRAM[REFLECTION]).replace("spoke", "wrote")})
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    again(one)
    assert "They wrote." in one.page(ANA)


@pytest.mark.parametrize("seed", range(3))
def test_any_edits_give_the_bytes_of_a_clean_build(site: Callable[..., Site], seed: int) -> None:
    dice, one = random.Random(seed), site()
    for edit in dice.choices([*EDITS, *MOVES], k=6):
        moved(one, edit)
        made = build(options(one))
        pages, outcome = clean(one)
        assert sorted(map(str, made.problems)) == sorted(map(str, outcome.problems))
        if outcome.readable:
            assert one.pages() == pages
            assert again(one)[1].written == 0


MOVES: list[dict[str, str | bytes | None]] = [
    {"rename": "teachers/ben-carter"},
    {"remove": "teachers/ben-carter"},
    {"remove": f"{ANA}/reflections"},
    {"touch": f"{ANA}/inquiry.md"},
    {"damage": "teachers/ana-lopez/index.html"},
    {"lose": f"{ANA}/index.html"},
    {"forget": FILE},
    {"garble": FILE},
]


def moved(one: Site, edit: dict[str, str | bytes | None]) -> None:
    """What people do to folders beside editing files."""
    ((what, value), *_) = edit.items()
    path = one.content / str(value)
    match what:
        case "rename" if path.exists():
            path.rename(path.with_name("carla-diaz"))
        case "remove" if path.exists():
            for file in sorted(path.rglob("*"), reverse=True):
                file.rmdir() if file.is_dir() else file.unlink()
            path.rmdir()
        case "touch" if path.exists():
            path.touch()
        case "damage" | "lose" if (page := one.output / str(value)).exists():
            page.write_bytes(b"<!doctype html>") if what == "damage" else page.unlink()
        case "forget" | "garble" if (file := one.root / ".portfolio-cache" / str(value)).exists():
            file.unlink() if what == "forget" else file.write_bytes(random.Random(1).randbytes(9000))
        case "rename" | "remove" | "touch" | "damage" | "lose" | "forget" | "garble":
            pass
        case _:
            one.change({name: data for name, data in edit.items() if data is not None})


def test_a_garbled_memory_is_dropped_and_said_once(site: Callable[..., Site]) -> None:
    one = site()
    again(one)
    (one.root / ".portfolio-cache" / FILE).write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    outcome, written = again(one)
    assert "memory-damaged" in [problem.code for problem in outcome.problems]
    assert written.written == 0
    outcome, _ = again(one)
    assert "memory-damaged" not in [problem.code for problem in outcome.problems]


def test_a_memory_of_another_version_is_not_believed(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = site()
    again(one)
    monkeypatch.setattr("generator.building.change_detection.code_digest", lambda: b"another")
    assert {why.reason for why in again(one)[0].why} == {"new"}


def test_memory_shrinks_with_the_program(tmp_path: Path) -> None:
    content = write_program(tmp_path, 6, classes=1)
    asked = BuildOptions(content, tmp_path / "o", date(2026, 3, 1), cache=tmp_path / "c")
    build(asked)
    large = (tmp_path / "c" / FILE).stat().st_size
    for number in range(1, 6):
        folder = content / f"teachers/teacher-{number:05d}"
        folder.rename(tmp_path / folder.name)
    build(asked)
    assert (tmp_path / "c" / FILE).stat().st_size < 0.7 * large


def test_where_no_memory_can_be_kept_the_site_is_made_all_the_same(site: Callable[..., Site]) -> None:
    one = site({"../.portfolio-cache": "a file, where the folder should be\n"})
    assert again(one)[1].written > 0
    assert again(one)[1].written == 0
