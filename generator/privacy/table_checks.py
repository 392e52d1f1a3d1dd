"""Columns and cells of one table that name or describe a single student: P01 to P05.

Looked at is the table as it was saved, columns that are not read too.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from generator.model import Tool
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import (
    PERSONAL_DATA_TEXTS,
    PersonalDataKind,
    find_in_cell,
    find_personal_data,
)
from generator.privacy.row_lists import format_rows
from generator.problems import Place, Problem, error, warning
from generator.reading.tables.columns import SYNONYMS
from generator.reading.tables.personal_columns import holds_codes, is_code, is_sensitive, names_people
from generator.reading.tables.raw_table import RawTable
from generator.slugs import slug

_KNOWN = {name: meaning for meaning, names in SYNONYMS.items() for name in names}
_DATED = ("date", "stamp", "session")
_COUNTED = ("n", "count", "value")
_FEWEST = 3  # rows of one visit, from which on they may be a row a student


def check_table(
    sheet: RawTable, tool: Tool | None, names: NameFinder, adults: Collection[str] = ()
) -> list[Problem]:
    """Everything that is wrong with one table, column by column."""
    prompts = {slug(name) for one in (tool.prompts if tool else ()) for name in (one.id, one.text)}
    visits = _visits(sheet)
    latest = _latest_year(sheet)
    problems: list[Problem] = []
    if any(hit.sure for heading in sheet.header for hit in names.find(normalise(heading), adults, cell=True)):
        problems.append(_named(Place(sheet.file, row=1), ()))
    for index, heading in enumerate(sheet.header):
        cells = [row.cells[index] for row in sheet.rows]
        meaning = _KNOWN.get(slug(heading), "")
        if slug(heading) in prompts:
            meaning = "prompt of the tool"
        if not meaning:
            problems += _column(sheet, index, cells, visits)
        problems += _cells(sheet, index, meaning, names, adults, latest)
    return problems


def _column(
    sheet: RawTable, index: int, cells: list[str], visits: list[tuple[str, ...]]
) -> Iterator[Problem]:
    """A heading, and what its column does to the table."""
    heading = sheet.header[index]
    place = Place(sheet.file, row=1, field=heading)
    if is_sensitive(heading):
        yield error(
            "P05",
            place,
            "This column says of single students what must never be published: {heading}.",
            "Take the column out of the file; counts of a whole class are enough.",
            heading=heading,
        )
    elif holds_codes(heading, cells):
        yield _codes(place)
    elif names_people(heading):
        yield error(
            "P01",
            place,
            "The column {heading} names people or says how to reach them.",
            "Take the column out of the file; ignore_columns does not hide it from who reads the file.",
            heading=heading,
        )
    elif _a_row_a_student(cells, visits):
        yield _codes(place) if all(map(is_code, filter(None, cells))) else _rows(place)


def _a_row_a_student(cells: list[str], visits: list[tuple[str, ...]]) -> bool:
    """Whether the column tells apart the several rows that most visits have, by words."""
    filled = [(visit, cell) for visit, cell in zip(visits, cells, strict=True) if cell]
    rows = Counter(visit for visit, _ in filled)
    many = [(visit, cell) for visit, cell in filled if rows[visit] >= _FEWEST]
    if 2 * len(many) < len(cells) or len(many) < _FEWEST:
        return False
    if sum(any(letter.isalpha() for letter in cell) for _, cell in many) < 0.8 * len(many):
        return False
    return len(set(many)) == len(many) and all(len(cell) <= 40 for _, cell in many)


def _cells(
    sheet: RawTable, index: int, meaning: str, names: NameFinder, adults: Collection[str], latest: int
) -> Iterator[Problem]:
    """What single cells hold.  Of dates and counts only what is neither is looked at."""
    signs: dict[PersonalDataKind, list[int]] = {}
    sure, perhaps = [], []
    for row in sheet.rows:
        cell = normalise(row.cells[index])
        if not cell or (cell.isdecimal() and meaning in (*_DATED, *_COUNTED, "prompt of the tool")):
            continue
        what: PersonalDataKind | None = None
        if not meaning or meaning in ("note", "unusual", "condition", "group", "observer", "class"):
            # a birth date is years before any visit
            what = find_in_cell(cell, latest_birth=latest - 3)
        elif meaning not in _DATED:
            what = next((sign.kind for sign in find_personal_data(cell)), None)
        if what:
            signs.setdefault(what, []).append(row.number)
        hits = names.find(cell, adults, cell=True) if any(map(str.isalpha, cell)) else []
        if any(hit.sure for hit in hits):
            sure.append(row.number)
        elif hits and meaning != "observer":  # an adult, and published as a letter
            perhaps.append(row.number)
    field = sheet.header[index]
    for what, rows in signs.items():
        yield error(
            "P03",
            Place(sheet.file, row=rows[0], field=field),
            "This looks like {what}, in row {rows}.",
            "Take it out of the file.",
            what=PERSONAL_DATA_TEXTS[what],
            kind=what.value,
            rows=format_rows(rows),
        )
    if sure:
        yield _named(Place(sheet.file, row=sure[0], field=field), sure)
    if perhaps:
        yield warning(
            "P04",
            Place(sheet.file, row=perhaps[0], field=field),
            "In row {rows} stands a word that is also a name on the roster.",
            "If a student is meant, take the name out.",
            rows=format_rows(perhaps),
        )


def _visits(sheet: RawTable) -> list[tuple[str, ...]]:
    """The date and class of every row."""
    columns = [
        i for i, name in enumerate(sheet.header) if _KNOWN.get(slug(name)) in ("date", "stamp", "class")
    ]
    return [tuple(row.cells[column] for column in columns) for row in sheet.rows]


def _latest_year(sheet: RawTable) -> int:
    """The latest year that a date column of the table has; 0 without one."""
    columns = [i for i, name in enumerate(sheet.header) if _KNOWN.get(slug(name)) in ("date", "stamp")]
    years = [
        int(part)
        for column in columns
        for row in sheet.rows
        for part in row.cells[column].replace("/", "-").replace(".", "-").replace(" ", "-").split("-")
        if len(part) == 4 and part.isdecimal()
    ]
    return max(years, default=0)


def _codes(place: Place) -> Problem:
    return warning(
        "P02",
        place,
        "This table has a row for each student. Only the sums of a visit are published.",
        "Nobody should be able to tell from elsewhere which student stands behind which number.",
    )


def _rows(place: Place) -> Problem:
    return error(
        "P02",
        place,
        "This table seems to have a row for each student.",
        "Publish counts only: a row a visit, with how many students there were and how many did it.",
    )


def _named(place: Place, rows: Collection[int]) -> Problem:
    if not rows:
        return error(
            "P04",
            place,
            "A heading of this table is a name on the roster.",
            "Publish counts only: a row a visit, with how many students there were and how many did it.",
        )
    return error(
        "P04",
        place,
        "A name on the roster stands in row {rows}.",
        "Take it out, here and in earlier versions of the file.",
        rows=format_rows(rows),
    )
