"""The six forms say the same; and nothing that is fed to the reader makes it raise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.cells import read_cell
from generator.reading.tables.dates import read_dates
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


@pytest.mark.parametrize(
    ("text", "number"),
    {
        "12": 12,
        "1,5": 1.5,
        "1.5": 1.5,
        "1.234,5": 1234.5,
        "1,234.5": 1234.5,
        " 7".strip(): 7,
        "-2": -2,
    }.items(),
)
def test_numbers_with_points_and_commas(text: str, number: float) -> None:
    cell = read_cell(text)
    assert cell is not None
    assert cell.number == number


@pytest.mark.parametrize("text", ["NaN", "inf", "1e999", "twelve", "x", "1 2", "12/", "%", "=1+1"])
def test_what_is_no_number(text: str) -> None:
    assert read_cell(text) is None


@pytest.mark.parametrize("text", ["", "NA", "n/a", "-", "–"])
def test_what_says_that_nothing_was_collected(text: str) -> None:
    cell = read_cell(text)
    assert cell is not None
    assert cell.is_blank


@pytest.mark.parametrize(
    ("texts", "first", "understood"),
    [
        (["2025-10-03"], "2025-10-03", "iso"),
        (["2025-10-03 10:15"], "2025-10-03", "iso"),
        (["10/3/2025", "10/17/2025"], "2025-10-03", "m/d/y"),
        (["3/10/2025", "17/10/2025"], "2025-10-03", "d/m/y"),
        (["3.10.25", "17.10.25"], "2025-10-03", "d/m/y"),
        (["3 Oct 2025"], "2025-10-03", "iso"),
        (["October 3, 2025"], "2025-10-03", "iso"),
        (["10/3/2025 2:03:22 PM", "10/31/2025 2:03:22 PM"], "2025-10-03", "m/d/y"),
    ],
)
def test_dates(texts: list[str], first: str, understood: str) -> None:
    dates = read_dates(texts)
    assert not dates.wrong
    assert str(dates.days[0]) == first
    assert dates.understood == understood


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["10/3/2025", "11/4/2025"], "ambiguous-dates"),
        (["13/3/2025", "3/13/2025"], "mixed-dates"),
        (["45933"], "serial-date"),
        (["2025-02-30"], "no-such-day"),
        (["soon"], "not-a-date"),
    ],
)
def test_dates_that_cannot_be_trusted_are_one_problem(texts: list[str], code: str) -> None:
    assert [one for _, one in read_dates(texts).wrong] == [code]


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
