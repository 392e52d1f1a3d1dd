"""Whatever goes wrong while one teacher is made stays that teacher's, in every way of building."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from generator.authoring import award_plan, submission_plan
from generator.build import build
from generator.building import all_teachers, cluster, teacher_unit
from generator.building.build_context import open_build_context
from generator.building.options import BuildOptions
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.building.teacher_boundary import confine_to_teacher
from generator.intake import existing_tables
from generator.memoize import ProcessMemo
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import ParsedFolder
from generator.reading.teacher_folder import read_teacher
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.user_error import UserError
from tests.conftest import ANA, Site
from tests.openbadges.awards import earned
from tests.programs import write_program
from tests.terminal import portfolio

MakeSite = Callable[..., Site]
BEN = "teachers/ben-carter"
# Nothing that a file holds is known to make the program raise, so a mistake of our own is put in: it
# stumbles over one word of a text, in every process of a build.
STUMBLE = "stumble"
STUMBLING = f"---\ndate: 2025-10-03\ntitle: First\n---\n\n{STUMBLE}\n"
STUMBLING_REFLECTION = {f"{ANA}/reflections/2025-10-03.md": STUMBLING}
CORRECTED = "This page is being corrected"


MISTAKE = f"""
from generator.site.rendering.markdown_converter import MarkdownConverter

real = MarkdownConverter.convert

def convert(self, prose, *more, **named):
    if "{STUMBLE}" in prose.text:
        raise IndexError("{STUMBLE}")
    return real(self, prose, *more, **named)

