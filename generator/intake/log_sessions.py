"""Sessions of a tally log that comes in, beside those of its day that are there: lessons or observers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from generator.intake.table_writer import LogRow
from generator.model import SameVisits
from generator.reading.tables.event_log import seconds_of_day, visit_mark
from generator.reading.tables.session_times import part_sessions
from generator.reading.tables.times import read_time
from generator.reading.tally_logs import LogSession, visits_of_day
from generator.slugs import slug

Sessions = Mapping[str, Sequence[LogRow]]  # by name


def tell_sessions_apart(
    stored: Sessions, incoming: Sessions, same: SameVisits | None
) -> tuple[dict[str, list[LogRow]], frozenset[str]]:
    """The sessions that get an observer by the answer `same`, and the new ones that are in question still."""
    if same is SameVisits.LESSONS:
        return {}, frozenset()
    in_question = sessions_in_question(stored, incoming)
    numbered = with_observers(stored, incoming, in_question) if same is SameVisits.OBSERVERS else {}
    return numbered, in_question - numbered.keys()


def sessions_in_question(stored: Sessions, incoming: Sessions) -> frozenset[str]:
    """The new sessions of which nothing says whether they are lessons of their own, or what another person
    counted at a visit that is there."""
    in_question: set[str] = set()
    for name, rows in incoming.items():
        if name in stored:
            continue
        logs = [_timed(_of_day(sessions, rows)) for sessions in (stored, incoming)]
        logs[0] = [session for session in logs[0] if session.name not in incoming] + [
            session for session in logs[1] if session.name in stored
        ]
        is_timed = all(session.began is not None for log in logs for session in log)
        if logs[0] and is_timed and not visits_of_day(logs):
            in_question.add(name)
    return frozenset(in_question)


def with_observers(stored: Sessions, incoming: Sessions, names: Iterable[str]) -> dict[str, list[LogRow]]:
    """The named sessions that come in and those of their days that are there, each with an observer: its own,
    else the next number.  Empty where the day that is there, or the one that comes in, has several visits."""
    numbered: dict[str, list[LogRow]] = {}
    for name in names:
        days = [_of_day(sessions, incoming[name]) for sessions in (stored, incoming)]
        if any(len(part_sessions(_timed(day))) > 1 for day in days):
            return {}
        numbered |= _numbered({**days[0], **days[1]})
    return numbered


def _numbered(sessions: Sessions) -> dict[str, list[LogRow]]:
    taken = {rows[0].observer for rows in sessions.values()}
    free = (str(number) for number in count(1) if str(number) not in taken)
    observers = {name: rows[0].observer or next(free) for name, rows in sessions.items()}
    return {name: [row._replace(observer=observers[name]) for row in rows] for name, rows in sessions.items()}


def _of_day(sessions: Sessions, rows: Sequence[LogRow]) -> dict[str, Sequence[LogRow]]:
    """The sessions of the day and class of one of them."""
    return {name: other for name, other in sessions.items() if _day_and_class(other) == _day_and_class(rows)}


def _day_and_class(rows: Sequence[LogRow]) -> tuple[str, str]:
    return rows[0].stamp[:10], slug(rows[0].class_name)


def _timed(sessions: Sessions) -> list[LogSession]:
    """With the times of their taps; looks with those of all looks of their visit."""
    seconds: dict[str, list[int]] = defaultdict(list)
    for name, rows in sessions.items():
        times = [seconds_of_day(row.stamp) for row in rows]
        seconds[visit_mark(name) or name] += [time for time in times if time is not None]
    return [
        LogSession(
            ("", 0),
            name=name,
            class_name=rows[0].class_name,
            observer=rows[0].observer,
            time=read_time(rows[0].time) or "",
            began=min(seconds[visit_mark(name) or name], default=None),
            ended=max(seconds[visit_mark(name) or name], default=None),
        )
        for name, rows in sessions.items()
    ]
