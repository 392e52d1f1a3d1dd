"""`portfolio import`, where nobody can be asked: a file gives its numbers or says what to type."""

from pathlib import Path

import pytest

from tests.field_cases.cell_cases import CELLS
from tests.field_cases.field_case import FieldCase
from tests.field_cases.form_cases import FORMS, STUDENTS
from tests.field_cases.program import Importer, new_program
from tests.field_cases.table_cases import DATES, FORMS_OF_FILES

ALL = [*DATES, *FORMS_OF_FILES, *CELLS, *FORMS, *STUDENTS]


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A new program for each tool."""
    folder = tmp_path_factory.mktemp("new")
    return {tool: new_program(folder / tool, tool) for tool in ("discussion", "exit-ticket")}


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_file_gives_its_own_numbers_or_says_what_to_type(
    case: FieldCase, programs: dict[str, Path], tmp_path: Path
) -> None:
    importer = Importer.into_copy_of(programs[case.tool], tmp_path / "program")
    ran = importer.take(case.file, case.data, case.options)
    printed = ran.out + ran.err
    assert ran.status == (0 if case.tables else 1), printed
    assert importer.tables == (case.tables or {}), printed
    assert [text for text in case.says if text not in printed] == [], printed
    assert ("Nothing was imported." in ran.err) == (not case.tables)
    assert not any(secret in printed for secret in ("@example.org", "Pupil 1", "Pupil One"))
