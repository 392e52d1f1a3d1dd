"""What is said of columns, with their headings whole."""

from generator.model import Prompt, Tool
from generator.problems import Place
from generator.reading.tables.column_problems import columns_dropped, unknown_column

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))
LONG = "How many of the students who were there did something that we had agreed to count, in your view?"


def test_a_heading_is_never_cut_off() -> None:
    problem = unknown_column(Place("a.csv", row=1), LONG, TOOL)
    assert LONG in problem.message
    assert problem.hint.endswith(f'columns: {{"{LONG}": skip}}')


def test_the_nearest_name_does_not_see_case() -> None:
    assert unknown_column(Place("a.csv"), "EXPLAIN", TOOL).hint.startswith("Did you mean explains?")
    assert unknown_column(Place("a.csv"), "Own  THINKING, explained", TOOL).hint.startswith("Name it after")


def test_quotation_marks_in_a_heading_stay_valid_yaml() -> None:
    problem = columns_dropped(Place("a.csv"), ['Say "why"', "Score"])
    assert problem.hint.endswith('columns: {"Say \\"why\\"": note}')
