"""Part of the evidence page: which changes were followed by a sustained improvement."""

from typing import ClassVar

from msgspec import Struct

from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.results_after_change import (
    GroupResult,
    ResultsAfterChange,
    group_results,
    results_after_changes,
)


class ResultsPart(Struct, frozen=True):
    """By class, change and prompt; `prompts` are the columns' headings."""

    template: ClassVar[str] = "evidence/04-followed.html"

    design: str
    what_works: str
    prompts: tuple[str, ...]
    results: tuple[ResultsAfterChange, ...]
    groups: tuple[GroupResult, ...]


def build_results_part(context: InquiryContext) -> ResultsPart:
    """Whole classes first, then groups of students; both empty without a tool."""
    tool = context.tool
    return ResultsPart(
        design=context.finding.design_summary,
        what_works=context.finding.what_works,
        prompts=tuple(prompt.text for prompt in tool.prompts) if tool else (),
        results=results_after_changes(context.evaluated),
        groups=group_results(context.evaluated),
    )
