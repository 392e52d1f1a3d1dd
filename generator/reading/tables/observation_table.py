"""A table as teachers and observers have it -> observations.

Five forms (`TableForm`), as CSV, TSV or YAML.  Which one it is shows in the headings; `portfolio check`
says how the table was understood.
"""

from collections.abc import Sequence

from msgspec import Struct

from generator.model import Observation, Tool
from generator.problems import Place, Problem, error, warning
from generator.reading.tables.class_of_file import class_of_file
from generator.reading.tables.columns import ColumnAnswers, ColumnRole, TableColumns, read_columns
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.event_log import read_log
from generator.reading.tables.fractions import check_fractions
from generator.reading.tables.old_encodings import check_spelling
from generator.reading.tables.raw_table import RawTable, read_raw_table
from generator.reading.tables.repeated_problems import limit_repeated
from generator.reading.tables.row_context import (
    ClassSizes,
    TableContext,
    read_row_dates,
)
from generator.reading.tables.student_rows import aggregate_by_visit, check_student_columns
from generator.reading.tables.table_form import TableForm, detect_form
from generator.reading.tables.text_cells import check_text_cells
from generator.reading.tables.transposed_table import transposed_problem
from generator.reading.tables.usual_sizes import usual_size_notice
from generator.reading.tables.value_column import check_value_column
from generator.reading.tables.visit_limits import check_limits
from generator.reading.tables.visit_rows import read_visit_rows, select_visit_rows
from generator.slugs import slug


class ObservationTable(Struct, frozen=True):
    """What was read of one table, and how it was understood.

    `raw` is the table as it was saved; `columns` and the observations' rows are those of the table
    that was read, which has a row a visit where the saved one has a row a student (`aggregated`).
    `dates` is None without dates.
    """

    raw: RawTable
    aggregated: bool
    form: TableForm
    observations: tuple[Observation, ...]
    columns: TableColumns
    dates: DateOrder | None


def read_observation_table(
    data: bytes,
    file: str,
    tool: Tool | None,
    *,
    date_format: DateOrder | None = None,
    answers: ColumnAnswers | None = None,
    class_from_file: bool = True,
) -> tuple[ObservationTable | None, list[Problem]]:
    """The table's observations, and everything that is wrong with its file; None where it is not a
    table.  See `read_observations` for the options."""
    raw, problems = read_raw_table(data, file)
    if raw is None:
        return None, problems
    class_name = class_of_file(file) if class_from_file else ""
    table, more = read_observations(
        raw, tool, date_format=date_format, answers=answers, class_name=class_name
    )
    return table, problems + more


def read_observations(
    raw: RawTable,
    tool: Tool | None,
    *,
    date_format: DateOrder | None = None,
    answers: ColumnAnswers | None = None,
    class_name: str = "",
    class_sizes: ClassSizes | None = None,
) -> tuple[ObservationTable | None, list[Problem]]:
    """The observations of a parsed table, and what is wrong with them; None where it has no form.

    `answers` say how the inquiry reads its columns (`read_answers`).  `tool` None reads any table
    (`portfolio analyse`): columns of numbers are its prompts, and dates may be missing.  `class_name` is
    the class of a table without a column of classes, `class_sizes` how many students a class usually has,
    which counts where a row does not say how many there were.  Rows with an error are left out of the
    observations; the others are read.
    """
    if problem := transposed_problem(raw):
        return None, [problem]
    table, list_problems = aggregate_by_visit(raw, tool, answers)
    columns, column_problems = read_columns(table, tool, answers)
    if table is not raw:
        column_problems = check_student_columns(raw, tool, answers)
    problems = [*list_problems, *column_problems]
    if table is not raw and any(problem.is_error for problem in column_problems):
        return None, limit_repeated(problems)  # a column that nobody understands may tell visits apart
    context = TableContext(table, columns, tool, class_name, class_sizes or {})
    form, new_problems = detect_form(context)
    # a column that could not be understood is the problem already, and one is enough
    if form or not any(problem.is_error for problem in problems):
        problems += new_problems
    if form is None:
        return None, limit_repeated(problems)
    rows, new_problems = select_visit_rows(context)
    problems += new_problems
    problems += check_text_cells(context, rows)
    days, order, new_problems = read_row_dates(context, rows, date_format)
    problems += new_problems
    if form is TableForm.EVENT_LOG:
        observations, new_problems = read_log(context, rows, days)
    else:
        observations, new_problems = read_visit_rows(context, form, rows, days)
        problems += check_fractions(context, rows) or check_value_column(context, form, rows)
    problems += new_problems
    problems += check_spelling(context)
    observations, new_problems = _with_class(context, observations)
    problems += new_problems
    observations, new_problems = _with_address(observations)
    problems += new_problems
    if problem := check_limits(observations, Place(raw.file)):
        return None, [problem]
    problems += usual_size_notice(raw.file, observations)
    if not rows and not any(problem.is_error for problem in problems):
        problems.append(warning("no-visits", Place(raw.file), "This table has headings but no visits yet."))
    read = ObservationTable(
        raw=raw,
        aggregated=table is not raw,
        form=form,
        observations=tuple(observations),
        columns=columns,
        dates=order,
    )
    return read, limit_repeated(problems)


def _with_class(
    context: TableContext, observations: Sequence[Observation]
) -> tuple[list[Observation], list[Problem]]:
    """Where some rows say their class, those that do not are wrong and left out, unless the file is named
    after the only class there is.  Where none does, all are of the class that the file is named after."""
    written = {row.number: context.cell(row, ColumnRole.CLASS) for row in context.table.rows}
    classes = {slug(written[cell.row]) for cell in observations if written[cell.row]}
    if not context.class_name or not classes or classes == {slug(context.class_name)}:
        return list(observations), []
    blank = {cell.row for cell in observations if not written[cell.row]}
    problems = [
        error(
            "no-class",
            Place(context.table.file, row=number, field=_heading(context, ColumnRole.CLASS)),
            "This row does not say which class it is.",
            "Type the class in every row; merged cells in a spreadsheet have it only in their first row.",
        )
        for number in sorted(blank)
    ]
    return [cell for cell in observations if cell.row not in blank], problems


def _heading(context: TableContext, role: ColumnRole) -> str | None:
    index = context.columns.index(role)
    return None if index is None else context.table.header[index]


def _with_address(rows: Sequence[Observation]) -> tuple[list[Observation], list[Problem]]:
    """The rows whose class can be told apart by letters or digits, and what is wrong with the others."""
    nameless = {(row.file, row.row): row for row in rows if row.class_name and not row.class_id}
    problems = [
        error(
            "nameless-class",
            Place(file, row=number, field="class"),
            "The class {name} has no letter or digit to tell it apart from others.",
            "Give it a name such as  Period 2 .",
            name=row.class_name[:40],
        )
        for (file, number), row in nameless.items()
    ]
    return [row for row in rows if row.class_id or not row.class_name], problems
