"""What commands have in common: options, the language they speak, problems on the screen."""

from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.building.options import BuildOutcome
from generator.commands.common import (
    CurrentRun,
    Day,
    content_option,
    default_output,
    is_debug,
    print_problems,
    require_content_folder,
    translator_for,
    translator_for_language,
    translator_for_outcome,
)
from generator.exit_status import ExitStatus
from generator.problems import Place, error, warning
from generator.user_error import UserError
from generator.words.translator import Translator
from tests.commands.small_program import write_content


@click.command()
@content_option
def example(content: Path, today: date | None) -> None:
    """A command that says what it was given."""
    click.echo(f"{content} {today} {is_debug()}")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ((), "content None False"),
        (("--content", "x", "--today", "2026-01-30", "--debug"), "x 2026-01-30 True"),
    ],
)
def test_the_options_of_a_command_on_a_program(typed: tuple[str, ...], printed: str) -> None:
    run = CurrentRun()
    assert CliRunner().invoke(example, typed, obj=run).output.strip() == printed
    assert str(run.content) == printed.split()[0]


def test_outside_of_a_command_nothing_is_debugged() -> None:
    assert not is_debug()


@pytest.mark.parametrize("typed", ["30.1.2026", "2026-02-30", "today"])
def test_a_day_that_is_not_one(typed: str) -> None:
    with pytest.raises(click.BadParameter, match="2026-01-30"):
        Day().convert(typed, None, None)


def test_where_there_is_no_content_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="portfolio init") as refused:
        require_content_folder(Path("content"))
    assert refused.value.exit_status is ExitStatus.MACHINE
    write_content(tmp_path, {"program.yml": "title: T\n"})
    require_content_folder(Path("content"))
    monkeypatch.chdir(tmp_path / "content")
    with pytest.raises(UserError, match=r"cd \.\."):
        require_content_folder(Path("content"))


@pytest.mark.parametrize(
    ("environment", "language"),
    [({}, "en"), ({"LANG": "es_MX.UTF-8"}, "es-MX"), ({"LANG": "es", "PORTFOLIO_LANGUAGE": "en"}, "en")],
)
def test_the_language_of_the_person_at_the_machine(environment: dict[str, str], language: str) -> None:
    assert translator_for_language("", environment).language == language
    assert translator_for_language("es", environment).language == "es"


@pytest.mark.parametrize(
    ("settings", "language"),
    [("language: es\n", "es"), ("language: tlh\n", "en"), ("title: [\n", "en"), ("- a list\n", "en")],
)
def test_the_language_that_program_yml_names(tmp_path: Path, settings: str, language: str) -> None:
    write_content(tmp_path, {"program.yml": settings})
    assert translator_for(tmp_path / "content").language == language


def test_the_language_of_what_was_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_content(tmp_path, {"program.yml": "language: es\n"})
    named = BuildOutcome((), named_language="en")
    assert translator_for_outcome(tmp_path / "content", named).language == "en"
    unreadable = BuildOutcome((), readable=False)
    assert translator_for_outcome(tmp_path / "content", unreadable).language == "es"
    monkeypatch.setenv("LANG", "es")
    assert translator_for_outcome(tmp_path / "content", BuildOutcome(())).language == "es"


def test_output_lies_beside_the_content_folder() -> None:
    assert default_output(Path("here/content")) == Path("here/output")


def test_errors_are_printed_first_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [
        warning("w", Place("content/a.md"), "Look."),
        error("e", Place("content/b.md", 4), "{n} is wrong.", "Type {n}.", n=7).with_traceback_of(
            ValueError("b")
        ),
    ]
    print_problems(problems, Translator())
    printed = capsys.readouterr()
    assert click.unstyle(printed.err).splitlines() == [
        "content/b.md:4: error: 7 is wrong.",
        "    Type 7.",
        "content/a.md: warning: Look.",
    ]
    assert printed.out == ""
