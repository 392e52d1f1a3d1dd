"""The tally page's event log: a session is a visit, a row with a prompt is one tap.

Each session begins with a row whose prompt is blank, so that a prompt that was never tapped counts 0
and a session without taps is a visit.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import datetime
from statistics import fmean

from generator.model import Observation, PromptKind
from generator.problems import Problem
from generator.reading.tables.row_context import Placed, RowDates, TableContext, unknown_prompt
from generator.reading.tables.values import read_row_size, read_value
from generator.slugs import slug


@dataclass(frozen=True, slots=True)
class _Session:
    """One visit as one person counted it; times in seconds of the day, None where not readable."""

    day: Date
    first: Placed
    rows: tuple[Placed, ...]
    began: int | None
    ended: int | None

    def beside(self, other: "_Session") -> bool:
        """Whether two people were counting at the same time."""
        if None in (self.began, self.ended, other.began, other.ended):
            return False
        assert self.began is not None and self.ended is not None
        assert other.began is not None and other.ended is not None
        return self.began <= other.ended and other.began <= self.ended


def read_log(
    reader: TableContext, rows: Sequence[Placed], days: RowDates | None
) -> tuple[list[Observation], list[Problem]]:
    """Every prompt of every session, and what is wrong.

    Where no observer is named, sessions of one class at the same time are two observers; sessions
    after one another with a tool that samples moments (`percent`) are looks of one visit, and are
    averaged.
    """
    problems: list[Problem] = []
    visits: dict[tuple[Date, str, str], list[_Session]] = defaultdict(list)
    for session in _sessions(reader, rows, days, problems):
        row = session.first[1]
        visits[session.day, slug(reader.class_of(row)), reader.cell(row, "observer")].append(session)
    observations: list[Observation] = []
    for (_, _, observer), sessions in visits.items():
        together = len(sessions) > 1 and not observer and _side_by_side(sessions)
        counted = [
            [
                replace(one, observer=str(number)) if together else one
                for one in _counted(reader, session, problems)
            ]
            for number, session in enumerate(sessions, start=1)
        ]
        samples = reader.tool and any(prompt.kind is PromptKind.PERCENT for prompt in reader.tool.prompts)
        if len(counted) > 1 and samples and not together:
            counted = [_averaged(counted)]
        observations += [one for each in counted for one in each]
    return observations, problems


def _sessions(
    reader: TableContext, rows: Sequence[Placed], days: RowDates | None, problems: list[Problem]
) -> list[_Session]:
    """In the order in which they first occur; a session's rows may be apart."""
    found: dict[str, list[tuple[int, Placed]]] = defaultdict(list)
    for position, placed in enumerate(rows):
        found[reader.cell(placed[1], "session")].append((position, placed))
    sessions = []
    for own in found.values():
        position, first = own[0]
        day = days.of(position, first, reader, problems)[0] if days else None
        if day is None:
            continue
        times = [_seconds(reader.cell(row, "stamp")) for _, (_, row) in own]
        known = [time for time in times if time is not None]
        sessions.append(
            _Session(
                day=day,
                first=first,
                rows=tuple(placed for _, placed in own),
                began=times[0],
                ended=max(known) if known else None,
            )
        )
    return sessions


def _seconds(stamp: str) -> int | None:
    """The time of day of an ISO stamp."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _side_by_side(sessions: Sequence[_Session]) -> bool:
    return any(one.beside(other) for i, one in enumerate(sessions) for other in sessions[:i])


def _counted(reader: TableContext, session: _Session, problems: list[Problem]) -> list[Observation]:
    """Every prompt of one session: how often it was tapped, and when."""
    taps: dict[str, list[int]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    known = [prompt.id for prompt in reader.tool.prompts] if reader.tool else _named(reader)
    for index, row in session.rows:
        written = reader.cell(row, "prompt")
        if not written:
            continue
        name = reader.prompt_id(written)
        if name not in known:
            problems.append(unknown_prompt(reader.place(index, "prompt"), written, known))
            continue
        counts[name] += 1
        time = _seconds(reader.cell(row, "stamp"))
        if time is not None:
            taps[name].append(time)
    index, first = session.first
    size = read_row_size(reader.cell(first, "n"), reader.place(index, "n"), problems)
    found = []
    for name in known:
        kind = reader.tool.prompt(name).kind if reader.tool else None
        if kind is PromptKind.SCALE:  # a mean score is written, never tapped
            continue
        if kind is PromptKind.PERCENT:  # so many of those present at one look
            kind = PromptKind.COUNT_OF
        value = read_value(str(counts[name]), kind, size, reader.place(index, "prompt"), problems)
        if value is not None:
            times = () if session.began is None else (session.began, *sorted(taps[name]))
            found.append(replace(reader.observation(session.day, first, name, value), taps=times))
    return found


def _named(reader: TableContext) -> list[str]:
    """Without a tool, every prompt that the table names is one of its prompts."""
    cells = (reader.cell(row, "prompt") for row in reader.sheet.rows)
    return list(dict.fromkeys(cell for cell in cells if cell))


def _averaged(looks: Sequence[Sequence[Observation]]) -> list[Observation]:
    """Several looks of one visit as one: the mean of their shares."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for look in looks:
        for one in look:
            found[one.prompt].append(one)
    return [_mean(own) for own in found.values()]


def _mean(own: Sequence[Observation]) -> Observation:
    values = [one.value for one in own if one.value is not None]
    if len(own) == 1 or not values:
        return own[0]
    # n stays the number of students, which the privacy gate looks at
    sizes = [one.n for one in own if one.n is not None]
    return replace(own[0], value=fmean(values), count=None, n=min(sizes) if sizes else None, taps=())
