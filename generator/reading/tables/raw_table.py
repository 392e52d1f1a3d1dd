"""Bytes of a table -> a header and rows of text cells, each with its place.

CSV and TSV in the encodings and separators that spreadsheets write, and YAML lists of mappings;
what follows does not know which of them it was.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from generator.problems import Phrase, Place, Problem, error
from generator.reading.encoding import decode_text, is_damaged_utf8, without_control_characters
from generator.reading.file_sizes import LARGEST_TABLE, too_large
from generator.reading.tables.csv_records import CsvRecord, read_csv_records
from generator.reading.tables.header_row import find_header, separator_of, title_above
from generator.reading.tables.headings import role_of
from generator.reading.tables.repeated_problems import limit_repeated
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml_text

MAX_ROWS = 20_000
MAX_COLUMNS = 200
WINDOWS_1252 = "cp1252"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SIGNATURE = 100  # bytes
_DOCUMENTS = (
    ((b"<!doctype", b"<html", b"<table", b"<head", b"<meta"), Phrase("a web page")),
    ((b"%pdf-",), Phrase("a PDF")),
    ((b"{\\rtf",), Phrase("a text document")),
    ((b"<?xml",), Phrase("an XML document")),
)
_SEPARATORS = (",", ";", "\t")
_MOST_SNIFFED = 200  # lines, blank ones too
# the line of hyphens below the headings of a Markdown table
_MARKDOWN_RULE = re.compile(
    r"^(?:[ \t]*\|)?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+(?:\|[ \t]*)?\r?$", re.MULTILINE
)
_WORKBOOKS = (".xlsx", ".xlsm")


class RawRow(Struct, frozen=True):
    """`number` as a spreadsheet numbers rows (header = 1); cells are stripped, as many as columns.
    The last `missing` of them are not in the file."""

    number: int
    cells: tuple[str, ...]
    missing: int = 0


class RawTable(Struct, frozen=True):
    """A table's cells, all text.  `place` takes a row's index in `rows` (-1: the header) and a column
    from 0; `encoding` and `separator` (empty for YAML) are those of the file; `above` are the rows over the
    header, which nothing is read from.  Where the rows of students were summed up to visits, `is_summed`."""

    file: str
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    encoding: str
    separator: str
    place: Callable[[int, int], Place]
    above: tuple[RawRow, ...] = ()
    is_summed: bool = False


def read_raw_table(data: bytes, file: str) -> tuple[RawTable | None, list[Problem]]:
    """The table's cells; None beside at least one error where the file is not a table."""
    if data.startswith((_ZIP, _OLE)):
        return None, [
            error(
                "excel-renamed",
                Place(file),
                "This is an Excel workbook with another name; it cannot be read as a text table.",
                "Open it in Excel, choose Save As, and select CSV UTF-8."
                if data.startswith(_OLE)
                else (
                    "Move it out of content/ and bring its visits in with  portfolio import ; or open it "
                    "in Excel, choose Save As, and select CSV UTF-8."
                ),
            )
        ]
    if document := _kind_of_document(data):
        return None, [
            error(
                "not-a-table",
                Place(file),
                "This file is {document}, whatever its name ends in; it cannot be read as a table.",
                "Open it, copy the table into a spreadsheet, and save that as CSV UTF-8.",
                document=document,
            )
        ]
    if len(data) > LARGEST_TABLE:
        return None, [too_large(Place(file), LARGEST_TABLE, Phrase("Split it into one file per class."))]
    text, problems = decode_text(data, file)
    if text is None:
        return None, problems
    if problems and is_damaged_utf8(data):
        return None, [_damaged(file)]
    encoding = WINDOWS_1252 if problems else _encoding(data)
    if file.endswith((".yml", ".yaml")):
        table, new_problems = _parse_yaml(text, file, encoding)
    elif rule := _MARKDOWN_RULE.search(text):
        return None, [_markdown_table(file, 1 + text.count("\n", 0, rule.start()))]
    else:
        table, new_problems = _parse_csv(without_control_characters(text), file, encoding)
    return table, limit_repeated(problems + new_problems)


def _kind_of_document(data: bytes) -> Phrase | None:
    """What a file is that begins as no table does; gradebooks export web pages that are called .xls."""
    start = data[:_SIGNATURE].removeprefix(BOM_UTF8).lstrip().lower()
    return next((kind for signs, kind in _DOCUMENTS if start.startswith(signs)), None)


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    return "UTF-8"


