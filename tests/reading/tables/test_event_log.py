"""The tally page's event log: sessions are visits, taps are counts."""

from generator.model import Observation, Prompt, PromptKind, Tool, Unit
from generator.reading.tables.observation_table import read_observation_table

TALK = Tool("talk", "Talk", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks a question")))
LOOKS = Tool(
    "task", "Time on task", (Prompt("on-task", "Works", kind=PromptKind.PERCENT),), unit=Unit.STUDENTS
)


def log(*rows: str, tool: Tool | None = TALK) -> list[Observation]:
    text = "\n".join(["stamp,session,class,n,prompt", *rows]) + "\n"
    table, problems = read_observation_table(text.encode(), "data/tally.csv", tool)
    assert table is not None
    assert [problem.message for problem in problems if problem.is_error] == []
    assert table.form == "event log"
    return list(table.observations)


def counts(rows: list[Observation]) -> list[tuple[str, str, float | None]]:
    return [(row.observer, row.prompt, row.count) for row in rows]


def test_a_prompt_never_tapped_is_0_and_a_session_without_taps_is_a_visit() -> None:
    rows = log(
        "2025-10-06T09:00:00,s1,Period 2,24,",
        "2025-10-06T09:01:00,s1,Period 2,24,explains",
        "2025-10-06T09:02:00,s1,Period 2,24,explains",
        "2025-10-07T09:00:00,s2,Period 2,23,",
    )
    assert counts(rows) == [("", "explains", 2), ("", "asks", 0), ("", "explains", 0), ("", "asks", 0)]
    assert [row.n for row in rows] == [24, 24, 23, 23]
    assert rows[0].taps == (32400, 32460, 32520)


def test_two_phones_at_the_same_time_are_two_observers() -> None:
    rows = log(
        "2025-10-06T09:00:00,s1,Period 2,24,",
        "2025-10-06T09:00:20,s2,Period 2,24,",
        "2025-10-06T09:05:00,s1,Period 2,24,explains",
        "2025-10-06T09:05:01,s2,Period 2,24,explains",
        "2025-10-06T09:06:01,s2,Period 2,24,explains",
    )
    assert counts(rows) == [("1", "explains", 1), ("1", "asks", 0), ("2", "explains", 2), ("2", "asks", 0)]


def test_one_after_the_other_they_are_not() -> None:
    rows = log(
        "2025-10-06T09:00:00,s1,Period 2,24,",
        "2025-10-06T09:05:00,s1,Period 2,24,explains",
        "2025-10-06T11:00:00,s2,Period 4,24,",
    )
    assert {row.observer for row in rows} == {""}


def test_looks_of_one_visit_are_averaged_as_shares() -> None:
    rows = log(
        "2025-10-06T09:00:00,a,Period 2,20,",
        *["2025-10-06T09:00:10,a,Period 2,20,on-task"] * 10,
        "2025-10-06T09:03:00,b,Period 2,20,",
        *["2025-10-06T09:03:10,b,Period 2,20,on-task"] * 16,
        tool=LOOKS,
    )
    assert [(row.value, row.count, row.n) for row in rows] == [(65, None, 20)]


def test_a_single_look_is_a_share() -> None:
    rows = log(
        "2025-10-06T09:00:00,a,Period 2,20,",
        "2025-10-06T09:00:10,a,Period 2,20,on-task",
        tool=LOOKS,
    )
    assert [(row.value, row.n) for row in rows] == [(5, 20)]


def test_more_taps_than_students_are_an_error_in_its_place() -> None:
    text = "stamp,session,class,n,prompt\n2025-10-06T09:00:00,a,Period 2,1,\n" + (
        "2025-10-06T09:00:10,a,Period 2,1,explains\n" * 2
    )
    _, problems = read_observation_table(text.encode(), "data/tally.csv", TALK)
    assert [(one.code, one.place.row) for one in problems] == [("more-than-n", 2)]


def test_without_a_tool_the_table_names_its_prompts() -> None:
    rows = log(
        "2025-10-06T09:00:00,s1,Period 2,24,",
        "2025-10-06T09:01:00,s1,Period 2,24,explains",
        "2025-10-07T09:00:00,s2,Period 2,24,",
        tool=None,
    )
    assert counts(rows) == [("", "explains", 1), ("", "explains", 0)]


def test_two_lessons_of_one_day_are_two_visits_with_their_time() -> None:
    rows = log(
        "2025-10-06T09:00:00,s1,Period 2,24,",
        "2025-10-06T09:05:00,s1,Period 2,24,explains",
        "2025-10-06T14:00:00,s2,Period 2,23,",
        "2025-10-06T14:01:00,s3,Period 2,23,",
        "2025-10-06T14:02:00,s2,Period 2,23,asks",
    )
    assert [(row.time, row.observer, row.prompt, row.count) for row in rows] == [
        ("09:00", "", "explains", 1),
        ("09:00", "", "asks", 0),
        ("14:00", "1", "explains", 0),
        ("14:00", "1", "asks", 1),
        ("14:00", "2", "explains", 0),
        ("14:00", "2", "asks", 0),
    ]


def test_two_visits_that_begin_in_one_minute_are_told_apart_by_seconds() -> None:
    rows = log("2025-10-06T09:00:05,s1,Period 2,24,", "2025-10-06T09:00:30,s2,Period 2,24,")
    assert {row.time for row in rows} == {"09:00:05", "09:00:30"}


def looks(mark: str, *begun: tuple[str, int]) -> list[str]:
    """The looks of one visit: when each began, and how many were on task."""
    return [
        f"2025-10-06T{time},2025-10-06T{time.replace(':', '')}-v{mark},Period 2,20,{prompt}"
        for time, taps in begun
        for prompt in ["", *["on-task"] * taps]
    ]


def sampled(*rows: str) -> list[tuple[str, str, float | None]]:
    return [(row.time, row.observer, row.value) for row in log(*rows, tool=LOOKS)]


def test_looks_are_averaged_by_visit_so_that_two_lessons_of_a_day_stay_two() -> None:
    morning = looks("aaaaa", ("09:00:00", 10), ("09:03:00", 16))
    assert sampled(*morning, *looks("bbbbb", ("14:00:00", 20))) == [("09:00", "", 65), ("14:00", "", 100)]
    assert sampled(*morning) == [("", "", 65)]


def test_looks_of_two_phones_at_one_visit_are_two_observers() -> None:
    first = looks("aaaaa", ("09:00:00", 10), ("09:03:00", 16))
    second = looks("bbbbb", ("09:00:30", 8), ("09:03:30", 12))
    assert sampled(*first, *second) == [("", "1", 65), ("", "2", 50)]


def test_a_tap_whose_prompt_is_lost_is_no_second_beginning() -> None:
    text = (
        "stamp,session,class,n,prompt\n2025-09-05T09:00:00,s1,Period 2,24,\n"
        "2025-09-05T09:01:00,s1,Period 2,24\n2025-09-05T09:02:00,s1,Period 2,24,\n"
    )
    _, problems = read_observation_table(text.encode(), "a.csv", TALK)
    assert [(problem.code, problem.place.row) for problem in problems] == [
        ("short-row", 3),
        ("session-begins-twice", 4),
    ]


def test_a_session_that_never_begins_is_not_taken_for_a_visit() -> None:
    text = (
        "stamp,session,class,n,prompt\n2025-09-05T09:00:00,s1,Period 2,24,\n"
        "2025-09-05T09:01:00,s1,Period 2,24,explains\n2025-09-05T09:02:00,sl,Period 2,24,explains\n"
    )
    _, (problem,) = read_observation_table(text.encode(), "a.csv", TALK)
    assert (problem.code, problem.place.row) == ("session-without-beginning", 4)
