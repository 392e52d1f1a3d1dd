"""Tables are parsed once."""

import pytest

from generator.reading import parsed_folder
from generator.reading.parsed_folder import parse_folder
from generator.reading.tables.raw_table import read_raw_table
from tests.reading.trees import folder

DATA = "teachers/ana/talk/data"


@pytest.fixture
def parsed_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the tables that are parsed while the test runs."""
    paths: list[str] = []

    def counted(data: bytes, file: str) -> object:
        paths.append(file)
        return read_raw_table(data, file)

    monkeypatch.setattr(parsed_folder, "read_raw_table", counted)
    return paths


def test_only_tables_below_data_are_parsed(parsed_files: list[str]) -> None:
    tree = {
        f"{DATA}/a.csv": "date,n\n",
        f"{DATA}/old/b.csv": "date,n\n",
        "teachers/ana/talk/a.csv": "date,n\n",
        "teachers/ana/talk/inquiry.md": "",
    }
    parsed = parse_folder(folder("teachers/ana", tree))
    assert list(parsed.tables) == parsed_files == [f"{DATA}/a.csv", f"{DATA}/old/b.csv"]
    assert len(parsed.files) == 4


def test_a_table_that_cannot_be_read_has_its_problems() -> None:
    table = parse_folder(folder("teachers/ana", {f"{DATA}/a.csv": ""})).tables[f"{DATA}/a.csv"]
    assert table.raw is None
    assert [problem.code for problem in table.problems] == ["empty-table"]


def test_when_files_are_replaced_only_changed_tables_are_parsed_again(parsed_files: list[str]) -> None:
    tree = {f"{DATA}/{name}.csv": "date,n\n" for name in ("a", "b", "c")}
    parsed = parse_folder(folder("teachers/ana", tree))
    parsed_files.clear()
    files = dict(parsed.files)
    del files[f"{DATA}/c.csv"]
    files[f"{DATA}/b.csv"] = b"date,class\n"
    replaced = parsed.replace_files(files)
    assert parsed_files == [f"{DATA}/b.csv"]
    assert list(replaced.tables) == [f"{DATA}/a.csv", f"{DATA}/b.csv"]
    raw = replaced.tables[f"{DATA}/b.csv"].raw
    assert raw is not None and raw.header == ("date", "class")