def _parse_csv(text: str, file: str, encoding: str) -> tuple[RawTable | None, list[Problem]]:
    separator, body, skipped = _sniff(text, file)
    records, problems = read_csv_records(body, separator, Place(file, skipped), MAX_ROWS + 1)
    if problems:
        return None, problems
    if len(records) > MAX_ROWS:
        return None, [_too_many(file, Phrase("rows"), MAX_ROWS)]
    filled = [index for index, record in enumerate(records) if any(record.cells)]
    if not filled:
        return None, [_empty(file)]
    first = find_header([record.cells for record in records])
    header = records[first]
    above = [title_above(file, header.line, header.number)] if first > filled[0] else []
    names = _headings(header)
    if len(names) > MAX_COLUMNS:
        return None, [_too_many(file, Phrase("columns"), MAX_COLUMNS)]
    below = _records_below(records[first + 1 :], len(names))
    even, ragged = _split_ragged(below, len(names), len(header.cells))
    if len(ragged) > max(1, len(even)) and not any(map(role_of, names)):
        return None, [_no_header(file, header)]
    rows = tuple(_row(record, len(names)) for record in even)
    places = _CsvPlaces(file, names, header, even)
    over = tuple(_row(record, len(record.cells)) for record in records[:first] if any(record.cells))
    table = RawTable(file, names, rows, encoding, separator, places.of, over)
    return table, above + [_ragged(file, record, len(names)) for record in ragged]


def _records_below(records: Sequence[CsvRecord], columns: int) -> Sequence[CsvRecord]:
    """The rows below the header.  In a single column an empty line between values is a visit without a
    count; in any other table it is nothing."""
    filled = [index for index, record in enumerate(records) if any(record.cells)]
    if columns == 1:
        return records[: max(filled, default=-1) + 1]
    return [records[index] for index in filled]


class _CsvPlaces(Struct, frozen=True):
    """Where the cells of a CSV file stand; `records` are the rows of the table."""

    file: str
    names: Sequence[str]
    header: CsvRecord
    records: Sequence[CsvRecord]

    def of(self, row: int, column: int) -> Place:
        """As RawTable.place."""
        record = self.header if row < 0 else self.records[row]
        heading = self.names[column] if column < len(self.names) else None
        return Place(self.file, record.line, column + 1, record.number, heading)


def _split_ragged(
    records: Sequence[CsvRecord], columns: int, header_width: int
) -> tuple[list[CsvRecord], list[CsvRecord]]:
    """(the rows that fit below the header, those with filled cells beyond it or with a separator too many,
    so that it is not certain which column a cell belongs to).  `header_width` counts its empty cells too;
    where all rows alike have empty cells beyond it, they are nothing."""
    widths = {len(record.cells) for record in records}
    widest = max(header_width, *widths) if len(widths) == 1 else header_width
    ragged = [record for record in records if any(record.cells[columns:]) or len(record.cells) > widest]
    uneven = {record.number for record in ragged}
    return [record for record in records if record.number not in uneven], ragged


def _row(record: CsvRecord, columns: int) -> RawRow:
    """The record as a row with exactly as many cells as the table has columns."""
    missing = max(0, columns - len(record.cells))
    return RawRow(record.number, (*record.cells[:columns], *[""] * missing), missing)


def _sniff(text: str, file: str) -> tuple[str, str, int]:
    """The separator, the text without a first line that only names it (`sep=;`, as Excel writes), and
    how many lines that takes away."""
    first, _, rest = text.partition("\n")
    hint = first.strip().strip('"')
    if hint.lower() == "sep=":  # a tab, which is stripped like a space
        return "\t", rest, 1
    if len(hint) == len("sep=;") and hint.lower().startswith("sep="):
        return hint[-1], rest, 1
    return _most_used_separator(text, file), text, 0


def _most_used_separator(text: str, file: str) -> str:
    """The separator of the first known headings, else the one that the first row has most of, outside
    quotation marks."""
    lines = [line for line in text.split("\n", _MOST_SNIFFED)[:_MOST_SNIFFED] if line.strip()]
    if separator := separator_of(lines, _SEPARATORS):
        return separator
    header = next(iter(lines), "")
    outside = "".join(header.split('"')[::2])
    best = max(_SEPARATORS, key=outside.count)
    if outside.count(best):
        return best
    return "\t" if file.endswith(".tsv") else ","


def _headings(header: CsvRecord) -> tuple[str, ...]:
    """The header's cells without empty ones at its end."""
    names = header.cells
    while names and not names[-1]:
        names = names[:-1]
    return tuple(names)


