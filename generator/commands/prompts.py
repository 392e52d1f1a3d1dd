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
    translator_for_program,
)
from generator.commands.terminal_output import ask, print_line
from generator.exit_status import ExitStatus
from generator.user_error import UserError

if TYPE_CHECKING:
    from generator.authoring.new_files import NewFile
    from generator.model import Program
    from generator.words.translator import Translator

Command = TypeVar("Command", bound=Callable[..., Any])


def prompt_options(command: Command) -> Command:
    """The options of every `new` command: --content, --debug and --yes."""
    command = click.option("--yes", is_flag=True, help="Ask nothing; take the defaults.")(
        debug_option(command)
    )
    return content_folder_option(command)


class Prompter:
    """One conversation: what is not from_option as an option is asked, or with --yes left at its default."""

    def __init__(self, content: Path, yes: bool) -> None:
        require_content_folder(content)
        self.content = content
        self._program = _read_program(content)
        self.translator: Translator = translator_for_program(content, self._program)
        self._yes = yes

    def text(self, from_option: str | None, question: str, *, option: str = "", default: str = "") -> str:
        """An answer in words, without spaces around it.

        With `option`, the name of the option that answers the question, it must not be empty: raises
        UserError.
        """
        if from_option is None and not (self._yes and (default or not option)):
            if self._yes:
                raise UserError("{option} is needed: {question}", option=option, question=question)
            from_option = ask(question, default=None if option else default, show_default=bool(default))
        answer = (default if from_option is None else str(from_option)).strip()
        if option and not answer:
            raise UserError("{option} must not be empty.", option=option)
        return answer

    def day(self, from_option: Date | None, question: str, default: Date | None = None) -> Date | None:
        """A date; None where the answer is empty."""
        if from_option is not None or self._yes:
            return from_option or default
        while True:
            answer = _ask(question, str(default or ""))
            if not answer:
                return None
            day = self._typed_day(answer)
            if day is not None:
                return day

    def _typed_day(self, typed: str) -> Date | None:
        """The day that was typed, and said back where it was not typed as it is stored; None, and what to
        type instead, where it is not a date or could be two."""
        from generator.commands.typed_dates import possible_days

        gettext, written = self.translator.gettext, self.translator.format_date
        days = possible_days(typed, self.translator.language)
        if not days:
            print_line(gettext("{typed} is not a date; type it as 2026-01-30.", typed=typed))
        elif len(days) > 1:
            print_line(
                gettext(
                    "{typed} could be {first} or {second}. Type it as {example}.",
                    typed=typed,
                    first=written(days[0]),
                    second=written(days[1]),
                    example=days[0].isoformat(),
                )
            )
        elif typed != days[0].isoformat():
            print_line(f"  {written(days[0])}")
        return days[0] if len(days) == 1 else None

    def number(self, from_option: int | None, question: str, default: int | None = None) -> int | None:
        """A whole number above 0; None where the answer is empty."""
        if from_option is not None or self._yes:
            return from_option if from_option is not None else default
        while True:
            answer = _ask(question, str(default or ""))
            if not answer:
                return None
            if answer.isdecimal() and int(answer) > 0:
                return int(answer)
            print_line(self.translator.gettext("Type a number, such as 16, or leave it empty."))

    def choice(
        self, from_option: str | None, question: str, options: Sequence[tuple[str, str]], *, default: str = ""
    ) -> str:
        """One id of (id, title) pairs, by its number or its id; an empty answer is the default."""
        from generator.slugs import slug

        ids = [option_id for option_id, _ in options]
        if from_option is not None or self._yes or not options:
            return self._known_id(from_option or default, ids)
        print_line(question)
        for number, (option_id, title) in enumerate(options, start=1):
            print_line(f"  {number}. {title}" + (f" ({option_id})" if title != option_id else ""))
        gettext = self.translator.gettext
        request = gettext("A number") if default else gettext("A number (leave empty for none)")
        ids_by_slug = {slug(option_id): option_id for option_id in ids}
        while True:
            answer = _ask(request, default)
            if answer.isdecimal() and 0 < int(answer) <= len(ids):
                return ids[int(answer) - 1]
            if not answer or slug(answer) in ids_by_slug:
                return ids_by_slug.get(slug(answer), "")
            print_line(type_a_number(len(ids), self.translator))

    def _known_id(self, typed_id: str, ids: Sequence[str]) -> str:
        """The id that is meant; empty where nothing is typed.  Raises UserError where there is none."""
        from generator.nearest import nearest
        from generator.slugs import slug

        ids_by_slug = {slug(choice): choice for choice in ids}
        if not typed_id or slug(typed_id) in ids_by_slug:
            return ids_by_slug.get(slug(typed_id), "")
        if near := nearest(typed_id, ids):
            raise UserError("There is no {name}. Did you mean {near}?", name=typed_id, near=near)
        raise UserError("There is no {name}; there are: {known}.", name=typed_id, known=", ".join(ids) or "-")

    def several(self, question: Callable[[int], str], *, option: str, most: int = 6) -> tuple[str, ...]:
        """Answers until an empty one; at least one is needed."""
        answers: tuple[str, ...] = (self.text(None, question(1), option=option),)
        while len(answers) < most and (answer := self.text(None, question(len(answers) + 1))):
            answers += (answer,)
        return answers

    def program(self) -> "Program":
        """The program's files as they can be read: its tools, micro-credentials, change ideas."""
        from generator.model import Program

        return self._program or Program(title="")

    def teacher(self, from_option: str | None) -> str:
        """The folder name of a teacher."""
        from generator.authoring.content_paths import find_teacher, list_teachers

        folders = list_teachers(self.content)
        if from_option is None and not self._yes and len(folders) > 1:
            from_option = self.choice(
                None,
                self.translator.gettext("Whose inquiry is it?"),
                [(folder.name, folder.name) for folder in folders],
                default=folders[0].name,
            )
        return find_teacher(self.content, from_option, "--teacher").name

    def inquiry(self, from_option: str | None) -> Path:
        """The folder of an inquiry, below the content folder."""
        from generator.authoring.content_paths import find_inquiry

        return find_inquiry(self.content, from_option, "--inquiry").folder.relative_to(self.content)

    def write(self, file: "NewFile", *, numbered: bool = False) -> Path:
        """Write it and say where.  Raises UserError where something is there already, or it has no name."""
        from generator.authoring.content_paths import create_file, with_unused_name

        if not all(part.strip("-") for part in file.path.rpartition(".")[0].split("/")):
            raise UserError("A name needs a letter or a digit, so that a file can be named after it.")
        path = create_file(self.content, with_unused_name(self.content, file) if numbered else file)
        print_line(self.translator.gettext("Written: {file}", file=path.as_posix()))
        return path

    def next(self, *lines: str) -> int:
        """Say what to do next, and give the exit status."""
        print_line(self.translator.gettext("Next:"))
        for line in lines:
            print_line(f"  {line}")
        return ExitStatus.DONE


def type_a_number(last: int, translator: "Translator") -> str:
    """What to type to choose one of so many."""
    return translator.ngettext("Type 1.", "Type a number from 1 to {n}.", last)


def _read_program(content: Path) -> "Program | None":
    from generator.reading.content_files import load_program
    from generator.reading.program_files import read_program

    return read_program(load_program(content)[0])[0]


def _ask(question: str, default: str) -> str:
    """What is typed, without spaces around it; `default` where that is nothing."""
    return ask(question, default=default, show_default=bool(default)).strip()
