"""Addresses on the web."""

import pytest

from generator.reading.web_address import (
    check_site_address,
    check_web_address,
    is_plain_web_address,
    is_web_address,
)
from generator.reading.yaml.strict_yaml import parse_yaml


@pytest.mark.parametrize("url", ["https://example.org", "http://localhost:8000/site/"])
def test_an_address(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url", ["", "example.org", "ftp://example.org", "https://", "https://[::1", "javascript:x"]
)
def test_what_is_not_an_address(url: str) -> None:
    assert not is_web_address(url)


def test_a_mistake_is_named_where_it_stands_and_an_empty_one_is_none() -> None:
    document, _ = parse_yaml(b"title: x\nurl: example.org\n", "program.yml")
    assert document
    assert [str(problem.place) for problem in check_web_address(document, "example.org")] == [
        "program.yml:2:6"
    ]
    assert check_web_address(document, "") == []


@pytest.mark.parametrize(
    "url",
    [
        "https://user:secret@example.org/",
        "https://user@example.org/",
        "https://example.org/a b/",
        "https://example.org/\u00a0a/",
        'https://example.org/"a/',
        "https://example.org/’a/",
        "https://example.org/(a)/",
        "https://example.org/<a>/",
        "https://example.org\\a/",
        "https://example.org:port/",
        "https://:8000/",
    ],
)
def test_the_sites_address_is_a_plain_one_and_is_not_quoted(url: str) -> None:
    assert not is_plain_web_address(url)
    document, _ = parse_yaml(b"title: x\nurl: u\n", "program.yml")
    assert document
    (problem,) = check_site_address(document, url)
    assert (str(problem.place), problem.code) == ("program.yml:2:6", "bad-url")
    assert "url" not in problem.values


def test_a_plain_address_of_a_site_passes() -> None:
    document, _ = parse_yaml(b"title: x\nurl: u\n", "program.yml")
    assert document
    for url in (
        "",
        "https://maple-grove.github.io/portfolios/",
        "http://localhost:8000/",
        "https://a.de/ä",
    ):
        assert check_site_address(document, url) == []
    (problem,) = check_site_address(document, "example.org")
    assert problem.values["url"] == "example.org"
