"""What turns views and texts into pages, and what comes of it: a part of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from functools import partial

from markupsafe import Markup

from generator import addresses
from generator.memory import Remember, digest, forget
from generator.model import Program, Prose
from generator.privacy.guard import Guard
from generator.problems import Problem
from generator.runchart.draw import Draw, draw
from generator.site.prose import Converted, Converter, LinkFound
from generator.site.render import Renderer, View, Way
from generator.site.sources import Sources
from generator.words.speech import Words


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A short page that keeps an address while what stood there is being corrected."""

    address: str
    title: str
    description: str
    trail: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site: its files, the links that the whole site must confirm, what went wrong."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    links: tuple[tuple[str, LinkFound], ...] = ()  # (address of the page, link)
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: "Part") -> "Part":
        return Part(
            {**self.files, **other.files}, (*self.links, *other.links), (*self.problems, *other.problems)
        )


@dataclass(frozen=True, slots=True)
class Press:
    """What turns views and texts into pages: the same for every teacher of a program."""

    program: Program
    words: Words
    renderer: Renderer
    converter: Converter
    tally: Mapping[str, bytes]  # the theme's files of the tally page
    guard: Guard  # what the privacy gate knows beside the content
    today: Date  # read only where an award can expire
    spoken: bytes = b""  # a digest of the language and the program's own wording
    draw: Draw = draw
    remember: Remember = forget

    def page(self, template: str, view: View) -> Part:
        data, problems = self.renderer.render(template, view)
        return Part({addresses.file_of(view.address): data}, (), tuple(problems))

    def text(self, prose: Prose, here: str, sources: Sources, *, top: int = 2) -> tuple[Markup, Part]:
        """A text as HTML, with its links and problems."""
        place = (prose.text, prose.file, str(prose.line), here, str(top))
        key = digest("prose", self.spoken, *place, sources.key)
        rendered, problems = self.remember(
            key, partial(self.converter.convert, prose, here, sources, top=top), Converted
        )
        return rendered.html, Part({}, tuple((here, link) for link in rendered.links), tuple(problems))

    def notice(self, address: str, trail: tuple[Way, ...]) -> Part:
        title = self.words.say("This page is being corrected")
        return self.page("notice.html", NoticePage(address, title, title, trail))
