"""The classes that inquiry.md declares: a table's other spellings of them, and classes it should not have."""

from collections.abc import Mapping

from generator.model import DeclaredClass
from generator.reading.yaml.content_schema import ClassFile


def declared_classes(entries: Mapping[str, ClassFile | None]) -> tuple[DeclaredClass, ...]:
    """The entries of `classes:` in inquiry.md, in the file's order."""
    return tuple(
        DeclaredClass(name.strip(), tuple(entry.also), entry.students)
        if entry
        else DeclaredClass(name.strip())
        for name, entry in entries.items()
    )
