"""The social card of an inquiry: its question, the answer, and the chart that the answer leads with."""

from functools import partial

from msgspec.structs import replace

from generator.memoize import digest
from generator.runchart.share_card import CARD, CardChart, ShareCard, card_png
from generator.site.inquiry.chart_view import Chart
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.social_card import SocialCard, social_card_address
from generator.site.teacher_card import about_line


def inquiry_social_card(context: InquiryContext) -> SocialCard | None:
    """The card as pages name it; None where there is nothing to show, or no address to share."""
    if not context.render.program.url or not context.main_charts:
        return None
    return SocialCard(social_card_address(context.address), _leading_chart(context).title)


def draw_inquiry_card(context: InquiryContext) -> bytes:
    """The picture, for an inquiry with a chart; drawn again only where something on it changed."""
    chart, answer = _leading_chart(context), context.answer
    without_chart = ShareCard(
        heading=context.inquiry.question or context.inquiry.title,
        headline=answer.headline,
        rest=answer.rest,
        who=" · ".join(filter(None, (context.teacher.name, about_line(context.teacher)))),
        program=context.render.program.title,
        charts=(CardChart("", answer.classes[answer.leading].title, chart.verdict),),
    )
    key = digest("inquiry card", repr(without_chart), repr(chart.plot))
    return context.render.picture(key, partial(_draw, context, without_chart))


def _leading_chart(context: InquiryContext) -> Chart:
    return context.main_charts[context.answer.leading]


def _draw(context: InquiryContext, card: ShareCard) -> bytes:
    (svg,) = context.draw_charts(CARD, [_leading_chart(context).plot])
    return card_png(replace(card, charts=(replace(card.charts[0], svg=svg),)))
