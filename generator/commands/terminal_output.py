"""The one way by which commands say something: whatever a text quotes, its lines stay lines, and are no
commands to whoever reads the log (words/log_line.py).

ruff refuses click.echo, click.prompt and click.confirm everywhere else (pyproject.toml).
"""

import sys
from typing import Any

import click

from generator.words.log_line import log_line


def print_line(text: object = "", *, err: bool = False, colour: str | None = None) -> None:
    """One line on standard output, or with `err` on standard error."""
    line = log_line(str(text))
    click.echo(click.style(line, fg=colour) if colour else line, err=err)


def print_document(text: str, *, err: bool = False) -> None:
    """A text of several lines, such as a report; what it quotes must have been put on one line before."""
    for line in text.split("\n"):
        print_line(line, err=err)


def print_annotation(command: str) -> None:
    """A workflow command of GitHub's that this program means; its values are escaped already."""
    click.echo(command)


def is_screen() -> bool:
    """Whether a person reads what is printed at a terminal, and no log keeps it for others."""
    return sys.stdout.isatty() and sys.stderr.isatty()


def can_be_asked() -> bool:
    """Whether someone sits at the terminal who can answer."""
    return sys.stdin.isatty()


def ask(question: str, *, default: str | None = None, show_default: bool = True) -> str:
    """What is typed after a question, as it was typed."""
    answer: Any = click.prompt(
        log_line(question), default=None if default is None else log_line(default), show_default=show_default
    )
    return str(answer)


def ask_secret(question: str, *, twice: bool = False) -> str:
    """What is typed after a question and not shown; with `twice` it must be typed the same again."""
    answer: Any = click.prompt(
        log_line(question), default="", show_default=False, hide_input=True, confirmation_prompt=twice
    )
    return str(answer)


def confirm(question: str, *, default: bool = False) -> bool:
    """Whether a question is answered with yes."""
    return click.confirm(log_line(question), default=default)
