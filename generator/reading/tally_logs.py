"""Two tally logs of one inquiry: whether their sessions of one day are one visit that two people counted, or
visits of their own.  Where nothing says it, it is asked."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Observation
from generator.problems import Place, Problem, error
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.event_log import seconds_of_day, visit_mark
from generator.reading.tables.observation_table import ObservationTable
from generator.reading.tables.session_times import clock_times, is_part_of_every_visit, part_sessions
from generator.reading.tables.table_form import TableForm
from generator.reading.tables.times import read_time

_Row = tuple[str, int]  # file, row of a session's first line


class LogSession(Struct, frozen=True):
    """A session of one of the logs; `observer` and `time` as its columns say it, empty where they do not."""

    row: _Row
    name: str
    class_name: str
    observer: str
    time: str
    began: int | None
    ended: int | None


class _SessionKey(Struct, frozen=True):
    """What tells a session's observations from those of the day's other sessions."""

    time: str
    observer: str


def join_tally_logs(
    tables: Mapping[str, ObservationTable],
) -> tuple[Mapping[str, ObservationTable], list[Problem]]:
    """The tables with the time and the observer of each session told apart across all logs, and an error
    for each day and class where nothing tells them apart; of these the first log is read.

    Sessions of one log are visits of their own, and so are those that a column `time` parts.  Two logs
    that were counted at the same time, or each by a named observer, are one visit.
    """
    logs = {path: table for path, table in tables.items() if table.form is TableForm.EVENT_LOG}
    if len(logs) < 2:
        return tables, []
    by_day: dict[tuple[Date | None, str], list[LogSession]] = defaultdict(list)
    for day_and_class, session in chain(*map(_sessions, logs.values())):
        by_day[day_and_class].append(session)
    keys: dict[_Row, _SessionKey | None] = {}
    problems: list[Problem] = []
    for (day, _), sessions in by_day.items():
        keys_of_day, new_problems = _join_day(day, sessions)
        keys |= keys_of_day
        problems += new_problems
    return (
        {path: _with_session_keys(table, keys) if path in logs else table for path, table in tables.items()},
        problems,
    )


def _join_day(
    day: Date | None, sessions: Sequence[LogSession]
) -> tuple[dict[_Row, _SessionKey | None], list[Problem]]:
    """Who counted each session of one day in one class, and when; None for a session that is left out, beside
    an error.  Empty where one log alone has sessions, or nothing tells when they were."""
    files = {session.row[0] for session in sessions}
    if len(files) < 2 or any(session.began is None for session in sessions):
        return {}, []
    logs = _logs(sessions)
    if visits := visits_of_day(logs):
        return _session_keys(sessions, visits), []
    return dict.fromkeys((session.row for session in chain(*logs[1:])), None), [
        _undistinguished_problem(day, logs)
    ]


def _sessions(table: ObservationTable) -> Iterator[tuple[tuple[Date | None, str], LogSession]]:
    """Each session of a log with its day and class."""
    cells = {row.number: row.cells for row in table.raw.rows}
    by_row: dict[_Row, list[Observation]] = defaultdict(list)
    for cell in table.observations:
        by_row[cell.file, cell.row].append(cell)
    times_of = _times_by_visit(table)

    def text(row: _Row, role: ColumnRole) -> str:
        index = table.columns.index(role)
        return "" if index is None else cells[row[1]][index].strip()

    for row, counted in by_row.items():
        name = text(row, ColumnRole.SESSION)
        times = times_of.get(visit_mark(name) or name, ())
        session = LogSession(
            row,
            name=name,
            class_name=counted[0].class_name,
            observer=text(row, ColumnRole.OBSERVER),
            time=read_time(text(row, ColumnRole.TIME)) or "",
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


def _logs(sessions: Sequence[LogSession]) -> list[list[LogSession]]:
    """The sessions by log, each once; files that share a session were saved by one phone and are one log."""
    logs: list[dict[str, LogSession]] = []
    by_file: dict[str, dict[str, LogSession]] = defaultdict(dict)
    for session in sessions:
        by_file[session.row[0]].setdefault(session.name, session)
    for of_file in by_file.values():
        shared = [log for log in logs if log.keys() & of_file.keys()]
        logs = [log for log in logs if not any(log is other for other in shared)]
        logs.append(dict(chain(*(log.items() for log in (of_file, *shared)))))
    return [list(log.values()) for log in logs]


def visits_of_day(logs: Sequence[Sequence[LogSession]]) -> Mapping[str, Sequence[LogSession]]:
    """The visits of one day in one class by their time; empty where nothing tells the logs apart."""
    sessions = list(chain(*logs))
    if all(session.time for session in sessions):
        by_time: dict[str, list[LogSession]] = defaultdict(list)
        for session in sessions:
            by_time[session.time].append(session)
        return by_time
    visits = part_sessions(sessions)
    if len(visits) > 1 and _are_observers_of_one_visit(logs):
        visits = [sessions]
    if not is_part_of_every_visit(logs, visits):
        return {}
    times = clock_times(visits) if len(visits) > 1 else [""]
    return {
        next((session.time for session in visit if session.time), time): visit
        for visit, time in zip(visits, times, strict=True)
    }


def _are_observers_of_one_visit(logs: Sequence[Sequence[LogSession]]) -> bool:
    """Whether each log has an observer of its own, who counted once that day."""
    observers = [{session.observer for session in log} for log in logs]
    names = Counter(chain(*observers))
    return all(len(part_sessions(log)) == 1 for log in logs) and "" not in names and max(names.values()) == 1


def _session_keys(
    sessions: Sequence[LogSession], visits: Mapping[str, Sequence[LogSession]]
) -> dict[_Row, _SessionKey | None]:
    """Of every session, those too that are in two files."""
    by_name: dict[str, _SessionKey] = {}
    for time, visit in visits.items():
        unnamed = sorted((session.row, session.name) for session in visit if not session.observer)
        numbers = {name: str(number) for number, (_, name) in enumerate(unnamed, start=1)}
        for session in visit:
            number = numbers.get(session.name, "") if len(unnamed) > 1 else ""
            by_name[session.name] = _SessionKey(time, session.observer or number)
    return {session.row: by_name[session.name] for session in sessions}


def _with_session_keys(table: ObservationTable, keys: Mapping[_Row, _SessionKey | None]) -> ObservationTable:
    """The table with the key of each session, without those that have none."""
    cells = []
    for cell in table.observations:
        key = keys.get((cell.file, cell.row), _SessionKey(cell.time, cell.observer))
        if key:
            cells.append(replace(cell, time=key.time, observer=key.observer))
    return replace(table, observations=tuple(cells))


def _undistinguished_problem(day: Date | None, logs: Sequence[Sequence[LogSession]]) -> Problem:
    first, later = logs[0][0], logs[1][0]
    file, row = later.row
    return error(
        "logs-not-told-apart",
        Place(file, row=row),
        "{class_name} was counted on {day} in this log and, at another time, in {file}, row {row}; the "
        "logs do not say whether these were two lessons or two people counting.",
        "In both logs, add a column  time  if these were two lessons, or a column  observer  if two "
        "people counted at one visit.",
        class_name=later.class_name,
        day=str(day or ""),
        file=first.row[0].rpartition("/")[2],
        row=first.row[1],
    )
