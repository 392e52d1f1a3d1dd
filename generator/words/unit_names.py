"""The names of the units that a tool counts in."""

from collections.abc import Mapping

from generator.model import PromptKind, Unit
from generator.problems import Phrase
from generator.words.translator import Translator

# English texts: a page shows translator.gettext(UNIT_NAMES[unit])
UNIT_NAMES: Mapping[Unit, Phrase] = {
    Unit.STUDENTS: Phrase("students"),
    Unit.RESPONSES: Phrase("responses"),
    Unit.TURNS: Phrase("turns"),
    Unit.MINUTES: Phrase("minutes"),
    Unit.POINTS: Phrase("points"),
}


def unit_of_values(translator: Translator, kind: PromptKind, unit: Unit) -> str:
    """What differences of a prompt's values are measured in; `unit` is the tool's."""
    match kind:
        case PromptKind.TALLY:
            return translator.gettext(UNIT_NAMES[unit])
        case PromptKind.SCALE:
            return translator.gettext("points of the scale")
        case PromptKind.COUNT_OF | PromptKind.PERCENT:
            return translator.gettext("percentage points")