def _parse_yaml(text: str, file: str, encoding: str) -> tuple[RawTable | None, list[Problem]]:
    document, problems = parse_yaml_text(text, file)
    if document is None:
        return None, problems
    entries, problem = _entries(document)
    if problem:
        return None, [*problems, problem]
    names = tuple(dict.fromkeys(name for entry in entries for name in entry))
    if len(entries) > MAX_ROWS or len(names) > MAX_COLUMNS:
        return None, [_too_many(file, Phrase("entries"), MAX_ROWS)]
    rows, new_problems = _yaml_rows(document, entries, names)
    places = _YamlPlaces(document, names, entries, rows)
    return RawTable(file, names, tuple(rows), encoding, "", places.of), problems + new_problems


def _yaml_rows(
    document: YamlDocument, entries: Sequence[Mapping[str, object]], names: Sequence[str]
) -> tuple[list[RawRow], list[Problem]]:
    """A row an entry; an entry with a list or keys within a value is a problem."""
    rows, problems = [], []
    for number, entry in enumerate(entries):
        nested = next((key for key, value in entry.items() if isinstance(value, (dict, list))), None)
        if nested is None:
            rows.append(RawRow(number + 1, tuple(str(entry.get(name) or "").strip() for name in names)))
        else:
            problems.append(_nested(document, number, nested))
    return rows, problems


class _YamlPlaces(Struct, frozen=True):
    """Where the values of a YAML list stand; `rows` are the entries that became rows."""

    document: YamlDocument
    names: Sequence[str]
    entries: Sequence[Mapping[str, object]]
    rows: Sequence[RawRow]

    def of(self, row: int, column: int) -> Place:
        """As RawTable.place; a heading stands where it occurs first."""
        name = self.names[column]
        if row >= 0:
            return self.document.place((self.rows[row].number - 1, name))
        first = next((index for index, entry in enumerate(self.entries) if name in entry), 0)
        return self.document.key_place((first, name))


def _entries(document: YamlDocument) -> tuple[list[dict[str, object]], Problem | None]:
    """The mappings of a YAML list, or why it is not a table."""
    if document.value is None:
        return [], _empty(document.file)
    if not isinstance(document.value, list):
        return [], _not_a_list(document)
    for number, entry in enumerate(document.value):
        if not isinstance(entry, dict):
            return [], _not_a_list(document, number)
    return document.value, None


def _damaged(file: str) -> Problem:
    return error(
        "damaged-text",
        Place(file),
        "This file is damaged: it is cut off, or saved in two encodings.",
        "Copy it again from where it came from, or save it again as UTF-8.",
    )


def _empty(file: str) -> Problem:
    return error(
        "empty-table",
        Place(file),
        "This table is empty.",
        "Begin it with headings such as  date,class,n  and a column for each prompt.",
    )


def _markdown_table(file: str, row: int) -> Problem:
    return error(
        "markdown-table",
        Place(file, row=row),
        "This is a Markdown table, with | between its cells.",
        "Paste it into a spreadsheet and save that as CSV; or type commas instead of the |, and remove "
        "the line of hyphens.",
    )


def _too_many(file: str, what: Phrase, limit: int) -> Problem:
    return error(
        "table-too-big",
        Place(file),
        "This table has more than {limit} {what}.",
        "Keep only the rows and columns of your own classes.",
        limit=limit,
        what=what,
    )


def _ragged(file: str, record: CsvRecord, columns: int) -> Problem:
    return error(
        "too-many-cells",
        Place(file, record.line, row=record.number),
        "This row has more cells than there are headings ({columns}).",
        "Clear the cells beyond the last heading, or give their columns headings."
        if file.lower().endswith(_WORKBOOKS)
        else "Look for an extra comma; a text with a comma in it needs quotation marks around it.",
        columns=columns,
    )


def _no_header(file: str, header: CsvRecord) -> Problem:
    return error(
        "no-header",
        Place(file, header.line, row=header.number),
        "The headings in row {row} do not reach as far as the rows below them.",
        "Put one heading over each column, such as  date,class,n  and each prompt. Is it the right file?",
        row=header.number,
    )


def _not_a_list(document: YamlDocument, number: int | None = None) -> Problem:
    return error(
        "not-a-table",
        document.place() if number is None else document.place((number,)),
        "A YAML table is a list of entries, each with the same keys.",
        "Begin each entry with a hyphen:  - {{date: 2025-10-06, n: 24, explains: 9}}",
    )


def _nested(document: YamlDocument, number: int, key: str) -> Problem:
    return error(
        "not-a-table",
        document.place((number, key)),
        "{key} holds a list or keys of its own; a table cell is one value.",
        "Write one value after the colon.",
        key=key,
    )
