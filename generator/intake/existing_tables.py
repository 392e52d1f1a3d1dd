"""An inquiry's tables as they stand before an import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Observation, Program, Tool
from generator.problems import Place, Problem, error
from generator.reading.program_files import read_page
from generator.reading.tables.columns import TableColumns, read_columns
from generator.reading.tables.observation_table import ObservationTable, read_observation_table
from generator.reading.tables.raw_table import RawTable, read_raw_table
from generator.reading.yaml.content_schema import InquiryFile
from generator.slugs import natural_key, slug


@dataclass(frozen=True, slots=True)
class ExistingTable:
    """One table below data/."""

    path: str
    data: bytes
    sheet: RawTable
    columns: TableColumns
    table: ObservationTable

    @property
    def own_class(self) -> str:
        """The class of every row, where there is only one."""
        names = {row.class_name for row in self.table.observations}
        return names.pop() if len(names) == 1 else ""


@dataclass(frozen=True, slots=True)
class ExistingTables:
    folder: str  # below the content folder
    tool: Tool
    date_format: str | None
    ignore: tuple[str, ...]
    held: tuple[ExistingTable, ...]
    changed_classes: tuple[str, ...]  # as the changes of inquiry.md write them

    @property
    def observations(self) -> list[Observation]:
        return [row for one in self.held for row in one.table.observations]

    @property
    def classes(self) -> list[str]:
        """Every class that a table or a change names, as written, each once."""
        names = [row.class_name for row in self.observations] + list(self.changed_classes)
        by_slug = {slug(name): name for name in reversed(names) if name}
        return sorted(by_slug.values(), key=natural_key)


def read_existing_tables(
    folder: str, files: Mapping[str, bytes], program: Program
) -> tuple[ExistingTables | None, list[Problem]]:
    """`files` are the teacher's, by their path below the content folder.  None where inquiry.md
    cannot be read or names no tool, or where a table has an error that must be mended first."""
    main = f"{folder}/inquiry.md"
    shape, page, problems = read_page(files[main], main, InquiryFile)
    if shape is None or page is None:
        return None, problems
    tool = program.tools.get(slug(shape.tool))
    if tool is None:
        return None, [_no_tool(main, program)]
    held = []
    wrong: list[Problem] = []
    for path in _tables(folder, files):
        one, found = _held(path, files[path], tool, shape.date_format, shape.ignore_columns)
        wrong += [problem for problem in found if problem.is_error]
        if one:
            held.append(one)
    if wrong:
        return None, wrong
    changed = tuple(name for change in shape.changes for name in change.classes)
    return (
        ExistingTables(folder, tool, shape.date_format, tuple(shape.ignore_columns), tuple(held), changed),
        [],
    )


def _tables(folder: str, files: Mapping[str, bytes]) -> list[str]:
    base = f"{folder}/data/"
    return [path for path in files if path.startswith(base) and path.endswith((".csv", ".tsv", ".yml"))]


def _held(
    path: str, data: bytes, tool: Tool, date_format: str | None, ignore: Sequence[str]
) -> tuple[ExistingTable | None, list[Problem]]:
    table, problems = read_observation_table(data, path, tool, date_format=date_format, ignore_columns=ignore)
    sheet, _ = read_raw_table(data, path)
    if table is None or sheet is None:
        return None, problems
    columns, _ = read_columns(sheet, tool, ignore)
    return ExistingTable(path, data, sheet, columns, table), problems


def _no_tool(main: str, program: Program) -> Problem:
    known = ", ".join(program.tools)
    return error(
        "no-tool",
        Place(main, field="tool"),
        "inquiry.md does not say which tool the data were collected with.",
        "Add a line  tool: NAME  with one of: {known}."
        if known
        else "Make a tool first:  portfolio new tool",
        known=known,
    )
