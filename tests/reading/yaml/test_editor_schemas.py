"""Editors are told the same as the reader takes."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from generator.reading.yaml.editor_schemas import SHAPES, json_schemas


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_json_schemas_are_valid_and_closed(name: str) -> None:
    schema = json_schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False


# as an editor's YAML parser hands them over: numbers, switches and empty keys are not text there
EDITORS = [
    ("about", {"name": "Ana", "grade": 6, "subject": True, "role": None}, True),
    ("about", {"name": "Ana", "phone": "1"}, False),
    ("about", {"grade": 6}, False),
    ("tool", {"title": "x", "version": 1.0, "unit": "turns", "prompts": [{"text": "a"}]}, True),
    ("tool", {"title": "x", "prompts": []}, False),
    ("tool", {"title": "x", "unit": "cups", "prompts": [{"text": "a"}]}, False),
    ("inquiry", {"title": "x", "baseline_until": "2025-10-05", "publish": False, "changes": None}, True),
    ("inquiry", {"title": "x", "baseline_until": {"Period 2": "2025-10-05"}}, True),
    ("inquiry", {"title": "x", "changes": [{"date": "2025-10-06", "classes": "Period 2"}]}, True),
    ("inquiry", {"title": "x", "changes": [{"date": "2025-10-06", "classes": [2, 4]}]}, True),
    ("inquiry", {"title": "x", "changes": [{"title": "no date"}]}, False),
    ("micro-credential", {"title": "x", "mastery": {"pass": "b", "levels": ["a", "b"]}}, True),
    ("micro-credential", {"title": "x", "mastery": {"passing": "b"}}, False),
    ("program", {"title": "x", "min_group_size": 4}, False),
]


@pytest.mark.parametrize(("name", "value", "fits"), EDITORS)
def test_what_editors_accept(name: str, value: object, fits: bool) -> None:
    assert jsonschema.Draft202012Validator(json_schemas()[name]).is_valid(value) is fits


def keys_of(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of a file and of the mappings in it, with what its schema says."""
    for part in (schema, *schema.get("$defs", {}).values()):
        for shape in (part, *part.get("anyOf", [])):
            yield from shape.get("properties", {}).items()


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_has_a_hover_text_in_plain_words(name: str) -> None:
    schema = json_schemas()[name]
    assert schema["title"]
    assert not re.search(r"[a-z][A-Z]|File$", schema["title"]), "a title, not the name of a class"
    texts = {key: about.get("description", "") for key, about in keys_of(schema)}
    assert [key for key, text in texts.items() if not text] == []
