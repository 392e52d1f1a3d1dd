"""What an import says: how the file was understood, and what came of it."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.intake.merge import MergeResult
from generator.intake.parse_file import ParsedFile
from generator.intake.visits import Visit, group_visits
from generator.reading.tables.columns import ClassifiedColumn, ColumnRole, PromptValues, TableColumns
from generator.reading.tables.headings import SkipReason
from generator.reading.tables.table_form import TableForm
from generator.words.translator import Translator

_LONGEST_HEADING = 40  # longer ones push their line to the right
_LONGEST_SAMPLE = 24


class ImportReport(Struct, frozen=True):
    """Sentences about an import, in the language of `translator`; `quote` gives a text of the file as it may
    be printed, and `quote_path` the path of a file of the content."""

    translator: Translator
    quote: Callable[[str], str] = str
    quote_path: Callable[[str], str] = str

    def parsed_file(self, file: str, parsed: ParsedFile) -> list[str]:
        """How the file was understood."""
        visits = group_visits(parsed.observations)
        moments = len({visit.moment for visit in visits})
        classes = list(dict.fromkeys(self.quote(visit.class_name) for visit in visits))
        return [
            self.translator.gettext(
                "{file} is {form}: {visits}, {classes}{when}",
                file=file,
                form=self._form(parsed.table.form),
                visits=self.translator.ngettext("{n} visit", "{n} visits", moments),
                classes=self.translator.format_list(classes),
                when=self._when(visits),
            )
        ]

    def columns(self, columns: TableColumns) -> list[str]:
        """A line a column: its heading, what it was taken for, three of its cells."""
        shown = [(column, self._meaning(column)) for column in columns.columns if column.heading]
        headings = [" ".join(self.quote(column.heading).split()) for column, _ in shown]
        width = min(max(map(len, headings), default=0), _LONGEST_HEADING)
        meanings = max((len(meaning) for _, meaning in shown), default=0)
        lines = []
        for heading, (column, meaning) in zip(headings, shown, strict=True):
            samples = " | ".join(
                self.quote(" ".join(sample.split())[:_LONGEST_SAMPLE]) for sample in self._samples(column)
            )
            lines.append(f"  {heading:<{width}}  {meaning:<{meanings}}  {samples}".rstrip())
        return lines

    def _samples(self, column: ClassifiedColumn) -> Sequence[str]:
        return () if column.skipped is SkipReason.PERSONAL else column.samples

    def result(self, content: str, merged: MergeResult, *, dry_run: bool) -> list[str]:
        """What was added and corrected, what was there already.  `content` is the content folder's name."""
        lines = []
        if merged.added:
            lines.append(self._added(content, merged, dry_run))
        if merged.already_present:
            lines.append(
                self.translator.ngettext(
                    "{n} visit is already there and was not added again.",
                    "{n} visits are already there and were not added again.",
                    len(merged.already_present),
                )
            )
        if merged.corrected:
            lines.append(self._corrected(merged.corrected, dry_run=dry_run))
        return lines

    def kept(self, path: str) -> str:
        """Where the raw file was put."""
        return self.translator.gettext(
            "The original file is kept in {path}, which is never published.", path=path
        )

    def kept_answers(self, path: str) -> str:
        """Where what was said of columns was put."""
        return self.translator.gettext("What you answered is kept in {path}, for the next file.", path=path)

    def _added(self, content: str, merged: MergeResult, dry_run: bool) -> str:
        would, did = (
            self.translator.gettext("Would be added to {file}: {visits}."),
            self.translator.gettext("Added to {file}: {visits}."),
        )
        count = self.translator.ngettext("{n} visit", "{n} visits", len(merged.added))
        files = self.translator.format_list([self.quote_path(f"{content}/{path}") for path in merged.files])
        return (would if dry_run else did).format(file=files, visits=count)

    def _corrected(self, visits: Sequence[Visit], *, dry_run: bool) -> str:
        listed = self.translator.format_list(
            [
                self.translator.gettext(
                    "{class_name} on {date}",
                    class_name=self.quote(visit.class_name),
                    date=self.translator.format_date(visit.date) if visit.date else "?",
                )
                for visit in visits
            ]
        )
        if dry_run:
            return self.translator.ngettext(
                "{n} visit would get new numbers: {visits}.",
                "{n} visits would get new numbers: {visits}.",
                len(visits),
                visits=listed,
            )
        return self.translator.ngettext(
            "{n} visit has new numbers: {visits}.",
            "{n} visits have new numbers: {visits}.",
            len(visits),
            visits=listed,
        )

    def _when(self, visits: Sequence[Visit]) -> str:
        days = sorted(visit.date for visit in visits if visit.date)
        return f", {self.translator.format_date_range(days[0], days[-1])}" if days else ""

    def _form(self, form: TableForm) -> str:
        return {
            TableForm.WIDE: self.translator.gettext("a table with a column for each prompt"),
            TableForm.LONG: self.translator.gettext("a table with a row for each prompt"),
            TableForm.EVENT_LOG: self.translator.gettext("the tally page's log"),
            TableForm.FORM_EXPORT: self.translator.gettext("the answers to a form"),
            TableForm.TWO_COLUMNS: self.translator.gettext("a table with dates and values"),
        }[form]

    def _meaning(self, column: ClassifiedColumn) -> str:
        if column.meaning is None:
            return self._skipped(column.skipped or SkipReason.UNKNOWN)
        if isinstance(column.meaning, PromptValues):
            return self.translator.gettext("prompt {name}", name=column.meaning.prompt)
        return self._role(column.meaning)

    def _skipped(self, reason: SkipReason) -> str:
        return {
            SkipReason.PERSONAL: self.translator.gettext("dropped: personal, so it must not be published"),
            SkipReason.SCORE: self.translator.gettext("dropped: points of a quiz"),
            SkipReason.FREE_TEXT: self.translator.gettext("dropped: free text"),
            SkipReason.FORM_TIME: self.translator.gettext("dropped: when the form was sent"),
            SkipReason.ANSWERED: self.translator.gettext("dropped: as inquiry.md says"),
            SkipReason.COUNTER: self.translator.gettext("dropped: it only numbers or names the rows"),
            SkipReason.EMPTY: self.translator.gettext("dropped: it is empty"),
            SkipReason.REPEATED: self.translator.gettext("dropped: another column holds the same"),
            SkipReason.UNKNOWN: self.translator.gettext("not understood"),
        }[reason]

    def _role(self, role: ColumnRole) -> str:
        return {
            ColumnRole.DATE: self.translator.gettext("date of the visit"),
            ColumnRole.STAMP: self.translator.gettext("date and time"),
            ColumnRole.TIME: self.translator.gettext("time of day"),
            ColumnRole.SESSION: self.translator.gettext("one visit by one person"),
            ColumnRole.CLASS: self.translator.gettext("class"),
            ColumnRole.N: self.translator.gettext("number of students"),
            ColumnRole.PROMPT: self.translator.gettext("which prompt"),
            ColumnRole.COUNT: self.translator.gettext("how many"),
            ColumnRole.VALUE: self.translator.gettext("value"),
            ColumnRole.OBSERVER: self.translator.gettext("observer"),
            ColumnRole.GROUP: self.translator.gettext("which students"),
            ColumnRole.CONDITION: self.translator.gettext("condition"),
            ColumnRole.PHASE: self.translator.gettext("phase"),
            ColumnRole.NOTE: self.translator.gettext("note"),
            ColumnRole.UNUSUAL: self.translator.gettext("why the visit was unusual"),
        }[role]
