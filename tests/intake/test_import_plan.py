"""An import as a plan: what it would write, and what it would break."""

import pytest

from generator.intake.import_plan import ImportPlan, class_of_import, plan_import
from tests.intake.inquiries import DATA, INQUIRY, existing_tables, parsed_file, program, teacher_folder
from tests.reading.trees import Tree

HEADER = "date,class,n,explains\n"


def plan(tables: Tree, text: str, inquiry: str = INQUIRY) -> ImportPlan:
    existing = existing_tables(tables, inquiry)
    return plan_import(existing, parsed_file(text), teacher_folder(tables, inquiry), program())


def test_a_plan_without_problems() -> None:
    planned = plan({}, HEADER + "2025-10-06,Period 2,24,12\n")
    assert not planned.is_refused
    assert (planned.problems, list(planned.merged.files)) == ((), [f"{DATA}/period-2.csv"])


def test_an_error_that_was_there_before_does_not_refuse_it() -> None:
    broken = INQUIRY.replace("tool: talk\n", "tool: talk\nmicro_credential: none\n")
    assert not plan({}, HEADER + "2025-10-06,Period 2,24,12\n", broken).is_refused


def test_an_error_that_it_would_bring_into_the_tables_refuses_it() -> None:
    rows = "".join(f"2025-10-{day:02},{{name}},24,{day}\n" for day in range(6, 12))
    tables = {"period-2.csv": HEADER + rows.format(name="Period 2")}
    planned = plan(tables, HEADER + rows.format(name="Period 4"))
    assert planned.is_refused
    assert "copied-table" in {problem.code for problem in planned.problems}


@pytest.mark.parametrize(
    "setting",
    [
        "conditions: {Period 4: new}\n",
        "changes: [{date: 2025-10-20, title: Talk, classes: [Period 2, Period 4]}]\n",
    ],
)
def test_the_first_class_comes_in_before_the_second(setting: str) -> None:
    inquiry = INQUIRY.replace("tool: talk\n", f"tool: talk\n{setting}")
    planned = plan({}, HEADER + "2025-10-06,Period 2,24,12\n", inquiry)
    assert not planned.is_refused
    (problem,) = planned.problems
    assert (problem.code, problem.is_error) == ("unknown-class", False)
    assert problem.hint.endswith("If the name is right, import the visits to this class.")


def test_too_small_a_group_is_said_and_does_not_refuse_it() -> None:
    planned = plan({}, HEADER + "2025-10-06,Period 2,4,2\n")
    assert not planned.is_refused
    assert [(problem.code, problem.is_error) for problem in planned.problems] == [("P06", False)]
    assert list(planned.merged.files) == [f"{DATA}/period-2.csv"]


@pytest.mark.parametrize(
    ("file", "given", "expected"),
    [
        ("x.csv", "Block C", ("Block C", True)),
        ("Period 4.csv", "", ("Period 4", True)),
        ("talk-period-2-oct.csv", "", ("Period 2", True)),
        ("my visits.csv", "", ("My Visits", False)),
    ],
)
def test_the_class_of_a_table_that_does_not_say_one(
    file: str, given: str, expected: tuple[str, bool]
) -> None:
    row = "2025-09-05,24,6\n"
    tables = {f"period-{number}.csv": "date,n,explains\n" + row for number in (2, 4)}
    assert class_of_import(existing_tables(tables), file, given) == expected


def test_the_only_class_there_is_is_sure() -> None:
    existing = existing_tables({"period-2.csv": "date,n,explains\n2025-09-05,24,6\n"})
    assert class_of_import(existing, "export.csv", "") == ("Period 2", True)


@pytest.mark.parametrize("file", ["period-4.csv", "period-22.csv", "P4.csv"])
def test_another_class_in_the_files_name_is_never_more_of_the_only_one(file: str) -> None:
    existing = existing_tables({"period-2.csv": "date,n,explains\n2025-10-06,24,9\n"})
    _, is_sure = class_of_import(existing, file, "")
    assert not is_sure


def test_the_class_within_a_longer_name_is_sure() -> None:
    existing = existing_tables({"period-2.csv": "date,n,explains\n2025-10-06,24,9\n"})
    assert class_of_import(existing, "period-2 November.csv", "") == ("Period 2", True)
