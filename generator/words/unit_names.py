"""What things of the model are called on a page."""

from generator.model import Unit
from generator.words.translator import Translator


def unit_name(translator: Translator, unit: Unit) -> str:
    """What is being counted: `students`, `minutes`."""
    names = {
        Unit.STUDENTS: translator.gettext("students"),
        Unit.RESPONSES: translator.gettext("responses"),
        Unit.TURNS: translator.gettext("turns"),
        Unit.MINUTES: translator.gettext("minutes"),
        Unit.POINTS: translator.gettext("points"),
    }
    return names[unit]
