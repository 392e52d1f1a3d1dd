"""What followed each change: class by prompt by change, for the evidence page and for the program.

Only a change that opened a phase has a verdict; a later one without a phase of its own cannot be
told apart from the one before it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import Change, EvaluatedSeries, Finding, Inquiry, Prompt, Tool, Verdict
from generator.runchart.series import changes_of
from generator.slugs import natural_key


class PromptResult(Struct, frozen=True):
    """One prompt in one class (or group of students) after one change."""

    prompt: Prompt
    verdict: Verdict | None
    finding: Finding


class ResultsAfterChange(Struct, frozen=True):
    """One class in which a change was tried, and what followed, prompt by prompt.

    `not_separable_from` is the number of the change before it where this one has no phase of its
    own; then there are no results.
    """

    change: Change
    class_id: str
    class_name: str
    condition: str
    results: tuple[PromptResult, ...]
    not_separable_from: int | None = None


class GroupResult(Struct, frozen=True):
    """A group of students of one class: its own verdicts, shown and never decisive."""

    class_name: str
    group: str
    results: tuple[PromptResult, ...]


def results_after_changes(evaluated: EvaluatedInquiry) -> tuple[ResultsAfterChange, ...]:
    """Every class and change, classes in their natural order and changes by date; empty without a tool."""
    if evaluated.tool is None:
        return ()
    phases_of_class: dict[str, list[EvaluatedSeries]] = {}
    for phase in evaluated.series:
        if not phase.series.group:
            phases_of_class.setdefault(phase.series.class_id, []).append(phase)
    return tuple(
        result
        for phases in phases_of_class.values()
        for result in _results_of_class(evaluated.inquiry, evaluated.tool, phases)
    )


def group_results(evaluated: EvaluatedInquiry) -> tuple[GroupResult, ...]:
    """Each group of students that the tables tell apart, by class; the latest phase of each."""
    if evaluated.tool is None:
        return ()
    phases_of_group: dict[tuple[str, str], list[EvaluatedSeries]] = {}
    for phase in evaluated.series:
        if phase.series.group:
            key = phase.series.class_name, phase.series.group
            phases_of_group.setdefault(key, []).append(phase)
    by_name = sorted(
        phases_of_group.items(), key=lambda item: (natural_key(item[0][0]), natural_key(item[0][1]))
    )
    return tuple(
        GroupResult(class_name, group, _prompt_results(evaluated.tool, phases))
        for (class_name, group), phases in by_name
    )


def condition_of(inquiry: Inquiry, class_id: str) -> str:
    """What was different about a class: declared in inquiry.md, else as the table's rows say."""
    noted = dict.fromkeys(
        row.condition for row in inquiry.observations if row.class_id == class_id and row.condition
    )
    return inquiry.conditions.get(class_id) or "; ".join(noted)


def _results_of_class(
    inquiry: Inquiry, tool: Tool, phases: Sequence[EvaluatedSeries]
) -> Iterator[ResultsAfterChange]:
    """The changes of one class by date; `phases` are all series of the class."""
    first = phases[0].series
    last_with_phase: Change | None = None
    for change in changes_of(first.class_id, inquiry.changes):
        own_phases = [phase for phase in phases if phase.series.change == change.number]
        not_separable = last_with_phase is not None and not own_phases
        yield ResultsAfterChange(
            change=change,
            class_id=first.class_id,
            class_name=first.class_name,
            condition=condition_of(inquiry, first.class_id),
            results=_prompt_results(tool, own_phases),
            not_separable_from=last_with_phase.number if last_with_phase and not_separable else None,
        )
        if not not_separable:
            last_with_phase = change


def _prompt_results(tool: Tool, phases: Sequence[EvaluatedSeries]) -> tuple[PromptResult, ...]:
    """The latest finding of each prompt that has one, of a phase with a change where there is one; in the
    tool's order."""
    by_change = sorted(phases, key=lambda phase: phase.series.baseline is not None)
    latest = {phase.series.prompt: phase.finding for phase in by_change}
    return tuple(
        PromptResult(prompt, latest[prompt.id].verdict, latest[prompt.id])
        for prompt in tool.prompts
        if prompt.id in latest
    )
