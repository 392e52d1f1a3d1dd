"""Where pages stand, and the way from one to another."""

import pytest

from generator.addresses import file_of, full, is_listed, leaf, way


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
    assert way(here, there) == link


def test_files_and_full_addresses() -> None:
    assert file_of("") == "index.html"
    assert file_of("tools/a/") == "tools/a/index.html"
    assert file_of("404.html") == "404.html"
    assert full("https://a.example.org/p/", "teachers/") == "https://a.example.org/p/teachers/"
    assert leaf("teachers/", 1) == "teachers/"
    assert leaf("teachers/", 2) == "teachers/page-2/"


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
