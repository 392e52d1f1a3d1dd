"""How much one inquiry may hold: more is a mistake in a column, and would take a build for minutes."""

from collections.abc import Callable, Hashable, Sequence

from generator.model import Observation
from generator.problems import Phrase, Place, Problem, error

MAX_CLASSES = 60
MAX_GROUPS = 60
MAX_VISITS = 2_000
_LIMITS: tuple[tuple[int, Phrase, Callable[[Observation], Hashable]], ...] = (
    (MAX_CLASSES, Phrase("classes"), lambda row: row.class_id),
    (MAX_GROUPS, Phrase("groups"), lambda row: row.group),
    (MAX_VISITS, Phrase("visits"), lambda row: (row.class_id, row.date, row.time)),
)


def check_limits(observations: Sequence[Observation], place: Place) -> Problem | None:
    """What there is too much of; `place` is the table, or the inquiry of several."""
    for limit, what, key in _LIMITS:
        if len({key(row) for row in observations}) > limit:
            return error(
                "too-large",
                place,
                "There are more than {limit} {what} here.",
                "Look whether the right column is read as that, and keep only your own classes' visits.",
                limit=limit,
                what=what,
            )
    return None
