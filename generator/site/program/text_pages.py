"""The program's pages of text: its own pages, the privacy page, the page for a lost reader."""

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import FreePage, Program
from generator.privacy.review_exceptions import ReviewException
from generator.privacy.rule_texts import RULES
from generator.site.privacy_sentences import names_compared, smallest_published
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.context import SitePart
from generator.site.rendering.template_renderer import Link


class TextPage(Struct, frozen=True):
    """A page of the program's `pages/` folder."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    body: Markup


class PrivacyPage(Struct, frozen=True):
    """What is published of students and what is not; `rules` are (id, sentence)."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    program: Program
    rules: tuple[tuple[str, str], ...]
    smallest_published: str
    names_compared: str
    exceptions: tuple[ReviewException, ...]


class NotFoundPage(Struct, frozen=True):
    """`root` is the path of the program's address; empty, and no links, without one."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    root: str


def free_page_part(context: ProgramContext, page: FreePage) -> SitePart:
    """A page that the program wrote itself, with its links and problems."""
    address = addresses.free_page(page.id)
    body, part = context.render.render_prose(page.body, address, context.sources)
    view = TextPage(address, page.title, page.title, context.trail, body)
    return part + context.render.render_page("page.html", view)


def privacy_page(context: ProgramContext) -> PrivacyPage:
    """The view of the page on privacy."""
    gettext = context.translator.gettext
    privacy = context.render.privacy
    return PrivacyPage(
        address=addresses.PRIVACY,
        title=gettext("Privacy"),
        description=gettext("What is published of the students, and what is not."),
        trail=context.trail,
        program=context.program,
        rules=tuple((rule, gettext(text)) for rule, text in RULES.items()),
        smallest_published=smallest_published(context.translator, context.program.min_group_size),
        names_compared=names_compared(context.translator, has_roster=privacy.has_roster),
        exceptions=privacy.exceptions,
    )


def not_found_page(context: ProgramContext) -> NotFoundPage:
    """The view of the page that a server shows where there is none."""
    title = context.translator.gettext("Page not found")
    url = context.program.url
    root = addresses.site_path(url) if url else ""
    return NotFoundPage(addresses.NOT_FOUND, title, title, (), root)
