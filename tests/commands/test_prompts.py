"""Questions on the command line, each of which an option can answer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
import pytest

from generator.commands.prompts import Prompter, type_a_number
from generator.user_error import UserError
from generator.words.translator import Translator

TOOLS = [("talk", "Partner talk"), ("discussion", "Whole-class discussion")]
Answering = Callable[..., Prompter]


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answering:
    """A conversation in which these answers are typed, one after the other."""

    def start(*answers: str, yes: bool = False) -> Prompter:
        waiting = list(answers)

        def type_next(question: str, default: str | None = None, show_default: bool = True) -> str:
            return waiting.pop(0) or default or ""

        monkeypatch.setattr(click, "prompt", type_next)
        return Prompter(tmp_path, yes)

    return start


def test_an_option_answers_without_a_question(answering: Answering) -> None:
    prompter = answering()
    assert prompter.text(" Ana Lopez ", "The name") == "Ana Lopez"
    assert prompter.day(date(2026, 1, 30), "The date") == date(2026, 1, 30)
    assert prompter.number(8, "How many visits?") == 8
    assert prompter.choice("Partner-Talk".lower(), "Which?", [("partner-talk", "T")]) == "partner-talk"


def test_with_yes_nothing_is_asked(answering: Answering) -> None:
    prompter = answering(yes=True)
    assert prompter.text(None, "Grade") == ""
    assert prompter.day(None, "The date", date(2026, 1, 30)) == date(2026, 1, 30)
    assert prompter.number(None, "How many visits?", 16) == 16
    assert prompter.choice(None, "Which?", TOOLS, default="talk") == "talk"
    with pytest.raises(UserError, match="--name is needed: The name"):
        prompter.text(None, "The name", option="--name")


def test_an_answer_that_is_needed_is_not_empty(answering: Answering) -> None:
    with pytest.raises(UserError, match="--title must not be empty"):
        answering("  ").text(None, "A title", option="--title")


def test_a_date_is_asked_for_until_it_is_one(
    answering: Answering, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answering("tomorrow", "2026-01-30").day(None, "The date") == date(2026, 1, 30)
    assert "tomorrow" in capsys.readouterr().out
    assert answering("").day(None, "The date") is None


def test_a_date_may_be_typed_as_people_write_it_and_is_said_back(
    answering: Answering, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answering("11/3/2025").day(None, "The date") == date(2025, 11, 3)
    assert "November 3, 2025" in capsys.readouterr().out


def test_of_one_choice_no_number_from_1_to_1_is_asked_for() -> None:
    assert type_a_number(1, Translator()) == "Type 1."
    assert type_a_number(3, Translator("es")) == "Escriba un número de 1 a 3."


@pytest.mark.parametrize("typed", ["0", "-3", "many", "1.5"])
def test_a_number_is_asked_for_until_it_is_one(answering: Answering, typed: str) -> None:
    assert answering(typed, "12").number(None, "How many visits?") == 12


def test_nothing_typed_takes_the_default_number(answering: Answering) -> None:
    assert answering("").number(None, "How many visits?", 16) == 16


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [(["2"], "discussion"), (["Discussion"], "discussion"), (["3", "lecture", "1"], "talk"), ([""], "")],
)
def test_a_choice_is_made_by_number_or_id(answering: Answering, typed: list[str], chosen: str) -> None:
    assert answering(*typed).choice(None, "Which tool?", TOOLS) == chosen


def test_an_unknown_id_is_refused_with_the_nearest_one(answering: Answering) -> None:
    with pytest.raises(UserError, match="Did you mean discussion"):
        answering().choice("discusion", "Which tool?", TOOLS)
    with pytest.raises(UserError, match="there are: talk, discussion"):
        answering().choice("xyz", "Which tool?", TOOLS)


def test_several_answers_end_with_an_empty_one(answering: Answering) -> None:
    questions: list[int] = []

    def question(number: int) -> str:
        questions.append(number)
        return f"Prompt {number}"

    assert answering("Asks", "Explains", "").several(question, option="--prompt") == ("Asks", "Explains")
    assert questions == [1, 2, 3]


def test_no_content_folder_ends_the_command(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        Prompter(tmp_path / "content", yes=True)
