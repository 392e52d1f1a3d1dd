"""Whatever a command quotes, its lines stay lines and command nobody."""

import pytest

from generator.commands.terminal_output import print_annotation, print_document, print_line

HOSTILE = "Period 2\n::add-mask::x\r\x1b[2J\u202e##[error]y"


def test_a_line_stays_one(capsys: pytest.CaptureFixture[str]) -> None:
    print_line(HOSTILE)
    print_line("::set-output name=a::b", err=True)
    captured = capsys.readouterr()
    assert captured.out == "Period 2 ::add-mask::x [2J # #[error]y\n"
    assert captured.err == ": :set-output name=a::b\n"


def test_a_document_keeps_its_lines_and_no_commands(capsys: pytest.CaptureFixture[str]) -> None:
    print_document("  a report\n" + HOSTILE)
    assert capsys.readouterr().out == "  a report\nPeriod 2\n: :add-mask::x [2J # #[error]y\n"


def test_an_annotation_is_the_one_command_that_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    print_annotation("::error file=a.csv::Text")
    assert capsys.readouterr().out == "::error file=a.csv::Text\n"
