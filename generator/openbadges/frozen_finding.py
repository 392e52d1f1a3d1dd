"""The bare finding that an award freezes beside its data, and the same worked out again.

No prose: what went in (phases, prompts, the requirement), the version of the rules, and what came
out: every figure, and the value of each visit, null where nothing was collected.  With the frozen
data.csv anybody can see whether the verdict follows.
"""

import csv
import json
import math
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
_SAME = 1e-9  # figures are equal that differ by less, as a share: machines round differently


class BadFinding(Exception):
    """The finding or its data cannot be read, so nothing follows from them."""


class OtherRules(BadFinding):
    """It was judged by another version of the rules."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class FindingInputs:
    """What the rules were applied to, besides the data.  Phases by class id."""

    prompts: tuple[Prompt, ...]
    phases: Mapping[str, tuple[Phase, ...]]
    impact: Impact


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of one series that the data do not give.  `judged` is what they give, None where the
    series is not in them; `prompt` its question."""

    class_name: str
    prompt: Prompt | None
    figure: str
    signed: object
    found: object
    judged: EvaluatedSeries | None


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The finding worked out again: where it differs, and whether the requirement is met by the data."""

    rules: str  # the version that the award was judged by
    judged: tuple[EvaluatedSeries, ...]
    standing: RequirementResult
    differences: tuple[Difference, ...]

    @property
    def follows(self) -> bool:
        return not self.differences and self.standing.met


def freeze_finding(evaluated: EvaluatedInquiry) -> bytes:
    """finding.json of an award.  The case has a tool, a micro-credential and a standing."""
    tool, standing, inquiry = evaluated.tool, evaluated.standing, evaluated.inquiry
    assert tool is not None and standing is not None, "an earned inquiry has both"
    own = [one for one in evaluated.series if not one.series.group]
    classes = {one.series.class_id: one.series.class_name for one in own}
    document = {
        "schema": SCHEMA,
        "rules": RULES_VERSION,
        "inputs": {
            "data": "data.csv",
            "prompts": [{"id": one.id, "kind": one.kind, "better": one.better} for one in tool.prompts],
            "phases": [
                {
                    "class": name,
                    "phase": phase.number,
                    "change": phase.change.number,
                    "from": _day(phase.begins),
                    "baseline_until": _day(phase.baseline_until),
                    "before": _day(phase.ends),
                }
                for class_id, name in classes.items()
                for phase in phases_of(class_id, inquiry.changes, inquiry.baseline_until)
            ],
            "requirement": {
                "verdict": standing.verdict,
                "prompts": list(standing.prompts),
                "classes": standing.classes_needed,
            },
        },
        "series": [_entry(one) for one in own],
        "requirement": requirement_json(standing),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def recompute(finding: bytes, data: bytes) -> Recomputed:
    """The rules applied to the frozen data once more, and held against what was frozen.

    Raises BadFinding; OtherRules where today's are not the ones it was judged by.
    """
    try:
        document = json.loads(finding, object_pairs_hook=reject_duplicate_keys)
        rules = str(document["rules"])[:40]
        if document["schema"] != SCHEMA or rules != RULES_VERSION:
            raise OtherRules(rules)
        inputs = _inputs(document["inputs"])
        judged = reevaluate_series(inputs, read_data_csv(data))
        standing = evaluate_requirement(judged, inputs.impact, "")
        signed = {_key(one): one for one in document["series"]}
        if len(signed) != len(document["series"]):
            raise BadFinding
        required = document["requirement"]
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
    found = {_key(_entry(one)): one for one in judged}
    differences = [
        difference
        for key in dict.fromkeys((*signed, *found))
        for difference in _differing(signed.get(key), found.get(key), inputs)
    ]
    now = json.loads(json.dumps(requirement_json(standing)))
    if not differences and not _equal(required, now):
        differences.append(Difference("", None, "requirement", required, now, None))
    return Recomputed(rules, judged, standing, tuple(differences))


def reevaluate_series(
    inputs: FindingInputs, observations: Sequence[Observation]
) -> tuple[EvaluatedSeries, ...]:
    """Every class's series, judged."""
    names: dict[str, str] = {}
    for row in observations:  # a class that is spelled in two ways is called as it was first
        names.setdefault(row.class_id, row.class_name)
    shares = {prompt.id for prompt in inputs.prompts if prompt.kind is PromptKind.COUNT_OF}
    if any(row.prompt in shares and not _adds_up(row) for row in observations):
        raise ValueError("a share that is not its count of n")
    judged = []
    for class_id, name in names.items():
        for prompt in inputs.prompts:
            rows = [row for row in observations if (row.class_id, row.prompt) == (class_id, prompt.id)]
            series = in_phases(
                merge_visits(rows, prompt), inputs.phases.get(class_id, ()), class_id, name, prompt
            )
            judged += [evaluate_series(one) for one in series] if rows else []
    return tuple(judged)


