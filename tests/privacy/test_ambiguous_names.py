"""Names that are also words, places, or people everybody reads about."""

import pytest

from generator.privacy.ambiguous_names import AMBIGUOUS_NAMES
from generator.privacy.name_normalisation import fold_word


@pytest.mark.parametrize("name", ["will", "austin", "pascal", "johnson", "victoria"])
def test_a_name_that_may_be_something_else_is_listed(name: str) -> None:
    assert name in AMBIGUOUS_NAMES


@pytest.mark.parametrize("name", ["jaylen", "ximena", "zaqueline"])
def test_a_name_that_is_nothing_else_is_not(name: str) -> None:
    assert name not in AMBIGUOUS_NAMES


def test_every_name_is_folded_as_texts_are() -> None:
    assert {name for name in AMBIGUOUS_NAMES if fold_word(name) != name} == set()
