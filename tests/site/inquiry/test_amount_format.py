"""How values, bounds and counts are written on a page."""

import pytest

from generator.model import Point, Prompt, PromptKind
from generator.site.inquiry.amount_format import AmountFormat
from generator.words.translator import ENGLISH, Translator

SHARE = Prompt("explains", "Explains own thinking")
SCORE = Prompt("score", "Mean score", kind=PromptKind.SCALE)


@pytest.mark.parametrize(
    ("prompt", "value", "bound", "text"),
    [
        (SHARE, 35.4, "", "35%"),
        (SHARE, 5.0, "<=", "≤ 5%"),
        (SHARE, 95.0, ">=", "≥ 95%"),
        (SHARE, None, "", "–"),
        (SCORE, 4.0, "", "4"),
        (SCORE, 4.55, "", "4.6"),
    ],
)
def test_a_value_in_its_prompts_own_measure(
    prompt: Prompt, value: float | None, bound: str, text: str
) -> None:
    assert AmountFormat(ENGLISH).value(value, prompt, bound) == text


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert AmountFormat(Translator("es-ES")).count(4.5) == "4,5"
    assert AmountFormat(ENGLISH).count(24.0) == "24"


def test_a_count_of_students_only_for_shares_whose_counts_are_published() -> None:
    amounts = AmountFormat(ENGLISH)
    assert amounts.count_of_students(Point(1, None, 50.0, 12, 24), SHARE) == "12 of 24"
    assert amounts.count_of_students(Point(1, None, 95.0, None, 24, bound=">="), SHARE) == ""
    assert amounts.count_of_students(Point(1, None, 4.5, 12, 24), SCORE) == ""
