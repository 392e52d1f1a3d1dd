"""The classes of inquiry.md."""

from generator.model import DeclaredClass
from generator.reading.declared_classes import declared_classes
from generator.reading.yaml.content_schema import ClassFile


def test_a_class_with_its_other_spellings_and_one_by_its_name_alone() -> None:
    entries = {"Period 2": ClassFile(also=["P2", "2nd period"], students=26), "Period 4": None}
    assert declared_classes(entries) == (
        DeclaredClass("Period 2", ("P2", "2nd period"), 26),
        DeclaredClass("Period 4"),
    )
