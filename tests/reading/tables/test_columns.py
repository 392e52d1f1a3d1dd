"""What the columns of a table mean."""

import pytest

from generator.model import Prompt, Tool
from generator.reading.tables.columns import ColumnMeaning, ColumnRole, PromptValues, classify, read_columns
from generator.reading.tables.raw_table import read_raw_table

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks")))


def meanings(text: str, tool: Tool | None = TOOL, ignore: tuple[str, ...] = ()) -> list[ColumnMeaning]:
    return read(text, tool, ignore)[0]


def read(
    text: str, tool: Tool | None = TOOL, ignore: tuple[str, ...] = ()
) -> tuple[list[ColumnMeaning], list[str]]:
    """The columns' meanings and the codes of the problems."""
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    columns, problems = read_columns(table, tool, ignore)
    return columns.meanings, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Date of visit", ColumnRole.DATE),
        ("Fecha", ColumnRole.DATE),
        ("How many students were present?", ColumnRole.N),
        ("Marca temporal", ColumnRole.STAMP),
        ("explains", PromptValues("explains")),
        ("Explains own thinking", PromptValues("explains")),
        ("How many ... [Asks]", PromptValues("asks")),
        ("Asks [row 1]", PromptValues("asks")),
        ("Room", None),
        ("", None),
    ],
)
def test_a_heading_alone(heading: str, meaning: ColumnMeaning) -> None:
    assert classify(heading, TOOL) == meaning


def test_a_forms_timestamp_is_the_date_unless_the_form_asks_for_it() -> None:
    assert meanings("Timestamp,explains\n") == [ColumnRole.DATE, PromptValues("explains")]
    assert meanings("Timestamp,Date,explains\n") == [None, ColumnRole.DATE, PromptValues("explains")]


def test_a_logs_stamp_stays_a_stamp() -> None:
    roles = [ColumnRole.STAMP, ColumnRole.SESSION, ColumnRole.PROMPT]
    assert meanings("stamp,session,prompt\n") == roles


def test_a_column_that_is_ignored_is_not_read_and_not_a_problem() -> None:
    assert read("date,explains,Room\n", ignore=("room",)) == (
        [ColumnRole.DATE, PromptValues("explains"), None],
        [],
    )


def test_an_unknown_column_is_an_error_with_the_nearest_name() -> None:
    table, _ = read_raw_table(b"date,explain\n2025-09-05,2\n", "a.csv")
    assert table is not None
    _, (problem,) = read_columns(table, TOOL, ())
    assert (problem.code, problem.place.row, problem.place.column) == ("unknown-column", 1, 2)
    assert problem.hint.startswith("Did you mean explains?")


def test_a_personal_column_is_left_to_the_privacy_gate() -> None:
    assert read("date,explains,Student name\n2025-09-05,2,Ana\n")[1] == []


def test_two_columns_of_one_meaning() -> None:
    assert read("date,Fecha,explains\n") == (
        [ColumnRole.DATE, None, PromptValues("explains")],
        ["same-column"],
    )


def test_values_without_a_heading() -> None:
    assert read("date,,explains\n2025-09-05,3,2\n")[1] == ["no-heading"]
    assert read("date,,explains\n2025-09-05,,2\n")[1] == []


def test_without_a_tool_numbers_are_prompts_and_text_is_not_read() -> None:
    text = "date,Speaks,Room\n2025-09-05,3,blue\n2025-09-06,,red\n"
    assert read(text, None) == ([ColumnRole.DATE, PromptValues("Speaks"), None], ["unknown-column"])
