"""What a prompt's values are, in words."""

import pytest

from generator.model import Prompt, PromptKind, Unit
from generator.site.inquiry.measure_texts import measure
from generator.words.translator import ENGLISH, Translator


@pytest.mark.parametrize(
    ("kind", "unit", "text"),
    [
        (PromptKind.COUNT_OF, Unit.STUDENTS, "Share of students: “Explains”"),
        (PromptKind.COUNT_OF, Unit.RESPONSES, "Share of responses: “Explains”"),
        (PromptKind.TALLY, Unit.MINUTES, "Number of minutes: “Explains”"),
        (PromptKind.PERCENT, Unit.STUDENTS, "Percent: “Explains”"),
        (PromptKind.SCALE, Unit.POINTS, "Mean score: “Explains”"),
    ],
)
def test_each_kind_of_prompt(kind: PromptKind, unit: Unit, text: str) -> None:
    assert measure(ENGLISH, Prompt("explains", "Explains", kind=kind), unit) == text


def test_it_is_said_in_spanish_too() -> None:
    prompt = Prompt("explica", "Explica", kind=PromptKind.COUNT_OF)
    assert measure(Translator("es"), prompt, Unit.STUDENTS) == "Proporción de estudiantes: «Explica»"
