"""Changes that lie outside the visits of their classes, as a year that was typed wrong makes them."""

from collections.abc import Sequence
from datetime import date as Date

from generator.model import Change, Inquiry
from generator.problems import Place, Problem, warning

_LONG_AFTER = 120  # days: a change that was begun just now has no visit after it yet


def check_change_dates(inquiry: Inquiry, places: Sequence[Place]) -> list[Problem]:
    """Changes dated before the first visit of their classes, or long after the last; `places` are where
    inquiry.md has each of its changes."""
    problems = []
    for change, place in zip(inquiry.changes, places, strict=True):
        days = [
            row.date
            for row in inquiry.observations
            if row.date and (not change.classes or row.class_id in change.classes)
        ]
        if days and change.date <= min(days):
            problems.append(_before_visits(place, change, min(days)))
        elif days and (change.date - max(days)).days > _LONG_AFTER:
            problems.append(_after_visits(place, change, max(days)))
    return problems


def _before_visits(place: Place, change: Change, first: Date) -> Problem:
    return warning(
        "change-outside-visits",
        place,
        "The change {title} is dated {day}, and the first visit {first}, so no visit came before it.",
        "Check the dates; without visits before the change, nothing can be compared.",
        title=change.title,
        day=change.date.isoformat(),
        first=first.isoformat(),
    )


def _after_visits(place: Place, change: Change, last: Date) -> Problem:
    return warning(
        "change-outside-visits",
        place,
        "The change {title} is dated {day}, and the last visit {last}, so no visit came after it.",
        "Check the year.",
        title=change.title,
        day=change.date.isoformat(),
        last=last.isoformat(),
    )
