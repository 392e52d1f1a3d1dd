"""What other pages show of an inquiry."""

from datetime import date

from generator.model import InquiryStatus, Prose, Reflection, Unit, Verdict
from generator.site.inquiry.evidence_page import build_evidence_page
from generator.site.inquiry.inquiry_card import build_inquiry_card
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.teacher_card import InquiryCard
from tests.site.inquiry.inquiries import NO_SIGNAL, SUSTAINED, inquiry, inquiry_context, week


def card_of(context: InquiryContext) -> InquiryCard:
    return build_inquiry_card(context, build_evidence_page(context).parts)


def test_the_card_says_what_the_page_says() -> None:
    context = inquiry_context(inquiry({"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}))
    card = card_of(context)
    parts = build_evidence_page(context).parts
    assert (card.answer, card.decision) == (context.answer, parts.decision.headline)
    assert card.followed == parts.results.results
    assert card.verdicts == (
        ("Period 2", Verdict.SUSTAINED_IMPROVEMENT),
        ("Period 4", Verdict.NO_SIGNAL),
    )
    assert card.visits == len(SUSTAINED) + len(NO_SIGNAL)
    assert (card.classes[0].levels.before, card.classes[0].figures) == (31.25, "31% before, 63% since")
    assert [str(of_class.svg) for of_class in card.classes] == [
        '<svg viewBox="0 0 9 9" id="sparkline-1"/>',
        '<svg viewBox="0 0 9 9" id="sparkline-2"/>',
    ]


def test_the_first_and_the_latest_day_are_those_of_visits_and_reflections() -> None:
    later = Reflection("last", week(30), "Looking back", Prose("", "reflections/last.md"))
    card = card_of(inquiry_context(inquiry(reflections=(later,))))
    assert (card.first, card.latest, card.reflections) == (week(0), week(30), 1)


def test_an_inquiry_belongs_to_the_school_year_of_its_last_visit() -> None:
    august = date(2026, 8, 1)
    counts = [*SUSTAINED, *[None] * 31, 5.0, 6, 7, 5, 6, 7, 5]
    later = Reflection("last", date(2027, 9, 1), "Looking back", Prose("", "reflections/last.md"))
    summer = inquiry({"Period 2": counts}, cohort_starts={"period-2": (august,)}, reflections=(later,))
    card = card_of(inquiry_context(summer))
    assert card.school_year == "2026–27"
    assert card.verdicts == card_of(inquiry_context(inquiry())).verdicts
    assert card.answer == card_of(inquiry_context(inquiry())).answer


def test_an_inquiry_that_has_only_begun_has_empty_places() -> None:
    card = card_of(inquiry_context(inquiry({}, tool="", changes=(), publish=False)))
    assert (card.classes, card.tile, card.first, card.latest, card.visits) == ((), "", None, None, 0)
    assert card.unit is Unit.RESPONSES
    assert card.draft


def test_the_search_looks_through_the_authors_words() -> None:
    card = card_of(inquiry_context(inquiry(area_of_interest="Talk in maths")))
    assert card.text == "Talk in maths Talk Explains own thinking Asks a question"


def test_the_review_desk_has_a_card_of_what_was_submitted() -> None:
    assert card_of(inquiry_context(inquiry(micro_credential="visible"))).review is None
    submitted = inquiry(micro_credential="visible", status=InquiryStatus.SUBMITTED)
    review = card_of(inquiry_context(submitted)).review
    assert review is not None
    assert review.address == "teachers/ana-lopez/visible-thinking/review/"
