"""A program in which `new` is typed."""

from datetime import date
from pathlib import Path

from generator.build import check
from generator.building.options import BuildOptions
from generator.site.audience import Audience
from tests.terminal import portfolio


def problems(program: Path) -> list[str]:
    outcome = check(BuildOptions(program / "content", program / "output", date(2026, 1, 1), Audience.PREVIEW))
    return [problem.message for problem in outcome.problems if problem.is_error]


def new(program: Path, *words: str, answers: str = "") -> str:
    ran = portfolio("new", *words, inside=program, stdin=answers.encode())
    assert ran.status == 0, ran.err
    return ran.out


def with_an_inquiry(program: Path) -> Path:
    new(program, "teacher", "--name", "Ana Lopez", "--yes")
    new(program, "inquiry", "--title", "Making thinking visible", "--yes")
    return program / "content" / "teachers" / "ana-lopez" / "making-thinking-visible"
