"""A conversation on the command line: questions in plain words, each of which an option can answer."""

from collections.abc import Callable, Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.commands.common import (
    content_folder_option,
    debug_option,
    require_content_folder,
    translator_for,
)
from generator.exit_status import ExitStatus
from generator.user_error import UserError

if TYPE_CHECKING:
    from generator.authoring.new_files import NewFile
    from generator.model import Program
    from generator.words.translator import Translator

Command = TypeVar("Command", bound=Callable[..., Any])


def handle_prompt_errors(command: Command) -> Command:
    """The options of every `new` command."""
    command = click.option("--yes", is_flag=True, help="Ask nothing; take the defaults.")(
        debug_option(command)
    )
    return content_folder_option(command)


class Prompter:
    """One conversation: what is not given as an option is asked, or with --yes left at its default."""

    def __init__(self, content: Path, yes: bool) -> None:
        require_content_folder(content)
        self.content = content
        self.words: Translator = translator_for(content)
        self._yes = yes

    def text(self, given: str | None, question: str, *, option: str = "", default: str = "") -> str:
        """An answer in words; with `option` it is needed."""
        if given is None and not (self._yes and (default or not option)):
            if self._yes:
                raise UserError("{option} is needed: {question}", option=option, question=question)
            given = click.prompt(question, default=None if option else default, show_default=bool(default))
        answer = (default if given is None else str(given)).strip()
        if option and not answer:
            raise UserError("{option} must not be empty.", option=option)
        return answer

    def day(self, given: Date | None, question: str, default: Date | None = None) -> Date | None:
        if given is not None or self._yes:
            return given or default
        while True:
            answer = click.prompt(question, default=str(default or ""), show_default=default is not None)
            if not str(answer).strip():
                return None
            try:
                return Date.fromisoformat(str(answer).strip())
            except ValueError:
                click.echo(self.words.gettext("{typed} is no date; type it as 2026-01-30.", typed=answer))

    def number(self, given: int | None, question: str, default: int | None = None) -> int | None:
        if given is not None or self._yes:
            return given if given is not None else default
        while True:
            answer = str(click.prompt(question, default=str(default or ""), show_default=default is not None))
            if not answer.strip():
                return None
            if answer.strip().isdecimal() and int(answer) > 0:
                return int(answer)
            click.echo(self.words.gettext("Type a number, such as 16, or nothing."))

    def choice(
        self, given: str | None, question: str, options: Sequence[tuple[str, str]], *, default: str = ""
    ) -> str:
        """One id of (id, title) pairs, by its number or its id; an empty answer is the default."""
        from generator.slugs import slug

        known = [one for one, _ in options]
        alike = {slug(one): one for one in known}
        if given is not None or self._yes or not options:
            return self._known(given or default, known)
        click.echo(question)
        for number, (one, title) in enumerate(options, start=1):
            click.echo(f"  {number}. {title}" + (f" ({one})" if title != one else ""))
        while True:
            answer = str(
                click.prompt(
                    self.words.gettext("A number, or nothing for none" if not default else "A number"),
                    default=default,
                    show_default=bool(default),
                )
            ).strip()
            if answer.isdecimal() and 0 < int(answer) <= len(known):
                return known[int(answer) - 1]
            if not answer or slug(answer) in alike:
                return alike.get(slug(answer), "")
            click.echo(self.words.gettext("Type a number from 1 to {last}.", last=len(known)))

    def _known(self, wanted: str, known: Sequence[str]) -> str:
        from generator.nearest import nearest
        from generator.slugs import slug

        alike = {slug(one): one for one in known}
        if not wanted or slug(wanted) in alike:
            return alike.get(slug(wanted), "")
        near = nearest(wanted, known)
        raise click.UsageError(
            self.words.gettext("There is no {name}. Did you mean {near}?", name=wanted, near=near)
            if near
            else self.words.gettext(
                "There is no {name}; there are: {known}.", name=wanted, known=", ".join(known) or "-"
            )
        )

    def several(self, question: Callable[[int], str], *, option: str, most: int = 6) -> tuple[str, ...]:
        """Answers until an empty one; at least one is needed."""
        answers: tuple[str, ...] = (self.text(None, question(1), option=option),)
        while len(answers) < most and (answer := self.text(None, question(len(answers) + 1))):
            answers += (answer,)
        return answers

    def program(self) -> "Program":
        """The program's files as they can be read: its tools, micro-credentials, change ideas."""
        from generator.model import Program
        from generator.reading.content_files import load_program
        from generator.reading.program_files import read_program

        program, _ = read_program(load_program(self.content)[0])
        return program or Program(title="")

    def teacher(self, given: str | None) -> str:
        """The folder name of a teacher."""
        from generator.authoring.content_paths import find_teacher, list_teachers

        known = list_teachers(self.content)
        if given is None and not self._yes and len(known) > 1:
            given = self.choice(
                None,
                self.words.gettext("Whose inquiry is it?"),
                [(folder.name, folder.name) for folder in known],
                default=known[0].name,
            )
        return find_teacher(self.content, given, "--teacher").name

    def inquiry(self, given: str | None) -> Path:
        """The folder of an inquiry, below the content folder."""
        from generator.authoring.content_paths import find_inquiry

        return find_inquiry(self.content, given, "--inquiry").folder.relative_to(self.content)

    def write(self, piece: "NewFile", *, numbered: bool = False) -> Path:
        """Write it and say where.  Raises UserError where something is there already, or it has no name."""
        from generator.authoring.content_paths import create_file, with_unused_name

        if not all(part.strip("-") for part in piece.path.rpartition(".")[0].split("/")):
            raise UserError("A name needs a letter or digit, so that a file can be called after it.")
        path = create_file(self.content, with_unused_name(self.content, piece) if numbered else piece)
        click.echo(self.words.gettext("Written: {file}", file=path.as_posix()))
        return path

    def next(self, *lines: str) -> int:
        click.echo(self.words.gettext("Next:"))
        for line in lines:
            click.echo(f"  {line}")
        return ExitStatus.DONE
