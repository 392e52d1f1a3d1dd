"""Findings as JSON: the shape that `portfolio analyse --json` and `findings.json` share."""

import json
from collections.abc import Mapping, Sequence

from generator.model import EvaluatedSeries, GrowthResult, Inquiry, RulesEdition
from generator.runchart.growth import growth_of_chart

SCHEMA = 2


def finding_as_json(evaluated: EvaluatedSeries, text: str) -> dict[str, object]:
    """One series as `portfolio analyse --json` prints it: full precision, null where something does not
    apply.  Programs read this: a key is never renamed, nor its place changed."""
    series, finding = evaluated.series, evaluated.finding
    return {
        "class": series.class_name or None,
        "prompt": series.prompt or None,
        "points": finding.points,
        "useful": finding.useful,
        "median": finding.median,
        "longest_run": finding.longest_run,
        "longest_run_limit": finding.longest_run_limit,
        "crossings": finding.crossings,
        "crossings_limit": finding.crossings_limit,
        "runs_signal": finding.runs_signal,
        "shifts": [{"from": shift.start, "to": shift.end, "side": shift.side} for shift in finding.shifts],
        "trends": [
            {"from": trend.start, "to": trend.end, "direction": trend.direction} for trend in finding.trends
        ],
        "baseline_points": finding.baseline_points,
        "useful_after": finding.useful_after,
        "on_good_side": finding.on_good_side,
        "count_test_p": finding.count_test_p,
        "by_luck": finding.by_luck,
        "median_after": finding.median_after,
        "nap": finding.nap,
        "nap_low": finding.nap_low,
        "nap_high": finding.nap_high,
        "baseline_rising": finding.baseline_rising,
        "verdict": finding.verdict,
        "verdict_text": text or None,
        "growth_p": growth_of_chart(series).p if finding.verdict and not series.group else None,
    }


def growth_as_json(result: GrowthResult) -> dict[str, object]:
    """The comparison of one prompt with steady growth, in all classes together; null where it cannot be
    computed."""
    return {
        "prompt": result.prompt or None,
        "classes": [name or None for name in result.classes],
        "p": result.p,
        "step": result.step,
        "step_low": result.step_low,
        "step_high": result.step_high,
        "rho": result.rho,
    }


def write_findings(
    inquiry: Inquiry,
    evaluated_series: Sequence[EvaluatedSeries],
    texts: Sequence[str],
    growth: Sequence[GrowthResult],
    requirement: Mapping[str, object] | None,
    decision: Mapping[str, object],
) -> bytes:
    """findings.json of an inquiry: every series with its group, phase and change, each prompt against
    steady growth, the requirement and the decision."""
    document = {
        "schema": SCHEMA,
        "rules": RulesEdition.SECOND,
        "inquiry": {
            "id": inquiry.id,
            "teacher": inquiry.teacher,
            "title": inquiry.title,
            "question": inquiry.question or None,
            "tool": inquiry.tool or None,
            "micro_credential": inquiry.micro_credential or None,
        },
        "series": [
            finding_as_json(evaluated, text)
            | {
                "group": evaluated.series.group or None,
                "phase": evaluated.series.phase,
                "change": evaluated.series.change,
            }
            for evaluated, text in zip(evaluated_series, texts, strict=True)
        ],
        "growth": [growth_as_json(result) for result in growth],
        "requirement": requirement,
        "decision": decision,
    }
    return _lines(document).encode()


def _lines(document: Mapping[str, object]) -> str:
    """JSON with a key a line, and a series a line: short, and still to be read and compared."""

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            value_text = "[\n " + ",\n ".join(map(text, value)) + "\n]"
        else:
            value_text = text(value)
        lines.append(f"{text(key)}: {value_text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
