"""The page for parents: made-up charts that show what their sentences say."""

import pytest

from generator.model import Outcome, Program
from generator.runchart.verdict import evaluate_series
from generator.site.program.reading_guide import example_series, reading_guide
from tests.site.views import program_context

SHOWN = [outcome for outcome in Outcome if outcome is not Outcome.MAY_BE_LUCK]


@pytest.mark.parametrize("outcome", SHOWN)
def test_the_rules_give_each_made_up_chart_its_outcome(outcome: Outcome) -> None:
    assert evaluate_series(example_series(outcome)).finding.outcome is outcome


def test_there_is_a_chart_with_a_sentence_for_each_verdict() -> None:
    guide = reading_guide(program_context())
    assert {example.outcome for example in guide.examples} == set(SHOWN)
    assert all(example.svg.startswith("<svg") and example.sentence for example in guide.examples)
    assert len({example.sentence for example in guide.examples}) == len(SHOWN)


def test_the_page_is_in_the_programs_language() -> None:
    spanish = reading_guide(program_context(program=Program("Hill", language="es")))
    assert spanish.title != reading_guide(program_context()).title