def _adds_up(row: Observation) -> bool:
    """Whether a share is its count of n; without these there is nothing to hold it against."""
    if row.count is None or row.n is None or row.value is None:
        return True
    return bool(row.n) and math.isclose(100 * row.count / row.n, row.value, rel_tol=_SAME, abs_tol=1e-6)


def _inputs(entry: Mapping[str, Any]) -> FindingInputs:
    phases: dict[str, tuple[Phase, ...]] = {}
    for one in entry["phases"]:
        until = Date.fromisoformat(one["baseline_until"])
        phase = Phase(
            number=int(one["phase"]),
            change=Change(int(one["change"]), until, ""),
            begins=_date(one["from"]),
            baseline_until=until,
            ends=_date(one["before"]),
        )
        class_id = slug(one["class"])
        phases[class_id] = (*phases.get(class_id, ()), phase)
    needed = entry["requirement"]
    known = {one["id"] for one in entry["prompts"]}
    if int(needed["classes"]) < 1 or not needed["prompts"] or not known.issuperset(needed["prompts"]):
        raise ValueError("a requirement that asks for nothing")
    return FindingInputs(
        prompts=tuple(
            Prompt(one["id"], one["id"], kind=PromptKind(one["kind"]), better=Better(one["better"]))
            for one in entry["prompts"]
        ),
        phases=phases,
        impact=Impact(Verdict(needed["verdict"]), tuple(needed["prompts"]), int(needed["classes"])),
    )


def _differing(signed: Any, judged: EvaluatedSeries | None, inputs: FindingInputs) -> list[Difference]:
    """The verdict first, which is what counts; without a difference there, the first figure."""
    found = json.loads(json.dumps(_entry(judged))) if judged else {}
    signed = signed or {}
    keys = ["verdict", *(key for key in (*signed, *found) if key != "verdict")]
    prompts = {one.id: one for one in inputs.prompts}
    for key in dict.fromkeys(keys):
        if not _equal(signed.get(key), found.get(key)):
            name = str(signed.get("class") or found.get("class") or "")
            prompt = prompts.get(str(signed.get("prompt") or found.get("prompt") or ""))
            return [Difference(name, prompt, key, signed.get(key), found.get(key), judged)]
    return []


def _entry(judged: EvaluatedSeries) -> dict[str, Any]:
    entry = finding_as_json(judged, "")
    del entry["verdict_text"]
    values = {point.date.isoformat(): point.value for point in judged.series.points if point.date}
    return entry | {"phase": judged.series.phase, "change": judged.series.change, "values": values}


def _key(entry: Mapping[str, Any]) -> tuple[str, str, int]:
    return str(entry["class"] or ""), str(entry["prompt"] or ""), int(entry["phase"])


def _equal(one: Any, other: Any) -> bool:
    """Equal but for the last digits of numbers."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_equal(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float) and not isinstance(one, bool):
        try:
            return math.isclose(one, other, rel_tol=_SAME, abs_tol=_SAME)
        except OverflowError:  # a number of hundreds of digits
            return False
    return bool(one == other) and type(one) is type(other)


def _day(day: Date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> Date | None:
    return Date.fromisoformat(text) if text else None
