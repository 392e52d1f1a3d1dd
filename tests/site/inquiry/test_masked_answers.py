"""What readers of masked charts saw: which answers count, and how they are told."""

from datetime import date
from typing import Any

import pytest

from generator.model import LevelChange, MaskedAnswer, MaskedLook
from generator.problems import Place
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.masked_answers import MaskedReading, masked_look_problems, masked_reading
from generator.site.inquiry.masked_charts import unmasked_set
from tests.site.inquiry.inquiries import NO_SIGNAL, SUSTAINED, change, inquiry, inquiry_context

CLASSES = {"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}
CHANGES = (change(1, 8, classes=("period-2",)),)
UP_9, UP_11 = MaskedAnswer(LevelChange.UP, 9), MaskedAnswer(LevelChange.UP, 11)
NOTHING = MaskedAnswer(LevelChange.NONE)


def context(*looks: MaskedLook) -> InquiryContext:
    return inquiry_context(
        inquiry(CLASSES, changes=CHANGES, masked_looks=looks, colleague="M. Rivera, grade 5")
    )


def charts() -> dict[str, str]:
    """Class -> the letter of its chart."""
    masked = unmasked_set(context())
    assert masked is not None
    return {chart.class_name: chart.chart.letter for chart in masked.charts}


def look(reader: str, /, *answers: MaskedAnswer, **fields: Any) -> MaskedLook:
    """Answers about Period 2 and Period 4, in this order."""
    masked = unmasked_set(context())
    assert masked is not None
    given = dict(zip((charts()["Period 2"], charts()["Period 4"]), answers, strict=False))
    defaults: dict[str, Any] = {
        "date": date(2026, 2, 3),
        "charts": masked.digest,
        "unseen": True,
        "place": Place(f"teachers/ana-lopez/visible-thinking/masked-looks/{reader}.yml"),
    }
    defaults |= {"reader": reader, "answers": given}
    return MaskedLook(**(defaults | fields))


def reading(*looks: MaskedLook) -> MaskedReading:
    answers = masked_reading(context(*looks))
    assert answers is not None
    return answers


def test_beside_each_change_stands_who_saw_what() -> None:
    answers = reading(look("A", UP_11, NOTHING), look("B", UP_9, NOTHING), look("C", NOTHING))
    assert answers.lead.startswith(
        "3 readers saw these charts without names and dates and, by their own account, did not know where"
    )
    (class_name, text), comparison = answers.lines
    assert class_name == "Period 2"
    assert text == (
        "the change began before visit 9; 2 readers saw the level go up, from visits 9 and 11 on; "
        "1 reader saw no change."
    )
    assert comparison == ("Period 4", "nothing was changed here; 2 readers saw no change.")


def test_a_visit_that_several_saw_is_named_once() -> None:
    (_, text), _ = reading(look("A", UP_9), look("B", UP_9)).lines
    assert text == "the change began before visit 9; 2 readers saw the level go up, from visit 9 on."


def test_a_level_that_went_down_and_a_chart_that_nobody_answered() -> None:
    answers = reading(look("A", MaskedAnswer(LevelChange.DOWN, 12)))
    assert [text for _, text in answers.lines] == [
        "the change began before visit 9; 1 reader saw the level go down, from visit 12 on.",
        "nothing was changed here; no one answered.",
    ]


def test_without_a_look_that_counts_the_page_says_nothing() -> None:
    assert masked_reading(context()) is None
    assert masked_reading(context(look("A", UP_9, unseen=False))) is None
    assert masked_look_problems(context()) == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"charts": "000000000000"}, "other-charts"),
        ({"unseen": False}, "not-masked"),
        ({"reader": "Ana Lopez"}, "not-masked"),
        ({"reader": "m. rivera"}, "not-masked"),
        ({"answers": {"Z": NOTHING}}, "no-such-chart"),
        ({"answers": {"A": MaskedAnswer(LevelChange.UP, 99)}}, "no-such-visit"),
    ],
)
def test_what_does_not_count_is_said_and_left_out(fields: dict[str, Any], code: str) -> None:
    with_both = context(look("B", UP_9), look("A", UP_11, **fields))
    (problem,) = masked_look_problems(with_both)
    assert (problem.code, problem.is_error) == (code, False)
    answers = masked_reading(with_both)
    assert answers is not None
    assert answers.lead.startswith("1 reader saw")


def test_only_the_first_answers_of_a_reader_count() -> None:
    with_both = context(look("B", UP_9), look("b", UP_11))
    assert [problem.code for problem in masked_look_problems(with_both)] == ["second-look"]


def test_without_charts_no_answer_counts() -> None:
    without = inquiry_context(inquiry(classes={}, masked_looks=(look("A", UP_9),)))
    assert [problem.code for problem in masked_look_problems(without)] == ["other-charts"]
