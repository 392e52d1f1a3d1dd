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
from datetime import date as Date
from typing import Any

from msgspec import Struct

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.credential.rules_edition import CURRENT_EDITION
from generator.evidence.data_csv import read_data_csv
from generator.indented_json import indented_json
from generator.model import (
    Better,
    Change,
    EvaluatedSeries,
    Impact,
    Observation,
    Prompt,
    PromptKind,
    RulesEdition,
    Series,
)
from generator.openbadges.baking import reject_duplicate_keys
from generator.openbadges.finding_editions import (
    FINDING_SCHEMAS,
    EditionFindings,
    read_requirement_inputs,
    requirement_inputs,
)
from generator.runchart.replication import RequirementResult
from generator.runchart.series import Phase, in_phases, merge_visits, phases_of
from generator.slugs import slug

# absolute, and the relative one of math.isclose; Pythons and machines round the last digits differently (a
# float has 15 to 17)
_TOLERANCE = 1e-9
_SHARE_TOLERANCE = 1e-6  # percentage points between a share in data.csv and its count of n


class BadFinding(Exception):
    "The finding or its data cannot be read, so they show nothing."


class OtherRules(BadFinding):
    """It was judged by another version of the rules."""

    def __init__(self, version: str) -> None:
        self.version = version


class FindingInputs(Struct, frozen=True):
    """What the rules are applied to, besides the data.  Phases by class id."""

    prompts: tuple[Prompt, ...]
    phases: Mapping[str, tuple[Phase, ...]]
    impact: Impact


class Difference(Struct, frozen=True):
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


class Recomputed(Struct, frozen=True):
    """The finding computed again: where it differs, and whether the data meet the requirement."""

    findings: EditionFindings  # by the edition of the rules that the award was judged by
    days: tuple[Date, ...]  # of all visits in the data
    differences: tuple[Difference, ...]

    @property
    def edition(self) -> RulesEdition:
        """The edition of the rules that the award was judged by."""
        return self.findings.edition

    @property
    def series(self) -> tuple[EvaluatedSeries, ...]:
        """Every series of the data, judged."""
        return self.findings.series

    @property
    def requirement(self) -> RequirementResult:
        """The requirement, held against the data."""
        return self.findings.requirement

    @property
    def follows(self) -> bool:
        """Whether the signed finding is the computed one, and meets the requirement."""
        return not self.differences and self.requirement.met


def freeze_finding(evaluated: EvaluatedInquiry, edition: RulesEdition = CURRENT_EDITION) -> bytes:
    """finding.json of an award, from an earned inquiry.

    Of the first edition only to be compared with an award that was issued under it.
    """
    tool, requirement, inquiry = evaluated.tool, evaluated.requirement, evaluated.inquiry
    assert tool is not None, "an earned inquiry has one"
    assert requirement is not None, "and the other"
    impact = requirement.impact
    whole_classes = [each.series for each in evaluated.series if not each.series.group]
    findings = EditionFindings.of_series(whole_classes, impact, edition)
    classes = {series.class_id: series.class_name for series in whole_classes}
    document = {
        "schema": FINDING_SCHEMAS[edition],
        "rules": edition,
        "inputs": {
            "data": "data.csv",
            "prompts": [
                {"id": prompt.id, "kind": prompt.kind, "better": prompt.better} for prompt in tool.prompts
            ],
            "phases": [
                {
                    "class": name,
                    "phase": phase.number,
                    "change": phase.change.number if phase.change else None,
                    "from": _iso_date(phase.begins),
                    "baseline_until": _iso_date(phase.baseline_until),
                    "before": _iso_date(phase.ends),
                }
                for class_id, name in classes.items()
                for phase in phases_of(
                    class_id, inquiry.changes, inquiry.baseline_until, inquiry.cohort_starts.get(class_id, ())
                )
            ],
            "requirement": requirement_inputs(impact, edition),
        },
        "series": [findings.series_entry(each) for each in findings.series],
        **findings.growth_entries,
        "requirement": findings.requirement_entry,
    }
    return indented_json(document)


def recompute(finding: bytes, data: bytes) -> Recomputed:
    """Apply the rules to the frozen data (data.csv) and compare with the frozen finding (finding.json).

    Raises BadFinding where a file cannot be read; OtherRules where this version has other rules than the
    ones that the finding was judged by.
    """
    try:
        document = json.loads(finding, object_pairs_hook=reject_duplicate_keys)
        edition = edition_of(document)
        inputs = _read_inputs(document["inputs"], edition)
        observations = read_data_csv(data)
        findings = EditionFindings.of_series(series_of(inputs, observations), inputs.impact, edition)
        signed = {_series_key(entry): entry for entry in document["series"]}
        if len(signed) != len(document["series"]):
            raise BadFinding
        signed_whole = {key: document.get(key) for key in ("growth", "requirement")}
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
    comparison = _Comparison(findings, {prompt.id: prompt for prompt in inputs.prompts})
    differences = comparison.of_series(signed) or comparison.of_the_whole(signed_whole)
    days = tuple(sorted({row.date for row in observations if row.date}))
    return Recomputed(findings, days, tuple(differences))


