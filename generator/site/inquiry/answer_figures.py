"""The levels before and since, as the answer and the captions of its charts write them."""

from collections.abc import Sequence

from msgspec import Struct

from generator.model import Better, Prompt
from generator.runchart.before_and_since import BeforeAndSince, before_and_since, most_telling_phase
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
        levels = [levels_of(chart) for chart in charts]
        befores = present([level.before for level in levels])
        sinces = present([level.since for level in levels])
        runs = [level.good_run.level for level in levels if level.good_run]
        if len(charts) > MOST_NAMED and runs:
            return self.translator.gettext(
                "{before} before, {lasted} while it lasted, {since} since",
                before=self._range(befores),
                lasted=self._range(runs),
                since=self._range(sinces),
            )
        if len(charts) > MOST_NAMED:
            return self._before_and_since(self._range(befores), self._range(sinces))
        if len(set(map(self.amount, befores))) == 1 and not runs:
            different = list(dict.fromkeys(map(self.amount, sinces)))
            shown = different if len(different) == 1 else [self.amount(since) for since in sinces]
            return self._before_and_since(self.amount(befores[0]), self.translator.format_list(shown))
        return (". " if runs else "; ").join(
            self.translator.gettext(
                "{figures} ({class_name})", figures=self.of(chart), class_name=chart.class_name
            )
            for chart in charts
        )

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
        return self.translator.gettext("{before} before, {since} since", before=before, since=since)


def levels_of(chart: Chart) -> BeforeAndSince:
    """The levels of the phase that the chart's verdict is about."""
    return before_and_since(most_telling_phase(chart.phases))
