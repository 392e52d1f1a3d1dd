"""The finding with the verdict of each class."""

from generator.model import Verdict
from generator.site.inquiry.parts.finding_part import build_finding_part
from tests.site.inquiry.inquiries import NO_SIGNAL, SUSTAINED, inquiry, inquiry_context


def test_the_finding_class_by_class() -> None:
    context = inquiry_context(inquiry({"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}))
    part = build_finding_part(context)
    assert part.lead == context.answer.text
    assert part.verdicts == (("Period 2", Verdict.SUSTAINED_IMPROVEMENT), ("Period 4", Verdict.NO_SIGNAL))
    assert part.limits == context.finding.limits != ()
    assert part.requirement == ""


def test_what_is_required_stands_beside_it_where_there_is_a_micro_credential() -> None:
    part = build_finding_part(inquiry_context(inquiry(micro_credential="visible")))
    assert part.requirement.startswith("In at least 1 class: sustained improvement")
    assert part.reasons[0].startswith("Mastery")


def test_without_data_there_is_no_verdict() -> None:
    part = build_finding_part(inquiry_context(inquiry({})))
    assert (part.verdicts, part.limits, part.shared_changes) == ((), (), ())
