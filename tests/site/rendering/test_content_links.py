"""From a content file to its address in the site."""

import pytest

from generator.site.rendering.content_links import (
    LinkTargets,
    PublishedImage,
    address_of,
    content_path,
    document_name,
    files_meant,
    heading_prefix,
    photo_path,
)

INQUIRY = "teachers/Ana Lopez/talk"


@pytest.mark.parametrize(
    ("path", "address"),
    {
        "program.yml": "",
        "tools/Math talk.yml": "tools/math-talk/",
        "change-ideas/talk.md": "change-ideas/talk/",
        "micro-credentials/visible.md": "micro-credentials/visible/",
        "pages/about.md": "pages/about/",
        "teachers/Ana Lopez/about.md": "teachers/ana-lopez/",
        f"{INQUIRY}/inquiry.md": "teachers/ana-lopez/talk/",
        f"{INQUIRY}/reflections/2025-10-03.md": "teachers/ana-lopez/talk/#reflection-2025-10-03",
        f"{INQUIRY}/data/period-2.csv": "teachers/ana-lopez/talk/#data",
        f"{INQUIRY}/reviews/a.yml": "teachers/ana-lopez/talk/#rubric",
        f"{INQUIRY}/Lesson plan.PDF": "teachers/ana-lopez/talk/files/lesson-plan.pdf",
        f"{INQUIRY}/submissions/1.json": None,
        "notes.md": None,
        "tools/old/talk.yml": None,
    }.items(),
)
def test_a_file_has_the_address_of_the_page_that_shows_it(path: str, address: str | None) -> None:
    assert address_of(path) == address


def test_a_link_is_relative_to_its_file_and_stays_in_the_content_folder() -> None:
    assert content_path("teachers/ana/about.md", "talk/my%20notes.md") == "teachers/ana/talk/my notes.md"
    assert content_path("teachers/ana/about.md", "../../tools/talk.yml") == "tools/talk.yml"
    assert content_path("pages/about.md", "../../secret.txt") is None


def test_a_link_to_a_folder_means_what_the_folder_is_known_by() -> None:
    assert f"{INQUIRY}/inquiry.md" in files_meant(INQUIRY)
    assert "teachers/ana/about.md" in files_meant("teachers/ana")
    assert "tools/talk.yml" in files_meant("tools/talk.yaml")


def test_only_files_of_other_teachers_are_foreign() -> None:
    targets = LinkTargets(frozenset({"teachers/ana/about.md", "tools/talk.yml"}))
    assert targets.is_foreign("teachers/ben/about.md")
    assert not targets.is_foreign("teachers/ana/gone.md")
    assert not targets.is_foreign("tools/gone.yml")


def test_another_file_or_image_is_another_key() -> None:
    image = PublishedImage("teachers/ana/a.jpg", 80, 60)
    keys = {
        LinkTargets(frozenset({"a.md"})).key,
        LinkTargets(frozenset({"b.md"})).key,
        LinkTargets(frozenset({"a.md"}), {"a.jpg": image}).key,
    }
    assert len(keys) == 3
    assert LinkTargets(frozenset({"a.md"})).key in keys


def test_headings_of_two_texts_of_a_page_have_ids_of_their_own() -> None:
    assert heading_prefix(f"{INQUIRY}/reflections/2025-10-03.md") == "reflection-2025-10-03-"
    assert heading_prefix(f"{INQUIRY}/inquiry.md") == "text-"
    assert document_name("a/b/Lesson plan.PDF") == "files/lesson-plan.pdf"


@pytest.mark.parametrize(
    ("file", "link"),
    [
        ("teachers/ana/talk/reflections/2025-10-03.md", "../photos/a b.jpg"),
        ("teachers/ana/talk/reflections/2025-10-03.md", "photos/a%20b.jpg"),
        ("teachers/ana/talk/reflections/2025-10-03.md", "..\\photos\\a b.jpg"),
        ("teachers/ana/talk/inquiry.md", "./photos/a b.jpg"),
    ],
)
def test_a_photo_is_meant_with_and_without_the_way_out_of_the_folder(file: str, link: str) -> None:
    assert photo_path(file, link) == "teachers/ana/talk/photos/a b.jpg"


@pytest.mark.parametrize("link", ["data/a.csv", "https://e.org/photos/a.jpg", "../../ben/talk/photos/a.jpg"])
def test_other_links_mean_no_photo(link: str) -> None:
    assert photo_path("teachers/ana/talk/inquiry.md", link) == ""
    assert photo_path("teachers/ana/about.md", "photos/a.jpg") == ""


def test_a_photo_of_a_phone_means_the_picture_that_was_made_of_it() -> None:
    photos = "teachers/ana/talk/photos"
    targets = LinkTargets(frozenset({f"{photos}/img-0042.jpg", f"{photos}/img-0043.jpg"}))
    assert targets.nearest(f"{photos}/IMG_0042.HEIC") == f"{photos}/img-0042.jpg"
