"""The program's front page: what changed for students, in a sentence and one plot; what was learned; the
inquiries.  There is one for the latest school year, one for each earlier one, and one for all of them.
"""

from collections.abc import Sequence

from msgspec import Struct

from generator import addresses
from generator.site.program.change_idea_results import change_idea_results
from generator.site.program.idea_strips import IdeaStrip, idea_strips
from generator.site.program.inquiry_filter import InquiryFinder, inquiry_finder
from generator.site.program.program_context import CardPair, ProgramContext
from generator.site.program.program_story import ProgramStory, program_totals
from generator.site.program.results_plot import MOST_ROWS, PlotPanel, ResultsPlot
from generator.site.rendering.template_renderer import Link
from generator.site.social_card import SocialCard
from generator.slugs import natural_key, slug

SHOWN_ON_HOME = 30  # tiles; everyone is on the list of teachers


class YearLink(Struct, frozen=True):
    """A school year of the switch above the page."""

    link: Link
    is_here: bool


class LearnedLine(Struct, frozen=True):
    """A change idea, and what followed where it was tried, in a sentence."""

    idea: Link
    sentence: str


class HomePage(Struct, frozen=True):
    """What home.html shows.  `title` is the headline, `school_year` empty where all are shown; `panels` or
    `strips` are the plot, `more` is how many inquiries are not among the `latest`."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    program: str
    school_year: str
    years: tuple[YearLink, ...]  # empty where there is only one
    standfirst: str
    panels: tuple[PlotPanel, ...]
    strips: tuple[IdeaStrip, ...]
    learned: tuple[LearnedLine, ...]
    earned: str
    finder: InquiryFinder
    latest: tuple[CardPair, ...]
    more: int
    social_card: SocialCard | None = None

    @property
    def has_rising(self) -> bool:
        """Whether some row of the plot has the mark of a baseline that was already getting better."""
        return any(row.rising for panel in self.panels for group in panel.groups for row in group.rows)


def home_pages(context: ProgramContext) -> list[HomePage]:
    """The views: the latest school year's, which is the home page, then the others'."""
    years = school_years(context)
    if len(years) < 2:
        return [_page(context, addresses.HOME, years[0] if years else "", ())]
    earlier = {year: addresses.school_year(slug(year)) for year in years[1:]}
    at = {years[0]: addresses.HOME, **earlier, "": addresses.school_year("all")}
    every = context.translator.gettext("All years")
    pages = []
    for year, address in at.items():
        links = tuple(YearLink(Link(name or every, page), name == year) for name, page in at.items())
        pages.append(_page(_of_year(context, year, years), address, year, links))
    return pages


def school_years(context: ProgramContext) -> list[str]:
    """The names of the school years with visits, the latest first."""
    names = {inquiry.school_year for _, inquiry in context.inquiries if inquiry.school_year}
    return sorted(names, key=natural_key, reverse=True)


def _of_year(context: ProgramContext, year: str, years: Sequence[str]) -> ProgramContext:
    """The cards with the inquiries of one school year; an inquiry without a visit has only just begun."""
    if not year:
        return context
    return context.with_inquiries(lambda inquiry: (inquiry.school_year or years[0]) == year)


def _page(context: ProgramContext, address: str, year: str, years: tuple[YearLink, ...]) -> HomePage:
    program, story, totals = context.program, ProgramStory(context.translator), program_totals(context)
    drawn = totals.classes <= MOST_ROWS
    within = ("year", year) if year and years else ("", "")
    standfirst = story.standfirst(totals)
    return HomePage(
        address=address,
        title=story.headline(totals) or program.title,
        description=story.summary(totals) or program.description,
        trail=() if address == addresses.HOME else context.trail,
        program=program.title,
        school_year=year,
        years=years,
        standfirst=standfirst or program.description,
        panels=ResultsPlot(context.translator, not year).panels(context.inquiries) if drawn else (),
        strips=() if drawn else idea_strips(context.translator, context.inquiries, program.change_ideas),
        learned=_learned(context, story),
        earned=story.earned(totals),
        finder=inquiry_finder(context, address, context.inquiries, within),
        latest=context.inquiries[:SHOWN_ON_HOME],
        more=max(len(context.inquiries) - SHOWN_ON_HOME, 0),
    )


def _learned(context: ProgramContext, story: ProgramStory) -> tuple[LearnedLine, ...]:
    """Every change idea that was tried, in most classes first."""
    results = [change_idea_results(context, idea) for idea in context.program.change_ideas.values()]
    tried = sorted((idea for idea in results if idea.trials), key=lambda idea: -len(idea.trials))
    return tuple(
        LearnedLine(Link(of_idea.idea.title, addresses.change_idea(of_idea.idea.id)), story.of_idea(of_idea))
        for of_idea in tried
    )
