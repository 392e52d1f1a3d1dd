"""The levels before and since, as the answer and the captions of its charts write them."""

from collections.abc import Sequence

from msgspec import Struct

from generator.model import Better, Prompt
from generator.runchart.before_and_since import BeforeAndSince, levels_of_phases
from generator.runchart.chart_terms import ChartTerms
from generator.runchart.run_rules import present, side
from generator.site.inquiry.amount_format import AmountFormat
from generator.site.inquiry.chart_view import Chart
from generator.words.translator import Translator

MOST_NAMED = 3  # classes whose figures are given one by one


class AnswerFigures(Struct, frozen=True):
    """One prompt; `unit` is what its values are counted in, where that is to be said."""

    translator: Translator
    prompt: Prompt
    unit: str

    def of(self, chart: Chart) -> str:
        """The levels of one class: `33% before, 59% since`."""
        levels, terms = levels_of(chart), ChartTerms(self.translator)
        if chart.verdict is None:
            return "" if levels.before is None else terms.median(self.amount(levels.before))
        return terms.figures(levels, self.amount)

    def of_several(self, charts: Sequence[Chart]) -> str:
        """Those of several classes in a line: `33% before, 59% and 55% since`, or of many their range."""
        if len(charts) == 1:
            return self.of(charts[0])
        if len(charts) > MOST_NAMED:
            return self._ranges([levels_of(chart) for chart in charts])
        return self._with_one_before(charts) or self._class_by_class(charts)

    def _ranges(self, levels: Sequence[BeforeAndSince]) -> str:
        before = self._range(present([level.before for level in levels]))
        since = self._range(present([level.since for level in levels]))
        runs = [level.good_run.level for level in levels if level.good_run]
        if not runs:
            return self._before_and_since(before, since)
        return self.translator.gettext(
            "{before} before, {lasted} while it lasted, {since} since",
            before=before,
            lasted=self._range(runs),
            since=since,
        )

    def _with_one_before(self, charts: Sequence[Chart]) -> str:
        """`33% before, 59% and 55% since`, in the order of the charts; empty where they do not begin at the
        same level, had one while it lasted, or ended with another change."""
        levels = [levels_of(chart) for chart in charts]
        befores = {self.amount(before) for before in present([level.before for level in levels])}
        if len(befores) > 1 or any(level.good_run or level.until for level in levels):
            return ""
        sinces = [self.amount(since) for since in present([level.since for level in levels])]
        since = sinces[0] if len(set(sinces)) == 1 else self.translator.format_list(sinces)
        return self._before_and_since(befores.pop(), since)

    def _class_by_class(self, charts: Sequence[Chart]) -> str:
        gettext = self.translator.gettext
        parts = [
            gettext("{figures} ({class_name})", figures=self.of(chart), class_name=chart.class_name)
            for chart in charts
        ]
        # what did not hold has a semicolon of its own
        return (". " if any(levels_of(chart).good_run for chart in charts) else "; ").join(parts)

    def amount(self, value: float) -> str:
        """A level in its own measure: `35%`, `4.5 minutes`."""
        number = AmountFormat(self.translator).value(value, self.prompt)
        return f"{number}\N{NO-BREAK SPACE}{self.unit}" if self.unit else number

    def is_better(self, chart: Chart) -> bool:
        """Whether the level since the change is on the good side of the one before it."""
        levels = levels_of(chart)
        if levels.before is None or levels.since is None:
            return False
        return side(levels.since, levels.before) == (1 if self.prompt.better is Better.HIGHER else -1)

    def _range(self, values: Sequence[float]) -> str:
        low, high = self.amount(min(values)), self.amount(max(values))
        return low if low == high else self.translator.gettext("{low} to {high}", low=low, high=high)

    def _before_and_since(self, before: str, since: str) -> str:
        return ChartTerms(self.translator).before_and_since(before, since)


def levels_of(chart: Chart) -> BeforeAndSince:
    """The levels of the phase that the chart's verdict is about."""
    return levels_of_phases(chart.phases)
