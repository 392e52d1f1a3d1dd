"""The tally page's event log: a session is a visit, a row with a prompt is one tap.

Each session begins with a row whose prompt is blank, so that a prompt that was never tapped counts 0
and a session without taps is a visit.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime
from statistics import fmean

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Observation, PromptKind
from generator.problems import Problem, error
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.raw_table import RawRow
from generator.reading.tables.row_context import IndexedRow, RowDates, TableContext, unknown_prompt
from generator.reading.tables.session_times import clock_times, overlap, part_sessions
from generator.reading.tables.values import read_row_size, read_value
from generator.reading.tables.visit_limits import check_sessions
from generator.slugs import slug

_VISIT_MARK = re.compile(r"-v([0-9a-z]{5})$")


class _Session(Struct, frozen=True):
    """One visit as one person counted it; times in seconds of the day, None where not readable."""

    day: Date
    first: IndexedRow
    rows: tuple[IndexedRow, ...]
    began: int | None
    ended: int | None


class _Looks(Struct, frozen=True):
    """The looks of one person at one visit, with a tool that samples moments."""

    observer: str
    sessions: tuple[_Session, ...]

    @property
    def began(self) -> int | None:
        """When the first look began."""
        return min((look.began for look in self.sessions if look.began is not None), default=None)

    @property
    def ended(self) -> int | None:
        """When the last was tapped."""
        return max((look.ended for look in self.sessions if look.ended is not None), default=None)


class _Taps(Struct, frozen=True):
    """One session's taps: how many of each prompt, and at which seconds of the day."""

    counts: Counter[str]
    times: dict[str, list[int]]


def read_log(
    context: TableContext, rows: Sequence[IndexedRow], days: RowDates | None
) -> tuple[list[Observation], list[Problem]]:
    """Every prompt of every session, and what is wrong.

    Where no observer is named, sessions of one class at the same time are two observers.  Sessions
    after one another are visits of their own, told apart by their time; what a column `time` says stands.
    With a tool that samples
    moments (`percent`) sessions are looks, and the looks of a visit are averaged: those whose names end
    in the same mark of a visit, in logs without such marks all of a day.
    """
    reader = _LogReader(context, days)
    sessions, problems = reader.sessions(rows)
    by_day: dict[tuple[Date, str, str], list[_Session]] = defaultdict(list)
    for session in sessions:
        row = session.first[1]
        by_day[session.day, slug(context.class_of(row)), context.time_of(row)].append(session)
    observations: list[Observation] = []
    for (_, _, time), of_day in by_day.items():
        if problem := check_sessions(len(of_day), context.place(of_day[0].first[0], ColumnRole.SESSION)):
            problems.append(problem)
            continue
        counted, new_problems = reader.day(of_day)
        observations += [replace(cell, time=time or cell.time) for cell in counted]
        problems += new_problems
    return observations, problems


