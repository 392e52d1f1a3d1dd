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
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.words.translator import Translator
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


# from the most that can be said to the least; the lead speaks of the first that a class has
RANKED = (
    (Verdict.SUSTAINED_IMPROVEMENT, "is higher than before the change"),
    (Verdict.SHIFT_NOT_YET_SUSTAINED, "is higher than before the change"),
    (Verdict.DID_NOT_HOLD, "for a while, but it did not hold"),
    (Verdict.WRONG_DIRECTION, "moved the other way after the change"),
)

# what is said of the classes that the lead does not speak of
BAD_NEWS = {
    Verdict.DID_NOT_HOLD: r"it did not hold\.",
    Verdict.WRONG_DIRECTION: r"it moved the other way after the change\.",
}


@settings(max_examples=40, deadline=None)
@given(st.lists(counted(), min_size=2, max_size=3))
def test_what_is_said_of_several_classes_counts_them_and_names_late_starts(several: list[Counted]) -> None:
    several = [
        replace(series, better=Better.HIGHER)
        for series in several
        if 0 < series.before < len(series.days) and any(value is not None for value in series.values)
    ]
    if len(several) < 2:
        return
    context = classes_context(several)
    charts, lead = context.main_charts, context.finding.lead.replace("\N{NO-BREAK SPACE}", " ")
    verdicts = [chart.verdict for chart in charts]
    leading = next(((verdict, claim) for verdict, claim in RANKED if verdict in verdicts), None)
    started = re.match(r"In (\d) of (\d) classes: ", lead)
    assert (started is not None) is (leading is not None and len(charts) > 1)
    if leading is None or started is None:
        return
    assert (int(started[1]), int(started[2])) == (verdicts.count(leading[0]), len(charts))
    assert leading[1] in lead
    late = {
        chart.class_name: chart.finding.progress.visit
        for chart in charts
        if chart.verdict is leading[0] and chart.finding.progress and chart.finding.progress.is_late
    }
    named = {
        name: int(visit)
        for name, visit in re.findall(r"In (Period \d) it began on [^(]*\((\d+) visits? after", lead)
    }
    reached = leading[0] in (Verdict.SUSTAINED_IMPROVEMENT, Verdict.SHIFT_NOT_YET_SUSTAINED)
    assert named == (late if reached else {})
    for verdict, claim in RANKED[RANKED.index(leading) + 1 :]:
        if verdict in BAD_NEWS:
            others = [chart.class_name for chart in charts if chart.verdict is verdict]
            sentence = re.search(rf"In ([^.]*) {BAD_NEWS[verdict]}", lead)
            assert (re.findall(r"Period \d", sentence[1]) if sentence else []) == others, claim
    if weeks := re.search(r"it has lasted (\d+) week", lead):
        spans = [
            series_span(several, chart) for chart in charts if chart.verdict is Verdict.SUSTAINED_IMPROVEMENT
        ]
        assert int(weeks[1]) == min(spans)


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
        texts = VerdictTexts(Translator(language))
        sentences = (
            texts.verdict(evaluated, share=False),
            texts.effect(evaluated.finding, share=False, better=series.better),
            texts.luck(evaluated.finding),
        )
        text = re.sub(r"1[.,]000", "1000", " ".join(sentences))
        return sorted(re.findall(r"\d+", text))

    assert figures("es") == figures("en")
