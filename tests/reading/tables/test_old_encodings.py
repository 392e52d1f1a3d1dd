"""Names of classes in tables of old encodings."""

import pytest

from generator.model import Prompt, Tool
from generator.reading.tables.observation_table import read_observation_table

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))
NAMES = ["Sección 1", "O’Brien", "Señor Muñoz", "Zoë B", "Niños – mañana", "“Mixed” group", "María", "Aquí 2"]


def codes(name: str, encoding: str) -> list[str]:
    text = f"date,class,n,explains\n2025-09-05,{name},24,8\n"
    _, problems = read_observation_table(text.encode(encoding), "a.csv", TOOL)
    return [problem.code for problem in problems if problem.is_error]


@pytest.mark.parametrize("name", [*NAMES, "O’Brien’s class", "Ms. D’Angelo", "MUÑOZ", "Ángela"])
def test_windows_names_are_read(name: str) -> None:
    assert codes(name, "cp1252") == []
    assert codes(name, "utf-8") == []


@pytest.mark.parametrize("name", NAMES)
def test_names_of_an_old_macintosh_are_never_taken_for_others(name: str) -> None:
    assert codes(name, "mac_roman") == ["which-encoding"]
