"""Findings as JSON: the shape that `portfolio analyse --json` and `findings.json` share."""

from generator.model import EvaluatedSeries, GrowthResult
from generator.runchart.growth import growth_of_chart


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
