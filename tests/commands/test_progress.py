"""Progress: nothing where nobody looks, a bar for each stage where somebody waits."""

import io
import sys
from pathlib import Path

import pytest

from generator.commands import progress
from generator.commands.progress import show_progress
from generator.problems import Phrase
from tests.commands.small_program import write_content


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_not_a_terminal_is_shown_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress(Path("content")) as show:
        show(Phrase("teachers"), 1, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (60.0, False)])
def test_a_terminal_is_shown_each_stage_once_it_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float, shown: bool
) -> None:
    write_content(tmp_path, {"program.yml": "language: es\n"})
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with show_progress(tmp_path / "content") as show:
        show(Phrase("teachers"), 1, 2)
    assert ("docentes" in terminal.getvalue()) is shown
