"""The program's home page: its story in numbers, what was learned, the latest inquiries."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from generator import addresses
from generator.model import MicroCredential, Tool, Verdict
from generator.site.program.change_idea_results import ChangeIdeaResults
from generator.site.program.program_context import CardPair, ProgramContext
from generator.site.rendering.template_renderer import Link

SHOWN_ON_HOME = 60  # small multiples; everyone is on the list of teachers


class ProgramTotals(Struct, frozen=True):
    """The program's story in numbers; `verdicts` counts the main charts of classes with a change."""

    teachers: int
    inquiries: int
    classes: int
    visits: int
    reflections: int
    earned: int
    school_years: int
    awaiting_award: int  # of those that are earned
    verdicts: tuple[tuple[Verdict, int], ...]

    @property
    def classes_with_verdict(self) -> int:
        """How many classes have a verdict."""
        return sum(number for _, number in self.verdicts)  # whole numbers


class HomePage(Struct, frozen=True):
    """What home.html shows.  `more` is how many inquiries are not among the `latest`."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    totals: ProgramTotals
    latest: tuple[CardPair, ...]
    more: int
    ideas: tuple[ChangeIdeaResults, ...]  # those that were tried, in most classes first
    credentials: tuple[tuple[MicroCredential, int, int], ...]  # how many earned it, and await the award
    tools: tuple[Tool, ...]


def home_page(context: ProgramContext, ideas: Sequence[ChangeIdeaResults]) -> HomePage:
    """The view of the home page; `ideas` are the results of every change idea."""
    program = context.program
    earned = Counter(inquiry.micro_credential for _, inquiry in context.inquiries if inquiry.earned)
    awaiting = Counter(inquiry.micro_credential for _, inquiry in context.inquiries if inquiry.awaits_award)
    tried = [idea for idea in ideas if idea.trials]
    return HomePage(
        address=addresses.HOME,
        title=program.title,
        description=program.description,
        trail=(),
        totals=program_totals(context),
        latest=context.inquiries[:SHOWN_ON_HOME],
        more=max(len(context.inquiries) - SHOWN_ON_HOME, 0),
        ideas=tuple(sorted(tried, key=lambda idea: -len(idea.trials))),
        credentials=tuple(
            (credential, earned[key], awaiting[key]) for key, credential in program.micro_credentials.items()
        ),
        tools=tuple(program.tools.values()),
    )


def program_totals(context: ProgramContext) -> ProgramTotals:
    """How much the program's teachers have published."""
    inquiries = [inquiry for _, inquiry in context.inquiries]
    counted = Counter(verdict for inquiry in inquiries for _, verdict in inquiry.verdicts if verdict)
    return ProgramTotals(
        teachers=len(context.cards),
        inquiries=len(inquiries),
        classes=sum(len(inquiry.verdicts) for inquiry in inquiries),
        visits=sum(inquiry.visits for inquiry in inquiries),
        reflections=sum(inquiry.reflections for inquiry in inquiries),
        earned=sum(1 for inquiry in inquiries if inquiry.earned),
        school_years=len({inquiry.school_year for inquiry in inquiries if inquiry.school_year}),
        awaiting_award=sum(1 for inquiry in inquiries if inquiry.awaits_award),
        verdicts=tuple((verdict, counted[verdict]) for verdict in reversed(Verdict)),
    )
