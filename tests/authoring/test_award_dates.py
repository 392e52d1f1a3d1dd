"""From when on an award is valid, and until when."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.authoring.award_dates import AwardDates, AwardRequest, award_dates
from generator.authoring.award_files import StandingAward
from generator.credential.decision import Decision, DecisionState
from generator.model import Review
from generator.openbadges.award_register import RegisterEntry
from generator.words.translator import ENGLISH
from tests.credential.reviews import review

FIRST, LATEST, TODAY = date(2026, 1, 10), date(2026, 1, 20), date(2026, 2, 2)
ENTRY = RegisterEntry("ana.talk", 1, until="2028-01-20")
STANDING = StandingAward({}, "z6Mk", date(2026, 1, 25), 1)
DATES = AwardDates(LATEST, None, LATEST, is_end_requested=False)


def decision() -> Decision:
    reviews: tuple[Review, ...] = tuple(replace(review("A"), date=day) for day in (LATEST, FIRST))
    return Decision(DecisionState.EARNED, 1, (), True, True, None, reviews)


def dates(
    request: AwardRequest, standing: StandingAward | None = None, entry: RegisterEntry | None = None
) -> tuple[date, date | None]:
    given = award_dates(request, decision(), standing, entry)
    return given.day, given.until


def test_an_award_is_of_the_day_of_the_latest_review() -> None:
    assert dates(AwardRequest()) == (LATEST, None)


def test_an_award_that_is_there_keeps_its_day_unless_it_is_replaced() -> None:
    assert dates(AwardRequest(), STANDING) == (STANDING.day, None)
    assert dates(AwardRequest(reissue=True), STANDING) == (LATEST, None)


def test_the_end_in_the_register_stays_also_for_the_award_that_takes_its_place() -> None:
    assert dates(AwardRequest(reissue=True), STANDING, ENTRY) == (LATEST, date(2028, 1, 20))
    assert dates(AwardRequest(), None, replace(ENTRY, until="soon")) == (LATEST, None)


def test_what_is_requested_goes_before_all_else() -> None:
    request = AwardRequest(TODAY, date(2030, 1, 1))
    assert dates(request, STANDING, ENTRY) == (TODAY, date(2030, 1, 1))


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (replace(DATES, day=date(2026, 2, 3)), "is in the future"),
        (replace(DATES, day=FIRST), "is before the latest review, of January 20, 2026"),
        (replace(DATES, until=FIRST), "would expire before it is awarded: 2026-01-10"),
        (replace(DATES, until=date(2026, 2, 1)), "It expired on February 1, 2026"),
    ],
)
def test_dates_that_cannot_be_are_refused(wrong: AwardDates, text: str) -> None:
    assert text in wrong.refusal(ENGLISH, TODAY)


def test_dates_that_can_be() -> None:
    assert DATES.refusal(ENGLISH, LATEST) == ""
    assert replace(DATES, until=TODAY).refusal(ENGLISH, TODAY) == ""
    ended = replace(DATES, until=date(2026, 2, 1), is_end_requested=True)
    assert ended.refusal(ENGLISH, TODAY) == ""
    assert ended.for_register == ("2026-01-20", "2026-02-01")
    assert DATES.for_register == ("2026-01-20", "")
