"""How much one inquiry may hold: more is a mistake in a column, and would take a build for minutes."""

from collections.abc import Callable, Hashable, Sequence

from generator.model import Observation
from generator.problems import Phrase, Place, Problem, error

MAX_CLASSES = 60
MAX_GROUPS = 60
MAX_VISITS = 2_000
MAX_OBSERVERS = 60
MAX_SESSIONS = 500  # of one class on one day; each is held against all others
_LIMITS: tuple[tuple[int, Phrase, Callable[[Observation], Hashable]], ...] = (
    (MAX_CLASSES, Phrase("classes"), lambda row: row.class_id),
    (MAX_GROUPS, Phrase("groups"), lambda row: row.group),
    (MAX_OBSERVERS, Phrase("observers"), lambda row: row.observer),
    (MAX_VISITS, Phrase("visits"), lambda row: (row.class_id, row.date, row.time)),
)


def check_limits(observations: Sequence[Observation], place: Place) -> Problem | None:
    """What there is too much of; `place` is the table, or the inquiry of several."""
    for limit, what, key in _LIMITS:
        if len({key(row) for row in observations}) > limit:
            return _too_many(place, limit, what)
    return None


def check_declared_classes(names: Sequence[str], place: Place) -> list[Problem]:
    """Whether inquiry.md declares too many classes."""
    return [_too_many(place, MAX_CLASSES, Phrase("classes"))] if len(names) > MAX_CLASSES else []


def check_sessions(number: int, place: Place) -> Problem | None:
    """Whether a tally log has too many sessions of one class on one day; `place` is that of the first."""
    return _too_many(place, MAX_SESSIONS, Phrase("sessions of one day")) if number > MAX_SESSIONS else None


def _too_many(place: Place, limit: int, what: Phrase) -> Problem:
    return error(
        "too-many",
        place,
        "There are more than {limit} {what} here.",
        "Check that the right column is read for this, and keep only the visits to your own classes.",
        limit=limit,
        what=what,
    )
