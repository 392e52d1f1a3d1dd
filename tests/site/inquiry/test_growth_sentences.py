"""What stands beside the verdicts on steady growth."""

from msgspec.structs import replace

from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.model import Better
from generator.site.inquiry.growth_sentences import growth_sentences
from generator.words.translator import ENGLISH
from tests.credential.test_evaluated_inquiry import PROGRAM, inquiry

EVALUATED = evaluate_inquiry(PROGRAM, inquiry())


def test_a_sustained_prompt_has_its_comparison_and_its_pooled_step() -> None:
    (sentence,) = growth_sentences(ENGLISH, EVALUATED)
    assert sentence.startswith("More than steady growth: in all classes together")
    assert "Pooled step, the change of level over and above each class's own straight line: " in sentence


def test_nothing_is_said_of_a_prompt_that_did_not_get_better_or_of_no_tool() -> None:
    (evaluated,) = EVALUATED.series
    flat = replace(evaluated, finding=replace(evaluated.finding, verdict=None))
    assert growth_sentences(ENGLISH, replace(EVALUATED, series=(flat,))) == ()
    assert growth_sentences(ENGLISH, replace(EVALUATED, tool=None)) == ()
    assert evaluated.series.better is Better.HIGHER
