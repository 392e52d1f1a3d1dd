"""What is said of several classes together is true of each; and Spanish says what English says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from generator.model import (
    Better,
    Observation,
    Outcome,
    Point,
    Program,
    Prompt,
    PromptKind,
    SchoolYearStart,
    Series,
    Verdict,
)
from generator.runchart.verdict import evaluate_series
from generator.site.inquiry.chart_view import Chart
from generator.site.inquiry.inquiry_answer import make_answer
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.words.effect_texts import EffectTexts
from generator.words.translator import ENGLISH, Translator
from generator.words.verdict_texts import VerdictTexts
from tests.site.inquiry.inquiries import TOOL, change, inquiry, inquiry_context
from tests.site.inquiry.random_series import Counted, counted

SUMMER = SchoolYearStart(12, 1)  # early, so that short series reach beyond it


def classes_context(several: Sequence[Counted]) -> InquiryContext:
    """An inquiry of several classes, each with its change, all counted in one measure."""
    tool = structs.replace(TOOL, prompts=(Prompt("explains", "Explains", kind=PromptKind.SCALE),))
    rows = tuple(
        Observation(day, f"period-{number}", f"Period {number}", "explains", value, None, None)
        for number, series in enumerate(several, start=1)
        for day, value in zip(series.days, series.values, strict=True)
    )
    changes = tuple(
        structs.replace(change(number), date=series.days[series.before], classes=(f"period-{number}",))
        for number, series in enumerate(several, start=1)
    )
    program = Program("Maple Grove", tools={tool.id: tool}, school_year_starts=SUMMER)
    return inquiry_context(inquiry({}, observations=rows, changes=changes), program)


# what is said of a class with each verdict, in the headline or after it
CLAIMS = {
    Verdict.SUSTAINED_IMPROVEMENT: r"it got better, and it lasted",
    Verdict.SHIFT_NOT_YET_SUSTAINED: r"it is too soon to say whether (?:that|it) lasts"
    r"|it got better, but luck could explain it",
    Verdict.DID_NOT_HOLD: r"it got better for a while, but that did not last|it did not last",
    Verdict.WRONG_DIRECTION: r"it moved the wrong way",
    Verdict.NO_SIGNAL: r"there is no clear change|^No clear change",
    Verdict.TOO_FEW_POINTS: r"there are too few visits yet|^Too early to say",
}
NUMBERS = {"both": 2, "one": 1} | {ENGLISH.spell_out(number): number for number in range(2, 20)}


@settings(max_examples=30, deadline=None)
@given(st.lists(counted(), min_size=2, max_size=6))
def test_every_verdict_of_every_class_is_in_the_answer(several: list[Counted]) -> None:
    several = [
        replace(series, better=Better.HIGHER)
        for series in several
        if 0 < series.before < len(series.days) and any(value is not None for value in series.values)
    ]
    if len(several) < 2:
        return
    context = classes_context(several)
    charts, answer = context.main_charts, context.answer
    for verdict in Verdict:
        of_verdict = [chart for chart in charts if chart.verdict is verdict]
        assert bool(re.search(CLAIMS[verdict], answer.text)) is bool(of_verdict), verdict
        if verdict in (Verdict.DID_NOT_HOLD, Verdict.WRONG_DIRECTION):
            named = set(re.findall(r"Period \d", answer.text))
            leads = re.search(CLAIMS[verdict], answer.headline)
            assert leads or {chart.class_name for chart in of_verdict} <= named, "bad news names its classes"
    spanish = make_answer(
        Translator("es"), context.evaluated, context.charts, context.render.program.school_year_starts
    )
    names = re.compile(r"Period \d")
    assert sorted(names.findall(spanish.text)) == sorted(names.findall(answer.text))


@settings(max_examples=20, deadline=None)
@given(st.lists(counted(), min_size=2, max_size=3))
def test_the_headline_counts_its_classes_and_late_starts_are_named(several: list[Counted]) -> None:
    several = [
        replace(series, better=Better.HIGHER)
        for series in several
        if 0 < series.before < len(series.days) and any(value is not None for value in series.values)
    ]
    if len(several) < 2:
        return
    context = classes_context(several)
    charts, answer = context.main_charts, context.answer
    started = re.match(r"In (?:all )?(\w+)(?: of (\w+))? classes", answer.headline)
    outcomes = [chart.finding.outcome for chart in charts]
    best = min((outcome for outcome in outcomes if outcome), key=list(Outcome).index)
    speaks = best not in (Outcome.NO_CLEAR_CHANGE, Outcome.TOO_FEW)
    assert (started is not None) is (speaks and len(charts) > 1)
    if started:
        assert NUMBERS[started[1]] == outcomes.count(best)
        assert NUMBERS[started[2] or started[1]] == len(charts)
    late = {
        chart.class_name: chart.finding.progress.visit
        for chart in charts
        if chart.finding.outcome is best and chart.finding.progress and chart.finding.progress.is_late
    }
    named = re.findall(r"In (Period \d) it began on [^(]*\((\d+) visits? after", answer.rest)
    reached = best in (Outcome.LASTED, Outcome.TOO_SOON, Outcome.MAY_BE_LUCK) and len(charts) > 1
    assert {name: int(visit) for name, visit in named} == (late if reached else {})
    if weeks := re.search(r"It has lasted (?:at least )?(\d+) week", answer.rest):
        spans = [series_span(several, chart) for chart in charts if chart.finding.outcome is best]
        assert int(weeks[1]) == min(spans)


@settings(max_examples=20, deadline=None)
@given(counted())
def test_an_answer_has_the_figures_that_label_the_chart_in_both_languages(series: Counted) -> None:
    if not 0 < series.before < len(series.days) or all(value is None for value in series.values):
        return
    context = classes_context([series])
    spanish = make_answer(
        Translator("es"), context.evaluated, context.charts, context.render.program.school_year_starts
    )
    ((chart,), (of_class,), (of_class_es,)) = context.main_charts, context.answer.classes, spanish.classes

    def figures(text: str) -> list[str]:
        return re.findall(r"\d+(?:\.\d+)?", text.replace(",", ".").replace(". ", ", "))

    labels = {figure for level in chart.plot.levels for figure in figures(level.label)}
    assert labels <= {*figures(of_class.figures)}
    assert figures(of_class.figures) == figures(of_class_es.figures)
    assert figures(context.answer.rest) == figures(spanish.rest) or "began on" in context.answer.rest


def series_span(several: Sequence[Counted], chart: Chart) -> int:
    """Whole weeks of the latest visits off the median that are all on the good side."""
    series = several[int(chart.class_id.removeprefix("period-")) - 1]
    useful = [(day, side) for day, side in series.visits() if side != "on"]
    run = [day for day, _ in takewhile(lambda visit: visit[1] == series.good, reversed(useful))]
    return (run[0] - run[-1]).days // 7


@settings(max_examples=60, deadline=None)
@given(counted())
def test_spanish_says_the_same_figures_and_days(series: Counted) -> None:
    points = tuple(
        Point(row, day, value)
        for row, (day, value) in enumerate(zip(series.days, series.values, strict=True), start=1)
    )
    evaluated = evaluate_series(
        Series("a", "A", "explains", points, baseline=series.before, better=series.better)
    )

    def figures(language: str) -> list[str]:
        texts, effects = VerdictTexts(Translator(language)), EffectTexts(Translator(language))
        sentences = (
            texts.verdict(evaluated, share=False),
            effects.effect(evaluated.finding, share=False, better=series.better),
            effects.luck(evaluated.finding),
        )
        text = re.sub(r"1[.,]000", "1000", " ".join(sentences))
        return sorted(re.findall(r"\d+", text))

    assert figures("es") == figures("en")
