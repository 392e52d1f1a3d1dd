"""The social cards of the program's own pages: what a page says, and small charts of its inquiries."""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from generator.memoize import digest
from generator.runchart.share_card import MOST_SMALL, CardChart, ShareCard, card_png
from generator.site.program.program_context import CardPair, ProgramContext
from generator.site.rendering.context import SitePart
from generator.site.social_card import SocialCard, social_card_address
from generator.site.teacher_card import ClassCard, TeacherCard


class PageNews(Struct, frozen=True):
    """What a page's card says: a heading, a sentence in bold, and what follows it; `page` is its address."""

    page: str
    heading: str
    headline: str = ""
    rest: str = ""


def program_social_card(
    context: ProgramContext, news: PageNews, classes: Iterable[tuple[TeacherCard, ClassCard]]
) -> tuple[SocialCard | None, SitePart]:
    """The card as the page names it, and its picture with the first six of these charts; neither without an
    address to share."""
    if not context.program.url:
        return None, SitePart()
    charts = [
        CardChart(str(of_class.svg), teacher.name, of_class.verdict)
        for (teacher, of_class), _ in zip(classes, range(MOST_SMALL), strict=False)
    ]
    card = ShareCard(
        news.heading, news.headline, news.rest, who="", program=context.program.title, charts=tuple(charts)
    )
    address = social_card_address(news.page)
    picture = context.render.picture(digest("card", repr(card)), partial(card_png, card))
    alt = " ".join(filter(None, (news.heading, news.headline)))
    return SocialCard(address, alt), SitePart({address: picture})


def leading_classes(pairs: Iterable[CardPair]) -> Iterator[tuple[TeacherCard, ClassCard]]:
    """Of each inquiry with data the class that its answer leads with."""
    for teacher, inquiry in pairs:
        if inquiry.classes:
            yield teacher, inquiry.classes[inquiry.answer.leading]
