"""Tables that do not say how many students were there, and what inquiry.md says of the class."""

from msgspec.structs import replace

from generator.model import Prompt, PromptKind, Tool, Unit
from generator.reading.tables.observation_table import read_observations
from generator.reading.tables.raw_table import read_raw_table

TOOL = Tool(
    "talk",
    "Talk",
    prompts=(Prompt("explains", "Explains"), Prompt("focused", "Focused", kind=PromptKind.PERCENT)),
)
Cell = tuple[str, float | None, float | None, float | None, bool]


def cells(text: str, tool: Tool = TOOL) -> tuple[list[Cell], list[str]]:
    """(prompt, value, count, n, whether it is the usual n) of each cell, and the code of each problem."""
    raw, _ = read_raw_table(text.encode(), "data/period-2.csv")
    assert raw is not None
    table, problems = read_observations(raw, tool, class_name="Period 2", class_sizes={"period-2": 26})
    rows = table.observations if table else ()
    return (
        [(cell.prompt, cell.value, cell.count, cell.n, cell.n_is_usual) for cell in rows],
        [problem.code for problem in problems],
    )


def test_the_usual_number_of_the_class_counts_and_is_said() -> None:
    read, problems = cells("date,explains,focused\n2025-09-08,13,50\n")
    assert read == [("explains", 50, 13, 26, True), ("focused", 50, None, 26, True)]
    assert problems == ["usual-size"]


def test_what_the_row_says_goes_before_it() -> None:
    read, problems = cells("date,n,explains,focused\n2025-09-08,20,10,50\n")
    assert [(n, is_usual) for *_, n, is_usual in read] == [(20, False), (20, False)]
    assert problems == []
    read, _ = cells("date,explains\n2025-09-08,10/20\n2025-09-15,13\n")
    assert [(n, is_usual) for *_, n, is_usual in read] == [(20, False), (26, True)]


def test_it_is_not_the_number_of_a_group_or_of_another_class() -> None:
    for column in ("group,ELL", "class,Period 4"):
        name, value = column.split(",")
        read, problems = cells(f"date,{name},focused\n2025-09-08,{value},50\n")
        assert ([n for *_, n, _ in read], problems) == ([None], [])


def remedies(text: str, tool: Tool = TOOL, class_name: str = "Period 4") -> list[str]:
    raw, _ = read_raw_table(text.encode(), "data/period-4.csv")
    assert raw is not None
    _, problems = read_observations(raw, tool, class_name=class_name)
    return [problem.remedy.format(**problem.values) for problem in problems]


def test_a_count_without_n_is_answered_with_a_column_or_with_the_usual_number() -> None:
    table = "date,explains\n2025-09-08,13\n2025-09-15,12\n"
    (remedy,) = remedies(table)
    assert remedy.startswith("Add a column  n  with how many students were there.")
    assert remedy.endswith("classes: {Period 4: {students: 26}}")
    assert remedies(table, class_name="4: red")[0].endswith("classes: {'4: red': {students: 26}}")
    for without in (
        remedies(table, replace(TOOL, unit=Unit.RESPONSES)),
        remedies("date,group,explains\n2025-09-08,ELL,13\n"),
        remedies(table, class_name=""),
    ):
        assert "classes:" not in without[0]


def test_it_is_not_a_number_of_responses() -> None:
    read, problems = cells("date,explains\n2025-09-08,13\n", replace(TOOL, unit=Unit.RESPONSES))
    assert (read, problems) == ([], ["no-n"])
