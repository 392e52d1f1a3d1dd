"""YAML as a person would type it."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.yaml_writer import Field, Value, write_front_matter, yaml_scalar


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("More talk", "More talk"),
        ("First: a visit", "'First: a visit'"),
        ("6", "'6'"),
        ("yes", "'yes'"),
        ("#1 idea", "'#1 idea'"),
        ("two\n lines", "two lines"),
        ("José 李", "José 李"),
        (16, "16"),
        (False, "false"),
        (date(2025, 10, 27), "2025-10-27"),
        (["Period 2", "4"], "[Period 2, '4']"),
        ({"date": date(2025, 10, 27), "title": "a, b"}, "{date: 2025-10-27, title: 'a, b'}"),
    ],
)
def test_a_value_is_quoted_only_where_yaml_would_read_something_else(value: Value, text: str) -> None:
    assert yaml_scalar(value) == text


@given(st.text())
def test_any_text_is_read_as_it_was_typed_on_one_line(text: str) -> None:
    assert yaml.safe_load(yaml_scalar(text)) == " ".join(text.split())


def test_a_field_without_a_value_shows_how_to_fill_it_in() -> None:
    assert Field("role", "Grade 6", "what you teach").line == "role: Grade 6 # what you teach"
    assert Field("role", "", "what you teach").line == "# role: what you teach"
    assert Field("role").line == "# role:"
    assert Field("publish", False).line == "publish: false"


def test_front_matter_stands_between_two_lines() -> None:
    text = write_front_matter([Field("title", "Talk"), "# a comment"], "\nBody.\n\n")
    assert text == "---\ntitle: Talk\n# a comment\n---\n\nBody.\n"