MarkdownConverter.convert = convert
"""


@pytest.fixture(autouse=True)
def mistake_of_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MarkdownConverter, "convert", MarkdownConverter.convert)  # to be put back
    exec(MISTAKE, {})
    # processes of a pool are started afresh, and look here first
    (tmp_path / "python").mkdir()
    (tmp_path / "python/sitecustomize.py").write_text(MISTAKE, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "python"), prepend=os.pathsep)


# ------------------------------------------------------------------------- what used to end the build


def test_a_line_break_from_word_in_the_name_of_a_class_is_a_space(site: MakeSite) -> None:
    rows = "".join(f"2025-09-{day:02d},Period\x0b2,24,9\n" for day in range(5, 17))
    one = site({f"{ANA}/data/period-2.csv": f"date,class,n,explains\n{rows}"})
    outcome = one.build()
    assert not [problem for problem in outcome.problems if problem.is_error]
    assert "Period 2" in one.page(ANA)
    assert not [name for name, data in one.pages().items() if b"\x0b" in data and name.endswith("html")]


def test_a_mistake_of_ours_costs_that_teacher_her_pages_and_nobody_else(site: MakeSite) -> None:
    one = site(STUMBLING_REFLECTION)
    outcome = one.build()
    (problem,) = [problem for problem in outcome.problems if problem.is_error]
    assert (problem.code, problem.place.file) == ("teacher-failed", "content/teachers/ana-lopez")
    assert "IndexError" in problem.message
    assert CORRECTED in one.page("teachers/ana-lopez")
    assert "Ben Carter" in one.page(BEN)
    assert outcome.teachers == 1


def test_lists_nested_without_end_are_an_error_with_file_and_line(site: MakeSite) -> None:
    nested = "".join(f"{'    ' * depth}- and\n" for depth in range(300))
    reflections = f"{ANA}/reflections"
    one = site({f"{reflections}/2025-10-03.md": f"---\ndate: 2025-10-03\ntitle: First\n---\n\n{nested}"})
    problem = next(problem for problem in one.build().problems if problem.is_error)
    assert (problem.code, problem.place.file) == ("nested-too-deep", f"content/{reflections}/2025-10-03.md")
    assert (problem.place.line or 0) > 5
    assert CORRECTED not in one.page("teachers/ana-lopez")


@pytest.mark.parametrize("deep", ["[" * 300 + "]" * 300, "\n" + "".join(f"{' ' * n}-\n" for n in range(300))])
def test_lists_nested_in_yaml_are_an_error_with_a_place(site: MakeSite, deep: str) -> None:
    one = site({f"{ANA}/reflections/2025-10-03.md": f"---\ndate: 2025-10-03\ntitle: {deep}\n---\n"})
    (problem,) = [problem for problem in one.build().problems if problem.is_error]
    assert problem.code == "too-deep"
    assert problem.place.file.endswith("2025-10-03.md")


# ------------------------------------------------------------------------------ every way of building


def broken_for_ana(monkeypatch: pytest.MonkeyPatch, failure: BaseException) -> None:
    """A mistake of our own that only her files bring to light."""

    def read_or_fail(folder: ParsedFolder, *more: Any) -> Any:
        if folder.path.endswith("ana-lopez"):
            raise failure
        return read_teacher(folder, *more)

    monkeypatch.setattr(teacher_unit, "read_teacher", read_or_fail)


def test_build_exits_1_and_debug_shows_the_traceback(site: MakeSite) -> None:
    root = site(STUMBLING_REFLECTION).root
    plain = portfolio("build", inside=root)
    assert plain.status == 1
    assert "content/teachers/ana-lopez: error: " in plain.err
    assert "Traceback" not in plain.err
    thorough = portfolio("build", "--debug", inside=root)
    assert thorough.status == 1
    assert "Traceback" in thorough.err
    assert "IndexError" in thorough.err


def test_the_next_build_tries_again(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    one = site()
    remembering = replace(one.options(), cache=one.root / ".portfolio-cache")
    with monkeypatch.context() as broken:
        broken_for_ana(broken, ZeroDivisionError())
        failed = errors_of_build(remembering)
    assert failed == ["teacher-failed"]
    assert CORRECTED in one.page("teachers/ana-lopez")
    assert errors_of_build(remembering) == []
    assert CORRECTED not in one.page("teachers/ana-lopez")


def errors_of_build(options: BuildOptions) -> list[str]:
    return [problem.code for problem in build(options).problems if problem.is_error]


def test_check_names_the_folder(site: MakeSite) -> None:
    ran = portfolio("check", inside=site(STUMBLING_REFLECTION).root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez: error: " in ran.out


def test_a_pool_of_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_teachers, "FEWEST", 2)
    content = write_program(tmp_path, 3, classes=1)
    (content / "teachers/teacher-00001/talk/reflections/2025-09-05.md").write_text(STUMBLING, "utf-8")
    options = BuildOptions(content, tmp_path / "output", Site(tmp_path).options().today, jobs=2)
    made = build_in_memory(options, lambda *_: None)
    assert isinstance(made, BuiltSite)
    assert [(one.code, one.place.file) for one in made.problems if one.is_error] == [
        ("teacher-failed", "content/teachers/teacher-00001")
    ]
    assert CORRECTED.encode() in made.files["teachers/teacher-00001/index.html"]
    assert b"Teacher 2" in made.files["teachers/teacher-00002/index.html"]


def test_serve_builds_her_again_once_she_is_mended(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    one, memory = site(), ProcessMemo()
    with monkeypatch.context() as broken:
        broken_for_ana(broken, ZeroDivisionError())
        failed = build_in_memory(one.options(), lambda *_: None, memory)
    mended = build_in_memory(one.options(), lambda *_: None, memory)
    assert [problem.code for problem in failed.problems if problem.is_error] == ["teacher-failed"]
    assert not [problem for problem in mended.problems if problem.is_error]


def test_a_task_of_the_cluster(site: MakeSite) -> None:
    one = site(STUMBLING_REFLECTION)
    build_context, _ = open_build_context(one.options())
    assert build_context is not None
    loaded = [load_teacher(one.content, name) for name in ("ana-lopez", "ben-carter")]
    ana, ben = (cluster._build_unit(build_context, folder, problems) for folder, problems in loaded)
    assert [problem.code for problem in ana.record.problems] == ["teacher-failed"]
    assert list(ana.files) == ["teachers/ana-lopez/index.html"]
    assert ben.record.problems == ()


def test_export_writes_nothing_and_says_why(site: MakeSite) -> None:
    root = site(STUMBLING_REFLECTION).root
    ran = portfolio("export", "ana-lopez", inside=root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez: error: " in ran.err
    assert not (root / "ana-lopez.html").exists()
    assert portfolio("export", "ben-carter", inside=root).status == 0


def test_award_goes_on_to_the_next_teacher(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    one, real = earned(site), award_plan.plan_award

    def plan_award(*given: Any, **named: Any) -> Any:
        if any(value == ANA for value in (*given, *named.values())):
            return real(*given, **named)
        raise ZeroDivisionError

    monkeypatch.setattr(award_plan, "plan_award", plan_award)
    one.change(
        {
            "teachers/aaron/about.md": "---\nname: Aaron\n---\n",
            "teachers/aaron/talk/inquiry.md": "---\ntitle: Talk\n---\n",
        }
    )
    ran = portfolio("award", "--all", "--key", "issuer.pem", "--today", "2026-02-02", inside=one.root)
    assert "content/teachers/aaron: error: " in ran.err
    assert (one.content / ANA / "awards").is_dir()
    assert ran.status == 1


def raise_zero_division(*_: Any, **__: Any) -> Any:
    raise ZeroDivisionError


def test_submit_writes_nothing_and_names_the_folder(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission_plan, "plan_submission", raise_zero_division)
    root = site().root
    ran = portfolio("submit", "ana-lopez/visible-thinking", inside=root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez: error: " in ran.err
    assert "Nothing was submitted" in ran.err
    assert not (root / "content" / ANA / "submissions").exists()


def test_import_writes_nothing_and_names_the_folder(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(existing_tables, "read_existing_tables", raise_zero_division)
    root = site().root
    (root / "period-3.csv").write_text("date,n,explains,asks\n2026-01-09,24,9,4\n", "utf-8")
    ran = portfolio("import", "period-3.csv", "--inquiry", "ana-lopez/visible-thinking", inside=root)
    assert ran.status == 1
    assert "content/teachers/ana-lopez: error: " in ran.err
    assert not (root / "content" / ANA / "data" / "period-3.csv").exists()


# -------------------------------------------------------------------------------- whose trouble it is


def raising(failure: BaseException) -> Callable[[], int]:
    def work() -> int:
        raise failure

    return work


def test_work_that_goes_well_is_handed_on() -> None:
    assert confine_to_teacher("ana-lopez", lambda: 7) == (7, [])


@pytest.mark.parametrize(
    "failure",
    [KeyError("x"), RecursionError(), MemoryError(), OSError("image file is truncated"), AssertionError()],
)
def test_what_her_files_can_cause_is_her_problem(failure: Exception) -> None:
    result, problems = confine_to_teacher("ana-lopez", raising(failure))
    assert result is None
    assert [problem.place.file for problem in problems] == ["teachers/ana-lopez"]
    assert type(failure).__name__ in problems[0].message
    assert "Traceback" in problems[0].traceback


@pytest.mark.parametrize(
    "failure",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        ImportError("no module named PIL"),
        UserError("Another build is writing."),
        KeyboardInterrupt(),
        SystemExit(1),
    ],
)
def test_what_the_machine_or_the_user_does_is_not(failure: BaseException) -> None:
    with pytest.raises(type(failure)):
        confine_to_teacher("ana-lopez", raising(failure))
