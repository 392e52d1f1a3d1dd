"""An inquiry's tables before an import."""

import pytest

from generator.intake.existing_tables import read_existing_tables
from generator.reading.tables.dates import DateOrder
from tests.intake.inquiries import DATA, INQUIRY, TALK, existing_tables, program, teacher_folder

PERIOD_2 = "date,n,explains\n2025-09-05,24,6\n"


def test_the_inquirys_tables_with_their_class() -> None:
    existing = existing_tables({"period-2.csv": PERIOD_2, "old/period-3.csv": PERIOD_2})
    assert [(one.path, one.own_class) for one in existing.tables] == [(f"{DATA}/period-2.csv", "Period 2")]
    assert [row.count for row in existing.observations] == [6]
    assert existing.tool.id == "talk"


def test_a_table_of_two_classes_has_no_class_of_its_own() -> None:
    text = "date,class,n,explains\n2025-09-05,P 2,24,6\n2025-09-05,P 4,24,6\n"
    assert existing_tables({"all.csv": text}).tables[0].own_class == ""


def test_classes_are_those_of_tables_and_changes_each_once() -> None:
    changes = "changes: [{date: 2025-10-06, title: Routine, classes: [Period 10, period 2]}]\n"
    inquiry = INQUIRY.replace("tool: talk\n", f"tool: talk\n{changes}")
    assert existing_tables({"period-2.csv": PERIOD_2}, inquiry).classes == ["Period 2", "Period 10"]


def test_the_settings_that_tables_are_read_with() -> None:
    inquiry = INQUIRY.replace("tool: talk\n", "tool: talk\ndate_format: d/m/y\nignore_columns: [Room]\n")
    existing = existing_tables({"period-2.csv": "date,n,explains,Room\n5/9/2025,24,6,4\n"}, inquiry)
    assert (existing.date_format, existing.answers) == (DateOrder.DAY_FIRST, {"room": None})


@pytest.mark.parametrize(
    ("table", "inquiry", "code"),
    [
        ("date,n,explains\n2025-09-05,24,25\n", INQUIRY, "more-than-n"),
        (PERIOD_2, INQUIRY.replace("tool: talk\n", ""), "no-tool"),
        (PERIOD_2, INQUIRY.replace("title: Talk\n", ""), "missing-key"),
    ],
)
def test_what_has_to_be_corrected_first(table: str, inquiry: str, code: str) -> None:
    existing, problems = read_existing_tables(TALK, teacher_folder({"a.csv": table}, inquiry), program())
    assert existing is None
    assert [problem.code for problem in problems] == [code]
