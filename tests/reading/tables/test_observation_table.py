"""The six forms say the same; and nothing that is fed to the reader makes it raise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.observation_table import read_observation_table

TOOL = Tool(
    "t", "T", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks", kind=PromptKind.TALLY))
)

FORMS = {
    "wide": ("a.csv", "date,class,n,explains,asks\n2025-09-05,Period 2,24,2,1\n2025-09-12,Period 2,24,0,0\n"),
    "long": (
        "a.csv",
        (
            "date,class,prompt,count,n\n2025-09-05,Period 2,explains,2,24\n2025-09-05,Period 2,Asks,1,24\n"
            "2025-09-12,Period 2,explains,0,24\n2025-09-12,Period 2,asks,0,24\n"
        ),
    ),
    "event log": (
        "a.csv",
        (
            "stamp,session,class,n,prompt\n2025-09-05T09:00:00,s1,Period 2,24,\n"
            "2025-09-05T09:01:00,s1,Period 2,24,explains\n2025-09-05T09:02:00,s1,Period 2,24,explains\n"
            "2025-09-05T09:03:00,s1,Period 2,24,asks\n2025-09-12T09:00:00,s2,Period 2,24,\n"
        ),
    ),
    "form export": (
        "a.csv",
        (
            "Timestamp,Class,How many students?,Explains own thinking,Counts [Asks]\n"
            "9/5/2025 10:03:22,Period 2,24,2/24,1\n9/13/2025 10:00:00,Period 2,24,0/24,0\n"
        ),
    ),
    "YAML": (
        "a.yml",
        (
            "- {date: 2025-09-05, class: Period 2, n: 24, explains: 2, asks: 1}\n"
            "- {date: 2025-09-12, class: Period 2, n: 24, explains: 0, asks: 0}\n"
        ),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_visits_in_every_form(form: str) -> None:
    file, text = FORMS[form]
    table, problems = read_observation_table(text.encode(), file, TOOL)
    assert not problems
    assert table is not None
    said = [(row.class_id, row.prompt, row.value, row.n) for row in table.observations]
    assert said == [
        ("period-2", "explains", 100 * 2 / 24, 24.0),
        ("period-2", "asks", 1.0, 24.0),
        ("period-2", "explains", 0.0, 24.0),
        ("period-2", "asks", 0.0, 24.0),
    ]


def test_two_columns_are_the_first_prompt_of_the_class_that_the_file_is_named_for() -> None:
    table, problems = read_observation_table(
        b"date,value\n2025-09-05,50%\n2025-09-12,\n", "data/period-2.csv", TOOL
    )
    assert not problems
    assert table is not None
    assert [(row.class_name, row.prompt, row.value) for row in table.observations] == [
        ("Period 2", "explains", 50.0),
        ("Period 2", "explains", None),
    ]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.tsv", "a.yml"]), st.booleans())
def test_no_bytes_make_it_raise(data: bytes, file: str, with_tool: bool) -> None:
    read_observation_table(data, file, TOOL if with_tool else None)


CELL = st.sampled_from(
    [
        "",
        "1",
        "24",
        "25",
        "12/24",
        "50%",
        "date",
        "n",
        "explains",
        "2025-09-05",
        "10/3/2025",
        "Total",
        "NaN",
        "prompt",
        "session",
        "stamp",
        "class",
        "value",
        "count",
        "asks",
        '"',
        "x",
        "-1",
        "0",
        "1,5",
        "observer",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=5), max_size=6), st.sampled_from(",;\t"), st.booleans())
def test_no_table_makes_it_raise(rows: list[list[str]], separator: str, with_tool: bool) -> None:
    text = "\n".join(separator.join(row) for row in rows)
    table, problems = read_observation_table(text.encode(), "data/period-2.csv", TOOL if with_tool else None)
    assert table is not None or any(problem.is_error for problem in problems)
    for problem in problems:
        assert problem.message


@pytest.mark.parametrize(
    ("n", "count", "codes"),
    [("26", "8/24", ["two-sizes"]), ("24", "8/24", []), ("", "8/24", []), ("26", "8", [])],
)
def test_a_row_does_not_say_two_numbers_of_students(n: str, count: str, codes: list[str]) -> None:
    text = f"date,class,n,explains\n2025-09-05,Period 2,{n},{count}\n2025-09-12,Period 2,26,9\n"
    table, problems = read_observation_table(text.encode(), "a.csv", TOOL)
    assert [problem.code for problem in problems if problem.is_error] == codes
    assert table is not None
    assert len(table.observations) == 2 - len(codes)
