"""Published tables of one teacher, compared as a reader with a calculator would (P15)."""

import pytest

from generator.privacy.recoverable_counts import find_recoverable_counts, read_counts

HEADER = "date,class,prompt,count,n,value,group,observer\n"


def table(*counts: tuple[str, float, str], day: str = "2025-09-05", class_name: str = "Period 2") -> bytes:
    """A table of one visit: (group, n, observer) a row."""
    rows = [f"{day},{class_name},explains,,{n},,{group},{observer}\n" for group, n, observer in counts]
    return (HEADER + "".join(rows)).encode()


def revealing(inquiries: dict[str, str], **tables: bytes) -> list[str]:
    """The tables a problem is found in; `inquiries` has the inquiry of each, by the table's name."""
    problems = find_recoverable_counts(tables, 10, inquiries)
    assert {problem.code for problem in problems} <= {"P15"}
    return [problem.place.file for problem in problems]


ONE = {"a": "talk"}
TWO = {"a": "talk", "b": "reading"}  # two inquiries
AWARD = {"a": "talk", "b": "talk"}  # an inquiry and its award


@pytest.mark.parametrize(("n", "expected"), [(9, ["a"]), (10, []), (0, [])])
def test_a_count_of_few_students_is_refused(n: int, expected: list[str]) -> None:
    assert revealing(ONE, a=table(("", n, ""))) == expected


def test_tables_that_do_not_count_students_are_left_alone() -> None:
    assert revealing({}, a=table(("", 3, ""))) == []


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([("A", 15, "")], ["a"]),  # 9 are left over
        ([("A", 14, "")], []),
        ([("A", 10, ""), ("B", 10, "")], ["a"]),  # 4 are left over by both
        ([("A", 12, ""), ("B", 12, "")], []),
    ],
)
def test_groups_may_not_leave_a_few_of_their_class_over(
    groups: list[tuple[str, float, str]], expected: list[str]
) -> None:
    assert revealing(ONE, a=table(("", 24, ""), *groups)) == expected


@pytest.mark.parametrize(("name", "expected"), [("girls ELL", ["a"]), ("boys", []), ("non girls", [])])
def test_a_part_of_a_group_may_not_leave_a_few_of_it_over(name: str, expected: list[str]) -> None:
    assert revealing(ONE, a=table(("girls", 22, ""), (name, 17, ""))) == expected


def test_the_groups_of_one_table_are_compared_with_the_class_in_another() -> None:
    assert revealing(TWO, a=table(("A", 15, "")), b=table(("", 24, ""))) == ["a"]


def test_the_smaller_count_of_a_class_in_two_tables_is_refused() -> None:
    assert revealing(TWO, a=table(("", 24, "")), b=table(("", 20, ""))) == ["b"]
    assert revealing(AWARD, a=table(("", 24, "")), b=table(("", 20, ""))) == ["b"]
    assert revealing(TWO, a=table(("", 24, "")), b=table(("", 24, ""))) == []
    assert revealing(TWO, a=table(("", 24, "")), b=table(("", 20, ""), day="2025-09-12")) == []


def test_two_observers_of_one_inquiry_may_differ_and_those_of_two_may_not() -> None:
    tables = {"a": table(("", 24, "A")), "b": table(("", 23, "B"))}
    assert revealing(AWARD, **tables) == []
    assert revealing(TWO, **tables) == ["b"]
    assert revealing(ONE, a=table(("", 24, "A"), ("A", 23, "B"))) == []


def test_a_table_without_optional_columns_is_read() -> None:
    data = b"date,class,prompt,count,n,value\n2025-09-05,Period 2,explains,9,24,37.5\n2025-09-12,P,e,,,\n"
    (count,) = read_counts(data, "a", "talk")
    assert (count.visit, count.n) == (("Period 2", "2025-09-05", "explains"), 24)
    assert (count.group, count.observer) == ("", "")


@pytest.mark.parametrize("name", ["P2 ELL", "Period 2 (ELL)", "P2"])
def test_a_part_of_a_class_in_another_table_is_refused(name: str) -> None:
    whole, part = table(("", 26, "")), table(("", 20, ""), class_name=name)
    assert revealing(TWO, a=whole, b=part) == ["b"]
    assert revealing(TWO, a=part, b=whole) == ["a"]
    assert revealing(TWO, a=whole, b=table(("", 12, ""), class_name=name)) == []


def test_two_lessons_of_one_day_are_two_visits() -> None:
    header = "date,class,prompt,count,n,value,time\n"
    first, second = (
        f"{header}2025-09-05,Period 2,explains,,{n},,{time}\n".encode()
        for n, time in ((24, "09:00"), (20, "14:00"))
    )
    assert revealing(TWO, a=first, b=second) == []
    assert revealing(TWO, a=first, b=second.replace(b"14:00", b"09:00")) == ["b"]


def test_a_group_called_all_is_the_class() -> None:
    assert revealing(ONE, a=table(("all", 24, ""), ("A", 15, ""))) == ["a"]
    assert revealing(TWO, a=table(("all", 24, "")), b=table(("", 20, ""))) == ["b"]
