"""A column `value` where students are counted: what its numbers are is said, or asked where n is there."""

import pytest

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.observation_table import read_observation_table
from generator.words.problem_format import ProblemFormat

COUNTED = Tool("t", "T", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks a question")))
PERCENT = Tool("t", "T", (Prompt("waits", "Waits for an adult", kind=PromptKind.PERCENT),))
SCORED = Tool("t", "T", (Prompt("score", "Score", kind=PromptKind.SCALE),))


def codes(text: str, tool: Tool) -> list[tuple[str, int]]:
    _, problems = read_observation_table(text.encode(), "a.csv", tool)
    return [(problem.code, problem.more_rows) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "date,value,n\n2011-07-01,14,52\n2011-08-01,0,64\n2011-09-01,15,70\n",
        "date;valor;n\n2011-07-01;14;52\n2011-09-01;15;70\n",
        "date,prompt,value,n\n2025-09-08,explains,8,24\n2025-09-15,asks,9,24\n",
    ],
)
def test_whole_values_beside_n_can_be_counts_or_percentages(text: str) -> None:
    assert codes(text, COUNTED) == [("count-or-percent", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "date,value\n2025-09-08,8\n2025-09-15,10\n",
        "date,value,n\n2025-09-08,33,24\n2025-09-15,10,24\n",  # 33 of 24 cannot be
        "date,value,n\n2025-09-08,8.5,24\n2025-09-15,10,24\n",
        "date,prompt,value\n2025-09-08,asks,33.3\n",
    ],
)
def test_numbers_that_can_only_be_percentages_are_read_and_it_is_said(text: str) -> None:
    assert codes(text, COUNTED) == [("values-are-percent", 0)]


def test_the_prompt_of_two_columns_is_said_too() -> None:
    _, (assumed,) = read_observation_table(b"date,value\n2025-09-08,8\n", "a.csv", COUNTED)
    assert ProblemFormat().message(assumed) == (
        "The numbers in value are read as percentages of students, for the prompt explains."
    )


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("date,value\n2025-09-08,33.3%\n2025-09-15,10 %\n", COUNTED),
        ("date,value,n\n2025-09-08,33%,24\n", COUNTED),
        ("date,prompt,count,n,value\n2025-09-08,explains,8,24,33.3\n", COUNTED),
        ("date,count,n\n2025-09-08,8,24\n", COUNTED),
        ("date,value\n2025-09-08,33\n", PERCENT),
        ("date,value,n\n2025-09-08,3,24\n", SCORED),
    ],
)
def test_nothing_is_said_where_nothing_is_unclear(text: str, tool: Tool) -> None:
    assert codes(text, tool) == []
