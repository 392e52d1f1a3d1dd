"""Visits that come in, held against the visits that are there: what is new, what is known, what differs."""

import posixpath
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import count

from msgspec import Struct, field

from generator.intake.existing_tables import ExistingTable, ExistingTables
from generator.intake.log_sessions import tell_sessions_apart
from generator.intake.parse_file import ParsedFile
from generator.intake.table_writer import (
    LogRow,
    RowChanges,
    append_visits,
    log_rows,
    write_log,
    write_new_table,
)
from generator.intake.visits import Visit, group_visits, with_observer
from generator.layout import InquiryFolder
from generator.model import SameVisits
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.table_form import ROW_A_VISIT, TableForm
from generator.slugs import slug


class Comparison(StrEnum):
    """How an incoming visit compares with the tables."""

    NEW = "new"
    KNOWN = "known"  # nothing in it that the tables do not have
    CORRECTED = "corrected"  # there with other numbers, and someone said that these are right
    DIFFERING = "differing"  # there with other numbers


class MergeResult(Struct, frozen=True):
    """`files` are to be written, by path below the content folder.  `corrected` are visits whose numbers
    in a table are replaced, `differing` those that are there with other numbers and nobody said why."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    added: tuple[Visit, ...] = ()
    already_present: tuple[Visit, ...] = ()
    corrected: tuple[Visit, ...] = ()
    differing: tuple[Visit, ...] = ()


def merge_import(existing: ExistingTables, parsed: ParsedFile, same: SameVisits | None = None) -> MergeResult:
    """An event log is kept as one, so that its intervals are not lost; all else is added to the
    table of its class, or to a new one.  `same` says what a visit is that is there with other numbers."""
    if parsed.table.form is TableForm.EVENT_LOG:
        return _merge_log(existing, parsed, same)
    return _merge_visits(existing, group_visits(parsed.observations), same)


def _result(files: Mapping[str, bytes], visits: Mapping[Comparison, Sequence[Visit]]) -> MergeResult:
    return MergeResult(
        files,
        added=tuple(visits.get(Comparison.NEW, ())),
        already_present=tuple(visits.get(Comparison.KNOWN, ())),
        corrected=tuple(visits.get(Comparison.CORRECTED, ())),
        differing=tuple(visits.get(Comparison.DIFFERING, ())),
    )


def _merge_visits(
    existing: ExistingTables, incoming: Sequence[Visit], same: SameVisits | None
) -> MergeResult:
    by_day: dict[tuple[object, ...], list[Visit]] = defaultdict(list)
    for visit in group_visits(existing.observations):
        by_day[visit.date, visit.class_id, visit.group].append(visit)
    sorted_visits: dict[Comparison, list[Visit]] = defaultdict(list)
    unnamed: list[Visit] = []  # visits that are there without an observer, and that another has counted too
    corrections: list[tuple[Visit, Visit]] = []  # as it is there, as it is right
    for visit in incoming:
        same_day = by_day[visit.date, visit.class_id, visit.group]
        same_moment = [other for other in same_day if _may_be_same(visit, other, incoming)]
        comparison, visit, older = _settle(existing, visit, same_moment, same)
        if older:
            corrections.append((older, visit))
        sorted_visits[comparison].append(visit)
        if comparison is Comparison.NEW:
            unnamed += [other for other in same_moment if not other.observer]
            same_day.append(visit)
    files = _write_visits(existing, _TableChanges(sorted_visits[Comparison.NEW], unnamed, corrections))
    return _result(files, sorted_visits)


def _settle(
    existing: ExistingTables, visit: Visit, same_moment: Sequence[Visit], same: SameVisits | None
) -> tuple[Comparison, Visit, Visit | None]:
    """(how a visit compares, the visit as it is imported, the one in the tables that it corrects)."""
    comparison = _compare(visit, same_moment)
    if comparison is not Comparison.DIFFERING:
        return comparison, visit, None
    if same is SameVisits.OBSERVERS and not visit.observer:
        return Comparison.NEW, _by_another_observer(visit, same_moment), None
    older = _correctable(existing, visit, same_moment) if same is SameVisits.LATER else None
    return (Comparison.CORRECTED if older else comparison), visit, older


def _by_another_observer(visit: Visit, same_moment: Sequence[Visit]) -> Visit:
    """The visit with the first number that no observer of it has; the unnamed one becomes 1."""
    taken = {other.observer or "1" for other in same_moment}
    return with_observer(visit, next(str(number) for number in count(1) if str(number) not in taken))


def _correctable(existing: ExistingTables, visit: Visit, same_moment: Sequence[Visit]) -> Visit | None:
    """The visit as the same observer counted it before, where it stands in tables that can be written."""
    older = next((other for other in same_moment if other.observer == visit.observer), None)
    writable = {table.path for table in existing.tables if _is_writable(table)}
    return older if older and all(cell.file in writable for cell in older.cells.values()) else None


def _may_be_same(visit: Visit, other: Visit, incoming: Sequence[Visit]) -> bool:
    """Whether two visits of one day can be one: where one of them has no time, unless the one in the tables
    is another that comes in."""
    if visit.time == other.time:
        return True
    if visit.time and other.time:
        return False
    return (
        not visit.time
        or visit.agrees(other)
        or not any(
            also.date == other.date and also.class_id == other.class_id and also.group == other.group
            for also in incoming
            if also.agrees(other)
        )
    )


def _compare(visit: Visit, same_moment: Sequence[Visit]) -> Comparison:
    """How a visit compares with those of its date, class and group that are there."""
    if any(visit.agrees(other) and visit.observer in ("", other.observer) for other in same_moment):
        return Comparison.KNOWN
    if any(other.observer == visit.observer for other in same_moment):
        return Comparison.DIFFERING
    return Comparison.DIFFERING if same_moment and not visit.observer else Comparison.NEW


class _TableChanges(Struct, frozen=True):
    """Visits to add, those whose observer becomes 1, and those to correct: (as there, as it is right)."""

    added: Sequence[Visit]
    unnamed: Sequence[Visit]
    corrections: Sequence[tuple[Visit, Visit]]

    def observed(self) -> dict[str, set[int]]:
        """By table, the rows whose observer becomes 1."""
        rows: dict[str, set[int]] = defaultdict(set)
        for visit in self.unnamed:
            for observation in visit.cells.values():
                rows[observation.file].add(observation.row)
        return rows

    def corrected(self) -> dict[str, dict[int, Visit]]:
        """By table, the rows that get the numbers of a visit."""
        rows: dict[str, dict[int, Visit]] = defaultdict(dict)
        for older, visit in self.corrections:
            for observation in older.cells.values():
                rows[observation.file][observation.row] = visit
        return rows


def _write_visits(existing: ExistingTables, changes: _TableChanges) -> dict[str, bytes]:
    """Each class's visits in the table that has most of its rows, else in a new one; corrected ones where
    they stand."""
    observed, corrected = changes.observed(), changes.corrected()
    tables: dict[str, ExistingTable | None] = {
        table.path: table for table in existing.tables if table.path in corrected
    }
    visits_of: dict[str, list[Visit]] = defaultdict(list)
    for visit in changes.added:
        table = _table_of_class(existing, visit.class_id)
        path = table.path if table else _free_path(existing, visit.class_id)
        tables[path] = table
        visits_of[path].append(visit)
    files = {}
    for path, table in tables.items():
        visits = sorted(visits_of[path], key=lambda visit: (visit.date is not None, visit.date))
        if table is None:
            files[path] = write_new_table(existing.tool, visits)
        else:
            rows = RowChanges(observed.get(path, ()), corrected.get(path, {}))
            files[path] = append_visits(table, existing.tool, visits, rows)
    return files


def _table_of_class(existing: ExistingTables, class_id: str) -> ExistingTable | None:
    """The table that a class's visits are added to; None where a new one is needed."""

    def rows_of_class(existing_table: ExistingTable) -> int:
        return sum(row.class_id == class_id for row in existing_table.table.observations)

    candidates = [existing_table for existing_table in existing.tables if _is_writable(existing_table)]
    best = max(candidates, key=rows_of_class, default=None)
    if best is not None and rows_of_class(best):
        return best
    # a table with a header and no visits yet, named after the class
    return next(
        (
            existing_table
            for existing_table in candidates
            if not existing_table.table.observations and _stem(existing_table.path) == class_id
        ),
        None,
    )


