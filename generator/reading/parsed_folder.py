"""A content folder whose tables are parsed: each table once, for everyone who needs its cells."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.layout import is_table
from generator.problems import Problem
from generator.reading.content_files import ContentFolder
from generator.reading.tables.raw_table import RawTable, read_raw_table


class ParsedTable(Struct, frozen=True):
    """A table's cells, None where they cannot be read, and what is wrong with the file."""

    raw: RawTable | None
    problems: Sequence[Problem]


class ParsedFolder(ContentFolder, frozen=True):
    """`tables` are, by path, those files that lie in a folder data/, at any depth: the privacy gate
    looks at tables too that nobody reads."""

    tables: Mapping[str, ParsedTable]

    def replace_files(self, files: Mapping[str, bytes]) -> "ParsedFolder":
        """The folder with `files` in place of its own; a table that stays is not parsed again."""
        changed = {path: data for path, data in files.items() if self.files.get(path) != data}
        unchanged = {path: table for path, table in self.tables.items() if path in files}
        tables = {**unchanged, **_parse_tables(changed)}
        return replace(self, files=dict(sorted(files.items())), tables=dict(sorted(tables.items())))


def parse_folder(folder: ContentFolder) -> ParsedFolder:
    """Parse the tables of a folder that was loaded."""
    return ParsedFolder(folder.path, folder.files, _parse_tables(folder.files))


def _parse_tables(files: Mapping[str, bytes]) -> dict[str, ParsedTable]:
    return {path: ParsedTable(*read_raw_table(data, path)) for path, data in files.items() if is_table(path)}
