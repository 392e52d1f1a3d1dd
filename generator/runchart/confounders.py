"""Which later changes a verdict leans on: a change without a phase of its own may have had its part."""

from collections.abc import Sequence

from generator.model import Change, EvaluatedSeries, Verdict
from generator.runchart.verdict import evaluate_values

_BETTER = (Verdict.SUSTAINED_IMPROVEMENT, Verdict.SHIFT_NOT_YET_SUSTAINED)


def confounding_changes(one: EvaluatedSeries, changes: Sequence[Change]) -> tuple[int, ...]:
    """Numbers of the later changes in a series' phase, before which its verdict was not there yet.

    `changes` are those of the series' class.  Only verdicts that something got better are held
    against this: the points up to such a change, judged alone, must give the same verdict.
    """
    series, verdict = one.series, one.finding.verdict
    opener = next((change for change in changes if change.number == series.change), None)
    last = max((point.date for point in series.points if point.date), default=None)
    if verdict not in _BETTER or opener is None or last is None:
        return ()
    later = [
        change
        for change in changes
        if change.number != opener.number and opener.date <= change.date <= last and not change.new_phase
    ]
    leaned = []
    for change in later:
        before = [point.value for point in series.points if point.date and point.date < change.date]
        if evaluate_values(before, series.baseline, series.better).verdict is not verdict:
            leaned.append(change.number)
    return tuple(leaned)
