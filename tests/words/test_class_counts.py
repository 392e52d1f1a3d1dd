"""In how many of all classes."""

import pytest

from generator.words.class_counts import in_classes
from generator.words.translator import ENGLISH, Translator

SPANISH = Translator("es")


@pytest.mark.parametrize(
    ("some", "every", "english", "spanish"),
    [
        (1, 2, "In one of two classes", "En una de dos clases"),
        (2, 2, "In both classes", "En las dos clases"),
        (5, 10, "In five of ten classes", "En cinco de diez clases"),
        (3, 3, "In all three classes", "En las tres clases"),
        (14, 31, "In 14 of 31 classes", "En 14 de 31 clases"),
    ],
)
def test_so_many_of_all_classes(some: int, every: int, english: str, spanish: str) -> None:
    assert in_classes(ENGLISH, some, every) == english
    assert in_classes(SPANISH, some, every) == spanish
