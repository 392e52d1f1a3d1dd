"""Which later changes may have had a part in a verdict: those without a phase of their own."""

from collections.abc import Sequence

from generator.model import Change, EvaluatedSeries, Series, Verdict
from generator.runchart.verdict import evaluate_values


def confounding_changes(evaluated: EvaluatedSeries, changes: Sequence[Change]) -> tuple[int, ...]:
    """Numbers of the later changes in a series' phase, before which its verdict was not there yet.

    `changes` are those of the series' class.  Only verdicts that something got better are held
    against this: the points up to such a change, judged alone, must give the same verdict.
    """
    verdict = evaluated.finding.verdict
    if verdict is None or not verdict.is_better:
        return ()
    return tuple(
        change.number
        for change in _later_changes(evaluated.series, changes)
        if _verdict_before(evaluated.series, change) is not verdict
    )


def _later_changes(series: Series, changes: Sequence[Change]) -> list[Change]:
    """The changes after the one that began the series' phase, up to its latest visit."""
    opener = next((change for change in changes if change.number == series.change), None)
    latest = max((point.date for point in series.points if point.date), default=None)
    if opener is None or latest is None:
        return []
    others = [change for change in changes if change.number != opener.number and not change.new_phase]
    return [change for change in others if opener.date <= change.date <= latest]


def _verdict_before(series: Series, change: Change) -> Verdict | None:
    """The verdict of the visits before a change, judged alone."""
    before = [point.value for point in series.points if point.date and point.date < change.date]
    return evaluate_values(before, series.baseline, series.better).verdict
