"""What an import says: how the file was understood, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.merge import MergeResult
from generator.intake.parse_file import DropReason, ImportedColumn, ParsedFile
from generator.intake.visits import Visit, group_visits
from generator.reading.tables.columns import ColumnRole, PromptValues
from generator.reading.tables.table_form import TableForm
from generator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Sentences about an import, in the language of `translator`."""

    translator: Translator

    def parsed_file(self, file: str, parsed: ParsedFile) -> list[str]:
        """How the file and each of its columns were understood."""
        visits = group_visits(parsed.observations)
        moments = len({visit.moment for visit in visits})
        classes = list(dict.fromkeys(visit.class_name for visit in visits))
        lines = [
            self.translator.gettext(
                "{file} is {form}: {visits}, {classes}{when}",
                file=file,
                form=self._form(parsed.table.form),
                visits=self.translator.ngettext("{n} visit", "{n} visits", moments),
                classes=self.translator.format_list(classes),
                when=self._when(visits),
            )
        ]
        width = max((len(column.heading[:40]) for column in parsed.columns), default=0)
        lines += [f"  {column.heading[:40]:<{width}}  {self._meaning(column)}" for column in parsed.columns]
        return lines

    def result(self, content: str, merged: MergeResult, *, dry_run: bool) -> list[str]:
        """What was added, what was there already, what differs.  `content` is the content folder's
        name."""
        lines = []
        if merged.files:
            lines.append(self._added(content, merged, dry_run))
        if merged.already_present:
            lines.append(
                self.translator.ngettext(
                    "{n} visit is there already and was not added again.",
                    "{n} visits are there already and were not added again.",
                    len(merged.already_present),
                )
            )
        return lines + [self._differing(visit) for visit in merged.differing]

    def kept(self, path: str) -> str:
        """Where the raw file was put."""
        return self.translator.gettext(
            "The file itself is kept in {path}, which is never published.", path=path
        )

    def _added(self, content: str, merged: MergeResult, dry_run: bool) -> str:
        would, did = (
            self.translator.gettext("Would be added to {file}: {visits}."),
            self.translator.gettext("Added to {file}: {visits}."),
        )
        count = self.translator.ngettext("{n} visit", "{n} visits", len(merged.added))
        files = self.translator.format_list([f"{content}/{path}" for path in merged.files])
        return (would if dry_run else did).format(file=files, visits=count)

    def _differing(self, visit: Visit) -> str:
        return self.translator.gettext(
            "{class_name} on {date} is in the tables already with other numbers; they stay as they are. "
            "If a second person counted, import it with  --observer B",
            class_name=visit.class_name,
            date=self.translator.format_date(visit.date) if visit.date else "?",
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

    def _meaning(self, column: ImportedColumn) -> str:
        if column.dropped is DropReason.PERSONAL:
            return self.translator.gettext("dropped: personal, it must not be published")
        if column.dropped is DropReason.UNKNOWN:
            return self.translator.gettext("not taken over: no prompt of the tool")
        if column.meaning is None:
            return self.translator.gettext("not taken over")
        if isinstance(column.meaning, PromptValues):
            return self.translator.gettext("prompt {name}", name=column.meaning.prompt)
        return self._role(column.meaning)

    def _role(self, role: ColumnRole) -> str:
        return {
            ColumnRole.DATE: self.translator.gettext("date of the visit"),
            ColumnRole.STAMP: self.translator.gettext("date and time"),
            ColumnRole.SESSION: self.translator.gettext("one visit by one person"),
            ColumnRole.CLASS: self.translator.gettext("class"),
            ColumnRole.N: self.translator.gettext("number of students"),
            ColumnRole.PROMPT: self.translator.gettext("which prompt"),
            ColumnRole.COUNT: self.translator.gettext("how many"),
            ColumnRole.VALUE: self.translator.gettext("value"),
            ColumnRole.OBSERVER: self.translator.gettext("observer"),
            ColumnRole.GROUP: self.translator.gettext("which students"),
            ColumnRole.CONDITION: self.translator.gettext("condition"),
            ColumnRole.NOTE: self.translator.gettext("note"),
            ColumnRole.UNUSUAL: self.translator.gettext("why the visit was unusual"),
        }[role]
