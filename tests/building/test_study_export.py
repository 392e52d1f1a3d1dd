"""One inquiry as a table, and what may not leave the machine by this door either."""

import csv
from collections.abc import Callable
from io import StringIO

from generator.building.study_export import export_study
from tests.conftest import ANA, Site

INQUIRY = ANA.rpartition("/")[2]


def test_the_table_has_every_visit_of_the_inquiry(site: Callable[..., Site]) -> None:
    exported, problems = export_study(site().options(), "ana-lopez", INQUIRY)
    assert exported is not None and exported.data is not None
    assert [problem.code for problem in problems if problem.is_error] == []
    rows = list(csv.DictReader(StringIO(exported.data.decode(), newline="")))
    assert {row["phase"] for row in rows} >= {"A", "B"}
    assert all(row["case"] == f"{row['class']}, {row['prompt']}" for row in rows)


def test_an_inquiry_with_an_error_gives_no_table(site: Callable[..., Site]) -> None:
    one = site({f"{ANA}/inquiry.md": "---\ntitle: [\n---\n"})
    exported, problems = export_study(one.options(), "ana-lopez", INQUIRY)
    assert exported is not None and exported.data is None
    assert any(problem.is_error for problem in problems)


def test_what_the_privacy_gate_withdraws_gives_no_table(site: Callable[..., Site]) -> None:
    one = site({f"{ANA}/data/notes.csv": "date,n,explains,note\n2025-09-08,24,7,Casey Nakamura again\n"})
    (one.root / "private").mkdir()
    (one.root / "private/roster.txt").write_text("Casey Nakamura\n")
    exported, problems = export_study(one.options(), "ana-lopez", INQUIRY)
    assert exported is not None and exported.data is None
    assert any(problem.is_error for problem in problems)
    assert "Nakamura" not in "".join(problem.message for problem in problems)


def test_a_program_that_cannot_be_read_has_no_table(site: Callable[..., Site]) -> None:
    assert export_study(site({"program.yml": "title: [\n"}).options(), "ana-lopez", INQUIRY)[0] is None
