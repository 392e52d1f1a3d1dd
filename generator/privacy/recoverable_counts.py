"""Hidden counts of students that follow from published tables by subtraction (P15).

The gate has looked at the observations; here the tables are compared as a reader with a calculator would,
across the inquiries and awards of one teacher.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations, product
from math import fsum

from msgspec import Struct

from generator.privacy.class_parts import class_key, group_key, parts_and_wholes
from generator.privacy.output_scan import Revealed, output_problem
from generator.privacy.subtraction import differ_by_few, is_few
from generator.problems import Problem
from generator.reading.tables.group_names import is_whole_class


class PublishedCount(Struct, frozen=True):
    """A count of `n` students in a published table; `visit` is the class, the day and the prompt.

    `group` is empty for the whole class, also where a table calls it `all`; `observer` where there was
    one.  An award's table has the visits of its inquiry once more.
    """

    file: str
    inquiry: str
    visit: tuple[str, str, str]
    observer: str
    group: str
    n: float

    def is_comparable(self, other: "PublishedCount") -> bool:
        """Whether the difference of the two says something of students: two observers in one inquiry count
        the same students, each as well as they can."""
        return self.inquiry != other.inquiry or self.observer == other.observer


def find_recoverable_counts(
    tables: Mapping[str, bytes], limit: int, inquiries: Mapping[str, str]
) -> list[Problem]:
    """A problem for each table with a count of fewer than `limit` students, or with one from which such a
    count follows.

    `tables` are the data.csv files of one teacher by their path in the site; `inquiries` has the paths of
    those whose tool counts students, each with its inquiry's id.
    """
    published = [
        count
        for file, data in tables.items()
        if file in inquiries
        for count in read_counts(data, file, inquiries[file])
    ]
    revealing = {count.file for count in published if is_few(count.n, limit)}
    days: dict[tuple[str, str], _CountsByClass] = defaultdict(lambda: defaultdict(list))
    for count in published:
        class_name, moment, prompt = count.visit
        days[moment, prompt][class_key(class_name)].append(count)
    for classes in days.values():
        for counts in classes.values():
            totals = _totals(counts)
            revealing.update(_smaller_of_two(totals, limit))
            revealing.update(_groups_beside_class(totals, _sets_of_groups(counts), limit))
        for part, whole in parts_and_wholes(classes):
            revealing.update(_part_beside_class(_totals(classes[part]), _totals(classes[whole]), limit))
    return [output_problem(file, Revealed.COUNT) for file in tables if file in revealing]


_CountsByClass = dict[str, list[PublishedCount]]


def _totals(counts: Sequence[PublishedCount]) -> list[PublishedCount]:
    return [count for count in counts if not count.group]


def _part_beside_class(
    parts: Sequence[PublishedCount], wholes: Sequence[PublishedCount], limit: int
) -> Iterator[str]:
    """Tables with a class that is a part of another one and leaves a few students of it over."""
    for part, whole in product(parts, wholes):
        if part.is_comparable(whole) and is_few(whole.n - part.n, limit):
            yield part.file


def read_counts(data: bytes, file: str, inquiry: str) -> Iterator[PublishedCount]:
    """Every count of students in a published table, as evidence/data_csv.py writes it."""
    for row in csv.DictReader(io.StringIO(data.decode())):
        if n := float(row["n"] or 0):
            visit = (row["class"], f"{row['date']} {row.get('time') or ''}".strip(), row["prompt"])
            group = row.get("group") or ""
            name = "" if is_whole_class(group) else group
            yield PublishedCount(file, inquiry, visit, row.get("observer") or "", name, n)


def _sets_of_groups(counts: Sequence[PublishedCount]) -> list[list[PublishedCount]]:
    """The groups of one visit, those of each table and observer together."""
    sets: dict[tuple[str, str], dict[str, PublishedCount]] = defaultdict(dict)
    for count in counts:
        if count.group:
            sets[count.file, count.observer][count.group] = count
    return [list(groups.values()) for groups in sets.values()]


def _smaller_of_two(classes: Sequence[PublishedCount], limit: int) -> Iterator[str]:
    """Tables in which a class is counted with a few students fewer than in another table."""
    for less, more in permutations(classes, 2):
        if less.file != more.file and less.is_comparable(more) and is_few(more.n - less.n, limit):
            yield less.file


def _groups_beside_class(
    classes: Sequence[PublishedCount], sets: Sequence[Sequence[PublishedCount]], limit: int
) -> Iterator[str]:
    """Tables with groups that, alone or together, leave a few students of their class, or of a group that
    they are a part of, over."""
    for groups in sets:
        sizes = [group.n for group in groups]
        sizes.append(fsum(sizes))
        totals = [count.n for count in classes if groups[0].is_comparable(count)]
        by_name = {group_key(group.group): group.n for group in groups}
        nested = (by_name[whole] - by_name[part] for part, whole in parts_and_wholes(by_name))
        if any(is_few(left, limit) for left in nested) or any(
            differ_by_few(total, size, limit) for total in totals for size in sizes
        ):
            yield groups[0].file
