"""Copied tables are found by their numbers, whatever they are called."""

import pytest

from generator.model import Tool
from generator.privacy.masking import log_quoting
from generator.privacy.privacy_context import PrivacyContext
from generator.problems import Problem
from generator.reading.copied_classes import Tables, leave_out_copies
from generator.reading.program_files import read_program
from generator.reading.tables.observation_table import read_observation_table
from tests.reading.trees import folder

ORIGINAL = """date,n,explains,restates
2025-09-05,24,6,0
2025-09-12,23,9,2
2025-09-19,24,7,4
2025-09-26,22,10,3
2025-10-03,24,12,1
"""


def tool() -> Tool:
    program, _ = read_program(
        folder(
            "",
            {
                "program.yml": "title: x\n",
                "tools/talk.yml": "title: Talk\n"
                "prompts: [{id: explains, text: E}, {id: restates, text: R}]\n",
            },
        )
    )
    assert program is not None
    return program.tools["talk"]


def read(**files: str) -> Tables:
    tables = {}
    for name, text in files.items():
        path = f"data/{name.replace('_', '.')}"
        table, problems = read_observation_table(text.encode(), path, tool())
        assert table is not None, problems
        tables[path] = table
    return tables


def classes(tables: Tables) -> list[str]:
    return list(dict.fromkeys(row.class_name for table in tables.values() for row in table.observations))


def leave_out(named: set[str] | None = None, **files: str) -> tuple[list[str], list[Problem]]:
    tables, problems = leave_out_copies(read(**files), named or set())
    return classes(tables), problems


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def test_a_copy_under_another_name_gives_no_class() -> None:
    left, problems = leave_out(a_csv=ORIGINAL, b_csv=ORIGINAL)
    assert left == ["A"]
    (problem,) = problems
    assert (problem.code, problem.place.file, problem.is_error) == ("copied-table", "data/b.csv", True)
    (logged,) = log_quoting(PrivacyContext(), None).problems(
        [problem]
    )  # a public log names both files as well
    assert logged.values["file"] == "a.csv"
    assert "a.csv" in problem.message
    assert "5 visits" in problem.message


COPIES = {
    "sorted the other way": "".join([lines(ORIGINAL)[0], *reversed(lines(ORIGINAL)[1:])]),
    "with semicolons": ORIGINAL.replace(",", ";"),
    "with fractions": "date,explains,restates\n"
    + "".join(
        f"{day},{explains}/{n},{restates.strip()}/{n}\n"
        for day, n, explains, restates in (line.split(",") for line in lines(ORIGINAL)[1:])
    ),
    "with a class column": "".join(
        line.rstrip() + (",class\n" if line.startswith("date") else ",Room 9\n") for line in lines(ORIGINAL)
    ),
    "with a visit more": ORIGINAL + "2025-10-10,24,13,2\n",
    "with one visit corrected": ORIGINAL.replace("2025-09-12,23,9,2", "2025-09-12,23,8,2"),
    "only its beginning": "".join(lines(ORIGINAL)[:4]),
    "as a long table": "date,prompt,count,n\n"
    + "".join(
        f"{day},explains,{explains},{n}\n{day},restates,{restates.strip()},{n}\n"
        for day, n, explains, restates in (line.split(",") for line in lines(ORIGINAL)[1:])
    ),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_however_the_copy_is_written(copy: str) -> None:
    left, problems = leave_out(a_csv=ORIGINAL, b_csv=copy)
    assert left == ["A"]
    assert [problem.code for problem in problems] == ["copied-table"]


OTHERS = {
    "two visits": "".join(lines(ORIGINAL)[:3]),
    "other numbers of students": ORIGINAL.replace(",24,", ",25,"),
    "other dates": ORIGINAL.replace("2025", "2024"),
    "half of the visits": ORIGINAL.replace("2025-09-12,23,9", "2025-09-12,23,8").replace("22,10", "22,11"),
    "one prompt differs": ORIGINAL.replace(",0\n", ",1\n").replace(",2\n", ",1\n"),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_differs_is_another_class(other: str) -> None:
    left, problems = leave_out(a_csv=ORIGINAL, b_csv=other)
    assert (left, problems) == (["A", "B"], [])


def test_visits_where_nothing_was_seen_say_nothing() -> None:
    nothing = "date,n,explains,restates\n" + "".join(f"2025-09-{day:02},24,0,0\n" for day in range(1, 9))
    assert leave_out(a_csv=nothing, b_csv=nothing) == (["A", "B"], [])


def test_two_classes_of_one_table() -> None:
    both = (
        "class,"
        + lines(ORIGINAL)[0]
        + "".join(f"{name},{line}" for line in lines(ORIGINAL)[1:] for name in ("Period 2", "Period 4"))
    )
    left, problems = leave_out(both_csv=both)
    assert left == ["Period 2"]
    (problem,) = problems
    assert problem.code == "copied-class"
    assert "Period 2" in problem.message
    assert "Period 4" in problem.message


def test_one_message_for_a_copied_table_of_many_classes() -> None:
    second = ORIGINAL.replace(",24,", ",26,")
    both = (
        "class,"
        + lines(ORIGINAL)[0]
        + "".join(
            f"{name},{line}"
            for name, table in (("P2", ORIGINAL), ("P4", second))
            for line in lines(table)[1:]
        )
    )
    left, problems = leave_out(a_csv=both, b_csv=both.replace("P", "Q"))
    assert left == ["P2", "P4"]
    assert [problem.code for problem in problems] == ["copied-table"]
    assert "Q2, Q4" in problems[0].message


def test_the_class_that_inquiry_md_names_is_the_original() -> None:
    left, problems = leave_out({"b"}, a_csv=ORIGINAL, b_csv=ORIGINAL)
    assert left == ["B"]
    assert problems[0].place.file == "data/a.csv"


def test_two_observers_of_one_class_may_agree() -> None:
    first, second = (
        "".join(
            line.rstrip() + (",class,observer\n" if line.startswith("date") else f",Room 9,{name}\n")
            for line in lines(ORIGINAL)
        )
        for name in ("A", "B")
    )
    assert leave_out(a_csv=first, b_csv=second) == (["Room 9"], [])
    _, problems = leave_out(a_csv=first, b_csv=first)
    assert [problem.code for problem in problems] == ["copied-table"]


def test_a_copy_with_percentages_is_a_copy() -> None:
    percent = "date,prompt,value\n2025-09-05,explains,25%\n2025-09-12,explains,50%\n2025-09-19,explains,75%\n"
    counts = "date,n,explains\n2025-09-05,24,6\n2025-09-12,24,12\n2025-09-19,24,18\n"
    others = counts.replace(",24,6", ",20,5").replace(",24,12", ",20,10").replace(",24,18", ",20,15")
    assert len(leave_out_copies(read(a_csv=counts, b_csv=percent), [])[1]) == 1
    assert leave_out_copies(read(a_csv=counts, b_csv=others), [])[1] == []
