"""Social cards of the program's own pages."""

from markupsafe import Markup

from generator.model import Program, Prompt, Verdict
from generator.site.inquiry.answer import Answer
from generator.site.program.program_social_card import PageNews, leading_classes, program_social_card
from generator.site.rendering.context import SitePart
from generator.site.social_card import SocialCard
from generator.site.teacher_card import ClassCard
from tests.site.views import inquiry_card, program_context, teacher_card

CLASSES = tuple(
    ClassCard(name, Prompt("talk", "Talks"), verdict, Markup('<svg viewBox="0 0 120 32"></svg>'))
    for name, verdict in (("Period 2", Verdict.NO_SIGNAL), ("Period 4", Verdict.SUSTAINED_IMPROVEMENT))
)
ANA = teacher_card(
    "Ana Lopez", inquiry_card("More talk?", classes=CLASSES, answer=Answer("It held.", "", (), 1))
)
NEWS = PageNews("change-ideas/talk/", "Talk routine", "It held in one class.", "Ten minutes a day.")


def test_a_card_stands_beside_its_page_and_says_what_it_shows() -> None:
    program = Program("Maple Grove", url="https://maple-grove.example.org/")
    context = program_context(ANA, program=program)
    card, part = program_social_card(context, NEWS, leading_classes([(ANA, ANA.inquiries[0])]))
    assert card == SocialCard("change-ideas/talk/card.png", "Talk routine It held in one class.")
    assert part.files["change-ideas/talk/card.png"].startswith(b"\x89PNG")


def test_without_an_address_to_share_there_is_none() -> None:
    context = program_context(ANA, program=Program("Maple Grove"))
    assert program_social_card(context, NEWS, ()) == (None, SitePart())


def test_an_inquiry_is_shown_by_the_class_that_its_answer_leads_with() -> None:
    empty = inquiry_card("Not begun?")
    ((teacher, of_class),) = leading_classes([(ANA, ANA.inquiries[0]), (ANA, empty)])
    assert (teacher, of_class.class_name) == (ANA, "Period 4")
