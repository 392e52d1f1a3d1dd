"""Names of copies that sync services, systems and browsers make."""

import pytest

from generator.reading import sync_copies
from generator.reading.sync_copies import (
    check_folder_copies,
    check_reflection_copies,
    check_table_copies,
    original_of,
    stems_of,
)


@pytest.mark.parametrize(
    "name",
    [
        *("period-2 (1).csv", "period-2(12).csv", "period-2 - Copy.csv", "period-2 - Copy (2).csv"),
        *("period-2 copy.csv", "period-2 copy 3.csv", "period-2_copy.csv", "Copy of period-2.csv"),
        *("period-2 - copia.csv", "Copia de period-2.csv", "period-2-DESKTOP-AB12.csv"),
        *("period-2-LAPTOP-9KD3F2Q1-2.csv", "period-2 (Ana Lopez's conflicted copy 2025-11-03).csv"),
        *("period-2 (copia en conflicto de Ana 2025-11-03).csv", "period-2 conflicted copy.csv"),
        *("period-2.sync-conflict-20251103-101112-ABCDEFG.csv", "period-2 (1) - Copy.csv"),
    ],
)
def test_names_of_copies(name: str) -> None:
    assert original_of(name, stems_of([])) == "period-2.csv"


@pytest.mark.parametrize(
    "name",
    [
        *("period-2.csv", "Period 2.csv", "block-a.csv", "grade 6 (new).csv", "copy-editing.csv"),
        *("2025-10-03-2.md", "conflict.md", "desktop-publishing.csv", "2nd period.csv", "algebra (2025).csv"),
    ],
)
def test_names_that_are_meant(name: str) -> None:
    assert original_of(name, stems_of([name])) == ""


def test_a_number_behind_a_space_is_asked_about_only_where_the_other_is_there() -> None:
    assert original_of("period 2.csv", stems_of(["period 2.csv", "block.csv"])) == ""
    assert original_of("period 2.csv", stems_of(["period 2.csv", "Period.csv"])) == "Period.csv"
    assert original_of("talk 2", stems_of(["talk", "talk 2"])) == "talk"
    assert original_of("period-2-Anas-MacBook-Air.csv", stems_of(["period-2.csv"])) == "period-2.csv"


def test_a_table_is_an_error_the_others_are_warnings() -> None:
    (table,) = check_table_copies(["data/period-2.csv", "data/period-2 (1).csv"])
    assert table.is_error
    assert table.place.file == "data/period-2 (1).csv"
    (reflection,) = check_reflection_copies(["reflections/a.md", "reflections/a copy.md"])
    (folder,) = check_folder_copies(["teachers/ana", "teachers/ana - Copy"])
    assert not reflection.is_error
    assert not folder.is_error


def test_a_name_is_compared_only_with_those_that_it_can_be_a_copy_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand teachers' folders are looked at once each."""
    asked: list[str] = []

    def noted(text: str) -> str:
        asked.append(text)
        return text

    monkeypatch.setattr(sync_copies, "slug", noted)
    names = [f"teachers/teacher-{number:05}" for number in range(10_000)]
    assert check_folder_copies(names) == []
    assert len(asked) <= 2 * len(names)
