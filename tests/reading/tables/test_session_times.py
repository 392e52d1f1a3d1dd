"""Sessions by the time of day: counted at once, or one after another."""

from dataclasses import dataclass

from generator.reading.tables.session_times import clock_times, overlap, part_sessions


@dataclass(frozen=True)
class Session:
    began: int | None
    ended: int | None


def test_sessions_that_share_a_moment_overlap() -> None:
    assert overlap(Session(0, 60), Session(60, 90))
    assert not overlap(Session(0, 60), Session(61, 90))
    assert not overlap(Session(0, 60), Session(None, None))


def test_a_day_falls_into_its_visits() -> None:
    early, beside, late = Session(0, 60), Session(30, 90), Session(7200, 7300)
    visits = part_sessions([late, early, beside])
    assert visits == [[early, beside], [late]]
    assert clock_times(visits) == ["00:00", "02:00"]


def test_two_visits_of_one_minute_have_their_seconds() -> None:
    assert clock_times([[Session(5, 5)], [Session(40, 40)]]) == ["00:00:05", "00:00:40"]
