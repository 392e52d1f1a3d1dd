"""study.csv: an inquiry as the packages of single-case research read it, a row a visit, case and prompt.

The first four columns are those of scan (`read_scdf`: case, phase, mt, values); SingleCaseES
(`batch_calc_ES`) and scdhlm (`preprocess_SCD`) take the names of any columns, so `session`,
`improvement` and `scale` stand ready for them.  docs/method.md shows how each reads the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date

from msgspec import Struct

from generator.evidence.data_csv import csv_line, guard_against_formula, plain_number
from generator.model import Better, EvaluatedSeries, Inquiry, Point, Prompt, PromptKind, Series, Tool

COLUMNS = (
    "case",
    "phase",
    "mt",
    "values",
    "session",
    "date",
    "class",
    "prompt",
    "improvement",
    "scale",
    "count",
    "n",
)
_SCALES = {
    PromptKind.COUNT_OF: "percentage",
    PromptKind.PERCENT: "percentage",
    PromptKind.TALLY: "count",
    PromptKind.SCALE: "other",
}
_PHASES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class StudyVisit(Struct, frozen=True):
    """A visit in the case and phase it belongs to; `session` counts the visits of the case from 1."""

    case: str
    phase: str
    session: int
    series: Series
    point: Point


def write_study_csv(inquiry: Inquiry, evaluated_series: Sequence[EvaluatedSeries], tool: Tool) -> bytes:
    """Every class and prompt, groups of students left out; a blank value stays blank: not collected.

    `mt` counts days, the inquiry's first visit being 1.
    """
    prompts = {prompt.id: prompt for prompt in tool.prompts}
    visits = list(study_visits([evaluated.series for evaluated in evaluated_series], inquiry.cohort_starts))
    first = min((visit.point.date for visit in visits if visit.point.date), default=Date.min)
    lines = [csv_line(COLUMNS), *(csv_line(_cells(visit, prompts, first)) for visit in visits)]
    return "".join(lines).encode()


def study_visits(
    series: Iterable[Series], cohort_starts: Mapping[str, Sequence[Date]]
) -> Iterator[StudyVisit]:
    """The visits of every class and prompt as cases, each visit once.

    A case is a class and a prompt.  Its phases are A, before the first change, B after it, and a letter
    more with every new phase that the teacher declared; a class without a change is in A.  Other students
    (of another school year) are another case, named after the day of their first visit; `cohort_starts`
    has the days from which a class's students are others.
    """
    by_case: dict[tuple[str, str], list[Series]] = defaultdict(list)
    for phase in series:
        if not phase.group:
            by_case[phase.class_id, phase.prompt].append(phase)
    for (class_id, _), phases in by_case.items():
        yield from _visits_of_class(phases, cohort_starts.get(class_id, ()))


def _visits_of_class(phases: Sequence[Series], cohort_starts: Sequence[Date]) -> Iterator[StudyVisit]:
    """The phases of one class and prompt, in order; one may repeat visits of the phase before."""
    case = name = f"{phases[0].class_name}, {phases[0].prompt}"
    latest: Point | None = None
    letter = session = 0
    for series in phases:
        new = [point for point in series.points if latest is None or point.moment > latest.moment]
        if new and latest and _others_begin(latest, new[0], cohort_starts):
            case, letter, session = f"{name}, {new[0].date}", 0, 0
        for point in new:
            session += 1
            after = series.baseline is not None and point.row > series.baseline
            yield StudyVisit(case, _PHASES[letter + after], session, series, point)
            latest = point
        letter = min(letter + 1, len(_PHASES) - 2)


def _others_begin(latest: Point, point: Point, cohort_starts: Sequence[Date]) -> bool:
    """Whether other students are there than at the latest visit."""
    return any(latest.date and point.date and latest.date < start <= point.date for start in cohort_starts)


def _cells(visit: StudyVisit, prompts: Mapping[str, Prompt], first: Date) -> list[str]:
    series, point = visit.series, visit.point
    return [
        guard_against_formula(visit.case),
        visit.phase,
        str((point.date - first).days + 1) if point.date else "",
        plain_number(point.value),
        str(visit.session),
        point.date.isoformat() if point.date else "",
        guard_against_formula(series.class_name),
        guard_against_formula(series.prompt),
        "increase" if series.better is Better.HIGHER else "decrease",
        _SCALES[prompts[series.prompt].kind],
        plain_number(point.count),
        plain_number(point.n),
    ]
