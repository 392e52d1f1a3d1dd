"""The class that a file is named after."""

import pytest

from generator.reading.tables.class_of_file import class_of_file


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("data/period-2.csv", "Period 2"),
        ("data/sección_B.csv", "Sección B"),
        ("Math 6th hour.tsv", "Math 6th Hour"),
    ],
)
def test_words_of_the_name_begin_with_a_capital(file: str, name: str) -> None:
    assert class_of_file(file) == name
