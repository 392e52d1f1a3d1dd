"""How an inquiry's answer is made from its charts."""

from collections.abc import Sequence

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import Outcome, Prompt, PromptKind, SchoolYearStart, Unit
from generator.site.inquiry.answer import Answer, ClassAnswer
from generator.site.inquiry.answer_figures import AnswerFigures
from generator.site.inquiry.answer_sentences import AnswerSentences
from generator.site.inquiry.chart_view import Chart
from generator.words.translator import Translator
from generator.words.unit_names import UNIT_NAMES
from generator.words.verdict_texts import VerdictTexts


def make_answer(
    translator: Translator,
    evaluated: EvaluatedInquiry,
    charts: Sequence[Chart],
    school_year: SchoolYearStart,
) -> Answer:
    """The answer of an inquiry from all of its charts."""
    gettext, prompt = translator.gettext, evaluated.main
    main = [chart for chart in charts if prompt and chart.prompt.id == prompt.id]
    if prompt is None or not main:
        return Answer(_without_chart(translator, evaluated), "")
    unit = evaluated.tool.unit if evaluated.tool else Unit.RESPONSES
    figures = AnswerFigures(translator, prompt, _unit_name(translator, prompt, unit))
    classes = tuple(_class_answer(translator, figures, chart) for chart in main)
    by_outcome = {
        outcome: charts_of
        for outcome in Outcome
        if (charts_of := [chart for chart in main if chart.finding.outcome is outcome])
    }
    if not by_outcome:
        return Answer(
            _before_any_outcome(translator, main), gettext("The visits so far are a baseline."), classes
        )
    sentences = AnswerSentences(translator, prompt, unit, figures, school_year, by_outcome)
    growth = next((result for result in evaluated.growth if result.prompt == prompt.id), None)
    others = [chart for chart in charts if chart.prompt.id != prompt.id]
    rest = (
        *sentences.leading(),
        *sentences.growth(growth),
        *sentences.others(),
        *sentences.rising(),
        *sentences.other_prompts(others),
    )
    return Answer(sentences.headline(), " ".join(rest), classes, main.index(sentences.best_charts[0]))


def _without_chart(translator: Translator, evaluated: EvaluatedInquiry) -> str:
    """What is said without a chart of the main prompt: counts that are all hidden are data, too."""
    if any(row.was_collected for row in evaluated.inquiry.observations):
        return translator.gettext("What was counted cannot be published.")
    return translator.gettext("No data have been collected yet.")


def _before_any_outcome(translator: Translator, charts: Sequence[Chart]) -> str:
    """What is said where no visit follows a change: there is none, or it may still be a plan."""
    if any(chart.verdict for chart in charts):
        return translator.gettext("No visit follows a change yet.")
    return translator.gettext("No change has been tried yet.")


def _unit_name(translator: Translator, prompt: Prompt, unit: Unit) -> str:
    """What the values are counted in; empty where they are shares or steps of a scale."""
    return translator.gettext(UNIT_NAMES[unit]) if prompt.kind is PromptKind.TALLY else ""


def _class_answer(translator: Translator, figures: AnswerFigures, chart: Chart) -> ClassAnswer:
    result = VerdictTexts(translator).caption(chart.finding)
    return ClassAnswer(
        class_id=chart.class_id,
        class_name=chart.class_name,
        verdict=chart.verdict,
        title=translator.gettext("{class_name}: {result}", class_name=chart.class_name, result=result),
        figures=figures.of(chart),
    )
