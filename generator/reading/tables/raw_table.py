"""Bytes of a table -> a sheet: a header and rows of text cells, each with its place.

CSV and TSV in the encodings and separators that spreadsheets write, and YAML lists of mappings;
what follows does not know which of them it was.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from generator.problems import Phrase, Place, Problem, error
from generator.reading.encoding import decode_text, without_control_characters
from generator.reading.tables.alike_problems import limit_alike
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml_text

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 200
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class RawRow:
    """`number` as a spreadsheet numbers rows (header = 1); cells are stripped, as many as columns."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    file: str
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    encoding: str
    separator: str  # empty for YAML
    place: Callable[[int, int], Place]  # (index of the row in `rows`, -1 the header; column from 0)


def read_raw_table(data: bytes, file: str) -> tuple[RawTable | None, list[Problem]]:
    """The table's cells; None, beside at least one error, where there are none to be had."""
    if data.startswith((_ZIP, _OLE)):
        return None, [
            error(
                "excel-renamed",
                Place(file),
                "This is an Excel workbook with another name; it cannot be read as a table of text.",
                "Open it in Excel, choose Save as, and select CSV UTF-8.",
            )
        ]
    if len(data) > MAX_BYTES:
        return None, [
            error(
                "too-large",
                Place(file),
                "This table is larger than {limit} MB.",
                "Split it into one file a class.",
                limit=MAX_BYTES // 1024 // 1024,
            )
        ]
    text, problems = decode_text(data, file)
    if text is None:
        return None, problems
    encoding = "cp1252" if problems else _encoding(data)
    if file.endswith((".yml", ".yaml")):
        sheet, found = _from_yaml(text, file, encoding)
    else:
        sheet, found = _from_csv(without_control_characters(text), file, encoding)
    return sheet, limit_alike(problems + found)


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    return "UTF-8"


def _from_csv(text: str, file: str, encoding: str) -> tuple[RawTable | None, list[Problem]]:
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"').lower()
    hidden = said.startswith("sep=") and len(said) == 5
    separator = first.strip().strip('"')[4] if hidden else ""
    if said == "sep=":  # sep=<tab>, stripped above
        hidden, separator = True, "\t"
    body = rest if hidden else text
    separator = separator or _separator(body, file)
    problems: list[Problem] = []
    records: list[tuple[int, int, list[str]]] = []  # row, line, cells
    reader = csv.reader(io.StringIO(body), delimiter=separator)
    try:
        line = 1
        for number, cells in enumerate(reader, start=1):
            records.append((number, line + hidden, [cell.strip(" \t\u00a0\n") for cell in cells]))
            line = reader.line_num + 1
            if number > MAX_ROWS:
                return None, [_too_many(file, Phrase("rows"), MAX_ROWS)]
    except csv.Error:
        return None, [
            error(
                "broken-table",
                Place(file, reader.line_num + hidden, row=len(records) + 1),
                "From this row on the table cannot be read; a quotation mark is probably not closed.",
                "Look for a single quotation mark in or before this row and take it away.",
            )
        ]
    filled = [record for record in records if any(record[2])]
    if not filled:
        return None, [_empty(file)]
    header = filled[0]
    names = tuple(header[2])
    while names and not names[-1]:
        names = names[:-1]
    if len(names) > MAX_COLUMNS:
        return None, [_too_many(file, Phrase("columns"), MAX_COLUMNS)]
    body_rows = filled[1:]
    if len(names) == 1:
        # a single column: an empty line between values is a visit without a count
        body_rows = [record for record in records if header[0] < record[0] <= filled[-1][0]]
    rows, lines = [], []
    for number, line, cells in body_rows:
        extra = [cell for cell in cells[len(names) :] if cell]
        if extra:
            problems.append(_ragged(file, number, line, len(names)))
            continue
        padded = (cells + [""] * len(names))[: len(names)]
        rows.append(RawRow(number, tuple(padded)))
        lines.append(line)

    def place(row: int, column: int) -> Place:
        number, line = (header[0], header[1]) if row < 0 else (rows[row].number, lines[row])
        return Place(file, line, column + 1, number, names[column] if column < len(names) else None)

    return RawTable(file, names, tuple(rows), encoding, separator, place), problems


def _separator(text: str, file: str) -> str:
    """The separator that the header has most of, outside quotation marks."""
    header = next((line for line in text.split("\n") if line.strip()), "")
    outside = "".join(header.split('"')[::2])
    best = max(_SEPARATORS, key=outside.count)
    if outside.count(best):
        return best
    return "\t" if file.endswith(".tsv") else ","


def _from_yaml(text: str, file: str, encoding: str) -> tuple[RawTable | None, list[Problem]]:
    document, problems = parse_yaml_text(text, file)
    if document is None:
        return None, problems
    if document.value is None:
        return None, [*problems, _empty(file)]
    if not isinstance(document.value, list):
        return None, [*problems, _not_a_list(document)]
    entries: list[dict[str, str | None]] = document.value
    names: dict[str, int] = {}
    for number, entry in enumerate(document.value):
        if not isinstance(entry, dict):
            return None, [*problems, _not_a_list(document, number)]
        for name in entry:
            names.setdefault(str(name), len(names))
    if len(document.value) > MAX_ROWS or len(names) > MAX_COLUMNS:
        return None, [_too_many(file, Phrase("entries"), MAX_ROWS)]
    keys = tuple(names)
    rows = []
    for number, entry in enumerate(entries):
        nested = next((key for key, value in entry.items() if isinstance(value, (dict, list))), None)
        if nested is not None:
            problems.append(_nested(document, number, nested))
            continue
        rows.append(RawRow(number + 1, tuple((entry.get(key) or "").strip() for key in keys)))

    def place(row: int, column: int) -> Place:
        if row < 0:
            first = next((i for i, entry in enumerate(entries) if keys[column] in entry), 0)
            return document.key_place((first, keys[column]))
        return document.place((rows[row].number - 1, keys[column]))

    return RawTable(file, keys, tuple(rows), encoding, "", place), problems


def _empty(file: str) -> Problem:
    return error(
        "empty-table",
        Place(file),
        "This table is empty.",
        "Begin it with a header such as  date,class,n  and a column for each prompt.",
    )


def _too_many(file: str, what: Phrase, limit: int) -> Problem:
    return error(
        "too-large",
        Place(file),
        "This table has more than {limit} {what}.",
        "Keep only the rows and columns of your own classes.",
        limit=limit,
        what=what,
    )


def _ragged(file: str, row: int, line: int, columns: int) -> Problem:
    return error(
        "too-many-cells",
        Place(file, line, row=row),
        "This row has more cells than the header, which has {columns}.",
        "Look for a comma too many; a text that has a comma in it needs quotation marks around it.",
        columns=columns,
    )


def _not_a_list(document: YamlDocument, number: int | None = None) -> Problem:
    return error(
        "not-a-table",
        document.place() if number is None else document.place((number,)),
        "A table in YAML is a list of entries, each with the same keys.",
        "Begin each entry with a hyphen:  - {{date: 2025-10-06, n: 24, explains: 9}}",
    )


def _nested(document: YamlDocument, number: int, key: str) -> Problem:
    return error(
        "not-a-table",
        document.place((number, key)),
        "{key} holds a list or keys of its own; a cell of a table is one value.",
        "Write one value after the colon.",
        key=key,
    )
