"""Which of the forms that people keep tables in a table has: it shows in the headings."""

from enum import StrEnum

from generator.model import Tool
from generator.problems import Place, Problem, error
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.headings import role_of
from generator.reading.tables.row_context import TableContext


class TableForm(StrEnum):
    """The forms of a table.  One in YAML has one of them too."""

    WIDE = "wide"  # a row a visit, a column a prompt
    LONG = "long"  # a row a prompt of a visit
    EVENT_LOG = "event log"  # the tally page's: a row a tap
    FORM_EXPORT = "form export"  # Google Forms: wide, with a timestamp
    TWO_COLUMNS = "two columns"  # dates and values


# forms in which one row holds all prompts of a visit
ROW_A_VISIT = (TableForm.WIDE, TableForm.FORM_EXPORT)
_LOG_COLUMNS = {ColumnRole.SESSION, ColumnRole.STAMP, ColumnRole.PROMPT}
_AMOUNTS = {ColumnRole.COUNT, ColumnRole.VALUE}


def detect_form(context: TableContext) -> tuple[TableForm | None, list[Problem]]:
    """The form of a table; None beside a problem where it has none, or where a table of an inquiry has
    no dates."""
    form = _form(context)
    place = Place(context.table.file, 1 if context.table.separator else None, row=1)
    if form is None:
        return None, [_no_values(place, context.tool)]
    undated = form is not TableForm.EVENT_LOG and context.columns.index(ColumnRole.DATE) is None
    if undated and context.tool is not None:
        return None, [_no_date_column(place)]
    return form, []


def _form(context: TableContext) -> TableForm | None:
    meanings = set(context.columns.meanings)
    if meanings >= _LOG_COLUMNS:
        return TableForm.EVENT_LOG
    if ColumnRole.PROMPT in meanings and meanings & _AMOUNTS:
        return TableForm.LONG
    if context.columns.prompts:
        stamped = any(role_of(column.heading) is ColumnRole.STAMP for column in context.columns.columns)
        return TableForm.FORM_EXPORT if stamped else TableForm.WIDE
    return TableForm.TWO_COLUMNS if meanings & _AMOUNTS else None


def _no_values(place: Place, tool: Tool | None) -> Problem:
    return error(
        "no-values",
        place,
        "This table has no column with counts.",
        "Add a column for each prompt: {prompts}"
        if tool
        else "Add a column  value , or one column of numbers for each prompt.",
        prompts=", ".join(prompt.id for prompt in tool.prompts) if tool else "",
    )


def _no_date_column(place: Place) -> Problem:
    return error(
        "no-date-column",
        place,
        "This table has no column with the dates of the visits.",
        "Call that column  date",
    )
