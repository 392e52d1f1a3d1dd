"""JSON for people too: indented, so that git shows what changed, and the same bytes on every machine."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec


def indented_json(document: Mapping[str, Any]) -> bytes:
    """The document with a line for each value and a line end.  Raises ValueError where a number is none.

    Numbers are written by `json`, whose spelling of floats every digest and signature rests on; the lines
    are put in afterwards, because `json` does that without its C encoder, at a fifth of the speed.
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    return msgspec.json.format(text.encode(), indent=1) + b"\n"
