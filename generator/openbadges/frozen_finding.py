"""The finding that an award freezes beside its data, and the same finding computed again.

It holds no prose: what went in (phases, prompts, the requirement), the version of the rules, and what
came out: every figure, and the value of each visit, null where nothing was collected.  With the frozen
data.csv anybody can see whether the verdict follows.
"""

import csv
import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from generator.credential.decision import requirement_json
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.evidence.data_csv import read_data_csv
from generator.evidence.findings_json import finding_as_json
from generator.model import Better, Change, EvaluatedSeries, Impact, Observation, Prompt, PromptKind, Verdict
from generator.openbadges.baking import reject_duplicate_keys
from generator.runchart.replication import RequirementResult, evaluate_requirement
from generator.runchart.series import Phase, in_phases, merge_visits, phases_of
from generator.runchart.verdict import RULES_VERSION, evaluate_series
from generator.slugs import slug

SCHEMA = 1
# relative and absolute; Pythons and machines round the last digits differently (a float has 15 to 17)
_TOLERANCE = 1e-9
_SHARE_TOLERANCE = 1e-6  # percentage points between a share in data.csv and its count of n


class BadFinding(Exception):
    """The finding or its data cannot be read, so nothing follows from them."""


class OtherRules(BadFinding):
    """It was judged by another version of the rules."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class FindingInputs:
    """What the rules are applied to, besides the data.  Phases by class id."""

    prompts: tuple[Prompt, ...]
    phases: Mapping[str, tuple[Phase, ...]]
    impact: Impact


@dataclass(frozen=True, slots=True)
class Difference:
    """A signed figure that the rules do not compute from the data.

    `series` is the computed one, None where the data have none; an empty `class_name` and no `prompt`
    stand for the requirement as a whole.
    """

    class_name: str
    prompt: Prompt | None
    figure: str
    signed: object
    computed: object
    series: EvaluatedSeries | None


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The finding computed again: where it differs, and whether the data meet the requirement."""

    rules: str  # the version that the award was judged by
    series: tuple[EvaluatedSeries, ...]
    requirement: RequirementResult
    differences: tuple[Difference, ...]

    @property
    def follows(self) -> bool:
        """Whether the signed finding is the computed one, and meets the requirement."""
        return not self.differences and self.requirement.met


def freeze_finding(evaluated: EvaluatedInquiry) -> bytes:
    """finding.json of an award, from an earned inquiry."""
    tool, requirement, inquiry = evaluated.tool, evaluated.requirement, evaluated.inquiry
    assert tool is not None and requirement is not None, "an earned inquiry has both"
    whole_classes = [of_class for of_class in evaluated.series if not of_class.series.group]
    classes = {of_class.series.class_id: of_class.series.class_name for of_class in whole_classes}
    document = {
        "schema": SCHEMA,
        "rules": RULES_VERSION,
        "inputs": {
            "data": "data.csv",
            "prompts": [
                {"id": prompt.id, "kind": prompt.kind, "better": prompt.better} for prompt in tool.prompts
            ],
            "phases": [
                {
                    "class": name,
                    "phase": phase.number,
                    "change": phase.change.number,
                    "from": _iso_date(phase.begins),
                    "baseline_until": _iso_date(phase.baseline_until),
                    "before": _iso_date(phase.ends),
                }
                for class_id, name in classes.items()
                for phase in phases_of(
                    class_id, inquiry.changes, inquiry.baseline_until, inquiry.cohort_starts.get(class_id, ())
                )
            ],
            "requirement": {
                "verdict": requirement.verdict,
                "prompts": list(requirement.prompts),
                "classes": requirement.classes_needed,
            },
        },
        "series": [_series_entry(of_class) for of_class in whole_classes],
        "requirement": requirement_json(requirement),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def recompute(finding: bytes, data: bytes) -> Recomputed:
    """Apply the rules to the frozen data (data.csv) and compare with the frozen finding (finding.json).

    Raises BadFinding where a file cannot be read; OtherRules where this version has other rules than the
    ones that the finding was judged by.
    """
    try:
        document = json.loads(finding, object_pairs_hook=reject_duplicate_keys)
        rules = str(document["rules"])[:40]
        if document["schema"] != SCHEMA or rules != RULES_VERSION:
            raise OtherRules(rules)
        inputs = _read_inputs(document["inputs"])
        series = reevaluate_series(inputs, read_data_csv(data))
        requirement = evaluate_requirement(series, inputs.impact, "")
        signed = {_series_key(entry): entry for entry in document["series"]}
        if len(signed) != len(document["series"]):
            raise BadFinding
        signed_requirement = document["requirement"]
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
        csv.Error,
    ) as trouble:
        raise BadFinding from trouble
    computed = {_series_key(_series_entry(evaluated)): evaluated for evaluated in series}
    differences = [
        difference
        for key in dict.fromkeys((*signed, *computed))
        if (difference := _first_difference(signed.get(key), computed.get(key), inputs))
    ]
    computed_requirement = json.loads(json.dumps(requirement_json(requirement)))
    if not differences and not _equal(signed_requirement, computed_requirement):
        differences.append(
            Difference("", None, "requirement", signed_requirement, computed_requirement, None)
        )
    return Recomputed(rules, series, requirement, tuple(differences))


