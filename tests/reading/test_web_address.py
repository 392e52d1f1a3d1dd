"""Addresses on the web."""

import pytest

from generator.reading.web_address import check_web_address, is_web_address
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
