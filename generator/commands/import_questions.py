"""What `portfolio import` asks on a terminal; where nobody can be asked, it says what to add and stops."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from generator.commands.prompts import type_a_number
from generator.commands.terminal_output import ask, can_be_asked, confirm, print_line

if TYPE_CHECKING:
    from generator.intake.proposed_readings import ProposedReading, Reading
    from generator.intake.visits import Visit
    from generator.model import Observation, SameVisits, Tool
    from generator.reading.repeated_visits import RepeatedVisit
    from generator.reading.tables.columns import ClassifiedColumn
    from generator.words.translator import Translator

Value = TypeVar("Value")
_MOST_ROWS = 8  # named one by one


class ImportQuestions(Struct, frozen=True):
    """The questions, in the language of `translator`."""

    translator: "Translator"

    @property
    def can_ask(self) -> bool:
        """Whether someone sits at the terminal."""
        return can_be_asked()

    def column(self, column: "ClassifiedColumn", tool: "Tool") -> str:
        """What a column holds, as `columns:` of inquiry.md says it."""
        from generator.reading.tables.columns import ANSWER_ROLES, SKIP, read_answers

        gettext = self.translator.gettext
        print_line(
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
            answer = ask(question).strip()
            if answer and not read_answers({column.heading: answer}, tool)[1]:
                return answer
            print_line(gettext("Type one of these words."))

    def class_name(self, guess: str) -> str:
        """The class, where neither the table nor the file's name is sure of it."""
        question = self.translator.gettext("The table does not say which class this is. Which one?")
        return ask(question, default=guess).strip() or guess

    def readings(self, proposed: Sequence["ProposedReading"]) -> bool:
        """Whether what is not certain in a file is to be read as it is proposed: one question for all."""
        gettext = self.translator.gettext
        print_line(gettext("The file leaves this open. It would be read like this:"))
        for text in self.reading_texts(proposed):
            print_line(f"  {text}")
        return confirm(gettext("Is that right?"))

    def reading_texts(
        self, proposed: Sequence["ProposedReading"], quote: Callable[[str], str] = str
    ) -> list[str]:
        """What is proposed, with the rows that it is about; `quote` gives a cell as it may be printed."""
        rows_of: dict[tuple[Reading, str, str], dict[int, None]] = {}
        for each in proposed:
            rows_of.setdefault((each.reading, each.text, each.replacement), {})[each.row] = None
        return [
            self._reading(reading, quote(text), quote(replacement), list(rows))
            for (reading, text, replacement), rows in rows_of.items()
        ]

    def _reading(self, reading: "Reading", text: str, replacement: str, rows: Sequence[int]) -> str:
        from generator.intake.proposed_readings import Reading

        translator, count = self.translator, len(rows)
        listed = ", ".join(map(str, rows[:_MOST_ROWS])) + (" …" if count > _MOST_ROWS else "")
        if reading is Reading.TOTAL:
            return translator.ngettext(
                "row {rows} is a total or an average: left out",
                "rows {rows} are totals or averages: left out",
                count,
                rows=listed,
            )
        if reading is Reading.CLASS_ABOVE:
            return translator.ngettext(
                "row {rows} does not say its class: the class above it",
                "rows {rows} do not say their class: the class above them",
                count,
                rows=listed,
            )
        meaning = replacement or translator.gettext("nothing was counted")
        return translator.ngettext(
            "{text} in row {rows}: {meaning}",
            "{text} in rows {rows}: {meaning}",
            count,
            text=text,
            rows=listed,
            meaning=meaning,
        )

    def are_same_class(self, alike: Sequence[Sequence["Observation"]]) -> bool:
        """Whether names that look alike are one class; the first of each is the name that stays."""
        print_line(self.translator.gettext("These look like two names for one class:"))
        for first, *others in alike:
            names = self.translator.format_list([other.class_name for other in others])
            print_line(f"  {first.class_name}: {names}")
        return confirm(self.translator.gettext("Are they one class?"))

    def known_class(self, cell: "Observation", names: Sequence[str], near: str) -> str:
        """The class of the inquiry that is meant by a name that it does not have; the name itself where it
        is a new class."""
        gettext = self.translator.gettext
        print_line(
            gettext(
                "{class_name} is not a class of this inquiry. Which one is it?", class_name=cell.class_name
            )
        )
        default = str(names.index(near) + 1) if near else None
        return self._choice([*names, gettext("a new class")], [*names, cell.class_name], default)

    def same_visits(self, visits: Sequence["RepeatedVisit"]) -> "SameVisits":
        """What rows of one visit with different numbers are."""
        gettext = self.translator.gettext
        for visit in visits:
            print_line(
                gettext(
                    "{class_name} on {date} has rows with different numbers: {rows}",
                    class_name=visit.latest.class_name,
                    date=self.translator.format_date(visit.latest.date) if visit.latest.date else "?",
                    rows=", ".join(str(next(iter(version.values())).row) for version in visit.versions),
                )
            )
        return self._same_visits()

    def same_as_in_tables(self, visits: Sequence["Visit"]) -> "SameVisits":
        """What visits are that the tables have with other numbers."""
        for visit in visits:
            print_line(
                self.translator.gettext(
                    "{class_name} on {date} is already in the tables with different numbers.",
                    class_name=visit.class_name,
                    date=self.translator.format_date(visit.date) if visit.date else "?",
                )
            )
        return self._same_visits()

    def _same_visits(self) -> "SameVisits":
        from generator.model import SameVisits

        gettext = self.translator.gettext
        answers = {
            SameVisits.LATER: gettext("a corrected form: the later row counts"),
            SameVisits.LESSONS: gettext("two lessons on one day: both count"),
            SameVisits.OBSERVERS: gettext("two people who counted: both are kept"),
        }
        return self._choice(list(answers.values()), list(answers), None)

    def _choice(self, texts: Sequence[str], values: Sequence[Value], default: str | None) -> Value:
        for number, text in enumerate(texts, start=1):
            print_line(f"  {number}. {text}")
        while True:
            answer = ask(self.translator.gettext("A number"), default=default).strip()
            if answer.isdecimal() and 0 < int(answer) <= len(values):
                return values[int(answer) - 1]
            print_line(type_a_number(len(values), self.translator))
