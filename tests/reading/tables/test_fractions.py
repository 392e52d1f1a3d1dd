"""Shares as fractions are asked about, never plotted as a hundredth of what they are."""

import pytest

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.observation_table import read_observation_table

PERCENT = Tool("t", "T", (Prompt("waits", "Waits for an adult", kind=PromptKind.PERCENT),))
COUNTED = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))
SCORED = Tool("t", "T", (Prompt("score", "Score", kind=PromptKind.SCALE),))


def codes(text: str, tool: Tool) -> list[tuple[str, int]]:
    _, problems = read_observation_table(text.encode(), "a.csv", tool)
    return [(problem.code, problem.more_rows) for problem in problems]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("date,waits\n2025-09-08,0.33\n2025-09-15,0.5\n2025-09-22,1\n", PERCENT),
        ("date,value\n2025-09-08,0.33\n2025-09-15,.5\n2025-09-22,0\n", COUNTED),
        ("date;value\n2025-09-08;0,33\n2025-09-15;0,5\n", PERCENT),
        ("date,prompt,value\n2025-09-08,explains,0.33\n2025-09-15,explains,0.5\n", COUNTED),
        ("date,explains\n2025-09-08,0.33\n2025-09-15,0.42\n", COUNTED),
        ("date,n,explains\n2025-09-08,24,0.33\n2025-09-15,24,0.42\n", COUNTED),
    ],
)
def test_a_column_of_shares_as_fractions_is_one_question(text: str, tool: Tool) -> None:
    assert codes(text, tool) == [("share-as-fraction", 1)]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("date,waits\n2025-09-08,0.5\n2025-09-15,33.3\n", PERCENT),
        ("date,waits\n2025-09-08,0.5%\n2025-09-15,0.7%\n", PERCENT),
        ("date,waits\n2025-09-08,0\n2025-09-15,1\n", PERCENT),
        ("date,value\n2025-09-08,0.5\n2025-09-15,0.7\n", SCORED),
    ],
)
def test_other_small_numbers_are_read(text: str, tool: Tool) -> None:
    assert codes(text, tool) == []
