"""What turns views and texts into pages, and what comes of it: a part of the site."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date as Date
from functools import cache, partial

from markupsafe import Markup
from msgspec import Struct, field
from msgspec.structs import replace

from generator import addresses
from generator.memoize import Memoizer, ProcessMemo, digest, no_cache
from generator.model import Program, Prose
from generator.openbadges.issuer_documents import is_issuer
from generator.privacy.privacy_context import PrivacyContext
from generator.problems import Problem
from generator.runchart.chart_renderer import (
    ChartRenderer,
    UnmarkedRenderer,
    cached_renderer,
    draw_charts,
)
from generator.site.audience import Audience
from generator.site.rendering.content_links import ContentLink, LinkTargets
from generator.site.rendering.library_links import library_links
from generator.site.rendering.markdown_converter import Converted, MarkdownConverter
from generator.site.rendering.template_renderer import LayoutContext, Link, PageView, TemplateRenderer
from generator.site.rendering.theme import Theme
from generator.words.translator import Translator


class NoticePage(Struct, frozen=True):
    """A short page that keeps an address while what stood there is being corrected."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]


class SitePart(Struct, frozen=True):
    """A part of the site: its files, the links that the whole site must confirm, what went wrong."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    links: tuple[tuple[str, ContentLink], ...] = ()  # (address of the page, link)
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: "SitePart") -> "SitePart":
        return SitePart(
            {**self.files, **other.files}, (*self.links, *other.links), (*self.problems, *other.problems)
        )


def join_parts(parts: Iterable[SitePart]) -> SitePart:
    """Many parts as one; a file that two of them have is the later one's."""
    files: dict[str, bytes] = {}
    links: list[tuple[str, ContentLink]] = []
    problems: list[Problem] = []
    for part in parts:
        files |= part.files
        links += part.links
        problems += part.problems
    return SitePart(files, tuple(links), tuple(problems))


class RenderContext(Struct, frozen=True):
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
    audience: Audience = Audience.PUBLIC
    is_rehearsal: bool = False  # see `rehearse`

    def rehearse(self, program: Program) -> "RenderContext":
        """The context for pages of a program that are made only to see whether they could be published.

        They have every word, so every check of them is as it will be; pictures are blank, and charts have
        no marks.  What such pages were checked for is remembered as long as the context is.
        """
        return replace(
            self, program=program, draw_charts=UnmarkedRenderer(), memoize=ProcessMemo(), is_rehearsal=True
        )

    def picture(self, key: bytes, draw: Callable[[], bytes]) -> bytes:
        """A PNG file, from memory where `key` is known; a blank one in a rehearsal."""
        return _blank_picture() if self.is_rehearsal else self.memoize(key, draw, bytes)

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


def make_render_context(
    program: Program,
    theme: Theme,
    privacy: PrivacyContext,
    today: Date,
    memoize: Memoizer = no_cache,
    audience: Audience = Audience.PUBLIC,
) -> RenderContext:
    """The context of a program in its language, with its theme and the theme's own wording."""
    translator = Translator(program.language, theme.wording, program.own_catalogue)
    overrides = [(text, wording.encode()) for text, wording in sorted(theme.wording.items())]
    return RenderContext(
        program=program,
        translator=translator,
        renderer=TemplateRenderer(theme, translator, _layout(program, theme, translator, audience)),
        converter=MarkdownConverter(translator),
        tally=theme.tally,
        privacy=privacy,
        today=today,
        language_digest=digest(program.language, overrides, program.own_catalogue),
        draw_charts=cached_renderer(memoize),
        memoize=memoize,
        audience=audience,
    )


def _layout(program: Program, theme: Theme, translator: Translator, audience: Audience) -> LayoutContext:
    own_pages = sorted(program.pages, key=lambda page: (page.order, page.id))
    return LayoutContext(
        title=program.title,
        description=program.description,
        language=program.language,
        url=program.url,
        stylesheet=theme.stylesheet_address,
        scripts=theme.script_addresses,
        menu=(
            Link(translator.gettext("Teachers"), addresses.TEACHERS),
            *library_links(program, translator).values(),
            Link(translator.gettext("Search"), addresses.SEARCH),
            *(Link(page.title, addresses.free_page(page.id)) for page in own_pages),
        ),
        desk=bool(program.micro_credentials),
        check=addresses.VERIFY if is_issuer(program) else "",
        index=program.index and audience is not Audience.PREVIEW,
        preview=audience is Audience.PREVIEW,
    )


@cache
def _blank_picture() -> bytes:
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.new("1", (1, 1)).save(file, "PNG")
    return file.getvalue()
