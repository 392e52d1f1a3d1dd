"""Columns and cells of one table that name or describe a single student: P01 to P05.

The table is checked as it was saved, with the columns that are not read.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from generator.model import Tool
from generator.privacy.identifying_phrases import (
    IDENTIFYING_TEXTS,
    IdentifyingKind,
    find_identifying_phrases,
)
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
from generator.reading.tables.bare_columns import numbers_visits
from generator.reading.tables.columns import ColumnMeaning, ColumnRole, PromptValues, classify
from generator.reading.tables.personal_columns import holds_codes, is_code, is_sensitive, names_people
from generator.reading.tables.raw_table import RawTable

_DATES = frozenset([ColumnRole.DATE, ColumnRole.STAMP, ColumnRole.TIME, ColumnRole.SESSION])
_NUMBERS = frozenset([ColumnRole.N, ColumnRole.COUNT, ColumnRole.VALUE])
_WORDS = frozenset(
    [
        ColumnRole.NOTE,
        ColumnRole.UNUSUAL,
        ColumnRole.CONDITION,
        ColumnRole.PHASE,
        ColumnRole.GROUP,
        ColumnRole.OBSERVER,
        ColumnRole.CLASS,
    ]
)
_FREE_TEXT = frozenset([ColumnRole.NOTE, ColumnRole.UNUSUAL])
_YOUNGEST = 3  # years: nobody in a class is younger, so a later date than that is a visit, not a birth
# A column tells students apart where its words differ in every row of a visit.  Where visits have one or two
# rows those are groups or observers; what is longer than any name is a comment; and of a list of names a
# few cells may hold a number or a dash.
_FEWEST_ROWS_OF_VISIT = 3
_LONGEST_NAME = 40  # characters
_MOSTLY = 0.8


def check_table(
    table: RawTable, tool: Tool | None, names: NameFinder, adults: Collection[str] = ()
) -> list[Problem]:
    """Returns everything that is wrong with one table, column by column.

    `tool` is the tool of its inquiry, whose prompts are headings; `adults` are folded words of names that
    are shown on purpose.
    """
    return list(_TableCheck(table, tool, names, adults).problems())


class _TableCheck(Struct, frozen=True):
    """One table, and what its columns are compared with; the fields are those of `check_table`."""

    table: RawTable
    tool: Tool | None
    names: NameFinder
    adults: Collection[str]

    def problems(self) -> Iterator[Problem]:
        if any(self._name_certainty(normalise(heading)) for heading in self.table.header):
            yield _name_in_heading(Place(self.table.file, row=1))
        in_headings = (find_personal_data(normalise(heading)) for heading in self.table.header)
        for kind in dict.fromkeys(match.kind for matches in in_headings for match in matches):
            yield _personal_data(Place(self.table.file, row=1), kind, [1])
        yield from self._above_the_header()
        visits = self._visits()
        latest_birth = self._latest_year() - _YOUNGEST
        for index, heading in enumerate(self.table.header):
            meaning = classify(heading, self.tool)
            if meaning is None:
                yield from self._column_problems(index, visits)
            yield from self._cell_problems(index, meaning, latest_birth)
            if meaning in _FREE_TEXT:
                yield from self._identifying_phrases(index)

    def _above_the_header(self) -> Iterator[Problem]:
        """Titles and settings are not read, and lie in the repository all the same."""
        latest_birth = self._latest_year() - _YOUNGEST
        for row in self.table.above:
            cells = [normalise(cell) for cell in row.cells if cell]
            place = Place(self.table.file, row=row.number)
            kinds = dict.fromkeys(_personal_data_in(cell, None, latest_birth) for cell in cells)
            yield from (_personal_data(place, kind, [row.number]) for kind in kinds if kind)
            yield from self._names_in(cells, place, row.number)

    def _names_in(self, cells: Sequence[str], place: Place, number: int) -> Iterator[Problem]:
        """At most one problem a row."""
        certainties = {self._name_certainty(cell) for cell in cells}
        if True in certainties:
            yield _name(place, [number])
        elif False in certainties:
            yield _possible_name(place, [number])

    def _column_problems(self, index: int, visits: Sequence[tuple[str, ...]]) -> Iterator[Problem]:
        """What is wrong with a heading that has no meaning, or with what its column does to the table."""
        heading = self.table.header[index]
        cells = self._cells(index)
        place = Place(self.table.file, row=1, field=heading)
        if is_sensitive(heading):
            yield _sensitive(place, heading)
        elif holds_codes(heading, cells):
            yield _row_a_code(place)
        elif names_people(heading):
            yield _personal(place, heading)
        elif not numbers_visits(heading, cells) and _tells_students_apart(cells, visits):
            is_coded = all(map(is_code, filter(None, cells)))
            yield _row_a_code(place) if is_coded else _row_a_student(place)

    def _cell_problems(self, index: int, meaning: ColumnMeaning, latest_birth: int) -> Iterator[Problem]:
        """What single cells hold.  Of dates and counts only what is neither is looked at."""
        data_rows: dict[PersonalDataKind, list[int]] = defaultdict(list)
        name_rows: dict[bool, list[int]] = {True: [], False: []}  # whether a student is surely meant
        for row in self.table.rows:
            cell = normalise(row.cells[index])
            if not cell or (cell.isdecimal() and _holds_numbers(meaning)):
                continue
            if kind := _personal_data_in(cell, meaning, latest_birth):
                data_rows[kind].append(row.number)
            certainty = self._name_certainty(cell)
            if certainty is not None:
                name_rows[certainty].append(row.number)
        file, heading = self.table.file, self.table.header[index]
        for kind, rows in data_rows.items():
            yield _personal_data(Place(file, row=rows[0], field=heading), kind, rows)
        if rows := name_rows[True]:
            yield _name(Place(file, row=rows[0], field=heading), rows)
        # an observer is an adult, and is published as a letter
        if (rows := name_rows[False]) and meaning is not ColumnRole.OBSERVER:
            yield _possible_name(Place(file, row=rows[0], field=heading), rows)

    def _identifying_phrases(self, index: int) -> Iterator[Problem]:
        """What notes say that only one student can be meant by."""
        rows_of: dict[IdentifyingKind, list[int]] = defaultdict(list)
        for row in self.table.rows:
            for kind, _ in find_identifying_phrases(normalise(row.cells[index])):
                rows_of[kind].append(row.number)
        for kind, rows in rows_of.items():
            yield _identifying(
                Place(self.table.file, row=rows[0], field=self.table.header[index]), kind, rows
            )

    def _name_certainty(self, cell: str) -> bool | None:
        """Whether a name of the roster in a cell surely means a student; None where there is none."""
        if not any(map(str.isalpha, cell)):
            return None
        hits = self.names.find(cell, self.adults, cell=True)
        return any(hit.sure for hit in hits) if hits else None

    def _visits(self) -> list[tuple[str, ...]]:
        """The date and class of every row."""
        columns = self._columns(ColumnRole.DATE, ColumnRole.STAMP, ColumnRole.CLASS)
        return [tuple(row.cells[column] for column in columns) for row in self.table.rows]

    def _latest_year(self) -> int:
        """The latest year that a date column of the table has; 0 without one."""
        years = [
            int(part)
            for column in self._columns(ColumnRole.DATE, ColumnRole.STAMP)
            for cell in self._cells(column)
            for part in re.split(r"[-/. ]", cell)
            if len(part) == 4 and part.isdecimal()
        ]
        return max(years, default=0)

    def _columns(self, *roles: ColumnRole) -> list[int]:
        """The columns (from 0) that have one of these roles by their heading alone."""
        return [i for i, heading in enumerate(self.table.header) if classify(heading, None) in roles]

    def _cells(self, index: int) -> list[str]:
        return [row.cells[index] for row in self.table.rows]


def _holds_numbers(meaning: ColumnMeaning) -> bool:
    """Whether a bare number is what a column is for."""
    return isinstance(meaning, PromptValues) or meaning in _DATES or meaning in _NUMBERS


def _personal_data_in(cell: str, meaning: ColumnMeaning, latest_birth: int) -> PersonalDataKind | None:
    if meaning is None or meaning in _WORDS:
        return find_in_cell(cell, latest_birth=latest_birth)
    if meaning in _DATES:
        return None
    return next((match.kind for match in find_personal_data(cell)), None)


def _tells_students_apart(cells: Sequence[str], visits: Sequence[tuple[str, ...]]) -> bool:
    """Whether a column tells apart, by words, the several rows that most visits have."""
    filled = [(visit, cell) for visit, cell in zip(visits, cells, strict=True) if cell]
    rows_of_visit = Counter(visit for visit, _ in filled)
    compared = [(visit, cell) for visit, cell in filled if rows_of_visit[visit] >= _FEWEST_ROWS_OF_VISIT]
    if 2 * len(compared) < len(cells) or not compared:
        return False
    with_letters = [cell for _, cell in compared if any(map(str.isalpha, cell))]
    if len(with_letters) < _MOSTLY * len(compared):
        return False
    is_distinct = len(set(compared)) == len(compared)
    return is_distinct and all(len(cell) <= _LONGEST_NAME for _, cell in compared)


def _sensitive(place: Place, heading: str) -> Problem:
    return error(
        "P05",
        place,
        "This column says things about single students that must never be published: {heading}.",
        "Remove the column from the file; counts of a whole class are enough.",
        heading=heading,
    )


def _personal(place: Place, heading: str) -> Problem:
    return error(
        "P01",
        place,
        "The column {heading} names people or says how to reach them.",
        "Remove the column from the file; ignore_columns does not hide it from those who read the file.",
        heading=heading,
    )


def _row_a_code(place: Place) -> Problem:
    return warning(
        "P02",
        place,
        "This table has a row for each student. Only the sums of a visit are published.",
        "No one should be able to find out from elsewhere which student each number stands for.",
    )


def _row_a_student(place: Place) -> Problem:
    return error(
        "P02",
        place,
        "This table seems to have a row for each student.",
        "Publish counts only: one row a visit, with how many students there were and how many did it.",
    )


def _personal_data(place: Place, kind: PersonalDataKind, rows: Sequence[int]) -> Problem:
    return error(
        "P03",
        place,
        "This looks like {what}, in row {rows}.",
        "Remove it from the file.",
        what=PERSONAL_DATA_TEXTS[kind],
        kind=kind.value,
        rows=format_rows(rows),
    )


def _identifying(place: Place, kind: IdentifyingKind, rows: Sequence[int]) -> Problem:
    return warning(
        "P13",
        place,
        "This reads like {what}, in row {rows}. Someone who knows the class may know who it is.",
        "Say it of several students, or ask whether the student would want it here.",
        what=IDENTIFYING_TEXTS[kind],
        kind=kind.value,
        rows=format_rows(rows),
    )


def _name_in_heading(place: Place) -> Problem:
    return error(
        "P04",
        place,
        "A heading of this table is a name on the roster.",
        "Publish counts only: one row a visit, with how many students there were and how many did it.",
    )


def _name(place: Place, rows: Sequence[int]) -> Problem:
    return error(
        "P04",
        place,
        "Row {rows} has a name on the roster.",
        "Compare the cell with private/roster.txt, word by word. Remove the name, here and in earlier "
        "versions of the file.",
        rows=format_rows(rows),
    )


def _possible_name(place: Place, rows: Sequence[int]) -> Problem:
    return warning(
        "P04",
        place,
        "A word in row {rows} is also a name on the roster.",
        "If it is a student, remove the name. If it is not, leave it.",
        rows=format_rows(rows),
    )
