"""What was read, said back in words, so that a teacher sees what the program understood."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from generator.layout import CONTENT
from generator.model import Inquiry, Observation, Program, Teacher
from generator.words.translator import Translator


class ContentSummary(Struct, frozen=True):
    """Lines about a program and its teachers, in one language.

    `quote` gives a text of the content as it may be said, `quote_path` the name of a folder; a title of which
    nothing may be said makes way for the folder's name.
    """

    translator: Translator
    quote: Callable[[str], str] = str
    quote_path: Callable[[str], str] = str

    def program(self, program: Program) -> list[str]:
        """The program in one line."""
        ngettext = self.translator.ngettext
        parts = [
            ngettext("{n} tool", "{n} tools", len(program.tools)),
            ngettext("{n} micro-credential", "{n} micro-credentials", len(program.micro_credentials)),
            ngettext("{n} change idea", "{n} change ideas", len(program.change_ideas)),
            ngettext("{n} page", "{n} pages", len(program.pages)),
        ]
        listed = self.translator.format_list(parts)
        return [
            self.translator.gettext(
                "{title}: {parts}", title=self._label(program.title, CONTENT), parts=listed
            )
        ]

    def teacher(self, teacher: Teacher) -> list[str]:
        """A line an inquiry: visits, prompts, students, dates, reflections, and whether it is shown."""
        lines = [
            f"{self._teacher(teacher)}, {self._label(inquiry.title, inquiry.id)}: "
            f"{', '.join(self._parts(inquiry))}"
            for inquiry in teacher.inquiries
        ]
        return lines + [
            self.translator.gettext(
                "{teacher}, {inquiry}: has an error, so it is left out",
                teacher=self._teacher(teacher),
                inquiry=self.quote_path(name),
            )
            for name in teacher.withheld
        ]

    def _teacher(self, teacher: Teacher) -> str:
        return self._label(teacher.name, teacher.id)

    def _label(self, text: str, folder: str) -> str:
        quoted = self.quote(text)
        return quoted if any(map(str.isalnum, quoted)) else self.quote_path(folder)

    def _parts(self, inquiry: Inquiry) -> Iterator[str]:
        translator = self.translator
        if inquiry.observations:
            yield from self._data(inquiry.observations)
        else:
            yield translator.gettext("no data yet")
        yield translator.ngettext("{n} reflection", "{n} reflections", len(inquiry.reflections))
        if inquiry.reviews:
            yield translator.ngettext("{n} review", "{n} reviews", len(inquiry.reviews))
        if not inquiry.publish:
            yield translator.gettext("a draft (publish: false), not in the site")

    def _data(self, rows: Sequence[Observation]) -> Iterator[str]:
        translator = self.translator
        visits = {(row.date, row.class_id) for row in rows}
        yield translator.ngettext("read {n} visit", "read {n} visits", len(visits))
        yield translator.ngettext("{n} prompt", "{n} prompts", len({row.prompt for row in rows}))
        sizes = [row.n for row in rows if row.n]
        if sizes:
            yield translator.gettext("{students} students", students=self._range(min(sizes), max(sizes)))
        days = sorted(row.date for row in rows if row.date)
        if days:
            yield translator.format_date_range(days[0], days[-1])
        yield translator.format_list(
            [self.quote(name) for name in dict.fromkeys(row.class_name for row in rows)]
        )

    def _range(self, least: float, most: float) -> str:
        first, last = self.translator.format_number(least), self.translator.format_number(most)
        return last if first == last else self.translator.gettext("{least} to {most}", least=first, most=last)
