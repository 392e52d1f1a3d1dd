"""A row for all students is the class's own, whatever it is called."""

import pytest

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.group_names import group_name
from generator.reading.tables.observation_table import read_observation_table
from generator.runchart.series import merge_visits

PROMPT = Prompt("explains", "Explains own thinking", kind=PromptKind.COUNT_OF)
TOOL = Tool("talk", "Talk", prompts=(PROMPT,))


@pytest.mark.parametrize(
    "written",
    [
        *("all", "All students", "whole class", "Toda la clase", "", "The whole class", "entire class"),
        *(
            "full class",
            "Overall",
            "TOTAL",
            "All students (26)",
            "All (n = 26)",
            "todo el grupo",
            "la clase completa",
        ),
    ],
)
def test_the_whole_class_is_no_group(written: str) -> None:
    assert group_name(written) == ""


@pytest.mark.parametrize(
    "written", ["ELL", "back tables", "all-boys", "All (ELL)", "General", "All the boys", "Class A"]
)
def test_a_group_keeps_its_name(written: str) -> None:
    assert group_name(written) == written


def test_all_students_are_not_summed_with_some_of_them() -> None:
    table, problems = read_observation_table(
        b"date,group,n,explains\n2025-09-05,all,24,12\n2025-09-05,ELL,12,3\n", "data/period-2.csv", TOOL
    )
    assert problems == []
    assert table is not None
    assert [(row.group, row.count, row.n) for row in table.observations] == [("", 12, 24), ("ELL", 3, 12)]
    (point,) = merge_visits(table.observations, PROMPT)
    assert point.value == 50
