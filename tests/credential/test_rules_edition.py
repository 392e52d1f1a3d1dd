"""What may still be judged by the first edition of the rules."""

from datetime import date

from generator.credential.rules_edition import SECOND_EDITION_SINCE, first_edition_allows


def test_every_day_must_lie_before_the_second_edition() -> None:
    assert first_edition_allows([date(2026, 2, 11), date(2026, 12, 31)])
    assert not first_edition_allows([date(2026, 2, 11), SECOND_EDITION_SINCE])
    assert first_edition_allows([])
