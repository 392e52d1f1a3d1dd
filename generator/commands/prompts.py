"""A conversation on the command line: questions in plain words, each of which an option can answer."""

from collections.abc import Callable, Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.commands.common import debug_option, no_program_text, translator_for
from generator.commands.exit_status import DONE, MACHINE

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
    return click.option(
        "--content",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("content"),
        show_default=True,
        help="The content folder.",
    )(command)


class Prompter:
    """One conversation: what is not given as an option is asked, or with --yes left at its default."""

    def __init__(self, content: Path, yes: bool) -> None:
        if missing := no_program_text(content):
            click.echo(missing, err=True)
            raise click.exceptions.Exit(MACHINE)
        self.content = content
        self.words: Translator = translator_for(content)
        self._yes = yes

    def text(self, given: str | None, question: str, *, option: str = "", default: str = "") -> str:
        """An answer in words; with `option` it is needed."""
        if given is None and not (self._yes and (default or not option)):
            if self._yes:
                raise click.UsageError(
                    self.words.gettext("{option} is needed: {question}", option=option, question=question)
                )
            given = click.prompt(question, default=None if option else default, show_default=bool(default))
        answer = (default if given is None else str(given)).strip()
        if option and not answer:
            raise click.UsageError(self.words.gettext("{option} must not be empty.", option=option))
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
        from difflib import get_close_matches

        from generator.slugs import slug

        alike = {slug(one): one for one in known}
        if not wanted or slug(wanted) in alike:
            return alike.get(slug(wanted), "")
        near = get_close_matches(slug(wanted), list(alike), n=1, cutoff=0.5)
        raise click.UsageError(
            self.words.gettext("There is no {name}. Did you mean {near}?", name=wanted, near=near[0])
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
        from generator.authoring.content_paths import list_teachers

        known = list_teachers(self.content)
        if given is None and not self._yes and len(known) > 1:
            given = self.choice(
                None,
                self.words.gettext("Whose inquiry is it?"),
                [(folder.name, folder.name) for folder in known],
                default=known[0].name,
            )
        return teacher_folder(self.words, self.content, given, "--teacher")

    def inquiry(self, given: str | None) -> Path:
        """The folder of an inquiry, below the content folder."""
        return inquiry_folder(self.words, self.content, given, "--inquiry").relative_to(self.content)

    def write(self, piece: "NewFile", *, numbered: bool = False) -> Path:
        """Write it and say where; where something is there already, say so and write nothing."""
        from generator.authoring.content_paths import AlreadyThere, create_file, with_unused_name

        if not all(part.strip("-") for part in piece.path.rpartition(".")[0].split("/")):
            raise click.UsageError(
                self.words.gettext("A name needs a letter or digit, so that a file can be called after it.")
            )
        try:
            path = create_file(self.content, with_unused_name(self.content, piece) if numbered else piece)
        except AlreadyThere as there:
            raise click.UsageError(
                self.words.gettext("{file} is there already; nothing was written.", file=there.path)
            ) from there
        click.echo(self.words.gettext("Written: {file}", file=path.as_posix()))
        return path

    def next(self, *lines: str) -> int:
        click.echo(self.words.gettext("Next:"))
        for line in lines:
            click.echo(f"  {line}")
        return DONE


def teacher_folder(translator: "Translator", content: Path, named: str | None, option: str) -> str:
    """The name of the folder of the teacher who was named, or of the only one there is."""
    from generator.authoring.content_paths import NotFound, find_teacher

    try:
        return find_teacher(content, named).name
    except NotFound as missing:
        raise click.UsageError(
            translator.gettext("There is no teacher yet. Type first:  portfolio new teacher")
            if not missing.known
            else _not_found(translator, missing, option)
        ) from missing


def inquiry_folder(translator: "Translator", content: Path, named: str | None, option: str) -> Path:
    """The inquiry that was named, or the only one there is; a usage error that helps where not."""
    from generator.authoring.content_paths import NotFound, find_inquiry

    try:
        return find_inquiry(content, named).folder
    except NotFound as missing:
        raise click.UsageError(
            translator.gettext("There is no inquiry yet. Type first:  portfolio new inquiry")
            if not missing.known
            else _not_found(translator, missing, option)
        ) from missing


def _not_found(translator: "Translator", missing: Exception, option: str) -> str:
    named, known, near = (getattr(missing, key) for key in ("named", "known", "near"))
    shown = ", ".join(known[:12]) + (" …" if len(known) > 12 else "")
    if not named:
        return translator.gettext("Say which one with {option}: {known}.", option=option, known=shown)
    if near:
        return translator.gettext("There is no {name}. Did you mean {near}?", name=named, near=near)
    return translator.gettext("There is no {name}; there are: {known}.", name=named, known=shown)
