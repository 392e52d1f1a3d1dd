"""A file that is imported, read with the person who imports it: what is not clear is asked, or refused."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date as Date
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from generator.commands.import_questions import ImportQuestions
from generator.commands.terminal_output import print_line
from generator.intake.class_answers import (
    blank_class_rows,
    blank_classes_problem,
    class_not_said_problem,
    fill_blank_classes,
    fill_classes_down,
    renamed_classes,
    unknown_class_problem,
    unknown_classes,
    with_declared_names,
)
from generator.intake.existing_tables import ExistingTables
from generator.intake.import_plan import class_of_import
from generator.intake.import_report import ImportReport
from generator.intake.merge import merge_import
from generator.intake.parse_file import ImportOptions, ParsedFile, parse_table, read_file
from generator.intake.proposed_readings import (
    ProposedReading,
    Reading,
    apply_readings,
    propose_readings,
    total_rows,
)
from generator.intake.remembered_answers import ImportAnswers, split_answers
from generator.intake.same_visits import differing_visits, resolve_same_visits
from generator.model import Observation, SameVisits
from generator.problems import Phrase, Place, Problem, notice
from generator.reading.declared_classes import ClassNames, alike_classes, nearest_class
from generator.reading.future_dates import check_future_visits
from generator.reading.tables.column_problems import unknown_answer
from generator.reading.tables.columns import (
    ColumnAnswers,
    TableColumns,
    explain_columns,
    read_answers,
    read_columns,
)
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.headings import heading_key
from generator.reading.tables.raw_table import RawTable
from generator.user_error import UserError
from generator.words.translator import Translator


class ImportRequest(Struct, frozen=True):
    """What the options say of the file."""

    class_name: str = ""
    observer: str = ""
    prompt: str = ""
    date_format: str | None = None
    sheet: str | None = None
    columns: tuple[str, ...] = ()
    same: str | None = None
    fill_down: bool = False
    new_classes: bool = False
    accept: bool = False


class Refused(Exception):
    """Nothing may be imported, for these reasons."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


class UnderstoodFile(Struct, frozen=True):
    """The file as it is imported, what was answered, what several rows of one visit are, and what is said
    of the file."""

    parsed: ParsedFile
    answers: ImportAnswers
    same: SameVisits | None
    problems: tuple[Problem, ...]


class _VisitsOnce(Struct, frozen=True):
    """The file with every visit once, what several rows of one visit are, whether there were any, and what
    is said of visits that were sent twice."""

    parsed: ParsedFile
    same: SameVisits | None
    has_differing: bool
    problems: Sequence[Problem]

    @property
    def answer_used(self) -> SameVisits | None:
        """The answer, where there was something to answer."""
        return self.same if self.has_differing else None


