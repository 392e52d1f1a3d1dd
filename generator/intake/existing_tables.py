"""An inquiry's tables as they stand before an import."""

from collections.abc import Mapping

from msgspec import Struct

from generator.layout import INQUIRY
from generator.model import DeclaredClass, Observation, Program, SameVisits, Tool
from generator.problems import Place, Problem, error
from generator.reading.declared_classes import declared_classes
from generator.reading.inquiry_folder import read_inquiry
from generator.reading.parsed_folder import ParsedFolder
from generator.reading.tables.columns import ColumnAnswers, read_answers
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.observation_table import ObservationTable
from generator.slugs import natural_key, slug


class ExistingTable(Struct, frozen=True):
    """One table below data/."""

    path: str
    data: bytes
    table: ObservationTable

    @property
    def own_class(self) -> str:
        """The class of every row, where there is only one."""
        names = {row.class_name for row in self.table.observations}
        return names.pop() if len(names) == 1 else ""


class ExistingTables(Struct, frozen=True):
    """`problems` are those that the inquiry has before the import."""

    folder: str  # below the content folder
    tool: Tool
    date_format: DateOrder | None
    answers: ColumnAnswers  # how the inquiry reads its columns
    tables: tuple[ExistingTable, ...]
    changed_classes: tuple[str, ...]  # as the changes of inquiry.md write them
    declared: tuple[DeclaredClass, ...]
    written_columns: Mapping[str, str]  # `columns` of inquiry.md as it is written
    same_visits: SameVisits | None
    problems: tuple[Problem, ...]

    @property
    def observations(self) -> list[Observation]:
        """The observations of all tables, in the order of the tables."""
        return [row for existing in self.tables for row in existing.table.observations]

    @property
    def known_classes(self) -> list[str]:
        """The classes that inquiry.md declares or a table names, as written, each once."""
        names = [
            *(declared.name for declared in self.declared),
            *(row.class_name for row in self.observations),
        ]
        return list({slug(name): name for name in reversed(names) if name}.values())[::-1]

    @property
    def classes(self) -> list[str]:
        """Every class that is declared, or that a table or a change names, as written, each once."""
        names = [*self.known_classes, *self.changed_classes]
        by_slug = {slug(name): name for name in reversed(names) if name}
        return sorted(by_slug.values(), key=natural_key)


def read_existing_tables(
    folder: str, parsed: ParsedFolder, program: Program
) -> tuple[ExistingTables | None, list[Problem]]:
    """`folder` is the inquiry's path below the content folder, `parsed` the teacher's files.  None where
    inquiry.md cannot be read or names no tool, or where a table has an error, beside those errors."""
    main = f"{folder}/{INQUIRY}"
    inquiry, problems = read_inquiry(folder, parsed, program, slug(folder.split("/")[1]))
    settings = inquiry.settings
    if settings is None:
        return None, problems
    tool = program.tools.get(slug(settings.tool))
    if tool is None:
        return None, [_no_tool(main, program)]
    wrong = [problem for problem in problems if problem.is_error and problem.place.file in parsed.tables]
    if wrong:
        return None, wrong
    tables = [ExistingTable(path, parsed.files[path], table) for path, table in inquiry.tables.items()]
    existing = ExistingTables(
        folder=folder,
        tool=tool,
        date_format=settings.date_order,
        answers=read_answers(settings.columns, tool, settings.ignore_columns)[0],
        tables=tuple(tables),
        changed_classes=tuple(name for change in settings.changes for name in change.classes),
        declared=declared_classes(settings.classes),
        written_columns=dict(settings.columns),
        same_visits=settings.same_visits,
        problems=tuple(problems),
    )
    return existing, []


def _no_tool(main: str, program: Program) -> Problem:
    tool_ids = ", ".join(program.tools)
    return error(
        "no-tool",
        Place(main, field="tool"),
        "inquiry.md does not say which tool the data were collected with.",
        "Add a line  tool: NAME  with one of: {known}."
        if tool_ids
        else "Create a tool first:  portfolio new tool",
        known=tool_ids,
    )
