"""The names of the units that a tool counts in."""

from collections.abc import Mapping

from generator.model import Unit
from generator.problems import Phrase

# English texts: a page shows translator.gettext(UNIT_NAMES[unit])
UNIT_NAMES: Mapping[Unit, Phrase] = {
    Unit.STUDENTS: Phrase("students"),
    Unit.RESPONSES: Phrase("responses"),
    Unit.TURNS: Phrase("turns"),
    Unit.MINUTES: Phrase("minutes"),
    Unit.POINTS: Phrase("points"),
}
