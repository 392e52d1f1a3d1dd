"""Which classes are one, and which are a part of another."""

import pytest

from generator.privacy.class_parts import class_key, group_key, is_part_of, parts_and_wholes


@pytest.mark.parametrize("name", ["P2", "Period 2", "2nd period", "PERIOD 02", "Periodo 2"])
def test_every_spelling_of_a_class_has_one_key(name: str) -> None:
    assert class_key(name) == class_key("Period 2")


def test_a_class_of_words_for_classes_alone_has_its_name() -> None:
    assert class_key("Class") != class_key("Group")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        *(("P 2 ELL", "Period 2"), ("Period 2 (ELL)", "P2"), ("ELL P2", "Period 2"), ("P2 504 plan", "P2")),
        ("Algebra honors", "Algebra"),
    ],
)
def test_a_class_with_a_word_more_is_a_part(part: str, whole: str) -> None:
    assert is_part_of(class_key(part), class_key(whole))
    assert not is_part_of(class_key(whole), class_key(part))


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("P 2 B", "P 2"),
        *((f"{other} P 2", "P 2") for other in ("non", "not", "no", "never", "former", "ex", "sin")),
        ("P 21", "P 2"),
        ("Algebra 2", "Algebra"),
        ("P 2", "Period 2"),
        ("P 2 ELL", "P 3"),
    ],
)
def test_sections_and_other_classes_are_not_parts(part: str, whole: str) -> None:
    assert not is_part_of(class_key(part), class_key(whole))


def test_a_group_with_a_word_more_is_a_part_too() -> None:
    assert is_part_of(group_key("ELL girls"), group_key("Girls"))
    assert not is_part_of(group_key("non-ELL"), group_key("ELL"))


def test_all_pairs_among_classes() -> None:
    keys = [class_key(name) for name in ("P 2", "P 2 ELL", "P 2 IEP", "P 3")]
    assert list(parts_and_wholes(keys)) == [("2 ell", "2"), ("2 iep", "2")]
