"""Every unit has a name, in every language."""

from generator.model import Unit
from generator.words.translator import Translator
from generator.words.unit_names import UNIT_NAMES


def test_every_unit_has_a_name() -> None:
    assert set(UNIT_NAMES) == set(Unit)


def test_a_name_is_in_the_language_of_the_page() -> None:
    assert Translator().gettext(UNIT_NAMES[Unit.TURNS]) == "turns"
    assert Translator("es").gettext(UNIT_NAMES[Unit.STUDENTS]) == "estudiantes"
