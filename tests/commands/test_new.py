"""`portfolio new ...`: what it asks, what it writes, and that the program reads it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.authoring.scaffold import init_program
from generator.build import check
from generator.building.options import BuildOptions
from generator.site.audience import Audience
from tests.conftest import ANA, Site
from tests.terminal import files_read, portfolio


@pytest.fixture
def program(tmp_path: Path) -> Path:
    init_program(tmp_path, demo=False)
    return tmp_path


def problems(program: Path) -> list[str]:
    found = check(
        BuildOptions(program / "content", program / "output", date(2026, 1, 1), Audience.PREVIEW)
    ).problems
    return [problem.message for problem in found if problem.is_error]


def new(program: Path, *words: str, answers: str = "") -> str:
    ran = portfolio("new", *words, inside=program, stdin=answers.encode())
    assert ran.status == 0, ran.err
    return ran.out


def with_an_inquiry(program: Path) -> Path:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    new(program, "inquiry", "--title", "Making thinking visible", "--yes")
    return program / "content" / "teachers" / "ana-lopez" / "making-thinking-visible"


def test_one_of_everything_is_read_without_an_error(program: Path) -> None:
    folder = with_an_inquiry(program)
    new(program, "reflection", "--title", "First: a visit", "--date", "2025-10-03", "--yes")
    new(
        program,
        "tool",
        "--title",
        "Partner talk",
        "--prompt",
        "Asks: why?",
        "--prompt",
        "Asks again",
        "--yes",
    )
    new(program, "micro-credential", "--title", "Yes", "--yes")
    new(program, "change-idea", "--title", "#1 idea", "--source", "Lyman 1981", "--yes")
    new(program, "review", "--assessor", "B", "--date", "2025-11-01", "--yes")

    assert problems(program) == []
    assert (folder / "reflections" / "2025-10-03.md").is_file()
    assert (folder / "reviews" / "b-attempt-1.yml").is_file()
    assert (program / "content" / "tools" / "partner-talk.yml").is_file()


def test_answers_typed_one_by_one_become_the_inquiry(program: Path) -> None:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    said = new(
        program,
        "inquiry",
        answers="More talk\nThey are silent\nDo more explain?\n1\nstudent-voice\nM. Rivera\n\n2025-10-27\n"
        "1\n\nPeriod 2, Period 4\nVisible thinking\n",
    )
    text = (program / "content/teachers/ana-lopez/more-talk/inquiry.md").read_text("utf-8")
    for line in (
        "title: More talk",
        "problem_of_practice: They are silent",
        "question: Do more explain?",
        "tool: discussion",
        "micro_credential: student-voice",
        "planned_visits: 16",
        "idea: think-pair-share, classes: [Period 2, Period 4]}",
        "date: 2025-10-27",
    ):
        assert line in text
    assert "portfolio import" in said


def test_program_yml_is_read_once(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    names = files_read(monkeypatch)
    new(program, "inquiry", "--title", "Making thinking visible", "--yes")
    assert names.count("program.yml") == 1


def test_a_second_file_of_one_name_is_refused_and_nothing_is_touched(program: Path) -> None:
    folder = with_an_inquiry(program)
    before = (folder / "inquiry.md").read_bytes()
    ran = portfolio("new", "inquiry", "--title", "making THINKING visible", "--yes", inside=program)
    assert ran.status == 2
    assert "already exists; nothing was written" in ran.err
    assert (folder / "inquiry.md").read_bytes() == before


def test_two_reflections_of_one_day_are_two_files(program: Path) -> None:
    folder = with_an_inquiry(program)
    for _ in range(2):
        new(program, "reflection", "--date", "2025-10-03", "--yes")
    assert sorted(one.name for one in (folder / "reflections").iterdir()) == [
        "2025-10-03-2.md",
        "2025-10-03.md",
    ]


def test_titles_that_are_not_plain_yaml_are_quoted(program: Path) -> None:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    for title in (
        "Week 3: Fractions",
        "- a list?",
        "yes",
        "{braces}",
        "# hash",
        "'quoted\"",
        "12:30",
        "ñandú",
    ):
        new(program, "inquiry", "--title", title, "--question", title, "--yes")
    assert problems(program) == []


def test_a_name_that_is_nearly_right_is_offered(program: Path) -> None:
    with_an_inquiry(program)
    ran = portfolio(
        "new", "reflection", "--inquiry", "ana-lopez/making-thinking-visble", "--yes", inside=program
    )
    assert ran.status == 2
    assert "Did you mean ana-lopez/making-thinking-visible?" in ran.err


def test_what_is_needed_is_said_with_its_option(program: Path) -> None:
    ran = portfolio("new", "teacher", "--yes", inside=program)
    assert ran.status == 2
    assert "--name is needed" in ran.err


def test_without_a_teacher_the_next_step_is_said(program: Path) -> None:
    ran = portfolio("new", "inquiry", "--title", "X", "--yes", inside=program)
    assert ran.status == 2
    assert "portfolio new teacher" in ran.err


def test_a_name_without_letters_is_refused(program: Path) -> None:
    ran = portfolio("new", "teacher", "--name", "🙂", "--yes", inside=program)
    assert ran.status == 2
    assert not (program / "content" / "teachers").exists()


def test_a_review_takes_levels_of_the_rubric_only(program: Path) -> None:
    with_an_inquiry(program)
    inquiry = program / "content/teachers/ana-lopez/making-thinking-visible/inquiry.md"
    text = inquiry.read_text("utf-8").replace("# micro_credential:", "micro_credential: student-voice #")
    inquiry.write_text(text, "utf-8")
    ran = portfolio("new", "review", "--level", "question=perfect", "--yes", inside=program)
    assert ran.status == 2
    assert "question=perfect is not a level" in ran.err
    new(program, "review", "--level", "question=demonstrated", "--yes")
    assert problems(program) == []


def test_where_there_is_no_program_it_says_how_to_begin(tmp_path: Path) -> None:
    ran = portfolio("new", "teacher", "--name", "Ana", "--yes", inside=tmp_path)
    assert ran.status == 3
    assert "portfolio init" in ran.err


def test_nothing_is_written_where_the_settings_are_there_twice(program: Path) -> None:
    content = program / "content"
    (content / "program.yaml").write_bytes((content / "program.yml").read_bytes())
    before = sorted(content.rglob("*"))
    ran = portfolio("new", "teacher", "--name", "Bo", "--yes", inside=program)
    assert ran.status == 3
    assert "The settings are here twice" in ran.err
    assert sorted(content.rglob("*")) == before


def test_a_new_review_says_what_was_read_and_counts(site: Callable[..., Site]) -> None:
    root = site().root
    assert portfolio("submit", "ana-lopez/visible-thinking", "--today", "2026-01-17", inside=root).status == 0
    words = ("--inquiry", "ana-lopez/visible-thinking", "--assessor", "B", "--date", "2026-01-18")
    done = portfolio("new", "review", *words, "--level", "question=demonstrated", "--yes", inside=root)
    assert done.status == 0, done.err
    text = (root / "content" / ANA / "reviews/b-attempt-1.yml").read_text("utf-8")
    assert "inquiry: ana-lopez/visible-thinking\n" in text
    assert "attempt: 1 #" in text and "\ncontent: " in text
    assert "does not count" not in done.err
    checked = portfolio("check", "--today", "2026-02-02", inside=root)
    assert "does not count" not in checked.out + checked.err


def test_a_new_review_of_what_was_changed_after_the_submission_says_that_it_does_not_count(
    site: Callable[..., Site],
) -> None:
    one = site()
    assert (
        portfolio("submit", "ana-lopez/visible-thinking", "--today", "2026-01-17", inside=one.root).status
        == 0
    )
    one.change({f"{ANA}/reflections/2026-01-18.md": "---\ndate: 2026-01-18\ntitle: Later\n---\n\nMore.\n"})
    words = ("--inquiry", "ana-lopez/visible-thinking", "--assessor", "B", "--yes")
    done = portfolio("new", "review", *words, inside=one.root)
    assert "changed since attempt 1 was submitted, so a review of it does not count" in done.err
