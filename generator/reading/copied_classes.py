"""Classes whose visits are those of another class again: a copied table under another name.

Nothing but the numbers is compared, so it does not matter what the files are called, how their rows are
sorted, or which of the forms of a table they have.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Observation
from generator.problems import Place, Problem, error
from generator.reading.tables.observation_table import ObservationTable

_LEAST_VISITS = 3  # fewer are alike by chance
_LEAST_PART = 0.8  # of the visits of the shorter one: a visit may have been added or corrected since
_DECIMALS = 6  # of a plotted value; a share that was written rounded is read back within it
_MOST_COMPARED = 50  # classes compared because of one visit, so that the time stays bounded

Tables = Mapping[str, ObservationTable]
_Sizes = tuple[float | None, ...]  # None where a table does not say it, as one of percentages
_Key = tuple[str, str]  # file, class id


class _ClassVisits(Struct, frozen=True):
    """One class of one table.  `visits` are its dates with all that is plotted, and how many students each
    value was of; those where nothing but 0 was counted say nothing and are left out.  `sources` are the
    observers and groups of its rows."""

    file: str
    class_id: str
    name: str
    visits: Mapping[Hashable, _Sizes]
    sources: frozenset[tuple[str, str]]


def leave_out_copies(tables: Tables, named: Collection[str]) -> tuple[Tables, list[Problem]]:
    """The tables without the rows of classes that are copies, and an error for each table with one.

    Of two the first counts as the original, but one that inquiry.md names comes before one that it does
    not: `named` are ids of classes.
    """
    classes = [visits for path, table in tables.items() for visits in _classes_of(path, table)]
    classes.sort(key=lambda visits: visits.class_id not in named)  # stable: else in the order of reading
    copies = _find_copies(classes)
    if not copies:
        return tables, []
    left_out = {(copy.file, copy.class_id) for copy, _, _ in copies}
    kept = {
        path: replace(
            table,
            observations=tuple(row for row in table.observations if (path, row.class_id) not in left_out),
        )
        for path, table in tables.items()
    }
    return kept, _problems(copies)


def _classes_of(path: str, table: ObservationTable) -> list[_ClassVisits]:
    rows: dict[str, list[Observation]] = defaultdict(list)
    for row in table.observations:
        rows[row.class_id].append(row)
    return [
        _ClassVisits(
            path,
            class_id,
            class_rows[0].class_name,
            _visits(class_rows),
            frozenset((row.observer, row.group) for row in class_rows),
        )
        for class_id, class_rows in rows.items()
    ]


def _visits(rows: list[Observation]) -> dict[Hashable, _Sizes]:
    """By what is plotted, which is the same whether a table has counts beside n, `8 of 24` or percentages."""
    by_date: dict[Hashable, list[tuple[str, float, float | None]]] = defaultdict(list)
    for row in rows:
        if row.date and row.value is not None:
            by_date[row.date].append((row.prompt, round(row.value, _DECIMALS), row.n))
    visits: dict[Hashable, _Sizes] = {}
    for day, values in by_date.items():
        values.sort(key=lambda value: (value[0], value[1], value[2] or 0))
        if any(value for _, value, _ in values):
            plotted = tuple((prompt, value) for prompt, value, _ in values)
            visits[day, plotted] = tuple(n for _, _, n in values)
    return visits


def _sizes_agree(first: _Sizes, second: _Sizes) -> bool:
    """Whether the values of two visits can be of the same students."""
    return all(n is None or other is None or n == other for n, other in zip(first, second, strict=True))


_Copy = tuple[_ClassVisits, _ClassVisits, int]  # the copy, its original, how many visits are the same


def _find_copies(classes: list[_ClassVisits]) -> list[_Copy]:
    """Each class that is a copy of one before it; a copy is nobody's original."""
    originals: dict[Hashable, list[_ClassVisits]] = defaultdict(list)  # by each of their visits
    copies: list[_Copy] = []
    for candidate in classes:
        original = _original_of(candidate, originals)
        if original:
            copies.append((candidate, *original))
            continue
        for visit in candidate.visits:
            if len(originals[visit]) < _MOST_COMPARED:
                originals[visit].append(candidate)
    return copies


def _original_of(
    candidate: _ClassVisits, originals: Mapping[Hashable, list[_ClassVisits]]
) -> tuple[_ClassVisits, int] | None:
    """The class that has most of this one's visits, and how many of them."""
    shared: Counter[_Key] = Counter()
    by_key: dict[_Key, _ClassVisits] = {}
    for visit, sizes in candidate.visits.items():
        for original in originals.get(visit, ()):
            if not _sizes_agree(sizes, original.visits[visit]):
                continue
            key = (original.file, original.class_id)
            by_key[key] = original
            shared[key] += 1
    for key, number in shared.most_common():
        original = by_key[key]
        shorter = min(len(candidate.visits), len(original.visits))
        is_same = number >= _LEAST_VISITS and number >= _LEAST_PART * shorter
        if is_same and not _counted_apart(candidate, original):
            return original, number
    return None


def _counted_apart(first: _ClassVisits, second: _ClassVisits) -> bool:
    """Whether these are two observers, or two groups, of one class, who may well have the same counts."""
    return first.class_id == second.class_id and not first.sources & second.sources


def _problems(copies: list[_Copy]) -> list[Problem]:
    """One error for each two tables, which names the classes."""
    pairs: dict[tuple[str, str], list[_Copy]] = defaultdict(list)
    for copy in copies:
        pairs[copy[0].file, copy[1].file].append(copy)
    return [_problem(file, original, alike) for (file, original), alike in pairs.items()]


def _problem(file: str, original: str, alike: list[_Copy]) -> Problem:
    classes = ", ".join(dict.fromkeys(copy.name for copy, _, _ in alike))
    visits = max(number for _, _, number in alike)
    if file == original:
        return error(
            "copied-class",
            Place(file),
            "Here {copies} has the same dates and counts as {originals} on {visits} visits, so its rows are "
            "not used.",
            "Delete the rows that are copied, or type what was counted in that class.",
            copies=classes,
            originals=", ".join(dict.fromkeys(first.name for _, first, _ in alike)),
            visits=visits,
        )
    return error(
        "copied-table",
        Place(file),
        "This table has the same dates and counts as {file} on {visits} visits ({copies}), so these rows "
        "are not used.",
        "Delete the table that is the copy. If it is another class, type what was counted there.",
        file=original.rpartition("/")[2],
        copies=classes,
        visits=visits,
    )
