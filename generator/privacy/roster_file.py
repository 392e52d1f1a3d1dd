"""Reads the roster (private/roster.txt): a name a line, or a list as spreadsheets and school systems give it.

Understood are `First Last`, `Last, First`, and columns with a header such as `Last,First,Grade`; lines that
only name a class (`Period 2:`) are passed over.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from generator.privacy.roster import Roster
from generator.slugs import slug

MOST_NAMES = 50_000  # more than the largest program has students; what follows is not a roster
_LONGEST_LINE = 10_000  # characters; no name stands behind them


class _Column(Enum):
    """What a column of a list of students holds."""

    FULL = auto()
    LAST = auto()
    FIRST = auto()
    OTHER = auto()


_FULL = "name names full-name student students student-name student-names pupil pupils estudiante estudiantes"
_FULL_TOO = "alumno alumnos alumna alumnas nombre-completo nombre-y-apellidos apellidos-y-nombre display-name"
_LAST = "last last-name lastname surname family family-name apellido apellidos student-last-name"
_FIRST = (
    "first first-name firstname given given-name preferred preferred-name middle middle-name nombre nombres"
)
_OTHER = """
grade grado gr curso period periodo class clase section seccion teacher maestra maestro hour block bloque room
id student-id number no email e-mail gender genero birthday dob homeroom group grupo team roster list lista
year nickname class-list hora sala birthdate date notes
"""
_COLUMNS = {
    **dict.fromkeys(f"{_FULL} {_FULL_TOO}".split(), _Column.FULL),
    **dict.fromkeys(_LAST.split(), _Column.LAST),
    **dict.fromkeys(_FIRST.split(), _Column.FIRST),
    **dict.fromkeys(_OTHER.split(), _Column.OTHER),
}
_NUMBERED = re.compile(r"^(?:#?\d{1,3}(?:[.)]\s+| +(?=[^\W\d_]))|[-–*•☐]\s+)")
_TABLE_SIGN = re.compile(r"sep=.", re.IGNORECASE)  # the first line of a table that Excel opens
_TITLED = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|sr|sra|srta)\.?\s", re.IGNORECASE)
_FULL_NAME = re.compile(r"[^\W\d_][^\W\d_.'’ʼ-]*(?:[ -]+[^\W\d_][^\W\d_.'’ʼ-]*){1,3}")
_SEPARATORS = ("\t", ";")  # else a comma
_CLASS = re.compile(
    r"(?:period|periodo|class|clase|grade|grado|section|seccion|block|bloque|hour|hora|room|sala|group|grupo|p)"
    r"-[0-9a-z]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)-(?:period|grade|hour|block)"
)


def read_roster(text: str) -> Roster:
    """Reads a name a line; what follows a # is a comment.  At most `MOST_NAMES`, each once."""
    return Roster(tuple(dict.fromkeys(_names(text)))[:MOST_NAMES])


def _names(text: str) -> Iterator[str]:
    columns: Sequence[_Column] = ()
    for line in text.splitlines():
        bare = _NUMBERED.sub("", line.strip()).partition("#")[0].strip()
        if bare.endswith(":") or _TABLE_SIGN.fullmatch(bare):
            continue
        fields = _fields(bare)
        if header := _header(fields):
            columns = header
        elif len(columns) < 2 and _is_list_of_names(fields):
            yield from fields
        elif name := _name(fields, columns):
            yield name


def _fields(line: str) -> list[str]:
    """The cells of a line, the quotation marks of a spreadsheet taken away."""
    separator = next((sign for sign in _SEPARATORS if sign in line), ",")
    cells = next(csv.reader([line[:_LONGEST_LINE]], delimiter=separator, skipinitialspace=True), [])
    return [cell.strip(" \t,;\"'") for cell in cells]


def _header(fields: Sequence[str]) -> Sequence[_Column]:
    """What the columns hold, where a line has headings: it has nothing else, or more than one of names.
    Empty for any other line."""
    names = [slug(field) for field in fields]
    columns = [_COLUMNS.get(name, _Column.OTHER) for name in names]
    of_names = [column for column in columns if column is not _Column.OTHER]
    if not any(names) or not (len(of_names) > 1 or all(_is_heading(name) for name in names if name)):
        return ()
    return columns


def _is_heading(name: str) -> bool:
    return name in _COLUMNS or bool(_CLASS.fullmatch(name))


def _name(fields: Sequence[str], columns: Sequence[_Column]) -> str:
    """The name in a line, `Last, First` or `First Last`; empty where there is none."""
    if len(fields) > 1 and len(columns) > 1 and set(columns) != {_Column.OTHER}:
        by_column = list(zip(columns, fields, strict=False))
        last, first, full = (
            " ".join(field for column, field in by_column if column is wanted and field)
            for wanted in (_Column.LAST, _Column.FIRST, _Column.FULL)
        )
        return full or ", ".join(filter(None, [last, first]))
    if len(fields) == 1:
        return fields[0]
    names = [field for field in fields if _may_be_name(field)]
    if names and " " in names[0] and len(fields) > 2:
        return names[0]
    return ", ".join(names)


def _is_list_of_names(fields: Sequence[str]) -> bool:
    """Whether a line without a header has a full name in each of its three cells or more."""
    return len(fields) > 2 and all(
        _FULL_NAME.fullmatch(field) and not _TITLED.match(field) and not _is_heading(slug(field))
        for field in fields
    )


def _may_be_name(field: str) -> bool:
    """Whether a cell of a list without a header can be a part of a name: no number, address or class."""
    is_plain = not any(map(str.isdecimal, field)) and "@" not in field
    return is_plain and any(map(str.isalpha, field)) and not _is_heading(slug(field))
