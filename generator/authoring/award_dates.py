"""The dates of an award: from which day, until when, and why it cannot have them."""

from datetime import date as Date

from msgspec import Struct

from generator.authoring.award_files import StandingAward
from generator.credential.decision import Decision
from generator.openbadges.award_register import RegisterEntry
from generator.words.translator import Translator


class AwardRequest(Struct, frozen=True):
    """What an issuer may say about an award.

    `day` is its date, None takes the latest review's; `until` the last day on which it is valid, None
    leaves it as it is; `reissue` replaces an award that is there, under a new number.
    """

    day: Date | None = None
    until: Date | None = None
    reissue: bool = False


class AwardDates(Struct, frozen=True):
    """`day` is the award's date, `until` the last day on which it is valid, None without an end."""

    day: Date
    until: Date | None
    latest_review: Date
    is_end_requested: bool  # else an end is the one that the register has

    @property
    def for_register(self) -> tuple[str, str]:
        """The date and the end as the register has them; an end that there is not is empty."""
        return self.day.isoformat(), self.until.isoformat() if self.until else ""

    def refusal(self, translator: Translator, today: Date) -> str:
        """Why an award cannot have these dates; empty where it can."""
        if self.day > today:
            return translator.gettext("The date, {date}, is in the future.", date=self.day.isoformat())
        if self.day < self.latest_review:
            return translator.gettext(
                "Its date, {date}, is before the latest review, of {review}.",
                date=translator.format_date(self.day),
                review=translator.format_date(self.latest_review),
            )
        if self.until and self.until < self.day:
            return translator.gettext(
                "It would expire before it is awarded: {date}.", date=self.until.isoformat()
            )
        if self.until and self.until < today and not self.is_end_requested:
            return translator.gettext(
                "It expired on {date}. Say with --expires until when the new one is valid.",
                date=translator.format_date(self.until),
            )
        return ""


def award_dates(
    request: AwardRequest,
    decision: Decision,
    standing_award: StandingAward | None,
    entry: RegisterEntry | None,
) -> AwardDates:
    """The requested dates; else the date of the award that is there and is not replaced, or of the latest
    review, and the end that the register has, also where another award takes its place.

    `decision` must rest on a review.
    """
    latest_review = max(review.date for review in decision.reviews)
    kept_day = standing_award.day if standing_award and not request.reissue else None
    return AwardDates(
        day=request.day or kept_day or latest_review,
        until=request.until or (_parse_date(entry.until) if entry else None),
        latest_review=latest_review,
        is_end_requested=request.until is not None,
    )


def _parse_date(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        return None
