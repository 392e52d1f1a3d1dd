"""The social card of an inquiry."""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.memoize import ProcessMemo
from generator.model import Program
from generator.runchart.chart_spec import ChartLayout
from generator.runchart.plot import Plot
from generator.runchart.share_card import CARD
from generator.site.inquiry.inquiry_social_card import draw_inquiry_card, inquiry_social_card
from generator.site.social_card import SocialCard
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    PROGRAM,
    SUSTAINED,
    change,
    empty_pictures,
    inquiry,
    inquiry_context,
)


def test_a_card_needs_data_and_an_address_to_share() -> None:
    card = inquiry_social_card(inquiry_context(inquiry()))
    assert isinstance(card, SocialCard)
    assert card.address == "teachers/ana-lopez/visible-thinking/card.png"
    assert inquiry_social_card(inquiry_context(inquiry({}))) is None
    assert inquiry_social_card(inquiry_context(inquiry(), Program("Offline", tools=PROGRAM.tools))) is None


def test_the_chart_is_of_a_class_that_the_answer_leads_with() -> None:
    first_without = inquiry(
        {"Comparison": NO_SIGNAL, "Period 2": SUSTAINED}, changes=(change(classes=("period-2",)),)
    )
    card = inquiry_social_card(inquiry_context(first_without))
    assert card is not None
    assert "Period 2" in card.alt


def test_a_card_is_drawn_once_for_what_is_on_it() -> None:
    drawn: list[ChartLayout] = []

    def draw(layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot] = ()) -> list[str]:
        drawn.append(layout)
        return empty_pictures(layout, plots)

    context = inquiry_context(inquiry())
    render = replace(context.render, draw_charts=draw, memoize=ProcessMemo())
    context = replace(context, render=render)
    first = draw_inquiry_card(context)
    assert draw_inquiry_card(context) == first
    assert drawn.count(CARD) == 1
