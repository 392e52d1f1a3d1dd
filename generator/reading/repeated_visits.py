"""Visits that stand more than once in an inquiry's tables: sent twice, or two that nothing tells apart.

Whether different numbers are a corrected form, two lessons or two observers is never guessed.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Date

from msgspec import Struct

from generator.model import Observation
from generator.problems import Place, Problem, error, notice
from generator.reading.tables.repeated_problems import limit_repeated

_MOST_NAMED = 8  # visits in one notice
_ROUNDING = 1e-6  # a share that was written rounded is read back within it

VisitVersion = Mapping[str, Observation]  # one telling of a visit, by prompt id
_VisitKey = tuple[str, Date | None, str, str, str]  # class, date, time, group, observer


class RepeatedVisit(Struct, frozen=True):
    """One class, day and time, group and observer that stands in the tables more than once."""

    versions: tuple[VisitVersion, ...]

    @property
    def differs(self) -> bool:
        """Whether two versions have different numbers for one prompt."""
        prompts = {prompt for version in self.versions for prompt in version}
        return any(
            not all(same_numbers(values[0], other) for other in values[1:])
            for prompt in prompts
            if (values := self._collected(prompt))
        )

    @property
    def repeats(self) -> bool:
        """Whether a prompt has numbers in two versions at least."""
        return any(len(self._collected(prompt)) > 1 for version in self.versions for prompt in version)

    @property
    def first(self) -> Observation:
        """Its first cell, for the class and the day."""
        return next(iter(self.versions[0].values()))

    @property
    def latest(self) -> Observation:
        """The first cell of its last version."""
        return next(iter(self.versions[-1].values()))

    def once(self) -> list[Observation]:
        """Each prompt once, as the first version that has a number says it."""
        prompts = dict.fromkeys(prompt for version in self.versions for prompt in version)
        return [
            (self._collected(prompt) or [version[prompt] for version in self.versions if prompt in version])[
                0
            ]
            for prompt in prompts
        ]

    def _collected(self, prompt: str) -> list[Observation]:
        cells = [version[prompt] for version in self.versions if prompt in version]
        return [cell for cell in cells if cell.value is not None]


def same_numbers(left: Observation, right: Observation) -> bool:
    """Whether two cells say the same: the value, and the number of students where both have one."""
    if left.value is None or right.value is None:
        return left.value is right.value
    same_n = left.n is None or right.n is None or left.n == right.n
    return same_n and abs(left.value - right.value) <= _ROUNDING


def find_repeated_visits(observations: Iterable[Observation]) -> list[RepeatedVisit]:
    """Every visit that stands more than once, in the order of its first row."""
    visits: dict[_VisitKey, list[Observation]] = defaultdict(list)
    for cell in observations:
        visits[cell.class_id, cell.date, cell.time, cell.group, cell.observer].append(cell)
    repeated = (RepeatedVisit(versions) for cells in visits.values() if len(versions := _versions(cells)) > 1)
    return [visit for visit in repeated if visit.repeats]


def count_visits_once(observations: Sequence[Observation]) -> tuple[list[Observation], list[Problem]]:
    """The observations without those of visits that were sent twice, and what is wrong with the others."""
    repeated = find_repeated_visits(observations)
    sent_twice = [visit for visit in repeated if not visit.differs]
    extra = {
        id(cell)
        for visit in sent_twice
        for version in visit.versions
        for cell in version.values()
        if not any(cell is kept for kept in visit.once())
    }
    problems = [_differing_problem(visit) for visit in repeated if visit.differs]
    return (
        [cell for cell in observations if id(cell) not in extra],
        [*_limited(problems), *_sent_twice_notices(sent_twice)],
    )


def _versions(cells: Sequence[Observation]) -> tuple[VisitVersion, ...]:
    """The tellings of one visit: a row each, or of long rows the first, second ... of each prompt."""
    by_row: dict[tuple[str, int], dict[str, Observation]] = defaultdict(dict)
    for cell in cells:
        by_row[cell.file, cell.row].setdefault(cell.prompt, cell)
    if any(len(row) > 1 for row in by_row.values()):
        return tuple(by_row.values())
    occurrences: list[dict[str, Observation]] = []
    for cell in cells:
        version = next((version for version in occurrences if cell.prompt not in version), None)
        if version is None:
            occurrences.append({cell.prompt: cell})
        else:
            version[cell.prompt] = cell
    return tuple(occurrences)


def _limited(problems: Sequence[Problem]) -> list[Problem]:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.place.file].append(problem)
    return [problem for of_file in by_file.values() for problem in limit_repeated(of_file)]


def _differing_problem(visit: RepeatedVisit) -> Problem:
    first, latest = visit.first, visit.latest
    return error(
        "visit-twice",
        Place(latest.file, row=latest.row),
        "{class_name} has different numbers for {day} in row {first}, and nothing tells the two rows apart."
        if first.file == latest.file
        else (
            "{class_name} has different numbers for {day} in {file}, row {first}, and nothing tells the "
            "two rows apart."
        ),
        "If a form was corrected, delete the older row. If these were two lessons, add a column  time . "
        "If two people counted, add a column  observer .",
        class_name=latest.class_name,
        day=f"{latest.date or ''} {latest.time}".strip(),
        first=first.row,
        file=posixpath.basename(first.file),
    )


def _sent_twice_notices(visits: Sequence[RepeatedVisit]) -> list[Problem]:
    """One for each table, at the first row that is there a second time."""
    by_file: dict[str, list[Observation]] = defaultdict(list)
    for visit in visits:
        by_file[visit.latest.file].append(visit.latest)
    return [
        notice(
            "visit-sent-twice",
            Place(file, row=cells[0].row),
            "These visits are in the tables twice with the same numbers and count once: {visits}",
            visits=", ".join(
                [
                    *(f"{cell.class_name} {cell.date or ''}".strip() for cell in cells[:_MOST_NAMED]),
                    *(["…"] if len(cells) > _MOST_NAMED else []),
                ]
            ),
        )
        for file, cells in by_file.items()
    ]
