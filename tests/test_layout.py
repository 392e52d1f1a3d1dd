"""Paths of a program taken apart and put together."""

from pathlib import Path

import pytest

from generator.layout import (
    ContentPath,
    about_file,
    bundled_themes,
    has_settings,
    inquiry_file,
    inquiry_folder,
    is_below_data,
    is_document,
    is_inquiry_table,
    is_picture,
    is_table,
    locate,
    root_of,
    suffix,
)


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("program.yml", ContentPath(name="program.yml")),
        ("tools/math-talk.yml", ContentPath(folder="tools", name="math-talk.yml")),
        ("teachers", ContentPath()),
        ("teachers/Ana López", ContentPath("ana-lopez")),
        ("teachers/Ana López/about.md", ContentPath("ana-lopez", name="about.md")),
        ("teachers/ana/Math Talk", ContentPath("ana", "math-talk")),
        ("teachers/ana/talk/inquiry.md", ContentPath("ana", "talk", name="inquiry.md")),
        ("teachers/ana/talk/data/p2.csv", ContentPath("ana", "talk", "data", "p2.csv")),
        ("teachers/ana/talk/awards/x/data.csv", ContentPath("ana", "talk", "awards", "x/data.csv")),
        ("teachers/ana/v1.2/inquiry.md", ContentPath("ana", "v1-2", name="inquiry.md")),
    ],
)
def test_a_path_says_whose_it_is(path: str, location: ContentPath) -> None:
    assert locate(path) == location


def test_an_inquirys_paths_lead_back_to_it() -> None:
    assert about_file("Ana López") == "teachers/Ana López/about.md"
    assert inquiry_file("ana", "talk") == "teachers/ana/talk/inquiry.md"
    location = locate(inquiry_folder("Ana López", "Math Talk"))
    assert (location.teacher, location.inquiry) == ("ana-lopez", "math-talk")


def test_a_file_is_direct_where_no_folder_lies_between() -> None:
    assert locate("teachers/ana/talk/data/p2.csv").is_direct
    assert not locate("teachers/ana/talk/data/old/p2.csv").is_direct
    assert not locate("teachers/ana/talk/inquiry.md").is_direct


def test_the_stem_is_how_addresses_name_a_file() -> None:
    assert locate("teachers/ana/talk/reflections/2025-10-03 Día.md").stem == "2025-10-03-dia"


def test_suffixes_are_lower_case_and_yaml_has_one() -> None:
    assert [suffix(path) for path in ("a/Photo.JPG", "period-2.yaml", "README")] == [".jpg", ".yml", ""]
    assert is_picture("Photo.JPG") and not is_picture("chart.svg")
    assert is_document("chart.svg") and is_document("Notes.DOCX") and not is_document("notes.md")


@pytest.mark.parametrize("path", ["data/p2.csv", "data/p2.YAML", "data/p2.tsv"])
def test_tables_lie_in_an_inquirys_data_folder(path: str) -> None:
    assert is_table(f"teachers/ana/talk/{path}") and is_inquiry_table(f"teachers/ana/talk/{path}")
    assert not is_table(f"teachers/ana/talk/reflections/{path.partition('/')[2]}")


def test_a_table_below_a_folder_of_data_is_one_and_no_inquiry_has_it() -> None:
    assert is_table("teachers/ana/talk/data/old/p2.csv")
    assert not is_inquiry_table("teachers/ana/talk/data/old/p2.csv")


def test_data_is_looked_at_wherever_the_path_begins() -> None:
    assert is_below_data("our-repo/content/teachers/ana/talk/data/old/p2.csv")
    assert not is_below_data("teachers/ana/talk/data")


def test_the_root_lies_around_the_content_folder_also_where_it_is_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content := tmp_path / "content").mkdir()
    monkeypatch.chdir(content)
    assert root_of(Path()) == tmp_path
    assert root_of(content) == tmp_path


@pytest.mark.parametrize("name", ["program.yml", "program.yaml"])
def test_a_content_folder_has_settings(tmp_path: Path, name: str) -> None:
    assert not has_settings(tmp_path)
    (tmp_path / name).touch()
    assert has_settings(tmp_path)


def test_the_themes_that_come_with_the_program_are_found() -> None:
    assert (bundled_themes() / "default" / "styles" / "base.css").is_file()
