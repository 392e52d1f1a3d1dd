"""Sessions of tally logs by the time of day: which were counted at once, by two people, and which are visits
of their own."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class TimedSession(Protocol):
    """One visit as one person counted it; times in seconds of the day, None where not readable."""

    @property
    def began(self) -> int | None:
        """When it began."""

    @property
    def ended(self) -> int | None:
        """When the last was tapped."""


SessionType = TypeVar("SessionType", bound=TimedSession)


def overlap(session: TimedSession, other: TimedSession) -> bool:
    """Whether two people were counting at the same time."""
    if session.began is None or session.ended is None or other.began is None or other.ended is None:
        return False
    return session.began <= other.ended and other.began <= session.ended


def part_sessions(sessions: Sequence[SessionType]) -> list[list[SessionType]]:
    """Sessions that overlap together, those after one another apart."""
    visits: list[list[SessionType]] = []
    for session in sorted(sessions, key=lambda session: session.began or 0):
        if visits and any(overlap(session, earlier) for earlier in visits[-1]):
            visits[-1].append(session)
        else:
            visits.append([session])
    return visits


def is_part_of_every_visit(
    logs: Sequence[Sequence[SessionType]], visits: Sequence[Sequence[SessionType]]
) -> bool:
    """Whether one of the logs has a session in each of the visits: then its sessions part them, and what the
    others counted was at the same time.  Else nothing says that the visits were not one."""
    return any(
        all(any(session is part for session in log for part in visit) for visit in visits) for log in logs
    )


def clock_times(visits: Sequence[Sequence[TimedSession]]) -> list[str]:
    """When each visit began, as 09:05; with seconds where two began in one minute."""
    seconds = [visit[0].began or 0 for visit in visits]
    minutes = [f"{began // 3600:02}:{began % 3600 // 60:02}" for began in seconds]
    if len(set(minutes)) == len(minutes):
        return minutes
    return [f"{minute}:{began % 60:02}" for minute, began in zip(minutes, seconds, strict=True)]
