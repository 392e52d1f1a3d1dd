"""Where the data come from."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from generator.model import Program
from generator.site.inquiry.parts.provenance_part import ProvenancePart, build_provenance_part
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import SUSTAINED, TOOL, inquiry, inquiry_context, observations


def part_of(**fields: Any) -> ProvenancePart:
    return build_provenance_part(inquiry_context(inquiry(**fields)))


def facts(part: ProvenancePart) -> dict[str, str]:
    return {fact.label: fact.text for fact in part.facts}


def test_who_collected_the_data() -> None:
    named, unnamed = part_of(colleague="M. Rivera").collected_by, part_of().collected_by
    assert named is not None
    assert named.text == "M. Rivera"
    assert unnamed is not None
    assert unnamed.text == "a colleague who is not named here"


def test_how_often_and_when_with_what() -> None:
    part = part_of()
    assert facts(part) == {
        "Visits": "17 visits",
        "When": "September 5 to December 26, 2025",
        "School year": "2025–26",
        "Tool": "Math talk, version 1",
    }
    assert part.facts[-1].link == Link("Math talk", "tools/math-talk/")
    assert part.invitation == "teachers/ana-lopez/visible-thinking/visit/"


def test_visits_against_the_plan_and_class_periods_where_there_are_more() -> None:
    part = part_of(
        observations=(*observations("Period 2", [6, 9]), *observations("Period 4", [7])),
        planned_visits=20,
        planned_end=date(2026, 1, 30),
    )
    assert facts(part)["Visits"] == "2 visits of 20 planned, 3 class periods in all"
    assert facts(part)["Planned until"] == "January 30, 2026"


def test_before_the_first_visit_there_is_no_time_span() -> None:
    part = build_provenance_part(inquiry_context(inquiry({}, tool="")))
    assert facts(part) == {"Visits": "0 visits"}
    assert part.invitation == ""


def test_how_far_two_observers_agree() -> None:
    rows = (
        *observations("Period 2", [10, 8], observer="A"),
        *observations("Period 2", [8, 8], observer="B"),
    )
    said = facts(part_of(observations=rows))
    assert said["Observers"] == "2"
    assert said["Agreement of two observers"] == (
        "90% on average over 2 counts (the smaller total as a share of the larger)"
    )
    assert "Agreement beyond chance" not in said
    assert "Observers" not in facts(part_of(observations=tuple(observations("Period 2", [6], observer="A"))))


def test_agreement_beyond_chance_needs_ten_intervals_of_both() -> None:
    tool = replace(TOOL, interval_minutes=1.0)
    # a tap in each even minute; the second observer misses one of them and sees one that was not there
    first = (0, *(60 * minute + 5 for minute in range(0, 12, 2)), 719)
    second = (0, *(60 * minute + 9 for minute in (0, 2, 4, 6, 9, 10)), 719)
    rows = (
        *observations("Period 2", SUSTAINED[:1], observer="A", taps=first),
        *observations("Period 2", SUSTAINED[:1], observer="B", taps=second),
    )
    part = build_provenance_part(
        inquiry_context(inquiry(observations=rows), Program("Maple Grove", tools={tool.id: tool}))
    )
    assert facts(part)["Agreement beyond chance"] == "Cohen's kappa 0.66 over 12 intervals"
