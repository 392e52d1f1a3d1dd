"""Sessions of two phones on one day: which of them nothing tells apart."""

from generator.intake.log_sessions import sessions_in_question, with_observers
from generator.intake.table_writer import LogRow


def session(name: str, *times: str, observer: str = "", time: str = "") -> dict[str, list[LogRow]]:
    return {name: [LogRow(f"2025-10-06T{at}:00", name, "Period 2", "24", "", time, observer) for at in times]}


MORNING = session("k1", "09:00", "09:20")
NOON = session("k2", "12:00", "12:20")


def test_sessions_at_other_times_are_in_question_and_those_at_the_same_time_are_not() -> None:
    assert sessions_in_question(MORNING, session("m1", "14:00", "14:20")) == {"m1"}
    assert sessions_in_question(MORNING, session("m1", "09:10", "09:30")) == frozenset()
    assert sessions_in_question(MORNING | NOON, session("m1", "12:10")) == frozenset()
    assert sessions_in_question(MORNING | NOON, session("m1", "14:00")) == {"m1"}


def test_a_phone_that_has_the_session_that_is_there_counted_another_lesson() -> None:
    assert sessions_in_question(MORNING, MORNING | NOON) == frozenset()


def test_observers_and_times_tell_sessions_apart() -> None:
    first = session("k1", "09:00", observer="A")
    assert sessions_in_question(first, session("m1", "14:00", observer="B")) == frozenset()
    assert sessions_in_question(first, session("m1", "14:00", observer="A")) == {"m1"}
    timed = session("k1", "09:00", time="9:00")
    assert sessions_in_question(timed, session("m1", "14:00", time="14:00")) == frozenset()


def test_observers_get_the_next_numbers_and_keep_their_names() -> None:
    def observers(numbered: dict[str, list[LogRow]]) -> dict[str, str]:
        return {name: rows[0].observer for name, rows in numbered.items()}

    assert observers(with_observers(MORNING, session("m1", "14:00"), ["m1"])) == {"k1": "1", "m1": "2"}
    named = session("k1", "09:00", observer="1")
    assert observers(with_observers(named, session("m1", "14:00"), ["m1"])) == {"k1": "1", "m1": "2"}


def test_of_two_lessons_nobody_knows_which_the_other_person_came_to() -> None:
    assert with_observers(MORNING | NOON, session("m1", "14:00"), ["m1"]) == {}
