"""From when on the second edition of the rules counts, and what may still be judged by the first.

The first edition knew no step 5 of the verdict and no comparison with steady growth.  What was submitted or
awarded under it stays what it is.  A file can say of itself that it is of the first edition, so its days are
looked at too: whatever was done from `SECOND_EDITION_SINCE` on is judged by the second, and to pass new work
off as old its visits would have to be dated back as well.
"""

from collections.abc import Iterable
from datetime import date as Date

from generator.model import RulesEdition

CURRENT_EDITION = RulesEdition.SECOND
SECOND_EDITION_SINCE = Date(2027, 1, 1)


def first_edition_allows(days: Iterable[Date]) -> bool:
    """Whether what was done on these days (visits, a submission, an award) may be of the first edition."""
    return all(day < SECOND_EDITION_SINCE for day in days)
