"""What the rules say of frozen data, edition by edition, and what a finding of each edition holds.

What was signed is compared figure by figure, so the figures of an edition, and their names, are never
changed once awards have them.  A new figure belongs to the latest edition only.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from generator.credential.decision import requirement_json
from generator.evidence.findings_json import finding_as_json, growth_as_json
from generator.model import (
    EvaluatedSeries,
    GrowthResult,
    GrowthRole,
    Impact,
    Prompt,
    RulesEdition,
    Series,
    Verdict,
)
from generator.runchart.growth import growth_by_prompt
from generator.runchart.replication import RequirementResult, evaluate_requirement
from generator.runchart.verdict import evaluate_series

# of finding.json, which counts up with the edition
FINDING_SCHEMAS: Mapping[RulesEdition, int] = {RulesEdition.FIRST: 1, RulesEdition.SECOND: 2}
_FIRST_SERIES_FIGURES = (
    "class",
    "prompt",
    "points",
    "useful",
    "median",
    "longest_run",
    "longest_run_limit",
    "crossings",
    "crossings_limit",
    "runs_signal",
    "shifts",
    "trends",
    "baseline_points",
    "useful_after",
    "on_good_side",
    "count_test_p",
    "by_luck",
    "median_after",
    "nap",
    "nap_low",
    "nap_high",
    "baseline_rising",
    "verdict",
)
_FIRST_REQUIREMENT_FIGURES = ("verdict", "prompts", "classes_needed", "classes_met", "met", "by_luck")
_FIRST_CLASS_FIGURES = ("class", "verdicts", "met", "by_luck", "baseline_rising")


class EditionFindings(Struct, frozen=True):
    """What an edition says of series: each of them, growth, and the requirement, and all of it as JSON.

    The first edition compared nothing with steady growth.
    """

    edition: RulesEdition
    series: tuple[EvaluatedSeries, ...]
    growth: tuple[GrowthResult, ...]
    requirement: RequirementResult

    @classmethod
    def of_series(cls, series: Iterable[Series], impact: Impact, edition: RulesEdition) -> "EditionFindings":
        """Judge series of whole classes by an edition."""
        evaluated = tuple(evaluate_series(each, edition) for each in series)
        growth = growth_by_prompt(evaluated) if edition is not RulesEdition.FIRST else ()
        requirement = evaluate_requirement(evaluated, impact, "", growth, edition)
        return cls(edition, evaluated, growth, requirement)

    def series_entry(self, evaluated: EvaluatedSeries) -> dict[str, Any]:
        """One series: every figure, and the value of each visit."""
        entry = finding_as_json(evaluated, "")
        del entry["verdict_text"]
        if self.edition is RulesEdition.FIRST:
            entry = {figure: entry[figure] for figure in _FIRST_SERIES_FIGURES}
        values = {point.moment: point.value for point in evaluated.series.points if point.date}
        return entry | {"phase": evaluated.series.phase, "change": evaluated.series.change, "values": values}

    @property
    def requirement_entry(self) -> dict[str, Any]:
        """The requirement, and where each class stands against it."""
        entry: dict[str, Any] = requirement_json(self.requirement)
        if self.edition is not RulesEdition.FIRST:
            return entry
        classes = [{figure: result[figure] for figure in _FIRST_CLASS_FIGURES} for result in entry["classes"]]
        return {figure: entry[figure] for figure in _FIRST_REQUIREMENT_FIGURES} | {"classes": classes}

    @property
    def growth_entries(self) -> dict[str, Any]:
        """The comparison of each prompt with steady growth, under its key; nothing in the first edition."""
        if self.edition is RulesEdition.FIRST:
            return {}
        return {"growth": [growth_as_json(result) for result in self.growth]}


def requirement_inputs(impact: Impact, edition: RulesEdition) -> dict[str, Any]:
    """The requirement as it is written among a finding's inputs."""
    entry: dict[str, Any] = {
        "verdict": impact.verdict,
        "prompts": list(impact.prompts),
        "classes": impact.classes,
    }
    return entry if edition is RulesEdition.FIRST else entry | {"growth": impact.growth}


def read_requirement_inputs(
    entry: Mapping[str, Any], prompts: Sequence[Prompt], edition: RulesEdition
) -> Impact:
    """The requirement among a finding's inputs.

    Raises ValueError where it asks for nothing, for a prompt that the finding does not have, or not for
    what its edition asks for; KeyError where a part is left out.
    """
    prompt_ids = {prompt.id for prompt in prompts}
    classes, required = int(entry["classes"]), tuple(entry["prompts"])
    if classes < 1 or not required or not prompt_ids.issuperset(required):
        raise ValueError("a requirement that asks for nothing")
    if edition is RulesEdition.FIRST:
        if "growth" in entry:
            raise ValueError("a requirement of another edition")
        return Impact(Verdict(entry["verdict"]), required, classes, GrowthRole.SHOWN)
    return Impact(Verdict(entry["verdict"]), required, classes, GrowthRole(entry["growth"]))
