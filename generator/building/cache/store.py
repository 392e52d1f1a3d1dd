"""One file on the disk in which `build` keeps what it knows of earlier builds.

The file is ours alone and worth nothing by itself: whatever is wrong with it, it is dropped and begun
anew, and the build goes on without.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "memory.sqlite"
_LAYOUT = 1  # of the tables below; another number, another beginning
_TABLES = """
create table piece (name text primary key, look blob, own blob, base blob, record blob, notes blob);
create table whole (name text primary key, value blob);
"""
_AT_ONCE = 200  # pieces between two writings to the disk


@dataclass(frozen=True, slots=True)
class UnitState:
    """What is known of a piece before its record is read: how its folder looked, and digests of its own
    files and of all else that it is made of."""

    fingerprint: bytes
    folder_digest: bytes
    shared_digest: bytes


class CacheStore:
    """Pieces by name, each with its record and its notes, and values of the whole site by name."""

    def __init__(self, connection: sqlite3.Connection | None, damaged: bool = False) -> None:
        self._connection = connection
        self.damaged = damaged  # the file had to be dropped
        self._waiting = 0

    def unit_states(self) -> dict[str, UnitState]:
        rows = self._rows("select name, look, own, base from piece")
        return {name: UnitState(look, own, base) for name, look, own, base in rows}

    def record(self, name: str) -> bytes:
        return self._one("select record from piece where name = ?", name)

    def memo_values(self, name: str) -> bytes:
        return self._one("select notes from piece where name = ?", name)

    def site_value(self, name: str) -> bytes:
        return self._one("select value from whole where name = ?", name)

    def save_unit(self, name: str, known: UnitState, record: bytes, notes: bytes | None) -> None:
        """A piece as it is now; without notes those that are there stay."""
        self._change(
            "insert into piece values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (name) do update set "
            "look = ?2, own = ?3, base = ?4, record = ?5, notes = coalesce(?6, notes)",
            (name, known.fingerprint, known.folder_digest, known.shared_digest, record, notes),
        )

    def touch(self, looks: Mapping[str, bytes]) -> None:
        """How folders look whose content is what it was."""
        for name, look in looks.items():
            self._change("update piece set look = ? where name = ?", (look, name))

    def set_site_value(self, name: str, value: bytes) -> None:
        self._change("insert or replace into whole values (?, ?)", (name, value))

    def drop_others(self, names: Iterable[str]) -> None:
        """Forget every piece that is not among these."""
        gone = self.unit_states().keys() - set(names)
        for name in gone:
            self._change("delete from piece where name = ?", (name,))
        if gone:
            self.commit()
            self._change("vacuum")

    def clear(self) -> None:
        self._change("delete from piece")
        self._change("delete from whole")

    def commit(self) -> None:
        """To the disk with all that waits."""
        self._waiting = 0
        if self._connection:
            try:
                self._connection.commit()
            except sqlite3.Error:
                self._drop()

    def _rows(self, query: str, *values: object) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error:
            self._drop()
            return []

    def _one(self, query: str, name: str) -> bytes:
        rows = self._rows(query, name)
        value = rows[0][0] if rows else b""
        return value if isinstance(value, bytes) else b""

    def _change(self, command: str, values: tuple[object, ...] = ()) -> None:
        if self._connection is None:
            return
        try:
            self._connection.execute(command, values)
        except sqlite3.Error:
            self._drop()
            return
        self._waiting += 1
        if self._waiting >= _AT_ONCE:
            self.commit()

    def _drop(self) -> None:
        """Something is wrong with the file (or the disk): do without, and begin anew next time."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.execute("delete from whole")
            self._connection = None
            self.damaged = True


@contextmanager
def open_store(folder: Path | None) -> Iterator[CacheStore]:
    """The store in a folder of its own; one that remembers nothing where there is no folder, or none
    can be made."""
    connection, damaged = _connected(folder) if folder else (None, False)
    if connection is None:
        yield CacheStore(None, damaged)
        return
    store = CacheStore(connection, damaged)
    with closing(connection):
        yield store
        store.commit()
    if folder and store.damaged and not damaged:
        _remove(folder)


@contextmanager
def open_store_readonly(folder: Path | None) -> Iterator[CacheStore]:
    """The store of a build that is at work, for its workers: nothing is written."""
    file = folder / FILE if folder else None
    if file is None or not file.is_file():
        yield CacheStore(None)
        return
    try:
        connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
    except sqlite3.Error:
        yield CacheStore(None)
        return
    with closing(connection):
        yield CacheStore(connection)


def _connected(folder: Path) -> tuple[sqlite3.Connection | None, bool]:
    """(connection, whether a damaged file was dropped for it)."""
    for damaged in (False, True):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _prepared(folder / FILE), damaged
        except sqlite3.Error:
            _remove(folder)
        except OSError:
            return None, False
    return None, True


def _prepared(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=10)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = off")  # a lost memory costs time, nothing else
        (layout,) = connection.execute("pragma user_version").fetchone()
        if layout != _LAYOUT:
            names = [
                name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")
            ]
            for name in names:
                connection.execute(f'drop table "{name}"')
            connection.executescript(_TABLES)
            connection.execute(f"pragma user_version = {_LAYOUT}")
            connection.commit()
        connection.execute("select name, look, own, base from piece limit 1").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(folder: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            (folder / f"{FILE}{end}").unlink()
