"""The form of a table shows in its headings."""

import pytest

from generator.model import Prompt, Tool
from generator.reading.tables.columns import read_columns
from generator.reading.tables.raw_table import read_raw_table
from generator.reading.tables.row_context import TableContext
from generator.reading.tables.table_form import TableForm, detect_form

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks")))


def context(text: str, tool: Tool | None) -> TableContext:
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    return TableContext(table, read_columns(table, tool)[0], tool, "")


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("date,class,n,explains,asks", TableForm.WIDE),
        ("date,class,prompt,count,n", TableForm.LONG),
        ("stamp,session,class,n,prompt", TableForm.EVENT_LOG),
        ("Timestamp,Class,Explains own thinking", TableForm.FORM_EXPORT),
        ("date,value", TableForm.TWO_COLUMNS),
    ],
)
def test_the_five_forms(header: str, form: TableForm) -> None:
    assert detect_form(context(header + "\n", TOOL)) == (form, [])


@pytest.mark.parametrize(
    ("header", "code"), [("date,class", "no-values"), ("class,explains", "no-date-column")]
)
def test_a_table_without_values_or_dates(header: str, code: str) -> None:
    form, (problem,) = detect_form(context(header + "\n", TOOL))
    assert (form, problem.code, problem.place.row) == (None, code, 1)


def test_any_table_may_do_without_dates() -> None:
    assert detect_form(context("value\n1\n", None)) == (TableForm.TWO_COLUMNS, [])
