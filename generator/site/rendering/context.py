"""What turns views and texts into pages, and what comes of it: a part of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from functools import partial

from markupsafe import Markup

from generator import addresses
from generator.memoize import Memoizer, digest, no_cache
from generator.model import Program, Prose
from generator.privacy.privacy_context import PrivacyContext
from generator.problems import Problem
from generator.runchart.chart_renderer import ChartRenderer, draw_charts
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.markdown_converter import ContentLink, Converted, MarkdownConverter
from generator.site.rendering.template_renderer import Link, PageView, TemplateRenderer
from generator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A short page that keeps an address while what stood there is being corrected."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SitePart:
    """A part of the site: its files, the links that the whole site must confirm, what went wrong."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    links: tuple[tuple[str, ContentLink], ...] = ()  # (address of the page, link)
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: "SitePart") -> "SitePart":
        return SitePart(
            {**self.files, **other.files}, (*self.links, *other.links), (*self.problems, *other.problems)
        )


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What turns views and texts into pages: the same for every teacher of a program."""

    program: Program
    translator: Translator
    renderer: TemplateRenderer
    converter: MarkdownConverter
    tally: Mapping[str, bytes]  # the theme's files of the tally page
    privacy: PrivacyContext  # what the privacy gate knows beside the content
    today: Date  # read only where an award can expire
    language_digest: bytes = b""  # a digest of the language and the program's own wording
    draw_charts: ChartRenderer = draw_charts
    memoize: Memoizer = no_cache

    def render_page(self, template: str, view: PageView) -> SitePart:
        data, problems = self.renderer.render(template, view)
        return SitePart({addresses.file_path(view.address): data}, (), tuple(problems))

    def render_prose(
        self, prose: Prose, here: str, sources: LinkTargets, *, top: int = 2
    ) -> tuple[Markup, SitePart]:
        """A text as HTML, with its links and problems."""
        place = (prose.text, prose.file, str(prose.line), here, str(top))
        key = digest("prose", self.language_digest, *place, sources.key)
        rendered, problems = self.memoize(
            key, partial(self.converter.convert, prose, here, sources, top=top), Converted
        )
        return rendered.html, SitePart({}, tuple((here, link) for link in rendered.links), tuple(problems))

    def correction_notice(self, address: str, trail: tuple[Link, ...]) -> SitePart:
        title = self.translator.gettext("This page is being corrected")
        return self.render_page("notice.html", NoticePage(address, title, title, trail))
