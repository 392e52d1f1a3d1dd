"""A table with more classes, groups or visits than an inquiry can have is one error."""

from datetime import date, timedelta

import pytest

from generator.model import Prompt, Tool
from generator.problems import Place
from generator.reading.tables.observation_table import read_observation_table
from generator.reading.tables.visit_limits import (
    MAX_CLASSES,
    MAX_GROUPS,
    MAX_OBSERVERS,
    MAX_VISITS,
    check_limits,
)

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))
DAY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("heading", "cells", "what"),
    [
        ("class", [f"Period {number}" for number in range(MAX_CLASSES + 1)], "classes"),
        ("group", [f"Table {number}" for number in range(MAX_GROUPS + 1)], "groups"),
        ("observer", [f"O{number}" for number in range(MAX_OBSERVERS + 1)], "observers"),
        ("condition", [""] * (MAX_VISITS + 1), "visits"),
    ],
)
def test_too_much_for_one_inquiry(heading: str, cells: list[str], what: str) -> None:
    rows = "".join(f"{DAY + timedelta(n)},24,8,{cell}\n" for n, cell in enumerate(cells))
    table, problems = read_observation_table(f"date,n,explains,{heading}\n{rows}".encode(), "a.csv", TOOL)
    assert table is None
    assert [problem.code for problem in problems] == ["too-many"]
    assert f" {what} " in problems[0].message


def test_as_much_as_there_may_be() -> None:
    rows = "".join(f"{DAY},Period {number},24,8\n" for number in range(MAX_CLASSES))
    table, problems = read_observation_table(f"date,class,n,explains\n{rows}".encode(), "a.csv", TOOL)
    assert (table is not None, problems) == (True, [])
    assert table is not None
    assert check_limits(table.observations, Place("a.csv")) is None
