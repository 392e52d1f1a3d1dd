"""The main prompts of an inquiry against steady growth, as sentences beside the verdicts."""

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import EvaluatedSeries, GrowthResult, Verdict
from generator.words.growth_texts import GrowthTexts
from generator.words.translator import Translator


def growth_sentences(translator: Translator, evaluated: EvaluatedInquiry) -> tuple[str, ...]:
    """For each main prompt with a sustained improvement in some class: what the comparison says, and the
    pooled step.

    Of the others nothing is said here: that a prompt which did not get better, or did not stay so, is no
    straight line helps nobody.  Their figures are in findings.json.
    """
    tool = evaluated.tool
    if tool is None:
        return ()
    prompts = {prompt.id: prompt for prompt in tool.prompts}
    texts = GrowthTexts(translator)
    sentences = []
    for result in evaluated.growth:
        if result.prompt in evaluated.main_prompts and _is_sustained(result, evaluated.series):
            prompt = prompts[result.prompt]
            parts = (texts.comparison(result), texts.pooled_step(result, share=prompt.is_share))
            sentence = " ".join(part for part in parts if part)
            if len(evaluated.main_prompts) > 1:
                sentence = translator.gettext("“{prompt}”: {sentence}", prompt=prompt.text, sentence=sentence)
            sentences.append(sentence)
    return tuple(sentences)


def _is_sustained(result: GrowthResult, series: tuple[EvaluatedSeries, ...]) -> bool:
    """Whether any class has a sustained improvement of the prompt."""
    return any(
        evaluated.finding.verdict is Verdict.SUSTAINED_IMPROVEMENT
        for evaluated in series
        if evaluated.series.prompt == result.prompt and not evaluated.series.group
    )
