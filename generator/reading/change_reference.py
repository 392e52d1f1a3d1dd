"""Which change of an inquiry a text refers to: `#2`, `2`, `2025-10-27`, a title or an idea."""

from collections.abc import Callable, Sequence

from generator.model import Change, Reflection
from generator.slugs import slug

# what a reference may be, in this order: a change called "2" does not hide the second one
_KEYS: tuple[Callable[[Change], str], ...] = (
    lambda change: str(change.number),
    lambda change: change.date.isoformat(),
    lambda change: slug(change.title),
    lambda change: change.idea,
)


def resolve_change(changes: Sequence[Change], reference: str) -> Change | None:
    """The change that a reflection names; the first where several fit, None where none does.

    Case, accents and punctuation do not count, so `#2` is `2` and `2025/10/27` is `2025-10-27`.
    """
    wanted = slug(reference)
    if not wanted:
        return None
    return next((change for key in _KEYS for change in changes if key(change) == wanted), None)


def classes_looked_back_on(changes: Sequence[Change], reflection: Reflection) -> tuple[str, ...]:
    """The ids of the classes that a reflection is about: the one that it names, else those that its change
    was tried in; empty where it may be any."""
    if reflection.class_name:
        return (slug(reflection.class_name),)
    change = resolve_change(changes, reflection.change)
    return change.classes if change else ()