def edition_of(document: Mapping[str, Any]) -> RulesEdition:
    """The edition that a finding names.  Raises OtherRules where this version does not have it."""
    rules = str(document["rules"])[:40]
    edition = next((edition for edition in RulesEdition if edition == rules), None)
    if edition is None or document["schema"] != FINDING_SCHEMAS[edition]:
        raise OtherRules(rules)
    return edition


def edition_of_finding(finding: bytes) -> RulesEdition | None:
    """The edition that a finding.json names; None where it cannot be read, or is another."""
    try:
        return edition_of(json.loads(finding))
    except (ValueError, KeyError, TypeError, RecursionError, OtherRules):
        return None


def equal_findings(left: bytes, right: bytes) -> bool:
    """Whether two finding.json say the same, but for the last digits of numbers.

    Python 3.12 adds floats up in another way than 3.11, and machines round differently.
    """
    try:
        return _equal(json.loads(left), json.loads(right))
    except (ValueError, RecursionError):
        return False


def series_of(inputs: FindingInputs, observations: Sequence[Observation]) -> tuple[Series, ...]:
    """Every prompt of every class in the data, class by class.

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
        series
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
    return bool(row.n) and math.isclose(100 * row.count / row.n, row.value, abs_tol=_SHARE_TOLERANCE)


def _read_inputs(entry: Mapping[str, Any], edition: RulesEdition) -> FindingInputs:
    phases: dict[str, tuple[Phase, ...]] = {}
    for row in entry["phases"]:
        until = _read_date(row["baseline_until"])
        phase = Phase(
            number=int(row["phase"]),
            change=Change(int(row["change"]), until, "") if until else None,
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
    return FindingInputs(prompts, phases, read_requirement_inputs(entry["requirement"], prompts, edition))


class _Comparison(Struct, frozen=True):
    """What was signed, held against what the rules compute."""

    findings: EditionFindings
    prompts: Mapping[str, Prompt]  # by id

    def of_series(self, signed: Mapping[tuple[str, str, int], Any]) -> list[Difference]:
        """The first figure of each series that differs."""
        computed = {
            _series_key(self.findings.series_entry(evaluated)): evaluated
            for evaluated in self.findings.series
        }
        return [
            difference
            for key in dict.fromkeys((*signed, *computed))
            if (difference := self._first_difference(key, signed.get(key, {}), computed.get(key)))
        ]

    def of_the_whole(self, signed: Mapping[str, Any]) -> list[Difference]:
        """Where growth or the requirement differs."""
        computed = _as_read(self.findings.growth_entries | {"requirement": self.findings.requirement_entry})
        return [
            Difference("", None, *_innermost(figure, value, computed.get(figure)), None)
            for figure, value in signed.items()
            if not _equal(value, computed.get(figure))
        ]

    def _first_difference(
        self, key: tuple[str, str, int], signed: Mapping[str, Any], computed: EvaluatedSeries | None
    ) -> Difference | None:
        """The first figure that differs between a signed series and the computed one, the verdict first."""
        class_name, prompt, _ = key
        entry = _as_read(self.findings.series_entry(computed)) if computed else {}
        for figure in dict.fromkeys(("verdict", *signed, *entry)):
            signed_value, value = signed.get(figure), entry.get(figure)
            if not _equal(signed_value, value):
                innermost = _innermost(figure, signed_value, value)
                return Difference(class_name, self.prompts.get(prompt), *innermost, computed)
        return None


def _as_read(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as it is once written and read."""
    return dict(json.loads(json.dumps(entry)))


def _series_key(entry: Mapping[str, Any]) -> tuple[str, str, int]:
    """(class, prompt, phase): what tells the series of a finding apart."""
    return str(entry["class"] or ""), str(entry["prompt"]), int(entry["phase"])


def _equal(left: Any, right: Any) -> bool:
    """Whether two JSON values are equal but for the last digits of numbers."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(_equal(value, right[key]) for key, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(_equal, left, right))
    if isinstance(left, bool) or isinstance(right, bool):  # true is no number, and 1 is not true
        return left is right
    if isinstance(left, int | float) and isinstance(right, int | float):
        try:
            return math.isclose(left, right, abs_tol=_TOLERANCE)
        except OverflowError:  # a number of hundreds of digits
            return False
    return bool(left == right)


def _innermost(figure: str, signed: Any, computed: Any) -> tuple[str, Any, Any]:
    """(`figure · part` of the first part of two unequal values that differs, its signed value, its computed
    one); entries of a list are counted from 1."""
    if isinstance(signed, list) and isinstance(computed, list):
        signed, computed = (dict(enumerate(value, start=1)) for value in (signed, computed))
    if not (isinstance(signed, Mapping) and isinstance(computed, Mapping)):
        return figure, signed, computed
    parts = dict.fromkeys((*signed, *computed))
    part = next(
        part
        for part in parts
        if part not in signed or part not in computed or not _equal(signed[part], computed[part])
    )
    return _innermost(f"{figure} · {part}", signed.get(part), computed.get(part))


def _iso_date(day: Date | None) -> str | None:
    return day.isoformat() if day else None


def _read_date(text: str | None) -> Date | None:
    return Date.fromisoformat(text) if text else None