def _is_writable(existing_table: ExistingTable) -> bool:
    """Whether it has a row a visit, as text."""
    table = existing_table.table
    return table.form in ROW_A_VISIT and bool(table.raw.separator) and not table.aggregated


def _free_path(existing: ExistingTables, class_id: str) -> str:
    """data/period-2.csv, or data/period-2-2.csv where that is taken."""
    taken = {existing_table.path for existing_table in existing.tables}
    stem = f"{existing.folder}/{InquiryFolder.DATA}/{class_id or 'visits'}"
    number, path = 1, f"{stem}.csv"
    while path in taken:
        number += 1
        path = f"{stem}-{number}.csv"
    return path


def _stem(path: str) -> str:
    return slug(posixpath.splitext(posixpath.basename(path))[0])


class _KnownSessions(Struct, frozen=True):
    """What the inquiry's tables say of sessions: those of the log that new ones are added to, the names
    in its other logs, and the (day, class) of visits in tables that are not logs."""

    in_log: Mapping[str, Sequence[LogRow]]
    in_other_logs: frozenset[str]
    in_tables: frozenset[tuple[str, str]]

    def compare(self, name: str, rows: Sequence[LogRow], same: SameVisits | None) -> Comparison:
        """A session that came before is known, unless it has gone on since then, or its n was corrected."""
        before = self.in_log.get(name)
        if before is not None and len(before) >= len(rows):
            if before[0].n == rows[0].n:
                return Comparison.KNOWN
            return Comparison.CORRECTED if same is SameVisits.LATER else Comparison.DIFFERING
        if name in self.in_other_logs:
            return Comparison.KNOWN
        day_and_class = (rows[0].stamp[:10], slug(rows[0].class_name))
        if before is None and day_and_class in self.in_tables:
            return Comparison.DIFFERING
        return Comparison.NEW


