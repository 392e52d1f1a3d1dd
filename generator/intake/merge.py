"""Visits that came in, beside the visits that stand: what is new, what is known, what differs."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.intake.existing_tables import ExistingTable, ExistingTables
from generator.intake.parse_file import ParsedFile
from generator.intake.table_writer import append_visits, log_rows, write_log, write_new_table
from generator.intake.visits import Visit, group_visits, with_observer
from generator.layout import InquiryFolder
from generator.slugs import slug

_ROWS = ("wide", "form export")  # tables that a row a visit can be added to


@dataclass(frozen=True, slots=True)
class MergeResult:
    """`files` are to be written, by path below the content folder.  `differing` are visits that stand
    in a table already with other numbers; nothing of them was taken over."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    added: tuple[Visit, ...] = ()
    known: tuple[Visit, ...] = ()
    differing: tuple[Visit, ...] = ()


def merge_import(standing: ExistingTables, understood: ParsedFile) -> MergeResult:
    """An event log is kept as one, so that its intervals are not lost; all else is added to the
    table of its class, or to a new one."""
    if understood.table.form == "event log":
        return _merge_log(standing, understood)
    return _merge_visits(standing, group_visits(understood.observations))


def _merge_visits(standing: ExistingTables, incoming: Sequence[Visit]) -> MergeResult:
    there: dict[tuple[object, ...], list[Visit]] = {}
    for visit in group_visits(standing.observations):
        there.setdefault(visit.moment, []).append(visit)
    added, known, differing = [], [], []
    second: list[Visit] = []  # visits that stand without an observer, and that another has counted too
    for visit in incoming:
        others = there.get(visit.moment, [])
        same = any(visit.agrees(one) and visit.observer in ("", one.observer) for one in others)
        taken = any(one.observer == visit.observer for one in others) or (others and not visit.observer)
        if same:
            known.append(visit)
        elif taken:
            differing.append(visit)
        else:
            second += [one for one in others if not one.observer]
            there.setdefault(visit.moment, []).append(visit)
            added.append(visit)
    files = _placed(standing, added, second)
    return MergeResult(files, tuple(added), tuple(known), tuple(differing))


def _placed(standing: ExistingTables, added: Sequence[Visit], second: Sequence[Visit]) -> dict[str, bytes]:
    """Each class's visits in the table that has most of its rows, else in a new one."""
    groups: dict[str, tuple[ExistingTable | None, list[Visit]]] = {}
    for visit in added:
        held = _home(standing, visit.class_id)
        path = held.path if held else _free(standing, visit.class_id)
        groups.setdefault(path, (held, []))[1].append(visit)
    rows: dict[str, set[int]] = {}
    for visit in second:
        for one in visit.cells.values():
            rows.setdefault(one.file, set()).add(one.row)
    files = {}
    for path, (held, visits) in groups.items():
        ordered = sorted(visits, key=lambda one: (one.date is not None, one.date))
        if held is None:
            files[path] = write_new_table(standing.tool, ordered)
        else:
            observed = rows.get(path, set())
            files[path] = append_visits(held, standing.tool, ordered, observed)
    return files


def _home(standing: ExistingTables, class_id: str) -> ExistingTable | None:
    def rows(one: ExistingTable) -> int:
        return sum(row.class_id == class_id for row in one.table.observations)

    able = [
        one
        for one in standing.tables
        if one.table.form in _ROWS and one.table.raw.separator and not one.table.aggregated
    ]
    best = max(able, key=rows, default=None)
    if best is not None and rows(best):
        return best
    # a table with a header and no visits yet, named after the class
    return next(
        (one for one in able if not one.table.observations and _stem(one.path) == class_id),
        None,
    )


def _free(standing: ExistingTables, class_id: str) -> str:
    """data/period-2.csv, or data/period-2-2.csv where that is taken."""
    taken = {one.path for one in standing.tables}
    stem = f"{standing.folder}/{InquiryFolder.DATA}/{class_id or 'visits'}"
    number, path = 1, f"{stem}.csv"
    while path in taken:
        number += 1
        path = f"{stem}-{number}.csv"
    return path


def _stem(path: str) -> str:
    return slug(posixpath.splitext(posixpath.basename(path))[0])


def _merge_log(standing: ExistingTables, understood: ParsedFile) -> MergeResult:
    """Sessions are told apart by their names: one that came before is not added again, and one that
    has gone on since then takes its place."""
    logs = [one for one in standing.tables if one.table.form == "event log" and one.table.raw.separator]
    home = logs[0] if logs else None
    others = {
        (str(row.date), row.class_id)
        for one in standing.tables
        if one not in logs
        for row in one.table.observations
    }
    sessions = log_rows(home.table, standing.tool) if home else {}
    elsewhere = {name for one in logs[1:] for name in log_rows(one.table, standing.tool)}
    by_session = _by_session(understood)
    added, known, differing = [], [], []
    changed = False
    for name, rows in log_rows(understood.table, standing.tool).items():
        visits = by_session.get(name, [])
        before = sessions.get(name)
        if name in elsewhere or (before is not None and len(before) >= len(rows)):
            known += visits
        elif before is None and (rows[0][0][:10], slug(rows[0][2])) in others:
            differing += visits
        else:
            sessions[name] = _with_class(rows, visits[0].class_name if visits else "")
            added += visits
            changed = True
    if not changed:
        return MergeResult({}, (), tuple(known), tuple(differing))
    path = home.path if home else _free(standing, "tally")
    files = {path: write_log(sessions.values())}
    return MergeResult(files, tuple(added), tuple(known), tuple(differing))


def _with_class(rows: list[tuple[str, ...]], class_name: str) -> list[tuple[str, ...]]:
    """A log without classes keeps the class that the teacher named."""
    return [(*row[:2], row[2] or class_name, *row[3:]) for row in rows]


def _by_session(understood: ParsedFile) -> dict[str, list[Visit]]:
    """Session -> its visit.  Observations name the row of the session's first line."""
    column = understood.table.columns.index("session") or 0
    sessions = {row.number: row.cells[column] for row in understood.table.raw.rows}
    found: dict[str, list[Visit]] = {}
    for visit in group_visits(understood.observations):
        first = next(iter(visit.cells.values()))
        found.setdefault(sessions.get(first.row, ""), []).append(with_observer(visit, ""))
    return found
