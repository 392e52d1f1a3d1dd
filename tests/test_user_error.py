"""A sentence and an exit status end a command; the sentence is in the program's language."""

import pickle
from pathlib import Path

import pytest

from generator.exit_status import ExitStatus
from generator.user_error import UserError
from tests.terminal import portfolio


def test_the_sentence_has_its_values() -> None:
    error = UserError("{output} is a file.", output=Path("site"))
    assert str(error) == "site is a file."
    assert error.exit_status == 2


def test_the_text_may_be_one_of_the_values() -> None:
    assert str(UserError("no {text}", ExitStatus.MACHINE, text="room")) == "no room"


def test_it_comes_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(UserError("no {thing}", ExitStatus.MACHINE, thing="{braces}")))
    assert (str(error), error.exit_status) == ("no {braces}", 3)


@pytest.mark.parametrize(("language", "said"), [("en", "is a file, not a folder"), ("es", "es un archivo")])
def test_a_command_says_it_in_the_language_of_its_program(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/program.yml").write_text(f"title: Arces\nlanguage: {language}\n", "utf-8")
    (tmp_path / "output").write_text("somebody's\n")
    ran = portfolio("build", inside=tmp_path)
    assert ran.status == 2
    assert ran.err.startswith("output ")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
