"""How large a file may be."""

import pytest

from generator.problems import Phrase, Place
from generator.reading.file_sizes import KILO, LARGEST_SETTINGS, LARGEST_TABLE, size_limit, too_large


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("tools/talk.yml", LARGEST_SETTINGS),
        ("teachers/ana/talk/data/p2.yml", LARGEST_TABLE),
        ("teachers/ana/talk/data/p2.CSV", LARGEST_TABLE),
        ("teachers/ana/portrait.jpg", 20 * KILO * KILO),
        ("teachers/ana/talk/data/p2.exe", None),
    ],
)
def test_a_table_may_be_larger_than_settings(path: str, limit: int | None) -> None:
    assert size_limit(path) == limit


def test_the_limit_is_named_in_round_units() -> None:
    for limit, amount in ((LARGEST_SETTINGS, "256 KB"), (LARGEST_TABLE, "5 MB")):
        problem = too_large(Place("a"), limit, Phrase("Split it."))
        assert (problem.code, problem.message) == ("too-large", f"This file is larger than {amount}.")
