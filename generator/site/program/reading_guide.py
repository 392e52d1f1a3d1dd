"""The page that tells parents how to read a run chart: six made-up charts, one for each verdict.

The charts are made as those of classes are: the rules give the verdict, the same code draws.
"""

from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator import addresses
from generator.model import Change, Outcome, Point, Series
from generator.runchart.chart_spec import COLUMN
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.plot import Plot, PlotScale, make_frame, make_plot
from generator.runchart.verdict import evaluate_series
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.template_renderer import Link
from generator.words.outcome_texts import OUTCOME_FORMS
from generator.words.translator import Translator

_FIRST_VISIT = Date(2025, 9, 8)
_BEFORE = (30, 40, 35, 25, 40, 35, 30, 45)  # percent of the class, a visit each
_SINCE = {
    Outcome.LASTED: (45, 55, 50, 60, 55, 65, 60, 55, 65, 60),
    Outcome.TOO_SOON: (45, 55, 50, 60, 50, 55),
    Outcome.DID_NOT_LAST: (50, 60, 55, 65, 55, 60, 30, 40, 25, 30, 25, 30),
    Outcome.NO_CLEAR_CHANGE: (40, 30, 45, 25, 40, 30, 45, 30, 40),
    Outcome.WORSE: (30, 20, 25, 15, 25, 20, 25),
    Outcome.TOO_FEW: (45, 55, 40),
}


class ChartExample(Struct, frozen=True):
    """A made-up chart with its name and a sentence on what is to be seen."""

    outcome: Outcome
    heading: str
    svg: Markup
    sentence: str


class ReadingGuide(Struct, frozen=True):
    """The view of the page."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    examples: tuple[ChartExample, ...]


def reading_guide(context: ProgramContext) -> ReadingGuide:
    """Make the page's view in the program's language."""
    translator = context.translator
    plots = [_plot(translator, outcome, example_series(outcome)) for outcome in _SINCE]
    pictures = context.render.draw_charts(COLUMN, plots)
    return ReadingGuide(
        address=addresses.HOW_TO_READ,
        title=translator.gettext("How to read a run chart"),
        description=translator.gettext(
            "A colleague visits a class again and again and counts the same thing each time. "
            "Each point of a run chart is one visit."
        ),
        trail=context.trail,
        examples=tuple(
            _example(translator, outcome, svg) for outcome, svg in zip(_SINCE, pictures, strict=True)
        ),
    )


def _example(translator: Translator, outcome: Outcome, svg: str) -> ChartExample:
    forms = OUTCOME_FORMS[outcome]
    return ChartExample(
        outcome, translator.gettext(forms.heading), Markup(svg), translator.gettext(forms.explained)
    )


def example_series(outcome: Outcome) -> Series:
    """Made-up visits, one a week, for which the rules give this outcome."""
    values: Sequence[float] = (*_BEFORE, *_SINCE[outcome])
    return Series(
        class_id="",
        class_name="",
        prompt="",
        points=tuple(
            Point(row, _FIRST_VISIT + timedelta(weeks=row - 1), value) for row, value in enumerate(values, 1)
        ),
        baseline=len(_BEFORE),
        change=1,
    )


def _plot(translator: Translator, outcome: Outcome, series: Series) -> Plot:
    evaluated = evaluate_series(series)
    changes = [Change(1, _FIRST_VISIT + timedelta(weeks=len(_BEFORE)), "")]
    longest = max(map(len, _SINCE.values())) + len(_BEFORE)
    frame = make_frame([evaluated], True, changes)
    first, last = frame.x_from, (_FIRST_VISIT + timedelta(weeks=longest)).toordinal()
    terms, heading = ChartTerms(translator), translator.gettext(OUTCOME_FORMS[outcome].heading)
    return make_plot(
        [evaluated],
        changes,
        PlotScale(frame=replace(frame, x_from=first, x_to=last), share=True, terms=terms),
        title=translator.gettext("A made-up run chart: {outcome}", outcome=heading),
        description=translator.gettext(OUTCOME_FORMS[outcome].explained),
    )
