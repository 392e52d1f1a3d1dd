"""Takes the numbers that must not be published out of observations, or puts a bound in their place."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Observation, Sensitivity, Tool
from generator.privacy.subtraction import group_by_visit, is_few
from generator.reading.tables.group_names import is_whole_class
from generator.runchart.series import combine_groups

# What all or none of the students reached is shown as "at least 95%" or "at most 5%", because 100% and 0%
# tell it of each of them: top and bottom coding as in NCES 2011-603, "Statistical Methods for Protecting
# Personally Identifiable Information in Aggregate Reporting"
LOWEST, HIGHEST = 5.0, 95.0


def is_all_or_none(row: Observation, tool: Tool) -> bool:
    """Whether a row says of all of the students, or of none, that they did something."""
    return row.value in (0, 100) and _is_share(row, tool)


def is_share_without_n(row: Observation, tool: Tool) -> bool:
    """Whether a row has a percentage of students and nobody says how many they were."""
    return row.value is not None and row.n is None and _is_share(row, tool)


def _is_share(row: Observation, tool: Tool) -> bool:
    return any(prompt.id == row.prompt and prompt.is_share for prompt in tool.prompts)


class Suppression(Struct, frozen=True):
    """Which rows of an inquiry lose their numbers (`hidden`), and which become a bound (`bounded`).

    Where either is a group of a class, all groups of that visit are hidden, and a row with their sum stands
    in their place; not `with_sums` where another inquiry could be compared with that sum.
    """

    tool: Tool
    limit: int  # students: a count of fewer is not published
    hidden: frozenset[Observation]
    bounded: frozenset[Observation] = frozenset()
    with_sums: bool = True

    def apply(self, rows: Iterable[Observation]) -> tuple[Observation, ...]:
        """The rows as they may be published, visit by visit."""
        return tuple(row for visit in group_by_visit(rows).values() for row in self._visit(visit))

    def _visit(self, rows: Sequence[Observation]) -> Iterator[Observation]:
        groups = [row for row in rows if not is_whole_class(row.group)]
        hides_groups = any(row in self.hidden or row in self.bounded for row in groups)
        for row in rows:
            if row in self.hidden or (hides_groups and not is_whole_class(row.group)):
                yield self._blank(row)
            else:
                yield _bound(row) if row in self.bounded else row
        if hides_groups and self.with_sums and len(groups) == len(rows):
            yield from self._sum(groups)

    def _sum(self, groups: Sequence[Observation]) -> Iterator[Observation]:
        """The class as one row, where all of it was counted and that is not too few."""
        if any(row.value is None for row in groups):
            return
        total = combine_groups(groups, self.tool.prompt(groups[0].prompt))
        if total.n is None or is_few(total.n, self.limit):
            return
        row = replace(
            groups[0], group="", value=total.value, count=total.count, n=total.n, note="", unusual=""
        )
        is_attainment = self.tool.sensitivity is Sensitivity.ATTAINMENT
        yield _bound(row) if is_attainment and is_all_or_none(row, self.tool) else row

    def _blank(self, row: Observation) -> Observation:
        return replace(row, value=None, count=None, n=None, taps=(), bound=f"n < {self.limit}")


def _bound(row: Observation) -> Observation:
    is_none = row.value == 0
    return replace(
        row,
        value=LOWEST if is_none else HIGHEST,
        count=None,
        n=None,
        bound="<=" if is_none else ">=",
    )
