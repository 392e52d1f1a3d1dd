"""What texts were called before they were reworded: `reworded.json`, the earlier text -> the one after it.

A theme's words.yml with an earlier text is told the present one, and an exception to the privacy gate
that was made from an earlier message still counts.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "reworded.json"


def current_text(text: str) -> str:
    """What an earlier text is called now; empty where it was never reworded."""
    reworded, seen_texts = _reworded(), {text}
    while (text := reworded.get(text, "")) and text in reworded and text not in seen_texts:
        seen_texts.add(text)
    return text


def earlier_texts(text: str) -> tuple[str, ...]:
    """Every earlier wording of a text."""
    return tuple(earlier for earlier in _reworded() if current_text(earlier) == text)


@lru_cache(maxsize=1)
def _reworded() -> Mapping[str, str]:
    return dict(json.loads(_FILE.read_text("utf-8")))
