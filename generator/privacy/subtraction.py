"""Counts of a few students that follow from other counts of the same visit by subtraction (P07).

Found are the rows to hide or to refuse; what becomes of them is decided in small_groups.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from itertools import combinations, product
from math import fsum

from msgspec import Struct

from generator.model import Inquiry, Observation, Tool, Unit
from generator.privacy.class_parts import class_key, group_key, parts_and_wholes
from generator.reading.tables.group_names import is_whole_class
from generator.slugs import slug

# class, day, time, prompt, observer
VisitKey = tuple[str, Date | None, str, str, str]


def group_by_visit(rows: Iterable[Observation]) -> dict[VisitKey, list[Observation]]:
    """The rows of one prompt, in one class, on one visit, by one observer: the whole class or its groups."""
    visits: dict[VisitKey, list[Observation]] = defaultdict(list)
    for row in rows:
        visits[row.class_id, row.date, row.time, row.prompt, row.observer].append(row)
    return visits


def is_few(count: float | None, limit: int) -> bool:
    """Whether so many students are fewer than `limit`; none at all are not few."""
    return count is not None and 0 < count < limit


def differ_by_few(first: float, second: float, limit: int) -> bool:
    """Whether subtraction gives a count of fewer than `limit` students."""
    return is_few(abs(first - second), limit)


def find_recoverable_rows(rows: Iterable[Observation], limit: int) -> list[Observation]:
    """Rows of one inquiry from which a count of fewer than `limit` students follows.

    These are groups that leave a few of their class over, alone or together; the smaller of two counts
    of one class by one observer that differ by a few; and a class or a group that by its name is a part of
    another (Period 2, Period 2 ELL; girls, girls ELL).  Each row once.
    """
    rows = list(rows)
    recoverable: dict[Observation, None] = {}
    for visit in group_by_visit(rows).values():
        classes = [row for row in visit if is_whole_class(row.group) and row.n]
        groups = [
            row for row in visit if not is_whole_class(row.group) and row.n and not is_few(row.n, limit)
        ]
        recoverable |= dict.fromkeys(_smaller_of_close_pairs(classes, limit))
        if _leaves_few_over(classes, groups, limit) or _leaves_few_of_a_group(groups, limit):
            recoverable |= dict.fromkeys(groups)
    recoverable |= dict.fromkeys(_parts_of_classes(rows, limit))
    return list(recoverable)


def find_recoverable_across(
    inquiries: Sequence[Inquiry], tools: Mapping[str, Tool], limit: int
) -> dict[int, list[Observation]]:
    """The smaller ones of counts that differ by a few between two inquiries of one teacher.

    Compared are counts of the same class or of a class and a part of it (class_parts.py), of one day and
    prompt, in inquiries whose tool counts students; a prompt is the same in two tools where its id or its
    text is.  Two times of one day are two lessons; where only one is said, it may be that lesson.  The
    result is by the inquiry's position.
    """
    if len(inquiries) < 2:
        return {}
    days: dict[tuple[Date | None, str], _CountsByClass] = defaultdict(lambda: defaultdict(list))
    for position, inquiry in enumerate(inquiries):
        for prompt_name, row in _student_counts(inquiry, tools.get(inquiry.tool)):
            count = _InquiryCount(position, row, row.n or 0)
            days[row.date, prompt_name][class_key(row.class_name)].append(count)
    smaller: dict[int, dict[Observation, None]] = defaultdict(dict)
    for classes in days.values():
        for less in _smaller_across(classes, limit):
            smaller[less.inquiry][less.row] = None
    return {position: list(rows) for position, rows in smaller.items()}


class _InquiryCount(Struct, frozen=True):
    """A count of `n` students in the inquiry at a position."""

    inquiry: int
    row: Observation
    n: float

    def may_be_same_lesson(self, other: "_InquiryCount") -> bool:
        """Whether another inquiry may have counted the same lesson."""
        times = {self.row.time, other.row.time} - {""}
        return self.inquiry != other.inquiry and len(times) < 2


_CountsByClass = dict[str, list[_InquiryCount]]


def _smaller_across(classes: _CountsByClass, limit: int) -> Iterator[_InquiryCount]:
    """Counts of one day and prompt that are a few less than another inquiry's of the same class, or of the
    class that they are a part of."""
    for same in classes.values():
        for first, second in combinations(same, 2):
            if first.may_be_same_lesson(second) and differ_by_few(first.n, second.n, limit):
                yield min(first, second, key=lambda count: count.n)
    for part_key, whole_key in parts_and_wholes(classes):
        for part, whole in product(classes[part_key], classes[whole_key]):
            if part.may_be_same_lesson(whole) and is_few(whole.n - part.n, limit):
                yield part


def _student_counts(inquiry: Inquiry, tool: Tool | None) -> Iterator[tuple[str, Observation]]:
    """Every shown count of students, once for each name that its prompt has."""
    if tool is None or tool.unit is not Unit.STUDENTS:
        return
    names = {
        prompt.id: dict.fromkeys(slug(name) for name in (prompt.id, prompt.text)) for prompt in tool.prompts
    }
    for row in inquiry.observations:
        if row.n and row.value is not None:
            yield from ((name, row) for name in names.get(row.prompt, ()))


def _parts_of_classes(rows: Iterable[Observation], limit: int) -> Iterator[Observation]:
    """Rows of classes that are a part of another one of that day, and leave a few of it over, alone or
    together."""
    days: dict[tuple[Date | None, str, str, str], list[Observation]] = defaultdict(list)
    for row in rows:
        if row.n and is_whole_class(row.group):
            days[row.date, row.time, row.prompt, row.observer].append(row)
    for classes in days.values():
        for whole, parts in _classes_with_parts(classes):
            yield from (part for part in parts if is_few((whole.n or 0) - (part.n or 0), limit))
            if differ_by_few(whole.n or 0, fsum(part.n or 0 for part in parts), limit):
                yield from parts


def _classes_with_parts(classes: Iterable[Observation]) -> Iterator[tuple[Observation, list[Observation]]]:
    """Each class that has parts among the classes of one day, with them."""
    by_key = {class_key(row.class_name): row for row in classes}
    parts_of: dict[str, list[Observation]] = defaultdict(list)
    for part, whole in parts_and_wholes(by_key):
        parts_of[whole].append(by_key[part])
    return ((by_key[whole], parts) for whole, parts in parts_of.items())


def _smaller_of_close_pairs(rows: Iterable[Observation], limit: int) -> Iterator[Observation]:
    for first, second in combinations(rows, 2):
        if differ_by_few(first.n or 0, second.n or 0, limit):
            yield min(first, second, key=lambda row: row.n or 0)


def _leaves_few_of_a_group(groups: Iterable[Observation], limit: int) -> bool:
    """Whether a group that is a part of another one by its name leaves a few of that over."""
    sizes = {group_key(row.group): row.n or 0 for row in groups}
    return any(is_few(sizes[whole] - sizes[part], limit) for part, whole in parts_and_wholes(sizes))


def _leaves_few_over(classes: Iterable[Observation], groups: Sequence[Observation], limit: int) -> bool:
    """Whether a group, or all of them together, are a few students less (or more) than their class."""
    sizes = [row.n or 0 for row in groups]
    if not sizes:
        return False
    return any(differ_by_few(row.n or 0, size, limit) for row in classes for size in (*sizes, fsum(sizes)))
