"""A table whose headings are its dates is recognised, and said once."""

import pytest

from generator.model import Prompt, Tool
from generator.reading.tables.observation_table import read_observation_table
from generator.reading.tables.raw_table import read_raw_table
from generator.reading.tables.transposed_table import transposed_problem

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"),))
REGISTER = (
    "Enrollment No.,Student Name,Department,9/8/2025,9/15/2025,9/22/2025\n"
    "24001,Pupil One,6B,Present,Present,Absent\n24002,Pupil Two,6B,Present,Absent,Present\n"
)


@pytest.mark.parametrize("tool", [TOOL, None])
@pytest.mark.parametrize(
    "text",
    [
        REGISTER,
        "prompt,2025-09-08,2025-09-15\nexplains,8,10\nn,24,24\n",
        "Student,8-Sep,15-Sep\nS01,x,\nS02,,x\n",
        "student;8 sept 2025;15 sept 2025\nS01;1;0\n",
        "Student,Section,Exit ticket 9/8,Exit ticket 9/15\nPoints Possible,,1,1\nPupil One,2,1,0\n",
    ],
)
def test_dates_as_headings_are_one_sentence(text: str, tool: Tool | None) -> None:
    table, problems = read_observation_table(text.encode(), "a.csv", tool)
    assert table is None
    assert [(one.code, one.place.row) for one in problems] == [("lies-on-its-side", 1)]
    assert "Pupil" not in problems[0].message + problems[0].hint


@pytest.mark.parametrize(
    "text", ["date,explains\n2025-09-08,1/2\n", "date,8-Sep,15-Sep\n,1,2\n", "a,2025-09-08\n1,2\n"]
)
def test_any_other_table_stands_as_it_is(text: str) -> None:
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    assert transposed_problem(table) is None
