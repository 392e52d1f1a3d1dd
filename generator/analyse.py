"""`portfolio analyse`: the run chart rules on any table, without a program."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date as Date

from msgspec import Struct, field
from msgspec.structs import replace

from generator.model import (
    Better,
    EvaluatedSeries,
    GrowthResult,
    Observation,
    Prompt,
    PromptKind,
    Series,
)
from generator.problems import Problem
from generator.reading.tables.bare_table_checks import BareTable, check_bare_table
from generator.reading.tables.columns import ColumnAnswers
from generator.reading.tables.dates import DateOrder
from generator.reading.tables.observation_table import ObservationTable, read_observation_table
from generator.reading.tables.phase_column import (
    SeriesKey,
    baseline_lengths,
    phases_not_used,
    read_phases,
)
from generator.runchart.growth import growth_by_prompt
from generator.runchart.series import merge_visits, series_as_listed
from generator.runchart.verdict import evaluate_series
from generator.slugs import slug


class Baseline(Struct, frozen=True):
    """The first `rows` of each series, or its rows up to and including a day, or as many points as
    `lengths` says of it; none of them: no baseline."""

    rows: int | None = None
    until: Date | None = None
    lengths: Mapping[SeriesKey, int] | None = None  # from a column of phases


class TableFilter(Struct, frozen=True):
    """Which rows are looked at: of these classes (none: all), from the first to the last day."""

    classes: tuple[str, ...] = ()
    first: Date | None = None
    last: Date | None = None

    def holds(self, row: Observation) -> bool:
        """Whether the row is looked at; one without a date is not where days are named."""
        return (
            (not self.classes or row.class_id in {slug(name) for name in self.classes})
            and (self.first is None or (row.date is not None and row.date >= self.first))
            and (self.last is None or (row.date is not None and row.date <= self.last))
        )


class AnalysisRequest(Struct, frozen=True):
    """How a table is to be read and judged.  `date_format` settles dates that can be read both ways,
    `answers` what columns hold."""

    baseline: Baseline = field(default_factory=Baseline)
    better: Better = Better.HIGHER
    date_format: DateOrder | None = None
    rows: TableFilter = field(default_factory=TableFilter)
    answers: ColumnAnswers = field(default_factory=dict)


class AnalysedSeries(Struct, frozen=True):
    """One series, judged; `share` says that its values are percentages."""

    evaluated: EvaluatedSeries
    share: bool

    @property
    def name(self) -> str:
        """Class and prompt; empty where the table has neither."""
        series = self.evaluated.series
        return ", ".join(part for part in (series.class_name, series.prompt) if part)


class Analysis(Struct, frozen=True):
    """Every series of a table; `dated` says that its rows have dates."""

    series: tuple[AnalysedSeries, ...]
    dated: bool

    @property
    def growth(self) -> tuple[GrowthResult, ...]:
        """Each prompt against steady growth, over all series that have a baseline and a verdict."""
        return growth_by_prompt(
            analysed.evaluated for analysed in self.series if analysed.evaluated.finding.verdict is not None
        )


def analyse(data: bytes, file: str, request: AnalysisRequest) -> tuple[Analysis | None, list[Problem]]:
    """The series and findings of a table, `file` being its name in problems; None where the table has
    an error, because half a report would be taken for a whole one."""
    table, problems = read_observation_table(
        data,
        file,
        None,
        date_format=request.date_format,
        answers=request.answers,
        class_from_file=False,
    )
    if table is None or any(problem.is_error for problem in problems):
        return None, problems
    rows = [row for row in table.observations if request.rows.holds(row)]
    bare, new_problems = check_bare_table(table, rows)
    # the column that tells classes apart is named once
    problems = [problem for problem in problems if not _names_column(problem, bare.class_heading)]
    problems += new_problems
    if any(problem.is_error for problem in problems):
        return None, problems
    baseline, new_problems = _with_phases(request.baseline, table, rows)
    problems += new_problems
    if any(problem.is_error for problem in problems):
        return None, problems
    shares = _shares(rows)
    series = tuple(
        AnalysedSeries(_judge(item, baseline, bare), (item.class_id, item.prompt) in shares)
        for item in _series(rows, shares, request.better, dated=table.dates is not None)
    )
    return Analysis(series, table.dates is not None), problems


def _names_column(problem: Problem, heading: str) -> bool:
    return problem.code == "text-column" and problem.values.get("heading") == heading


def _with_phases(
    baseline: Baseline, table: ObservationTable, rows: Sequence[Observation]
) -> tuple[Baseline, list[Problem]]:
    """The baseline that was asked for, else the one that the table's column of phases says."""
    if baseline != Baseline():
        return baseline, phases_not_used(table)
    phases, problems = read_phases(table, rows)
    return (Baseline(lengths=baseline_lengths(phases, rows)) if phases else baseline), problems


def _judge(series: Series, baseline: Baseline, bare: BareTable) -> EvaluatedSeries:
    """The series with its finding, which has no verdict where none may be given."""
    evaluated = evaluate_series(_with_baseline(series, baseline))
    if bare.may_judge(series.prompt):
        return evaluated
    return replace(evaluated, finding=replace(evaluated.finding, verdict=None))


def _group_rows(rows: Iterable[Observation]) -> dict[SeriesKey, list[Observation]]:
    """Rows by class and prompt, in the order in which each occurs first."""
    groups: dict[SeriesKey, list[Observation]] = defaultdict(list)
    for row in rows:
        groups[row.class_id, row.prompt].append(row)
    return groups


def _shares(rows: Iterable[Observation]) -> set[SeriesKey]:
    """The series whose values are all counts of n: shares, in percent."""
    groups = _group_rows(row for row in rows if row.value is not None)
    return {
        key
        for key, of_series in groups.items()
        if all(row.count is not None and row.n is not None for row in of_series)
    }


def _series(
    rows: Sequence[Observation], shares: Container[SeriesKey], better: Better, *, dated: bool
) -> list[Series]:
    """The rows of one date (and time) are one point; without dates a row is."""
    if not dated:
        return series_as_listed(rows, better, None)
    return [
        Series(
            class_id=key[0],
            class_name=of_series[0].class_name,
            prompt=key[1],
            points=merge_visits(of_series, _prompt(key[1], key in shares, better)),
            better=better,
        )
        for key, of_series in _group_rows(rows).items()
    ]


def _prompt(prompt: str, share: bool, better: Better) -> Prompt:
    return Prompt(prompt, prompt, kind=PromptKind.COUNT_OF if share else PromptKind.SCALE, better=better)


def _with_baseline(series: Series, baseline: Baseline) -> Series:
    if baseline.rows is not None:
        return replace(series, baseline=min(baseline.rows, len(series.points)))
    if baseline.until is not None:
        until = baseline.until
        return replace(
            series, baseline=sum(point.date is not None and point.date <= until for point in series.points)
        )
    if baseline.lengths is not None:
        return replace(series, baseline=baseline.lengths[series.class_id, series.prompt])
    return series
