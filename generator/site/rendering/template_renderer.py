"""View + template -> the bytes of a page.

A template sees its page's complete, frozen view as `page`, the site's frame as `site`, and the
words; nothing else.  So the bytes of a page are a function of what is handed over here.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from textwrap import shorten
from traceback import walk_tb
from types import CodeType
from typing import Protocol

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.layout import THEMES
from generator.model import Verdict
from generator.problems import Place, Problem, error
from generator.runchart.verdict_mark import verdict_shape
from generator.site.rendering.paper_notes import NotedHtml, with_notes
from generator.site.rendering.theme import DEFAULT, Theme
from generator.words.html_language import html_language
from generator.words.translator import Translator
from generator.words.unit_names import UNIT_NAMES
from generator.words.verdict_texts import VerdictTexts


class Link(Struct, frozen=True):
    """A link's words and the address of the site that it leads to; an empty address is the home page."""

    text: str
    address: str


class LayoutContext(Struct, frozen=True):
    """What every page shows around its own content; templates know it as `site`."""

    title: str
    description: str
    language: str
    url: str
    stylesheet: str
    scripts: Mapping[str, str]  # file name -> address; a page loads only what it uses
    menu: tuple[Link, ...]
    desk: bool  # whether there is a review desk
    check: str  # the address of the page that checks credentials; empty where none are issued
    index: bool = True  # whether search engines may list the pages
    preview: bool = False  # whether drafts are among the pages, so that none of them is for publishing

    @property
    def html_language(self) -> Markup:
        """The language as the html element has it, with its direction."""
        return html_language(self.language)


class PageView(Protocol):
    """What every page's view has; the rest is each page's own."""

    @property
    def address(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def trail(self) -> tuple[Link, ...]: ...  # from the program's page down to the one above


class TemplateRenderer:
    """Templates of one theme in one language, compiled when first used."""

    def __init__(self, theme: Theme, translator: Translator, site: LayoutContext) -> None:
        self._theme = theme
        self._site = site
        self._templates = _environment(theme.templates, translator)
        self._default_templates = _environment(theme.fallback, translator)

    def render(self, template: str, view: PageView) -> tuple[bytes, list[Problem]]:
        """The page's bytes.  A mistake in a program's own template, whatever it raises, is a problem, and
        the page is made with the default theme's template."""
        try:
            return self._bytes(self._templates, template, view), []
        except Exception as mistake:
            if self._theme.name == DEFAULT and self._theme.templates == self._theme.fallback:
                raise
            return self._bytes(self._default_templates, template, view), [
                _template_problem(self._theme, template, mistake)
            ]

    def _bytes(self, environment: Environment, template: str, view: PageView) -> bytes:
        return environment.get_template(template).render(site=self._site, page=view).encode()


class _CompiledTemplates(BytecodeCache):
    """Templates compiled once a process, for whichever program and language: their code is the same.  So a
    save of program.yml while serving does not compile them again.

    Each save of a template while serving leaves one code behind; beyond `MOST_COMPILED` the oldest goes.
    """

    MOST_COMPILED = 1000  # a theme has some fifty

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code
            if len(self._codes) > self.MOST_COMPILED:
                del self._codes[next(iter(self._codes))]


@cache
def _compiled() -> _CompiledTemplates:
    return _CompiledTemplates()


def _verdict_shape(verdict: Verdict | None) -> Markup:
    return Markup(verdict_shape(verdict))  # marks of our own, nothing from content


def _environment(templates: Mapping[str, str], translator: Translator) -> Environment:
    environment = Environment(
        loader=_loader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(),
    )
    environment.globals.update(
        say=translator.gettext,
        count=translator.ngettext,
        verdict_name=VerdictTexts(translator).name,
        verdict_shape=_verdict_shape,
        unit_name=lambda unit: translator.gettext(UNIT_NAMES[unit]),
    )
    environment.filters.update(
        date=_at_run_time(translator.format_date),
        day=_at_run_time(translator.format_day),
        number=_at_run_time(translator.format_number),
        percent=_at_run_time(translator.format_percent),
        size=_at_run_time(translator.format_size),
        chance=_at_run_time(translator.format_probability),
        listing=_at_run_time(translator.format_list),
        way=_relative_filter,
        head_title=head_title,
        web=_absolute_filter,
        paper_notes=_paper_notes_filter,
    )
    return environment


def _loader(templates: Mapping[str, str]) -> FunctionLoader:
    """Templates by name; the name is the file's name in tracebacks too, as _own_line reads them."""
    return FunctionLoader(lambda name: (templates[name], name, None) if name in templates else None)


def _at_run_time(text_filter: Callable[..., str]) -> Callable[..., str]:
    """The filter, called when a page is made.  Jinja applies a filter to a constant when it compiles a
    template, and compiled templates are shared by programs of several languages; one that takes the context
    it leaves alone."""

    @pass_context
    def call(context: Context, *arguments: object, **named: object) -> str:
        return text_filter(*arguments, **named)

    return call


MOST_IN_TITLE = 70  # letters; search engines cut a title at about 60 to 70


def head_title(page: PageView, site: str) -> str:
    """The page's title with the site's behind it, where both fit; else as much as fits of its own."""
    if not page.address:
        title = site
    else:
        with_site = f"{page.title} · {site}"
        title = with_site if len(with_site) <= MOST_IN_TITLE else page.title
    return shorten(title, MOST_IN_TITLE, placeholder=" …") if len(title) > MOST_IN_TITLE else title


@pass_context
def _relative_filter(context: Context, address: str) -> Markup:
    """The relative link from the page that is being made to an address of the site."""
    return Markup("{}").format(addresses.relative_link(context["page"].address, address))


@pass_context
def _absolute_filter(context: Context, address: str) -> str:
    """The full address on the web; only where the program has one."""
    return addresses.absolute_url(context["site"].url, address)


@pass_context
def _paper_notes_filter(context: Context, html: Markup) -> NotedHtml:
    """A part of the page with a number behind each link, for the list of addresses on paper."""
    url = context["site"].url
    return with_notes(html, addresses.absolute_url(url, context["page"].address) if url else "")


_TEMPLATE_PROBLEM = "theme-template"


def _template_problem(theme: Theme, template: str, mistake: Exception) -> Problem:
    name, line = _own_line(theme, mistake) or (template, None)
    reason = mistake.message if isinstance(mistake, TemplateError) else str(mistake)
    return error(
        _TEMPLATE_PROBLEM,
        Place(f"{THEMES}/{theme.name}/templates/{name}", line),
        "This template cannot be used: {reason}",
        "Correct it, or delete the file to use the default theme's own.",
        reason=reason or type(mistake).__name__,
    )


def _own_line(theme: Theme, mistake: Exception) -> tuple[str, int] | None:
    """The line that is no template; else the innermost line of the theme's own templates that was at work
    when a page could not be made."""
    if isinstance(mistake, TemplateSyntaxError) and mistake.name:
        return mistake.name, mistake.lineno
    lines = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(mistake.__traceback__)
        if frame.f_code.co_filename in theme.templates
        and theme.templates[frame.f_code.co_filename] != theme.fallback.get(frame.f_code.co_filename)
    ]
    return lines[-1] if lines else None


def merge_template_problems(problems: Iterable[Problem]) -> list[Problem]:
    """The problems with the first of each template only: it is found again on every page that uses it."""
    merged: list[Problem] = []
    templates: set[str] = set()
    for problem in problems:
        if problem.code != _TEMPLATE_PROBLEM or problem.place.file not in templates:
            merged.append(problem)
        if problem.code == _TEMPLATE_PROBLEM:
            templates.add(problem.place.file)
    return merged
