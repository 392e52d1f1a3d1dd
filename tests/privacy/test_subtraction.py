"""Counts that follow by subtraction (P07); a reader with a calculator finds no hidden count of a class in
all that is published, in whichever file and inquiry."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from generator.model import Observation, Unit
from generator.privacy.subtraction import (
    differ_by_few,
    find_recoverable_across,
    find_recoverable_rows,
    is_few,
)
from generator.slugs import slug
from tests.conftest import ANA, PROGRAM, Site
from tests.privacy.visits import TOOL, inquiry_of, visit

# (count, n) of the group that is too small, and of the others, on each visit
SMALL, OTHERS = (5, 6), (7, 18)
DAYS = [f"2025-09-{day:02}" for day in range(1, 20, 2)]
SETTINGS = str(PROGRAM["program.yml"]) + "small_groups: suppress\n"
INQUIRY = "---\ntitle: Second\nquestion: Again?\ntool: math-talk\npublish: true\n---\n"
OTHER = "teachers/ana-lopez/second"
_SHARE = re.compile(r"(\d+) of (\d+)|(\d+) \((\d+)\s?%\)")


def rows(*groups: tuple[str, tuple[int, int]]) -> str:
    """A visit a day, a row for each group; an empty name is the whole class."""
    lines = [f"{day},Period 2,{n},{count},{name}" for day in DAYS for name, (count, n) in groups]
    return "\n".join(["date,class,n,explains,group", *lines]) + "\n"


WHOLE = (SMALL[0] + OTHERS[0], SMALL[1] + OTHERS[1])
# what the first inquiry has of the class, and what the second one has
LAYOUTS = {
    "groups alone": ((("A", SMALL), ("B", OTHERS)), ()),
    "groups beside the class": ((("A", SMALL), ("B", OTHERS), ("", WHOLE)), ()),
    "the class, and one group": ((("", WHOLE), ("B", OTHERS)), ()),
    "groups here, the class there": ((("A", SMALL), ("B", OTHERS)), (("", WHOLE),)),
    "the class here, the others there": ((("", WHOLE),), (("", OTHERS),)),
    "the class here, one group there": ((("", WHOLE),), (("B", OTHERS),)),
    "the small group there": ((("", WHOLE),), (("A", SMALL),)),
    "three groups": ((("A", SMALL), ("B", (4, 10)), ("C", (3, 12))), (("", (12, 28)),)),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_published_tells_the_hidden_count(site: Callable[..., Site], layout: str) -> None:
    first, second = LAYOUTS[layout]
    files = {"program.yml": SETTINGS, f"{ANA}/data/period-2.csv": rows(*first)}
    if second:
        files |= {f"{OTHER}/inquiry.md": INQUIRY, f"{OTHER}/data/a.csv": rows(*second)}
    made = site(files)
    assert not [one for one in made.build().problems if one.is_error]
    published = set(counts_in(made.pages()))
    assert published, "something is still to be seen"
    for (count, n), (less, m) in product(published | {(0, 0)}, repeat=2):
        assert (count - less, n - m) != SMALL
    for n, m in product({n for _, n in published}, repeat=2):
        assert not 0 < n - m < 10, "a few students are left over"


def counts_in(pages: dict[str, bytes]) -> Iterator[tuple[int, int]]:
    """Every count of so many students that a file of the site tells, in whatever form."""
    for name, data in pages.items():
        if not name.startswith("teachers/"):
            continue
        if name.endswith("data.csv"):
            for row in csv.DictReader(io.StringIO(data.decode())):
                if row["n"]:
                    yield int(row["count"] or 0), int(row["n"])
        elif name.endswith("findings.json"):
            assert '"n": 6' not in json.dumps(json.loads(data))
        elif name.endswith(".html"):
            for found in _SHARE.findall(data.decode()):
                if found[0] and int(found[1]) < 60:
                    yield int(found[0]), int(found[1])


@pytest.mark.parametrize(
    ("count", "expected"), [(None, False), (0, False), (1, True), (9, True), (9.5, True), (10, False)]
)
def test_fewer_than_the_limit_are_few_and_none_are_not(count: float | None, expected: bool) -> None:
    assert is_few(count, 10) == expected


@pytest.mark.parametrize(("one", "other"), [(24, 15), (15, 24), (24, 23)])
def test_a_difference_below_the_limit_is_few(one: float, other: float) -> None:
    assert differ_by_few(one, other, 10)
    assert not differ_by_few(one, one, 10)
    assert not differ_by_few(24, 14, 10)


def recoverable(*rows: Observation) -> list[tuple[str, float | None]]:
    return [(row.group, row.n) for row in find_recoverable_rows(rows, 10)]


def test_groups_that_leave_a_few_over_are_recoverable_alone_or_together() -> None:
    assert recoverable(*visit(("", 12, 24), ("B", 9, 18))) == [("B", 18)]
    assert recoverable(*visit(("", 12, 36), ("A", 5, 15), ("B", 6, 16))) == [("A", 15), ("B", 16)]
    assert recoverable(*visit(("", 12, 24), ("A", 5, 12), ("B", 7, 12))) == []
    assert recoverable(*visit(("A", 5, 12), ("B", 7, 12))) == []


def test_groups_are_compared_with_their_class_and_not_with_one_another() -> None:
    assert recoverable(*visit(("A", 5, 15), ("B", 6, 16))) == []


def test_what_is_recoverable_on_one_visit_stays_so_beside_another() -> None:
    twice = (*visit(("", 12, 24)), *visit(("", 11, 23)))
    later = (*visit(("", 12, 26), day=9), *visit(("", 11, 25), day=9))
    groups = visit(("", 12, 24), ("B", 9, 18), day=16)
    assert recoverable(*twice, *later, *groups) == [("", 23), ("", 25), ("B", 18)]


def test_a_part_alone_may_leave_a_few_over_where_all_together_do_not() -> None:
    (whole,), (ell,), (boys,) = visit(("", 13, 26)), visit(("", 5, 20)), visit(("", 5, 16))
    rows = [named(whole, "P 2"), named(ell, "P 2 ELL"), named(boys, "P 2 boys")]
    assert [row.n for row in find_recoverable_rows(rows, 10)] == [20]


def test_within_one_inquiry_or_at_two_times_a_part_is_not_anothers() -> None:
    (whole,), (ell,) = visit(("", 13, 26)), visit(("", 8, 20))
    rows = named(whole, "P 2"), named(ell, "P 2 ELL")
    assert find_recoverable_across([inquiry_of(*rows)], {"talk": TOOL}, 10) == {}
    early, late = (replace(row, time=time) for row, time in zip(rows, ("09:00", "14:00"), strict=True))
    assert find_recoverable_across([inquiry_of(early), inquiry_of(late)], {"talk": TOOL}, 10) == {}
    untimed = replace(late, time="")
    assert find_recoverable_across([inquiry_of(early), inquiry_of(untimed)], {"talk": TOOL}, 10)


def test_a_visit_without_a_value_or_a_number_of_students_is_not_compared() -> None:
    (few,), (more,) = visit(("", 4, 8)), visit(("", 8, 12))
    for blank in (replace(more, value=None), replace(more, n=None)):
        pair = [inquiry_of(few), inquiry_of(blank)]
        assert find_recoverable_across(pair, {"talk": TOOL}, 10) == {}
    nobody = replace(named(more, "P 2"), n=None)
    assert find_recoverable_rows([nobody, named(few, "P 2 ELL")], 10) == []


def test_a_visit_is_one_day_one_class_and_one_observer() -> None:
    first, later = visit(("", 12, 24)), visit(("", 11, 23), day=9)
    assert recoverable(*first, *later) == []
    assert recoverable(*first, *visit(("", 11, 23), observer="Lee")) == []
    assert recoverable(*first, *(replace(row, class_id="period-4") for row in visit(("", 11, 23)))) == []
    assert recoverable(*first, *visit(("", 11, 23))) == [("", 23)]


def test_the_smaller_count_of_two_inquiries_is_recoverable() -> None:
    inquiries = [inquiry_of(*visit(("", 8, 18))), inquiry_of(*visit(("", 12, 24)))]
    smaller = find_recoverable_across(inquiries, {"talk": TOOL}, 10)
    assert smaller == {0: list(inquiries[0].observations)}
    assert find_recoverable_across(inquiries[::-1], {"talk": TOOL}, 10) == {1: smaller[0]}
    assert find_recoverable_across(inquiries, {"talk": TOOL}, 6) == {}


def test_a_prompt_is_the_same_by_its_id_or_its_text() -> None:
    (prompt,) = TOOL.prompts
    renamed = replace(TOOL, prompts=(replace(prompt, id="why"),))  # the text is the same
    rows = tuple(replace(row, prompt="why") for row in visit(("", 8, 18)))
    inquiries = [inquiry_of(*visit(("", 12, 24))), replace(inquiry_of(*rows), tool="other")]
    assert list(find_recoverable_across(inquiries, {"talk": TOOL, "other": renamed}, 10)) == [1]
    other = replace(TOOL, prompts=(replace(prompt, id="why", text="Gives a reason"),))
    assert find_recoverable_across(inquiries, {"talk": TOOL, "other": other}, 10) == {}
    groups = replace(renamed, unit=next(unit for unit in Unit if unit is not Unit.STUDENTS))
    assert find_recoverable_across(inquiries, {"talk": TOOL, "other": groups}, 10) == {}


@pytest.mark.parametrize("whole", ["all", "All students", "Whole class", "Todos", "total"])
def test_a_group_may_be_the_whole_class(whole: str) -> None:
    assert recoverable(*visit((whole, 13, 26), ("ELL", 8, 20))) == [("ELL", 20)]
    assert recoverable(*visit((whole, 13, 26), ("ELL", 8, 13))) == []


@pytest.mark.parametrize(
    ("part", "n", "expected"),
    [("P 2 ELL", 20, [20]), ("P 2 ELL", 12, []), ("P 2 B", 20, []), ("P 21", 20, []), ("P 2 ELL", 26, [])],
)
def test_a_class_may_be_a_part_of_another(part: str, n: int, expected: list[int]) -> None:
    (whole,), (smaller,) = visit(("", 13, 26)), visit(("", 8, n))
    rows = (
        replace(whole, class_id="p-2", class_name="P 2"),
        replace(smaller, class_id=part.lower().replace(" ", "-"), class_name=part),
    )
    assert [row.n for row in find_recoverable_rows(rows, 10)] == expected


def named(row: Observation, name: str) -> Observation:
    return replace(row, class_id=slug(name), class_name=name)


def test_parts_of_a_class_may_not_leave_a_few_over_together() -> None:
    (whole,), (girls,), (boys,) = visit(("", 13, 26)), visit(("", 5, 12)), visit(("", 5, 11))
    rows = [named(whole, "P 2"), named(girls, "P 2 girls"), named(boys, "P 2 boys")]
    assert [row.n for row in find_recoverable_rows(rows, 10)] == [12, 11]
    assert find_recoverable_rows(rows, 3) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("P 2", "P 2 ELL", {1: [20]}),
        ("P 2 ELL", "P 2", {0: [20]}),
        ("P2", "Period 2", {1: [20]}),
        ("P 2", "P 3 ELL", {}),
        ("P 2", "P 2 B", {}),
    ],
)
def test_a_part_of_a_class_in_another_inquiry(
    first: str, second: str, expected: dict[int, list[int]]
) -> None:
    sizes = (20, 26) if "ELL" in first else (26, 20)
    inquiries = [
        inquiry_of(*(named(row, name) for row in visit(("", 8, n))))
        for name, n in zip((first, second), sizes, strict=True)
    ]
    smaller = find_recoverable_across(inquiries, {"talk": TOOL}, 10)
    assert {position: [row.n for row in rows] for position, rows in smaller.items()} == expected


@pytest.mark.parametrize(("part", "is_found"), [("girls ELL", True), ("non-girls", False), ("boys", False)])
def test_a_part_of_a_group_is_taken_from_it(part: str, is_found: bool) -> None:
    found = find_recoverable_rows(visit(("girls", 12, 22), (part, 9, 17)), 10)
    assert [row.group for row in found] == (["girls", part] if is_found else [])