class FileReader(Struct, frozen=True):
    """Reads a file for one inquiry.  `today` is the last day that a visit can have; `quote` gives a text of
    the file as it may be printed."""

    existing: ExistingTables
    request: ImportRequest
    translator: Translator
    today: Date
    quote: Callable[[str], str] = str

    def read(self, data: bytes, name: str) -> UnderstoodFile:
        """The file; prints what each of its columns was taken for.  Raises Refused, and UserError where
        --column is not used rightly."""
        raw, problems = read_file(data, name, self.request.sheet)
        errors = [problem for problem in problems if problem.is_error]
        if raw is None:
            raise Refused(errors)
        if errors:
            raise Refused([*errors, explain_columns(raw, self.existing.tool, self.existing.answers)])
        texts, answers, columns = self._columns(raw)
        for line in ImportReport(self.translator, self.quote).columns(columns):
            print_line(line)
        proposed = self._proposed_readings(raw, columns, answers)
        if self._is_accepted(proposed):
            raw, proposed = apply_readings(raw, columns, proposed), []
        try:
            raw = self._with_classes_filled(raw, columns)
            parsed, table_problems = self._parse(raw, answers, name)
        except Refused as refused:
            raise Refused([*refused.problems, *self._acceptable(raw.file, proposed)]) from refused
        parsed, class_answers = self._with_known_classes(parsed)
        if future := check_future_visits(parsed.observations, self.today):
            raise Refused(future)
        visits = self._with_visits_once(parsed)
        answers_given = replace(class_answers, columns=texts, same=visits.answer_used)
        return UnderstoodFile(
            visits.parsed, answers_given, visits.same, (*problems, *table_problems, *visits.problems)
        )

    @property
    def _questions(self) -> ImportQuestions:
        return ImportQuestions(self.translator)

    def _parse(self, raw: RawTable, answers: ColumnAnswers, name: str) -> tuple[ParsedFile, list[Problem]]:
        """The file with a class in every observation, and what is said of its rows.  How many students
        there were can hang on the class, so the table is read again where another one is answered."""
        guess, is_sure = class_of_import(self.existing, name, self.request.class_name)
        parsed, problems = parse_table(raw, self.existing.tool, self._options(answers, guess))
        if parsed is not None and not parsed.has_class and not is_sure:
            if not self._questions.can_ask:
                self._refuse(class_not_said_problem(name, self.existing))
            answer = self._questions.class_name(guess)
            parsed, problems = parse_table(raw, self.existing.tool, self._options(answers, answer))
        if parsed is None:
            raise Refused(problems)
        return parsed, problems

    def _options(self, answers: ColumnAnswers, class_name: str) -> ImportOptions:
        request = self.request
        return ImportOptions(
            date_format=DateOrder(request.date_format) if request.date_format else self.existing.date_format,
            class_name=class_name,
            class_sizes=ClassNames(self.existing.declared).usual_sizes,
            prompt=request.prompt,
            observer=request.observer,
            answers=answers,
        )

    def _columns(self, raw: RawTable) -> tuple[dict[str, str], ColumnAnswers, TableColumns]:
        """(what was said of columns now, how all of them are read, the columns)."""
        texts = self._column_options(raw)
        tool = self.existing.tool
        answers = {**self.existing.answers, **read_answers(texts, tool)[0]}
        columns, _ = read_columns(raw, tool, answers)
        if self._questions.can_ask:
            for column in columns.unknown:
                if column.heading:
                    texts[column.heading] = self._questions.column(column, tool)
            answers = {**answers, **read_answers(texts, tool)[0]}
            columns, _ = read_columns(raw, tool, answers)
        return texts, answers, columns

    def _column_options(self, raw: RawTable) -> dict[str, str]:
        """What --column says, by the file's own headings."""
        try:
            typed = split_answers(self.request.columns)
        except ValueError as wrong:
            raise UserError(
                '{typed} does not say what a column holds. Type it as  --column "Comments=skip"',
                typed=str(wrong),
            ) from wrong
        headings = {heading_key(heading): heading for heading in raw.header}
        for heading in typed:
            if heading_key(heading) not in headings:
                raise UserError(
                    "The file has no column {heading}. Its columns are: {headings}.",
                    heading=heading,
                    headings=self.quote(", ".join(filter(None, raw.header))),
                )
        texts = {headings[heading_key(heading)]: meaning for heading, meaning in typed.items()}
        if misunderstood := read_answers(texts, self.existing.tool)[1]:
            place = Place(raw.file)
            self._refuse(
                *(unknown_answer(place, each, texts[each], self.existing.tool) for each in misunderstood)
            )
        return texts

    def _proposed_readings(
        self, raw: RawTable, columns: TableColumns, answers: ColumnAnswers
    ) -> list[ProposedReading]:
        """How what is not certain in the table would be read, as far as no option says it."""
        is_class_said = self.request.fill_down or bool(self.request.class_name)
        return [
            each
            for each in propose_readings(raw, columns, self.existing.tool, answers)
            if not (each.reading is Reading.CLASS_ABOVE and is_class_said)
        ]

    def _is_accepted(self, proposed: Sequence[ProposedReading]) -> bool:
        """Whether the table is to be read as it is proposed; where nobody says so, what is not certain is
        refused place by place."""
        if not proposed or self.request.accept:
            return bool(proposed)
        return self._questions.can_ask and self._questions.readings(proposed)

    def _acceptable(self, file: str, proposed: Sequence[ProposedReading]) -> list[Problem]:
        """The option that answers for who cannot be asked."""
        if not proposed or self._questions.can_ask:
            return []
        readings = Phrase("; ".join(self._questions.reading_texts(proposed, self.quote)))
        return [
            notice(
                "could-be-accepted",
                Place(file),
                "It could be read like this: {readings}",
                "If that is right, import it again with  --accept",
                readings=readings,
            )
        ]

    def _with_classes_filled(self, raw: RawTable, columns: TableColumns) -> RawTable:
        """The table with a class in every row, where some of them have one."""
        rows = self._rows_without_class(raw, columns)
        if not rows:
            return raw
        if self.request.class_name:
            return fill_blank_classes(raw, columns, self.request.class_name)
        if not self.request.fill_down:
            self._refuse(blank_classes_problem(raw, columns, rows))
        filled = fill_classes_down(raw, columns)
        if rows := self._rows_without_class(filled, columns):
            self._refuse(blank_classes_problem(filled, columns, rows))
        return filled

    def _rows_without_class(self, raw: RawTable, columns: TableColumns) -> list[int]:
        """The rows with a blank class cell that hold a visit: a total needs no class, it is refused as what
        it is."""
        totals = total_rows(raw, columns, self.existing.tool)
        return [row for row in blank_class_rows(raw, columns) if row not in totals]

    def _with_known_classes(self, parsed: ParsedFile) -> tuple[ParsedFile, ImportAnswers]:
        """The file with the classes of the inquiry, and those that are meant to be new; what was answered."""
        parsed = with_declared_names(parsed, self.existing)
        if not self.existing.known_classes:
            return self._with_alike_classes(parsed)
        unknown = unknown_classes(parsed, self.existing)
        if self.request.new_classes:
            return parsed, ImportAnswers(new_classes=[cell.class_name for cell in unknown])
        new_classes = [cell.class_name for cell in unknown if cell.class_name == self.request.class_name]
        unknown = [cell for cell in unknown if cell.class_name not in new_classes]
        if not unknown:
            return parsed, ImportAnswers(new_classes=new_classes)
        if not self._questions.can_ask:
            self._refuse(*(unknown_class_problem(cell, self.existing) for cell in unknown))
        class_names = self.existing.known_classes
        names = {
            cell.class_id: self._questions.known_class(
                cell, class_names, nearest_class(cell.class_name, class_names)
            )
            for cell in unknown
        }
        spellings: dict[str, list[str]] = defaultdict(list)
        for cell in unknown:
            if (name := names[cell.class_id]) != cell.class_name:
                spellings[name].append(cell.class_name)
            else:
                new_classes.append(name)
        return renamed_classes(parsed, names), ImportAnswers(spellings=spellings, new_classes=new_classes)

    def _with_alike_classes(self, parsed: ParsedFile) -> tuple[ParsedFile, ImportAnswers]:
        """The file with its classes under one name each, where the inquiry has none yet; what was answered.
        Where nobody can be asked, the check of the tables warns of them."""
        if self.request.new_classes or not self._questions.can_ask:
            return parsed, ImportAnswers()
        alike = [sorted(names, key=_fullest_name) for names in alike_classes(parsed.observations)]
        if not alike or not self._questions.are_same_class(alike):
            return parsed, ImportAnswers()
        renamed = renamed_classes(
            parsed, {other.class_id: first.class_name for first, *others in alike for other in others}
        )
        return renamed, ImportAnswers(
            spellings={first.class_name: [other.class_name for other in others] for first, *others in alike},
            new_classes=list(dict.fromkeys(cell.class_name for cell in renamed.observations)),
        )

    def _with_visits_once(self, parsed: ParsedFile) -> "_VisitsOnce":
        """The file with every visit once, also where it is in the tables already with other numbers."""
        answer = SameVisits(self.request.same) if self.request.same else self.existing.same_visits
        differing = differing_visits(parsed)
        if differing and answer is None and self._questions.can_ask:
            answer = self._questions.same_visits(differing)
        resolved, problems = resolve_same_visits(parsed, answer)
        if resolved is None:
            raise Refused(problems)
        in_tables = merge_import(self.existing, resolved).differing
        if in_tables and answer is None and self._questions.can_ask:
            answer = self._questions.same_as_in_tables(in_tables)
        return _VisitsOnce(resolved, answer, bool(differing or in_tables), problems)

    def _refuse(self, *problems: Problem) -> NoReturn:
        raise Refused(problems)


def _fullest_name(cell: Observation) -> tuple[bool, int, str]:
    """Sorts the name that says most to the front: Period 2 before 2nd period and P2."""
    return cell.class_name[:1].isdecimal(), -len(cell.class_name), cell.class_name
