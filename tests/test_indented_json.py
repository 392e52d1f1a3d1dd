"""Indented JSON has the bytes that Python's own writer gives, faster."""

import json
import math
from typing import Any

import pytest

from generator.indented_json import indented_json


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"a": [], "b": {}, "c": [{}], "d": [[], [1]]},
        {"float": [0.1, 1e-07, 1e22, 5.0, -0.0], "int": 2**60, "none": None, "yes": True},
        {"text": 'Ñandú "quoted" \\ / \t \u2028 😀', "empty": ""},
    ],
)
def test_it_is_what_json_writes_with_an_indent(document: dict[str, Any]) -> None:
    expected = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    assert indented_json(document) == expected.encode()


def test_what_is_no_number_is_not_written() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        indented_json({"median": math.nan})
