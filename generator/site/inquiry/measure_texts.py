"""What a run chart's values are, in words: they stand once above its charts and in the table."""

from generator.model import Prompt, PromptKind, Unit
from generator.words.translator import Translator
from generator.words.unit_names import UNIT_NAMES


def measure(translator: Translator, prompt: Prompt, unit: Unit) -> str:
    """What is measured, and of what: `Share of students: “Explains own thinking”`."""
    gettext = translator.gettext
    counted = gettext(UNIT_NAMES[unit])
    texts = {
        PromptKind.COUNT_OF: gettext("Share of {unit}: “{prompt}”", unit=counted, prompt=prompt.text),
        PromptKind.TALLY: gettext("Number of {unit}: “{prompt}”", unit=counted, prompt=prompt.text),
        PromptKind.PERCENT: gettext("Percent: “{prompt}”", prompt=prompt.text),
        PromptKind.SCALE: gettext("Mean score: “{prompt}”", prompt=prompt.text),
    }
    return texts[prompt.kind]