def _merge_log(existing: ExistingTables, parsed: ParsedFile, same: SameVisits | None) -> MergeResult:
    """Sessions are told apart by their names: one that came before is not added again, and one that
    has gone on since then replaces it."""
    logs = [
        existing_table
        for existing_table in existing.tables
        if existing_table.table.form is TableForm.EVENT_LOG and existing_table.table.raw.separator
    ]
    home = logs[0] if logs else None
    known_sessions = _known_sessions(existing, logs)
    visits_of = _visits_by_session(parsed)
    incoming = _incoming_rows(known_sessions.in_log, parsed, log_rows(parsed.table, existing.tool))
    numbered, in_question = tell_sessions_apart(known_sessions.in_log, incoming, same)
    sessions = {name: numbered.get(name, rows) for name, rows in known_sessions.in_log.items()}
    sorted_visits: dict[Comparison, list[Visit]] = defaultdict(list)
    for name, rows in incoming.items():
        comparison = known_sessions.compare(name, rows, same)
        if comparison is Comparison.NEW and name in in_question:
            comparison = Comparison.DIFFERING
        sorted_visits[comparison] += visits_of.get(name, [])
        if comparison in (Comparison.NEW, Comparison.CORRECTED):
            sessions[name] = numbered.get(name, rows)
    if sessions == known_sessions.in_log:
        return _result({}, sorted_visits)
    path = home.path if home else _free_path(existing, "tally")
    return _result({path: write_log(sessions.values())}, sorted_visits)


def _known_sessions(existing: ExistingTables, logs: Sequence[ExistingTable]) -> _KnownSessions:
    """`logs` are the tables that are event logs; new sessions are added to the first."""
    by_log = [log_rows(log.table, existing.tool) for log in logs]
    visits = {
        (str(row.date), row.class_id)
        for existing_table in existing.tables
        if existing_table not in logs
        for row in existing_table.table.observations
    }
    return _KnownSessions(
        in_log=by_log[0] if by_log else {},
        in_other_logs=frozenset(name for sessions in by_log[1:] for name in sessions),
        in_tables=frozenset(visits),
    )


def _incoming_rows(
    stored: Mapping[str, Sequence[LogRow]], parsed: ParsedFile, written: Mapping[str, Sequence[LogRow]]
) -> dict[str, Sequence[LogRow]]:
    """The rows that come in, by session: with the class that the teacher named, where they have none or
    another spelling, and with the observer and the time that the session has where it is there already."""
    visits_of = _visits_by_session(parsed)
    rows_of: dict[str, Sequence[LogRow]] = {}
    for name, rows in written.items():
        before = stored[name][0] if name in stored else rows[0]
        class_name = next((visit.class_name for visit in visits_of.get(name, ())), "")
        rows_of[name] = [
            row._replace(
                class_name=class_name or row.class_name,
                observer=row.observer or parsed.observer or before.observer,
                time=row.time or before.time,
            )
            for row in rows
        ]
    return rows_of


def _visits_by_session(parsed: ParsedFile) -> dict[str, list[Visit]]:
    """Session -> its visit.  Observations name the row of the session's first line."""
    column = parsed.table.columns.index(ColumnRole.SESSION)
    assert column is not None, "an event log has a column of sessions"
    session_of = {row.number: row.cells[column] for row in parsed.table.raw.rows}
    visits_of: dict[str, list[Visit]] = defaultdict(list)
    for visit in group_visits(parsed.observations):
        first = next(iter(visit.cells.values()))
        visits_of[session_of.get(first.row, "")].append(with_observer(visit, ""))
    return visits_of
