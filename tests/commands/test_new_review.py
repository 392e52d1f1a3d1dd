"""A new review: levels of the rubric, and whether it will count."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from generator.authoring.scaffold import init_program
from generator.commands.new_review import review
from generator.model import Recommendation
from tests.commands.new_files import new, problems, with_an_inquiry
from tests.conftest import ANA, Site
from tests.terminal import portfolio


@pytest.fixture
def program(tmp_path: Path) -> Path:
    init_program(tmp_path, demo=False)
    return tmp_path


def test_a_review_recommends_what_a_review_file_can() -> None:
    option = next(option for option in review.params if option.name == "recommend")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == [str(each) for each in Recommendation if each]


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
