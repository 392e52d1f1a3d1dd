"""What `portfolio import` asks on a terminal; where nobody can be asked, it says what to add and stops."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from generator.intake.same_visits import SameVisits
    from generator.model import Observation, Tool
    from generator.reading.repeated_visits import RepeatedVisit
    from generator.reading.tables.columns import ClassifiedColumn
    from generator.words.translator import Translator

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ImportQuestions:
    """The questions, in the language of `translator`."""

    translator: "Translator"

    @property
    def can_ask(self) -> bool:
        """Whether someone sits at the terminal."""
        return sys.stdin.isatty()

    def column(self, column: "ClassifiedColumn", tool: "Tool") -> str:
        """What a column holds, as `columns:` of inquiry.md says it."""
        from generator.reading.tables.columns import ANSWER_ROLES, SKIP, read_answers

        gettext = self.translator.gettext
        click.echo(
            gettext(
                "What does the column {heading} hold? Its cells are: {samples}",
                heading=column.heading,
                samples=" | ".join(column.samples) or "-",
            )
        )
        prompts = ", ".join(prompt.id for prompt in tool.prompts)
        question = gettext(
            "{roles}, {skip} (not read), or a prompt: {prompts}",
            roles=", ".join(ANSWER_ROLES),
            skip=SKIP,
            prompts=prompts,
        )
        while True:
            answer = str(click.prompt(question)).strip()
            if answer and not read_answers({column.heading: answer}, tool)[1]:
                return answer
            click.echo(gettext("Type one of these words."))

    def class_name(self, guess: str) -> str:
        """The class, where neither the table nor the file's name is sure of it."""
        question = self.translator.gettext("Which class is it? The table does not say")
        return str(click.prompt(question, default=guess)).strip() or guess

    def fill_down(self, rows: Sequence[int]) -> bool:
        """Whether blank class cells mean the class above them."""
        question = self.translator.ngettext(
            "{n} row does not say its class (row {row}). Does the class above it count for it too?",
            "{n} rows do not say their class (the first is row {row}). "
            "Does the class above them count for them too?",
            len(rows),
            row=rows[0],
        )
        return click.confirm(question)

    def known_class(self, cell: "Observation", names: Sequence[str], near: str) -> str:
        """The class of the inquiry that is meant by a name that it does not have; the name itself where it
        is a new class."""
        gettext = self.translator.gettext
        click.echo(
            gettext(
                "{class_name} is not a class of this inquiry. Which one is it?", class_name=cell.class_name
            )
        )
        default = str(names.index(near) + 1) if near else None
        return self._choice([*names, gettext("a new class")], [*names, cell.class_name], default)

    def same_visits(self, visits: Sequence["RepeatedVisit"]) -> "SameVisits":
        """What rows of one visit with different numbers are."""
        from generator.intake.same_visits import SameVisits

        gettext = self.translator.gettext
        for visit in visits:
            click.echo(
                gettext(
                    "{class_name} on {date} has rows with different numbers: {rows}",
                    class_name=visit.latest.class_name,
                    date=self.translator.format_date(visit.latest.date) if visit.latest.date else "?",
                    rows=", ".join(str(next(iter(version.values())).row) for version in visit.versions),
                )
            )
        answers = {
            SameVisits.LATER: gettext("a corrected form: the later row counts"),
            SameVisits.LESSONS: gettext("two lessons of one day: both count"),
            SameVisits.OBSERVERS: gettext("two people who counted: both are kept"),
        }
        return self._choice(list(answers.values()), list(answers), None)

    def _choice(self, texts: Sequence[str], values: Sequence[Value], default: str | None) -> Value:
        for number, text in enumerate(texts, start=1):
            click.echo(f"  {number}. {text}")
        while True:
            answer = str(click.prompt(self.translator.gettext("A number"), default=default)).strip()
            if answer.isdecimal() and 0 < int(answer) <= len(values):
                return values[int(answer) - 1]
            click.echo(self.translator.gettext("Type a number from 1 to {last}.", last=len(values)))
