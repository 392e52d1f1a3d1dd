"""The levels that a chart, its caption and the answer speak of: before, while it lasted, and since.

They are medians of visits, because one visit says little, and those of the finding wherever the finding
has them (docs/method.md).
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Better, EvaluatedSeries, Shift, ShiftSide, Verdict
from generator.runchart.run_rules import median, present, shifts


class GoodRun(Struct, frozen=True):
    """The latest shift for the better of a series whose gain was lost.

    `level` is the median of its visits, in the measure's unit; `visits` are those with a value, on the
    baseline's median or not.  `start` and `end` are its first and its last row, counted from 1.
    """

    level: float
    visits: int
    start: int
    end: int


class BeforeAndSince(Struct, frozen=True):
    """The levels of one series, in the measure's unit.

    `before` is the baseline's median.  `since` is the median of the visits after the change, and where
    the gain was lost, of those after the good run; `since_row` is the first row it is taken of.  None
    where there are no such visits.  `good_run` is None unless the verdict is `did_not_hold`.  `until` is
    the number of the change that began the next phase; None where these visits are the latest.
    """

    before: float | None
    since: float | None = None
    since_row: int | None = None
    good_run: GoodRun | None = None
    until: int | None = None


def levels_of_phases(phases: Sequence[EvaluatedSeries]) -> BeforeAndSince:
    """The levels of the phase that a chart's verdict speaks of, out of all phases of a class and prompt."""
    telling = most_telling_phase(phases)
    later = phases[list(phases).index(telling) + 1 :]
    return replace(before_and_since(telling), until=later[0].series.change if later else None)


def before_and_since(evaluated: EvaluatedSeries) -> BeforeAndSince:
    """The levels of a series, which are shown wherever its verdict is; without a baseline `before` is the
    median of all visits and there is no `since`."""
    series, finding = evaluated.series, evaluated.finding
    if series.baseline is None:
        return BeforeAndSince(finding.median)
    run = _lost_run(evaluated)
    if run is None:
        since_row = series.baseline + 1 if finding.median_after is not None else None
        return BeforeAndSince(finding.median, finding.median_after, since_row)
    since = median(present(series.values[run.end :]))
    return BeforeAndSince(finding.median, since, run.end + 1 if since is not None else None, run)


def good_shifts(evaluated: EvaluatedSeries) -> tuple[Shift, ...]:
    """The shifts for the better among the visits after the baseline, in order.

    A run that began in the baseline is no answer to the change; the verdict does not count it either.
    """
    return tuple(shift for shift in shifts_after(evaluated) if is_good(shift, evaluated.series.better))


def shifts_after(evaluated: EvaluatedSeries) -> tuple[Shift, ...]:
    """All shifts among the visits after the baseline (without one: among all), rows counted from 1."""
    series, centre = evaluated.series, evaluated.finding.median
    if centre is None:
        return ()
    begin = series.baseline or 0
    return tuple(
        Shift(shift.start + begin, shift.end + begin, shift.side)
        for shift in shifts(series.values[begin:], centre)
    )


def is_good(shift: Shift, better: Better) -> bool:
    """Whether a shift is one for the better."""
    return (shift.side is ShiftSide.ABOVE) == (better is Better.HIGHER)


def most_telling_phase(phases: Sequence[EvaluatedSeries]) -> EvaluatedSeries:
    """The latest phase with enough points for a verdict; where none has enough, the latest with a change,
    else the latest.

    A phase that has only just begun takes nothing away from what the phase before it showed, nor do
    visits of a school year in which nothing was changed.
    """
    with_change = [phase for phase in phases if phase.finding.verdict is not None]
    enough = [phase for phase in with_change if phase.finding.verdict is not Verdict.TOO_FEW_POINTS]
    return (enough or with_change or list(phases))[-1]


def _lost_run(evaluated: EvaluatedSeries) -> GoodRun | None:
    if evaluated.finding.verdict is not Verdict.DID_NOT_HOLD:
        return None
    latest = good_shifts(evaluated)[-1]
    values = present(evaluated.series.values[latest.start - 1 : latest.end])
    level = median(values)
    assert level is not None, "a shift has visits"
    return GoodRun(level, len(values), latest.start, latest.end)
