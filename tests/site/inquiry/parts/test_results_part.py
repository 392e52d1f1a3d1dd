"""Which changes were followed by what."""

from generator.model import Verdict
from generator.site.inquiry.parts.results_part import build_results_part
from tests.site.inquiry.inquiries import SUSTAINED, inquiry, inquiry_context, observations


def test_results_stand_under_the_prompts_of_the_tool() -> None:
    part = build_results_part(inquiry_context(inquiry()))
    assert part.prompts == ("Explains own thinking", "Asks a question")
    (line,) = part.results
    assert [(one.prompt.text, one.verdict) for one in line.results] == [
        ("Explains own thinking", Verdict.SUSTAINED_IMPROVEMENT)
    ]
    assert part.design.startswith("One class: 1 demonstration")
    assert part.groups == ()


def test_groups_of_students_have_their_own_lines() -> None:
    rows = tuple(
        row for group in ("a", "b") for row in observations("Period 2", SUSTAINED, n=12.0, group=group)
    )
    part = build_results_part(inquiry_context(inquiry(observations=rows)))
    assert [(one.class_name, one.group) for one in part.groups] == [("Period 2", "a"), ("Period 2", "b")]


def test_without_a_tool_there_is_nothing_to_show() -> None:
    part = build_results_part(inquiry_context(inquiry(tool="")))
    assert (part.design, part.prompts, part.results, part.groups) == ("", (), (), ())
