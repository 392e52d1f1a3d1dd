"""Which change of an inquiry a text refers to: `#2`, `2`, `2025-10-27`, a title or an idea."""

from collections.abc import Callable, Sequence

from generator.model import Change
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
