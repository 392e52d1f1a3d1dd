"""A translation may have the places of its English text, and no others."""

import pytest

from generator.words.text_places import text_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nothing needs attention.", []),
        ("{n} visits in {room}", ["n!None:", "room!None:"]),
        ("{n:d} visits", ["n!None:d"]),
        ("{n.denominator}", ["n.denominator!None:"]),
        ("a brace that is shown: {{n}}", []),
        ("Back to the text, note %d", ["%d"]),
        ("35% of them", []),
        ("a brace { left open", ["\0"]),
    ],
)
def test_the_places_of_a_text(text: str, places: list[str]) -> None:
    assert sorted(text_places(text)) == places
