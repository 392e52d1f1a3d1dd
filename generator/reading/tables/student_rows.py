"""A table with a row for each student -> a row for each visit.

Students are told apart by S01, S02, ..., by their names, or not at all (an exit ticket of yes and no).
Only sums go on from here: what one student did is nobody's to publish (rules P01 and P02).  The privacy
gate looks at the table as it was saved, and says what became of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from statistics import fmean

from msgspec import Struct
from msgspec.structs import replace

from generator.model import PromptKind, Tool
from generator.problems import Place, Problem, error
from generator.reading.tables.cells import read_cell
from generator.reading.tables.columns import ColumnAnswers, ColumnRole, TableColumns, read_columns
from generator.reading.tables.personal_columns import holds_codes, names_people
from generator.reading.tables.raw_table import RawRow, RawTable
from generator.reading.tables.uneven_rows import short_row, uneven_rows
from generator.slugs import slug

# what people type for a student who did it, for one who did not, and for one who was not there
_DONE = frozenset({"x", "yes", "y", "true", "si", "s", "1", "v"})
_NOT_DONE = frozenset({"no", "n", "false", "0"})
_AWAY = frozenset({"na", "n/a", "n.a."})
_TICKS = ("✓", "✔", "☑", "✅")
# a visit is the rows that have the same cells in these columns
_KEPT = frozenset(
    [
        ColumnRole.DATE,
        ColumnRole.STAMP,
        ColumnRole.TIME,
        ColumnRole.CLASS,
        ColumnRole.GROUP,
        ColumnRole.CONDITION,
        ColumnRole.OBSERVER,
    ]
)
_COUNTS = frozenset([ColumnRole.N, ColumnRole.COUNT, ColumnRole.VALUE, ColumnRole.PROMPT, ColumnRole.SESSION])
_FEWEST_STUDENTS = 3  # rows of one visit that make them students, where neither codes nor names do
_MANY_BLANKS = 0.2  # of a visit's rows: more than are away
_TIME_OF_DAY = re.compile(r"[T ,]+\d{1,2}[:.]\d{2}.*$")


class _StudentColumns(Struct, frozen=True):
    """Columns from 0: those that tell students apart, those that tell visits apart, and the prompts."""

    students: Sequence[int]
    kept: Sequence[int]
    prompts: Mapping[int, PromptKind]
    coded: bool
    date: int | None  # of `kept`; a form has the time there too, which tells no visits apart
    every: TableColumns


_Visits = Mapping[tuple[str, ...], Sequence[int]]  # what tells a visit apart -> its rows in the table


def aggregate_by_visit(
    table: RawTable, tool: Tool | None, answers: ColumnAnswers | None = None
) -> tuple[RawTable, list[Problem]]:
    """The table with its students' rows summed up by date, class, group and observer, and what cannot be
    summed up; any other table as it is (the same object).  `answers` as in `read_columns`."""
    columns = _student_columns(table, tool, answers)
    if columns is None:
        return table, []
    visits = _visits(table, columns)
    if not columns.coded and not _answers_of_students(table, columns, visits):
        return table, []
    problems = list(_ClassList(table, columns, visits).problems())
    rows = [
        _visit_row([table.rows[position] for position in positions], key, columns)
        for key, positions in visits.items()
    ]
    first_positions = [positions[0] for positions in visits.values()]
    origins = [*columns.kept, *columns.prompts]

    def place(row: int, column: int) -> Place:
        # n is counted, and stands for the row
        origin = origins[column] if column < len(origins) else origins[0]
        return table.place(first_positions[row] if row >= 0 else row, origin)

    header = (*(table.header[index] for index in origins), ColumnRole.N.value)
    return replace(table, header=header, rows=tuple(rows), place=place, is_summed=True), problems


def check_student_columns(
    table: RawTable, tool: Tool | None, answers: ColumnAnswers | None = None
) -> list[Problem]:
    """What is wrong with the headings of a table with a row a student; those of codes need no meaning."""
    students = _student_columns(table, tool, answers)
    codes = [table.place(-1, index) for index in (students.students if students else ())]
    return [problem for problem in read_columns(table, tool, answers)[1] if problem.place not in codes]


def _student_columns(
    table: RawTable, tool: Tool | None, answers: ColumnAnswers | None
) -> _StudentColumns | None:
    """The columns of a table that may have a row a student; None for a table of counts."""
    if tool is None:
        return None
    columns, _ = read_columns(table, tool, answers)
    prompts = {index: tool.prompt(prompt).kind for index, prompt in columns.prompts}
    cells = list(zip(*(row.cells for row in table.rows), strict=True))
    headings = list(enumerate(table.header))
    coded = {index for index, heading in headings if cells and holds_codes(heading, cells[index])}
    names = {index for index, heading in headings if names_people(heading)}
    students = sorted((coded or names) - set(prompts))
    if not prompts or (not coded and _COUNTS & set(columns.meanings)):
        return None
    kept = [index for index, column in enumerate(columns.columns) if column.meaning in _KEPT]
    return _StudentColumns(students, kept, prompts, bool(coded), columns.index(ColumnRole.DATE), columns)


def _visits(table: RawTable, columns: _StudentColumns) -> _Visits:
    positions_of: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, row in enumerate(table.rows):
        key = tuple(
            _TIME_OF_DAY.sub("", row.cells[index]) if index == columns.date else row.cells[index]
            for index in columns.kept
        )
        positions_of[key].append(position)
    return positions_of


def _answers_of_students(table: RawTable, columns: _StudentColumns, visits: _Visits) -> bool:
    """Whether rows without codes are students': several a visit, of yes and no in words."""
    if max(map(len, visits.values()), default=0) < _FEWEST_STUDENTS:
        return False
    if any(kind is not PromptKind.COUNT_OF for kind in columns.prompts.values()):
        return False
    cells = [row.cells[index] for row in table.rows for index in columns.prompts if row.cells[index]]
    answers = [cell for cell in cells if _answer(cell) is not None]
    in_words = any(not cell.isdecimal() for cell in answers)
    return in_words and 2 * len(answers) > len(cells)