class _LogReader:
    """Reads the sessions of one log."""

    def __init__(self, context: TableContext, days: RowDates | None) -> None:
        self._context = context
        self._days = days
        tool = context.tool
        self._prompts = [prompt.id for prompt in tool.prompts] if tool else _named_prompts(context)
        self._has_beginnings = any(map(self._begins, context.table.rows))
        self._samples = any(prompt.kind is PromptKind.PERCENT for prompt in tool.prompts) if tool else False

    def sessions(self, rows: Sequence[IndexedRow]) -> tuple[list[_Session], list[Problem]]:
        """In the order in which they first occur; a session's rows may be apart."""
        by_name: dict[str, list[tuple[int, IndexedRow]]] = defaultdict(list)
        for position, indexed in enumerate(rows):
            by_name[self._context.cell(indexed[1], ColumnRole.SESSION)].append((position, indexed))
        sessions = []
        problems: list[Problem] = []
        for positioned in by_name.values():
            position, first = positioned[0]
            day, new_problems = (
                self._days.day_of(position, first, self._context) if self._days else (None, ())
            )
            problems += new_problems
            problems += self._beginning_problems([indexed for _, indexed in positioned])
            if day is not None:
                sessions.append(self._session(day, [indexed for _, indexed in positioned]))
        return sessions, problems

    def _beginning_problems(self, rows: Sequence[IndexedRow]) -> list[Problem]:
        """What is wrong with the beginnings of one session.  A tap whose prompt is lost, or rows that are
        there twice, begin it again; a session that does not begin has a name typed wrong."""
        beginnings = [index for index, row in rows if self._begins(row)]
        if not beginnings and self._has_beginnings:
            return [
                error(
                    "session-without-beginning",
                    self._context.place(rows[0][0], ColumnRole.SESSION),
                    "This session does not begin with a row without a prompt, as the tally page writes it.",
                    "Save the log again from the tally page; or correct the name of the session.",
                )
            ]
        return [
            error(
                "session-begins-twice",
                self._context.place(index, ColumnRole.PROMPT),
                "This row does not say which prompt it counts, and the session has already begun.",
                "Save the log again from the tally page; or type the prompt, or delete the row.",
            )
            for index in beginnings[1:]
        ]

    def _begins(self, row: RawRow) -> bool:
        return not self._context.cell(row, ColumnRole.PROMPT)

    def day(self, sessions: Sequence[_Session]) -> tuple[list[Observation], list[Problem]]:
        """The observations of one day in one class, and what is wrong."""
        if self._samples and any(self._mark(session) for session in sessions):
            return self._sampled_day(sessions)
        by_observer: dict[str, list[_Session]] = defaultdict(list)
        for session in sessions:
            by_observer[self._context.cell(session.first[1], ColumnRole.OBSERVER)].append(session)
        if self._samples or all(_all_overlap(of_one) for of_one in by_observer.values()):
            visits = list(by_observer.values())
            times = [""] * len(visits)
        else:
            visits = part_sessions(sessions)
            times = clock_times(visits)
        counted: list[Observation] = []
        problems: list[Problem] = []
        for visit, time in zip(visits, times, strict=True):
            observations, new_problems = self._visit(visit)
            counted += [replace(observation, time=time) for observation in observations]
            problems += new_problems
        return counted, problems

    def _sampled_day(self, sessions: Sequence[_Session]) -> tuple[list[Observation], list[Problem]]:
        """The observations of one day in one class whose looks say which visit they belong to."""
        by_visit: dict[tuple[str, str], list[_Session]] = defaultdict(list)
        for session in sessions:
            observer = self._context.cell(session.first[1], ColumnRole.OBSERVER)
            by_visit[observer, self._mark(session)].append(session)
        visits = part_sessions([_Looks(observer, tuple(looks)) for (observer, _), looks in by_visit.items()])
        times = clock_times(visits) if len(visits) > 1 else [""]
        counted: list[Observation] = []
        problems: list[Problem] = []
        for visit, time in zip(visits, times, strict=True):
            for looks, observer in zip(visit, _observers(visit), strict=True):
                averages, new_problems = self._mean_of_looks(looks)
                problems += new_problems
                counted += [replace(average, time=time, observer=observer) for average in averages]
        return counted, problems

    def _mean_of_looks(self, looks: _Looks) -> tuple[list[Observation], list[Problem]]:
        counts = [self._count(look) for look in looks.sessions]
        problems = [problem for _, new_problems in counts for problem in new_problems]
        return _average([observations for observations, _ in counts]), problems

    def _mark(self, session: _Session) -> str:
        """What the tally page gives all looks of one visit; empty in logs that were saved without it."""
        return visit_mark(self._context.cell(session.first[1], ColumnRole.SESSION))

    def _visit(self, sessions: Sequence[_Session]) -> tuple[list[Observation], list[Problem]]:
        """The observations of sessions that are one visit, and what is wrong."""
        unnamed = [
            session for session in sessions if not self._context.cell(session.first[1], ColumnRole.OBSERVER)
        ]
        together = len(unnamed) > 1 and _any_overlap(unnamed)
        counted = []
        problems: list[Problem] = []
        for number, session in enumerate(sessions, start=1):
            observations, new_problems = self._count(session)
            problems += new_problems
            if together and session in unnamed:
                observations = [replace(observation, observer=str(number)) for observation in observations]
            counted.append(observations)
        if len(counted) > 1 and self._samples and not together:
            counted = [_average(counted)]
        return [observation for observations in counted for observation in observations], problems

    def _session(self, day: Date, rows: Sequence[IndexedRow]) -> _Session:
        times = [seconds_of_day(self._context.cell(row, ColumnRole.STAMP)) for _, row in rows]
        readable = [time for time in times if time is not None]
        return _Session(day, rows[0], tuple(rows), times[0], max(readable) if readable else None)

    def _count(self, session: _Session) -> tuple[list[Observation], list[Problem]]:
        """Every prompt of one session: how often it was tapped, and when."""
        taps, problems = self._taps(session)
        index, first = session.first
        size, new_problems = read_row_size(
            self._context.cell(first, ColumnRole.N), self._context.place(index, ColumnRole.N)
        )
        size = self._context.usual_size(first) if size is None else size
        problems += new_problems
        observations = []
        for prompt in self._prompts:
            kind = self._context.tool.prompt(prompt).kind if self._context.tool else None
            if kind is PromptKind.SCALE:  # a mean score is written, never tapped
                continue
            if kind is PromptKind.PERCENT:  # so many of those present at one look
                kind = PromptKind.COUNT_OF
            place = self._context.place(index, ColumnRole.PROMPT)
            value, new_problems = read_value(str(taps.counts[prompt]), kind, size, place)
            problems += new_problems
            if value is not None:
                times = () if session.began is None else (session.began, *sorted(taps.times[prompt]))
                observation = self._context.observation(session.day, first, prompt, value)
                observations.append(replace(observation, taps=times))
        return observations, problems

    def _taps(self, session: _Session) -> tuple[_Taps, list[Problem]]:
        taps = _Taps(Counter(), defaultdict(list))
        problems = []
        for index, row in session.rows:
            written = self._context.cell(row, ColumnRole.PROMPT)
            prompt = self._context.prompt_id(written)
            if written and prompt not in self._prompts:
                place = self._context.place(index, ColumnRole.PROMPT)
                problems.append(unknown_prompt(place, written, self._prompts))
            elif written:
                taps.counts[prompt] += 1
                time = seconds_of_day(self._context.cell(row, ColumnRole.STAMP))
                taps.times[prompt] += [] if time is None else [time]
        return taps, problems


