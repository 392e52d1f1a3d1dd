"""What followed each change: class by prompt by change, for the evidence page and for the program.

Only a change that opened a phase has a verdict; a later one without a phase of its own cannot be
told apart from the one before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from generator.model import Change, EvaluatedSeries, Finding, Inquiry, Prompt, Tool, Verdict
from generator.runchart.series import changes_of
from generator.slugs import natural_key


@dataclass(frozen=True, slots=True)
class PromptResult:
    """One prompt in one class (or group of students) after one change."""

    prompt: Prompt
    verdict: Verdict | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class ResultsAfterChange:
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


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group of students of one class: its own verdicts, shown and never decisive."""

    class_name: str
    group: str
    results: tuple[PromptResult, ...]


def results_after_changes(
    inquiry: Inquiry, tool: Tool | None, judged: Sequence[EvaluatedSeries]
) -> tuple[ResultsAfterChange, ...]:
    """Every class and change, classes in their natural order and changes by date."""
    if tool is None:
        return ()
    whole = [one for one in judged if not one.series.group]
    names = {one.series.class_id: one.series.class_name for one in whole}
    table = []
    for class_id, name in names.items():
        before: Change | None = None
        for change in changes_of(class_id, inquiry.changes):
            own = [
                one for one in whole if (one.series.class_id, one.series.change) == (class_id, change.number)
            ]
            table.append(
                ResultsAfterChange(
                    change=change,
                    class_id=class_id,
                    class_name=name,
                    condition=condition_of(inquiry, class_id),
                    results=_results(tool, own),
                    not_separable_from=before.number if before and not own else None,
                )
            )
            before = before if before and not own else change
    return tuple(table)


def group_results(tool: Tool | None, judged: Sequence[EvaluatedSeries]) -> tuple[GroupResult, ...]:
    """Each group of students that the tables tell apart, by class; the latest phase of each."""
    if tool is None:
        return ()
    keys = dict.fromkeys((one.series.class_name, one.series.group) for one in judged if one.series.group)
    table = []
    for class_name, group in sorted(keys, key=lambda key: (natural_key(key[0]), natural_key(key[1]))):
        own = [one for one in judged if (one.series.class_name, one.series.group) == (class_name, group)]
        table.append(GroupResult(class_name, group, _results(tool, own)))
    return tuple(table)


def condition_of(inquiry: Inquiry, class_id: str) -> str:
    """What was different about a class: declared in inquiry.md, else as the table's rows say."""
    noted = dict.fromkeys(
        row.condition for row in inquiry.observations if row.class_id == class_id and row.condition
    )
    return inquiry.conditions.get(class_id) or "; ".join(noted)


def visits_of(inquiry: Inquiry) -> set[tuple[Date, str]]:
    """(date, class) of every visit on which something was counted."""
    return {(row.date, row.class_id) for row in inquiry.observations if row.date and row.value is not None}


def _results(tool: Tool, judged: Sequence[EvaluatedSeries]) -> tuple[PromptResult, ...]:
    results = []
    for prompt in tool.prompts:
        own = [one.finding for one in judged if one.series.prompt == prompt.id]
        if own:
            results.append(PromptResult(prompt, own[-1].verdict, own[-1]))
    return tuple(results)
