"""An inquiry's charts without what says where something was changed: no names, no dates, no marks.

A reader who does not know where the change is marked sees the values of one chart at a time, as visits 1,
2, 3 and so on: the days are left out, because a gap between them can give the change away, and so are
visits without a value, medians, notes and the direction that is better.  The order of the charts is that
of a digest.  (Masked visual analysis: Ferron & Jones 2006, Journal of Experimental Education 75:66.)
"""

from collections.abc import Sequence
from datetime import date as Date
from hashlib import blake2b
from string import ascii_uppercase

from msgspec import Struct

from generator.model import Point, Prompt
from generator.runchart.before_and_since import most_telling_phase
from generator.site.inquiry.chart_view import Chart
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.program.review_card import MaskedChart, MaskedSet

FEWEST_VISITS = 6  # with a value, for a chart to be shown


class UnmaskedChart(Struct, frozen=True):
    """A masked chart with what it hides.  `change_before` is the number of the first visit after the
    change: None in a class in which nothing was changed, or where no visit came after the change."""

    chart: MaskedChart
    class_name: str
    prompt: Prompt
    has_change: bool
    change_before: int | None


class UnmaskedSet(Struct, frozen=True):
    """All masked charts of an inquiry, in the order of their letters."""

    digest: str
    charts: tuple[UnmaskedChart, ...]

    @property
    def masked(self) -> MaskedSet:
        """What readers may see of it."""
        return MaskedSet(self.digest, tuple(chart.chart for chart in self.charts))


def unmasked_set(context: InquiryContext) -> UnmaskedSet | None:
    """The charts of the prompts that count, in every class; None without any."""
    main = context.evaluated.main_prompts
    charts = [chart for chart in context.charts if chart.prompt.id in main]
    inquiry = f"{context.teacher.id}/{context.inquiry.id}"
    keyed = [(_key(inquiry, chart), chart) for chart in charts if len(_points(chart)) >= FEWEST_VISITS]
    if not keyed:
        return None
    keyed.sort(key=lambda pair: pair[0])
    digest = blake2b("".join(key for key, _ in keyed).encode(), digest_size=6).hexdigest()
    letters = _letters(len(keyed))
    return UnmaskedSet(
        digest,
        tuple(_unmasked(context, letter, chart) for letter, (_, chart) in zip(letters, keyed, strict=True)),
    )


def _key(inquiry: str, chart: Chart) -> str:
    """A digest of the chart and its values, by which the charts are put in order."""
    values = [point.value for point in _points(chart)]
    text = f"{inquiry} {chart.class_id} {chart.prompt.id} {values}"
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _points(chart: Chart) -> list[Point]:
    """The visits with a value of the phase that the chart's verdict is about."""
    points = most_telling_phase(chart.phases).series.points
    return [point for point in points if point.value is not None]


def _letters(count: int) -> list[str]:
    """A, B ... Z, then A2, B2 and so on."""
    return [
        f"{ascii_uppercase[number % 26]}{number // 26 + 1 if number >= 26 else ''}" for number in range(count)
    ]


def _unmasked(context: InquiryContext, letter: str, chart: Chart) -> UnmaskedChart:
    points = _points(chart)
    frame = chart.plot.frame
    start = _start(context, chart)
    return UnmaskedChart(
        chart=MaskedChart(
            letter=letter,
            values=tuple(point.value for point in points if point.value is not None),
            is_share=chart.prompt.is_share,
            low=frame.y_from,
            high=frame.y_to,
        ),
        class_name=chart.class_name,
        prompt=chart.prompt,
        has_change=start is not None,
        change_before=_first_visit_after(points, start) if start else None,
    )


def _start(context: InquiryContext, chart: Chart) -> Date | None:
    """The day of the change that ends the baseline."""
    number = most_telling_phase(chart.phases).series.change
    dates = (change.date for change in context.inquiry.changes if change.number == number)
    return next(dates, None)


def _first_visit_after(points: Sequence[Point], start: Date) -> int | None:
    visits = (number for number, point in enumerate(points, start=1) if point.date and point.date >= start)
    return next(visits, None)
