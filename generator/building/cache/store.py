"""The SQLite file in which `build` remembers earlier builds: units by name, and values of the whole site.

The file is ours alone and worth nothing by itself: whatever is wrong with it, it is dropped and begun
again, and the build goes on without.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

FILE = "memory.sqlite"
_LAYOUT = 2  # of the tables below; a file with another number is begun again
_TABLES = """
create table unit (
    name text primary key,
    fingerprint blob, folder_digest blob, shared_digest blob, record blob, memo_values blob
);
create table site (name text primary key, value blob);
"""
_COMMIT_AFTER = 200  # changes


class UnitState(Struct, frozen=True):
    """What is known of a unit before its record is read: the fingerprint of its folder, and digests of its
    own files and of all else that it is built of."""

    fingerprint: bytes
    folder_digest: bytes
    shared_digest: bytes


class CacheStore:
    """Units by name, each with its record and its memo values, and values of the whole site by name.

    Without a connection it remembers nothing.  An error of SQLite drops the file (`damaged`) and is not
    raised.
    """

    def __init__(self, connection: sqlite3.Connection | None, damaged: bool = False) -> None:
        self._connection = connection
        self.damaged = damaged  # the file had to be dropped
        self._uncommitted = 0

    def unit_states(self) -> dict[str, UnitState]:
        """What is known of every unit, by its name."""
        rows = self._rows("select name, fingerprint, folder_digest, shared_digest from unit")
        return {name: UnitState(*digests) for name, *digests in rows}

    def record(self, name: str) -> bytes:
        """A unit's encoded record; empty where there is none."""
        return self._value("select record from unit where name = ?", name)

    def memo_values(self, name: str) -> bytes:
        """A unit's packed memo values; empty where there are none."""
        return self._value("select memo_values from unit where name = ?", name)

    def site_value(self, name: str) -> bytes:
        """A value of the whole site; empty where there is none."""
        return self._value("select value from site where name = ?", name)

    def save_unit(self, name: str, state: UnitState, record: bytes, memo_values: bytes | None) -> None:
        """Store a unit as it is now; with None the memo values that are there stay."""
        self._change(
            "insert into unit values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (name) do update set "
            "fingerprint = ?2, folder_digest = ?3, shared_digest = ?4, record = ?5, "
            "memo_values = coalesce(?6, memo_values)",
            (name, state.fingerprint, state.folder_digest, state.shared_digest, record, memo_values),
        )

    def touch(self, fingerprints: Mapping[str, bytes]) -> None:
        """Store new fingerprints of folders whose files are what they were."""
        for name, fingerprint in fingerprints.items():
            self._change("update unit set fingerprint = ? where name = ?", (fingerprint, name))

    def set_site_value(self, name: str, value: bytes) -> None:
        """Store a value of the whole site."""
        self._change("insert or replace into site values (?, ?)", (name, value))

    def drop_others(self, names: Iterable[str]) -> None:
        """Forget every unit that is not among these."""
        gone = self.unit_states().keys() - set(names)
        for name in gone:
            self._change("delete from unit where name = ?", (name,))
        if gone:
            self.commit()
            self._change("vacuum")

    def clear(self) -> None:
        """Forget everything."""
        self._change("delete from unit")
        self._change("delete from site")

    def commit(self) -> None:
        """Write all changes to the disk."""
        self._uncommitted = 0
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

    def _value(self, query: str, name: str) -> bytes:
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
        self._uncommitted += 1
        if self._uncommitted >= _COMMIT_AFTER:
            self.commit()

    def _drop(self) -> None:
        """Something is wrong with the file (or the disk): do without, and begin anew next time."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.execute("delete from site")
            self._connection = None
            self.damaged = True


@contextmanager
def open_store(folder: Path | None) -> Iterator[CacheStore]:
    """The store in a folder of its own; one that remembers nothing where there is no folder, or none
    can be made."""
    connection, damaged = _connect(folder) if folder else (None, False)
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


def _connect(folder: Path) -> tuple[sqlite3.Connection | None, bool]:
    """(connection, whether a damaged file was dropped for it)."""
    for damaged in (False, True):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _drop_foreign_log(folder)
            return _open_database(folder / FILE), damaged
        except sqlite3.Error:
            _remove(folder)
        except OSError:
            return None, False
    return None, True


def _drop_foreign_log(folder: Path) -> None:
    """Begin again where a write-ahead log lies beside the file: a build removes its own when it ends, so
    this one is of a build that was killed, or of somebody else.  SQLite would read it as if it were ours."""
    if any((folder / f"{FILE}{end}").exists() for end in ("-wal", "-journal")):
        _remove(folder)


def _open_database(file: Path) -> sqlite3.Connection:
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
        connection.execute("select name, fingerprint, memo_values from unit limit 1").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(folder: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            (folder / f"{FILE}{end}").unlink()
