"""Where pages stand, and the way from one to another."""

import pytest

from generator.addresses import (
    absolute_url,
    award_document,
    award_id,
    badge,
    evidence,
    file_path,
    inquiry_of_file,
    is_listed,
    numbered_page,
    path_to_root,
    relative_link,
    site_path,
    teacher_prefixes,
)


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "", "index.html"),
        ("", "teachers/", "teachers/index.html"),
        ("teachers/ana/talk/", "", "../../../index.html"),
        ("teachers/ana/talk/", "teachers/ana/", "../index.html"),
        ("teachers/ana/talk/", "teachers/ana/talk/#data", "#data"),
        ("teachers/ana/", "teachers/ana/talk/#data", "talk/index.html#data"),
        ("teachers/ana/talk/", "teachers/ana/talk/data.csv", "data.csv"),
        ("pages/about/", "assets/site-1.css", "../../assets/site-1.css"),
    ],
)
def test_links_are_relative_and_name_a_file(here: str, there: str, link: str) -> None:
    assert relative_link(here, there) == link


def test_files_and_full_addresses() -> None:
    assert file_path("") == "index.html"
    assert file_path("tools/a/") == "tools/a/index.html"
    assert file_path("404.html") == "404.html"
    assert absolute_url("https://a.example.org/p/", "teachers/") == "https://a.example.org/p/teachers/"
    assert numbered_page("teachers/", 1) == "teachers/"
    assert numbered_page("teachers/", 2) == "teachers/page-2/"


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ("tools/math-talk/", True),
        ("tools/math-talk/tally/", False),
        ("tools/math-talk/sheet/", False),
        ("teachers/ana/talk/visit/", False),
        ("teachers/ana/talk/review/", False),
        ("review/", False),
        ("404.html", False),
        # people may call their own things so
        ("tools/tally/", True),
        ("pages/visit/", True),
        ("pages/review/", True),
        ("teachers/ana/visit/", True),
    ],
)
def test_what_is_made_for_one_visitor_is_not_listed(address: str, listed: bool) -> None:
    assert is_listed(address) is listed


@pytest.mark.parametrize(
    ("file", "inquiry"),
    [
        ("teachers/ana/talk/index.html", "talk"),
        ("teachers/ana/talk/photos/board.jpg", "talk"),
        ("teachers/ana/index.html", ""),
        ("teachers/ana/portrait.jpg", ""),
        ("credentials/ana.talk.visible/index.html", "talk"),
        ("credentials/ana.talk.visible.json", "talk"),
        ("badges/ana.talk.visible.svg", "talk"),
    ],
)
def test_a_file_of_the_site_belongs_to_an_inquiry_or_to_the_teacher_alone(file: str, inquiry: str) -> None:
    assert inquiry_of_file(file, "ana") == inquiry


def test_all_files_of_a_teacher_begin_alike_and_no_other_teachers_do() -> None:
    prefixes = teacher_prefixes("ana")
    assert award_document(award_id("ana", "talk", "visible")).startswith(prefixes)
    assert not evidence("ana-lopez", "talk").startswith(prefixes)
    assert not badge(award_id("ana-lopez", "talk", "visible"), "svg").startswith(prefixes)


def test_the_way_to_the_root() -> None:
    assert path_to_root("") == ""
    assert path_to_root("teachers/ana/") == "../../"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://school.org", "/"),
        ("https://school.org/", "/"),
        ("https://school.org/our/portfolios", "/our/portfolios/"),
        ("https://school.org/our/portfolios/", "/our/portfolios/"),
    ],
)
def test_the_path_of_a_site_begins_and_ends_with_a_slash(url: str, path: str) -> None:
    assert site_path(url) == path