class _ClassList(Struct, frozen=True):
    """Looks for what cannot be summed up without a guess."""

    table: RawTable
    columns: _StudentColumns
    visits: _Visits

    def problems(self) -> Iterator[Problem]:
        uneven = uneven_rows(self.table, self.columns.every)
        yield from (short_row(self.table, position) for position in sorted(uneven))
        yield from self._students_twice()
        for index, kind in self.columns.prompts.items():
            if kind is PromptKind.COUNT_OF:
                yield from self._unclear_answers(index)
                yield from self._unclear_blanks(index)

    def _students_twice(self) -> Iterator[Problem]:
        for positions in self.visits.values():
            students: Counter[tuple[str, ...]] = Counter()
            for position in positions:
                student = self._student(self.table.rows[position])
                students[student] += 1
                if any(student) and students[student] > 1:
                    yield _student_twice(self.table.place(position, self._student_column()))

    def _student(self, row: RawRow) -> tuple[str, ...]:
        """What tells a student apart; of a form without names the whole row with its time of day."""
        if self.columns.students:
            return tuple(slug(row.cells[index]) for index in self.columns.students)
        date = self.columns.date
        return row.cells if date is not None and _TIME_OF_DAY.search(row.cells[date]) else ()

    def _student_column(self) -> int:
        return self.columns.students[0] if self.columns.students else 0

    def _unclear_answers(self, index: int) -> Iterator[Problem]:
        for position, row in enumerate(self.table.rows):
            cell = row.cells[index]
            if cell and cell.lower() not in _AWAY and _answer(cell) is None:
                yield _not_an_answer(self.table.place(position, index), cell)

    def _unclear_blanks(self, index: int) -> Iterator[Problem]:
        """Blank cells beside one kind of mark: nobody can say whether they are the other answer."""
        column = [row.cells[index] for row in self.table.rows]
        in_column = {_answer(cell) for cell in column} - {None}
        for positions in self.visits.values():
            cells = [column[position] for position in positions]
            marks = {_answer(cell) for cell in cells} - {None}
            blanks = [position for position in positions if not column[position]]
            few = len(in_column) > 1 and len(blanks) <= _MANY_BLANKS * len(cells)
            if blanks and len(marks) == 1 and not few:
                place = self.table.place(blanks[0], index)
                yield _only_yes(place) if True in marks else _only_no(place)


def _visit_row(students: Sequence[RawRow], key: Sequence[str], columns: _StudentColumns) -> RawRow:
    """The row of one visit: what tells it apart, each prompt summed up, how many students."""
    cells = [_sum_up([row.cells[index] for row in students], kind) for index, kind in columns.prompts.items()]
    return RawRow(students[0].number, (*key, *cells, str(len(students))))


def _sum_up(cells: Sequence[str], kind: PromptKind) -> str:
    """What all students of a visit make together; blank where nothing was collected.  A number that cannot
    be understood stands for all, so that it is named."""
    filled = [cell for cell in cells if cell and cell.lower() not in _AWAY]
    if not filled:
        return ""
    return _count_done(filled) if kind is PromptKind.COUNT_OF else _add_up(filled, kind)


def _count_done(cells: Sequence[str]) -> str:
    """Blank where an answer is not clear: that is a problem already."""
    answers = [_answer(cell) for cell in cells]
    return "" if None in answers else f"{answers.count(True)}/{len(cells)}"


def _add_up(cells: Sequence[str], kind: PromptKind) -> str:
    """The total of a tally, the mean of anything else."""
    numbers = []
    for cell in cells:
        value = read_cell(cell)
        if value is None or value.number is None:
            return cell
        numbers.append(value.number)
    return f"{fsum(numbers):.15g}" if kind is PromptKind.TALLY else repr(fmean(numbers))


def _answer(cell: str) -> bool | None:
    word = slug(cell)
    if word in _DONE or cell.strip() in _TICKS:
        return True
    return False if word in _NOT_DONE else None


def _only_yes(place: Place) -> Problem:
    return error(
        "only-yes",
        place,
        "Does an empty cell mean no? On this visit the column has only marks for yes and empty cells.",
        "Type no where a student did not do it, and NA where no one saw.",
    )


def _only_no(place: Place) -> Problem:
    return error(
        "only-no",
        place,
        "Does an empty cell mean yes? On this visit the column has only marks for no and empty cells.",
        "Type yes where a student did it, and NA where no one saw.",
    )


def _not_an_answer(place: Place, text: str) -> Problem:
    return error(
        "not-an-answer",
        place,
        "{text} is neither yes nor no, and each row of this table is a student.",
        "Type yes or no, or NA where no one saw.",
        text=text[:40],
    )


def _student_twice(place: Place) -> Problem:
    return error(
        "student-twice",
        place,
        "This student is listed twice for the same visit.",
        "Delete one of the two rows.",
    )