def equal_findings(left: bytes, right: bytes) -> bool:
    """Whether two finding.json say the same, but for the last digits of numbers.

    Python 3.12 adds floats up in another way than 3.11, and machines round differently.
    """
    try:
        return _equal(json.loads(left), json.loads(right))
    except (ValueError, RecursionError):
        return False


def reevaluate_series(
    inputs: FindingInputs, observations: Sequence[Observation]
) -> tuple[EvaluatedSeries, ...]:
    """Judge every prompt of every class in the data, class by class.

    Raises ValueError where a share is not its count of n.
    """
    shares = {prompt.id for prompt in inputs.prompts if prompt.kind is PromptKind.COUNT_OF}
    class_names: dict[str, str] = {}
    rows: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in observations:
        if row.prompt in shares and not _adds_up(row):
            raise ValueError("a share that is not its count of n")
        class_names.setdefault(row.class_id, row.class_name)  # of two spellings the first
        rows[row.class_id, row.prompt].append(row)
    return tuple(
        evaluate_series(series)
        for class_id, class_name in class_names.items()
        for prompt in inputs.prompts
        if (class_id, prompt.id) in rows
        for series in in_phases(
            merge_visits(rows[class_id, prompt.id], prompt),
            inputs.phases.get(class_id, ()),
            class_id,
            class_name,
            prompt,
        )
    )


def _adds_up(row: Observation) -> bool:
    """Whether a share is its count of n; true where these are missing, for there is nothing to compare."""
    if row.count is None or row.n is None or row.value is None:
        return True
    return bool(row.n) and math.isclose(
        100 * row.count / row.n, row.value, rel_tol=_TOLERANCE, abs_tol=_SHARE_TOLERANCE
    )


def _read_inputs(entry: Mapping[str, Any]) -> FindingInputs:
    phases: dict[str, tuple[Phase, ...]] = {}
    for row in entry["phases"]:
        until = Date.fromisoformat(row["baseline_until"])
        phase = Phase(
            number=int(row["phase"]),
            change=Change(int(row["change"]), until, ""),
            begins=_read_date(row["from"]),
            baseline_until=until,
            ends=_read_date(row["before"]),
        )
        class_id = slug(row["class"])
        phases[class_id] = (*phases.get(class_id, ()), phase)
    prompts = tuple(
        Prompt(row["id"], row["id"], kind=PromptKind(row["kind"]), better=Better(row["better"]))
        for row in entry["prompts"]
    )
    return FindingInputs(prompts, phases, _read_requirement(entry["requirement"], prompts))


def _read_requirement(entry: Mapping[str, Any], prompts: Sequence[Prompt]) -> Impact:
    """Raises ValueError where it asks for nothing, or for a prompt that the finding does not have."""
    prompt_ids = {prompt.id for prompt in prompts}
    classes, required = int(entry["classes"]), tuple(entry["prompts"])
    if classes < 1 or not required or not prompt_ids.issuperset(required):
        raise ValueError("a requirement that asks for nothing")
    return Impact(Verdict(entry["verdict"]), required, classes)


def _first_difference(
    signed: Any, computed: EvaluatedSeries | None, inputs: FindingInputs
) -> Difference | None:
    """The first figure that differs between a signed series and the computed one, the verdict first."""
    signed_entry = signed or {}
    entry = json.loads(json.dumps(_series_entry(computed))) if computed else {}
    prompts = {prompt.id: prompt for prompt in inputs.prompts}
    for figure in dict.fromkeys(("verdict", *signed_entry, *entry)):
        signed_value, value = signed_entry.get(figure), entry.get(figure)
        if not _equal(signed_value, value):
            class_name = str(signed_entry.get("class") or entry.get("class") or "")
            prompt = prompts.get(str(signed_entry.get("prompt") or entry.get("prompt") or ""))
            return Difference(class_name, prompt, figure, signed_value, value, computed)
    return None


def _series_entry(evaluated: EvaluatedSeries) -> dict[str, Any]:
    entry = finding_as_json(evaluated, "")
    del entry["verdict_text"]
    values = {point.moment: point.value for point in evaluated.series.points if point.date}
    return entry | {"phase": evaluated.series.phase, "change": evaluated.series.change, "values": values}


def _series_key(entry: Mapping[str, Any]) -> tuple[str, str, int]:
    """(class, prompt, phase): what tells the series of a finding apart."""
    return str(entry["class"] or ""), str(entry["prompt"] or ""), int(entry["phase"])


def _equal(left: Any, right: Any) -> bool:
    """Whether two JSON values are equal but for the last digits of numbers."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(_equal(value, right[key]) for key, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(_equal, left, right))
    if isinstance(left, int | float) and isinstance(right, int | float) and not isinstance(left, bool):
        try:
            return math.isclose(left, right, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
        except OverflowError:  # a number of hundreds of digits
            return False
    return bool(left == right) and type(left) is type(right)


def _iso_date(day: Date | None) -> str | None:
    return day.isoformat() if day else None


def _read_date(text: str | None) -> Date | None:
    return Date.fromisoformat(text) if text else None
