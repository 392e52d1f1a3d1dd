"""What things of the model are called on a page."""

from generator.model import Unit
from generator.words.speech import Words


def unit_name(words: Words, unit: Unit) -> str:
    """What is being counted: `students`, `minutes`."""
    names = {
        Unit.STUDENTS: words.say("students"),
        Unit.RESPONSES: words.say("responses"),
        Unit.TURNS: words.say("turns"),
        Unit.MINUTES: words.say("minutes"),
        Unit.POINTS: words.say("points"),
    }
    return names[unit]
