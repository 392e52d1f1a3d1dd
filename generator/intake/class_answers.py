"""The classes of a file that comes in: blank cells, and names that the inquiry does not have."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.intake.existing_tables import ExistingTables
from generator.intake.parse_file import ParsedFile
from generator.model import Observation
from generator.problems import Place, Problem, error
from generator.reading.declared_classes import ClassNames, nearest_class
from generator.reading.tables.columns import ColumnRole, TableColumns
from generator.reading.tables.raw_table import RawTable
from generator.slugs import slug


def with_declared_names(parsed: ParsedFile, existing: ExistingTables) -> ParsedFile:
    """The file with its classes under the names that inquiry.md gives them."""
    names = ClassNames(existing.declared)
    return replace(parsed, observations=tuple(map(names.renamed, parsed.observations)))


def renamed_classes(parsed: ParsedFile, names: Mapping[str, str]) -> ParsedFile:
    """The file with some of its classes (by id) under other names."""

    def renamed(cell: Observation) -> Observation:
        name = names.get(cell.class_id, cell.class_name)
        return replace(cell, class_name=name, class_id=slug(name))

    return replace(parsed, observations=tuple(map(renamed, parsed.observations)))


def unknown_classes(parsed: ParsedFile, existing: ExistingTables) -> list[Observation]:
    """The first observation of each class that the inquiry does not have; none where it has no classes yet,
    because the first table's are taken."""
    known_ids = {slug(name) for name in existing.classes} if existing.known_classes else set()
    first = {cell.class_id: cell for cell in reversed(parsed.observations)} if known_ids else {}
    return [cell for class_id, cell in reversed(first.items()) if class_id not in known_ids]


def unknown_class_problem(cell: Observation, existing: ExistingTables) -> Problem:
    """What is said of such a class where nobody can be asked."""
    near = nearest_class(cell.class_name, existing.known_classes)
    return error(
        "unknown-class",
        Place(cell.file, row=cell.row),
        "{class_name} is not a class of this inquiry, which has: {names}.",
        "Did you mean {near}? Correct the file, or add to inquiry.md:  classes: {{{near}: "
        "{{also: [{class_name}]}}}}  with every other class. If it is a new class, import it again with  "
        "--new-classes"
        if near
        else "If it is a new class, import it again with  --new-classes",
        class_name=cell.class_name,
        names=", ".join(existing.known_classes),
        near=near,
    )


def class_not_said_problem(file: str, existing: ExistingTables) -> Problem:
    """What is said of a file that names no class where nobody can be asked."""
    return error(
        "class-not-said",
        Place(file),
        "This file does not say which class it is.",
        "Import it again with the class: one of {names}, as in  --class {quoted}"
        if existing.classes
        else "Import it again with the class, as in  --class {quoted}",
        names=", ".join(existing.classes),
        quoted=f'"{(existing.classes or ["Period 2"])[0]}"',
    )


def blank_class_rows(raw: RawTable, columns: TableColumns) -> list[int]:
    """The rows (as a spreadsheet numbers them) that do not say their class, in a table where others do."""
    column = columns.index(ColumnRole.CLASS)
    if column is None:
        return []
    filled = [row for row in raw.rows if any(row.cells)]
    blank = [row.number for row in filled if not row.cells[column]]
    return blank if len(blank) < len(filled) else []


def rows_below_a_class(raw: RawTable, columns: TableColumns) -> set[int]:
    """The rows (as a spreadsheet numbers them) that a class could be filled down to."""
    column = _column_with_blanks(columns)
    first = next((row.number for row in raw.rows if row.cells[column]), None)
    return set() if first is None else {row.number for row in raw.rows if row.number > first}


def fill_classes_down(raw: RawTable, columns: TableColumns) -> RawTable:
    """The table with each blank class cell as the one above it."""
    column = _column_with_blanks(columns)
    names: list[str] = []
    for row in raw.rows:
        above = names[-1] if names else ""
        names.append(row.cells[column] or above)
    return _with_classes(raw, column, names)


def fill_blank_classes(raw: RawTable, columns: TableColumns, class_name: str) -> RawTable:
    """The table with this class in each blank class cell."""
    column = _column_with_blanks(columns)
    return _with_classes(raw, column, (row.cells[column] or class_name for row in raw.rows))


def _column_with_blanks(columns: TableColumns) -> int:
    column = columns.index(ColumnRole.CLASS)
    assert column is not None, "only a table with a column of classes has blank ones"
    return column


def _with_classes(raw: RawTable, column: int, names: Iterable[str]) -> RawTable:
    """The table with these class cells; empty lines stay empty."""
    rows = (
        replace(row, cells=(*row.cells[:column], name, *row.cells[column + 1 :])) if any(row.cells) else row
        for row, name in zip(raw.rows, names, strict=True)
    )
    return replace(raw, rows=tuple(rows))


def blank_classes_problem(raw: RawTable, columns: TableColumns, rows: list[int]) -> Problem:
    """What is said of blank class cells where nobody can be asked; `rows` are those that have one."""
    return error(
        "no-class",
        Place(raw.file, row=rows[0]),
        "This row does not say which class it is.",
        "If the class above it counts for it too, as in merged cells, import it again with  --fill-down . "
        "If it is always the same class, with  --class NAME ."
        if rows[0] in rows_below_a_class(raw, columns)
        else (
            "No row above it has a class either. Type the class in this row; if it is always the same "
            "class, import the file again with  --class NAME ."
        ),
    )
