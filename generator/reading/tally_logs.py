"""Two tally logs of one inquiry: who counted one visit at the same time are two observers, as in one log."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

from generator.model import Observation
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.event_log import seconds_of_day, visit_mark
from generator.reading.tables.observation_table import ObservationTable
from generator.reading.tables.session_times import clock_times, part_sessions
from generator.reading.tables.table_form import TableForm

_Row = tuple[str, int]  # file, row of a session's first line


@dataclass(frozen=True, slots=True)
class _LogSession:
    """A session of one of the logs; `named` where its log has a column that says who counted."""

    row: _Row
    name: str
    named: bool
    began: int | None
    ended: int | None


@dataclass(frozen=True, slots=True)
class _Visitor:
    """What tells a session's observations from those of the day's other sessions."""

    time: str
    observer: str | None  # None: as the log names it


def join_tally_logs(tables: Mapping[str, ObservationTable]) -> Mapping[str, ObservationTable]:
    """The tables with the time and the observer of each session told apart across all logs.

    A session that stands in two of the logs is one visit that was sent twice, and is left as it is.
    """
    logs = {path: table for path, table in tables.items() if table.form is TableForm.EVENT_LOG}
    if len(logs) < 2:
        return tables
    by_day: dict[tuple[Date | None, str], list[_LogSession]] = defaultdict(list)
    for table in logs.values():
        for day, session in _sessions(table):
            by_day[day].append(session)
    visitors: dict[_Row, _Visitor] = {}
    for sessions in by_day.values():
        visitors |= _visitors(sessions)
    return {path: _told_apart(table, visitors) if path in logs else table for path, table in tables.items()}


def _sessions(table: ObservationTable) -> Iterator[tuple[tuple[Date | None, str], _LogSession]]:
    """Each session of a log with its day and class."""
    session_column = table.columns.index(ColumnRole.SESSION)
    observer_column = table.columns.index(ColumnRole.OBSERVER)
    cells = {row.number: row.cells for row in table.raw.rows}
    by_row: dict[_Row, list[Observation]] = defaultdict(list)
    for cell in table.observations:
        by_row[cell.file, cell.row].append(cell)
    times_of = _times_by_visit(table)
    for row, counted in by_row.items():
        name = "" if session_column is None else cells[row[1]][session_column]
        times = times_of.get(visit_mark(name) or name, ())
        session = _LogSession(
            row,
            name=name,
            named=observer_column is not None and bool(cells[row[1]][observer_column].strip()),
            began=min(times, default=None),
            ended=max(times, default=None),
        )
        yield (counted[0].date, counted[0].class_id), session


def _times_by_visit(table: ObservationTable) -> Mapping[str, Sequence[int]]:
    """The seconds of the day of a session's rows, by its name; of looks by the mark of their visit."""
    times: dict[str, list[int]] = defaultdict(list)
    session_column = table.columns.index(ColumnRole.SESSION)
    stamp_column = table.columns.index(ColumnRole.STAMP)
    if session_column is None or stamp_column is None:
        return times
    for row in table.raw.rows:
        name = row.cells[session_column]
        if (second := seconds_of_day(row.cells[stamp_column])) is not None:
            times[visit_mark(name) or name].append(second)
    return times


def _visitors(sessions: Sequence[_LogSession]) -> dict[_Row, _Visitor]:
    """Of one day in one class; empty where one log alone has sessions, or nothing tells when they were."""
    names = Counter(session.name for session in sessions)
    files = {file for file, _ in (session.row for session in sessions)}
    if len(files) < 2 or max(names.values()) > 1 or any(session.began is None for session in sessions):
        return {}
    visits = part_sessions(sessions)
    times = clock_times(visits) if len(visits) > 1 else [""]
    return {
        row: _Visitor(time, observer)
        for visit, time in zip(visits, times, strict=True)
        for row, observer in _observers(visit).items()
    }


def _observers(visit: Sequence[_LogSession]) -> dict[_Row, str | None]:
    """Who counted each session of one visit: 1, 2, ... where several are not named."""
    unnamed = sorted(session.row for session in visit if not session.named)
    numbers = [""] if len(unnamed) < 2 else [str(number) for number in range(1, len(unnamed) + 1)]
    return dict.fromkeys((session.row for session in visit), None) | dict(zip(unnamed, numbers, strict=False))


def _told_apart(table: ObservationTable, visitors: Mapping[_Row, _Visitor]) -> ObservationTable:
    return replace(
        table,
        observations=tuple(
            replace(
                cell,
                time=visitor.time,
                observer=cell.observer if visitor.observer is None else visitor.observer,
            )
            if (visitor := visitors.get((cell.file, cell.row)))
            else cell
            for cell in table.observations
        ),
    )