def visit_mark(session: str) -> str:
    """What the tally page puts at the end of the name of each look of one visit; empty without it."""
    mark = _VISIT_MARK.search(session)
    return mark[1] if mark else ""


def seconds_of_day(stamp: str) -> int | None:
    """The time of day of an ISO stamp."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _observers(visit: Sequence[_Looks]) -> list[str]:
    """Who looked, one after another: 1, 2, ... where several are not named."""
    unnamed = [looks for looks in visit if not looks.observer]
    return [
        str(unnamed.index(looks) + 1) if len(unnamed) > 1 and not looks.observer else looks.observer
        for looks in visit
    ]


def _all_overlap(sessions: Sequence[_Session]) -> bool:
    """Whether all of these can be one visit."""
    return len(part_sessions(sessions)) == 1


def _any_overlap(sessions: Sequence[_Session]) -> bool:
    return any(overlap(session, earlier) for i, session in enumerate(sessions) for earlier in sessions[:i])


def _named_prompts(context: TableContext) -> list[str]:
    """Without a tool, every prompt that the table names is one of its prompts."""
    cells = (context.cell(row, ColumnRole.PROMPT) for row in context.table.rows)
    return list(dict.fromkeys(cell for cell in cells if cell))


def _average(looks: Sequence[Sequence[Observation]]) -> list[Observation]:
    """Several looks of one visit as one: the mean of their shares."""
    by_prompt: dict[str, list[Observation]] = defaultdict(list)
    for look in looks:
        for observation in look:
            by_prompt[observation.prompt].append(observation)
    return [_mean(observations) for observations in by_prompt.values()]


def _mean(observations: Sequence[Observation]) -> Observation:
    first = observations[0]
    values = [observation.value for observation in observations if observation.value is not None]
    if len(observations) == 1 or not values:
        return first
    # n stays the number of students, which the privacy gate looks at
    sizes = [observation.n for observation in observations if observation.n is not None]
    return replace(first, value=fmean(values), count=None, n=min(sizes) if sizes else None, taps=())
