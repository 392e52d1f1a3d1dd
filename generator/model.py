"""The words of the product as frozen values: what a program, a teacher, an inquiry are.

Nothing here reads, computes or prints.  Ids are lower-case ASCII slugs made from file and folder
names.  Dates are calendar days without a time zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # fields are called date too
from enum import StrEnum


class Verdict(StrEnum):
    """What the run chart rules say of one series; from least to most that can be said."""

    TOO_FEW_POINTS = "too_few_points"
    NO_SIGNAL = "no_signal"
    WRONG_DIRECTION = "wrong_direction"
    SHIFT_NOT_YET_SUSTAINED = "shift_not_yet_sustained"
    DID_NOT_HOLD = "did_not_hold"
    SUSTAINED_IMPROVEMENT = "sustained_improvement"


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class PromptKind(StrEnum):
    """What a prompt's numbers are: x of n (shown as %), a count, a percent, or a mean score."""

    COUNT_OF = "count_of"
    TALLY = "tally"
    PERCENT = "percent"
    SCALE = "scale"


class Unit(StrEnum):
    """What is being counted."""

    STUDENTS = "students"
    RESPONSES = "responses"
    TURNS = "turns"
    MINUTES = "minutes"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown as written, with the file and line it starts at, so that a dead link has a place."""

    text: str
    file: str
    line: int = 1


# ---------------------------------------------------------------- the program and what it shares


class Sensitivity(StrEnum):
    """What a tool's counts say of students: what they do, or what they have learned."""

    BEHAVIOUR = "behaviour"
    ATTAINMENT = "attainment"


class SmallGroups(StrEnum):
    """What becomes of a count of too few students: its inquiry is left out, or the count is hidden."""

    REFUSE = "refuse"
    SUPPRESS = "suppress"


@dataclass(frozen=True, slots=True)
class Prompt:
    id: str
    text: str
    look_for: str = ""
    kind: PromptKind = PromptKind.COUNT_OF
    better: Better = Better.HIGHER

    @property
    def is_share(self) -> bool:
        """True where values are percentages, drawn from 0 to 100."""
        return self.kind in (PromptKind.COUNT_OF, PromptKind.PERCENT)


@dataclass(frozen=True, slots=True)
class Tool:
    id: str
    title: str
    prompts: tuple[Prompt, ...]
    version: str = "1"
    adapted_from: str = ""
    focus: str = ""
    unit: Unit = Unit.STUDENTS
    interval_minutes: float | None = None
    sensitivity: Sensitivity = Sensitivity.BEHAVIOUR

    def prompt(self, prompt_id: str) -> Prompt:
        return next(prompt for prompt in self.prompts if prompt.id == prompt_id)

    @property
    def tapped(self) -> tuple[Prompt, ...]:
        """What a visitor can tap: all but mean scores, which are written."""
        return tuple(prompt for prompt in self.prompts if prompt.kind is not PromptKind.SCALE)


@dataclass(frozen=True, slots=True)
class Standard:
    framework: str
    code: str
    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    title: str
    standard: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mastery:
    """The rubric: levels lowest first, the one that passes, how many assessors must agree."""

    levels: tuple[str, ...] = ("not yet", "demonstrated")
    passing: str = "demonstrated"
    assessors: int = 2
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Impact:
    """The requirement on student learning, declared before the data are in.

    Empty `prompts` means the first prompt of the inquiry's tool.
    """

    verdict: Verdict = Verdict.SUSTAINED_IMPROVEMENT
    prompts: tuple[str, ...] = ()
    classes: int = 2


@dataclass(frozen=True, slots=True)
class MicroCredential:
    id: str
    title: str
    body: Prose
    version: str = "1.0"
    competency: str = ""
    key_method: str = ""
    standards: tuple[Standard, ...] = ()
    mastery: Mastery = Mastery()
    impact: Impact = Impact()


@dataclass(frozen=True, slots=True)
class ChangeIdea:
    id: str
    title: str
    body: Prose
    summary: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FreePage:
    id: str
    title: str
    body: Prose
    order: int = 0


@dataclass(frozen=True, slots=True)
class Attestation:
    """A person has read every page: who and when."""

    attested_by: str
    attested_on: Date


@dataclass(frozen=True, slots=True)
class Issuer:
    name: str
    did: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    title: str
    url: str = ""
    language: str = "en"
    description: str = ""
    theme: str = "default"
    min_group_size: int = 10  # students; most states of the US publish no fewer (NCES 2011-603)
    small_groups: SmallGroups = SmallGroups.REFUSE
    allow_files: tuple[str, ...] = ()
    privacy: Attestation | None = None
    issuer: Issuer | None = None
    tools: Mapping[str, Tool] = field(default_factory=dict)
    micro_credentials: Mapping[str, MicroCredential] = field(default_factory=dict)
    change_ideas: Mapping[str, ChangeIdea] = field(default_factory=dict)
    pages: tuple[FreePage, ...] = ()
    register: bytes = b""  # of all awards, as `portfolio award` wrote it; empty before the first
    revocations: bytes = b""  # the signed list of which are revoked
    unreadable: frozenset[str] = frozenset()  # files left out for an error of their own: tools/math-talk


# ---------------------------------------------------------------- a teacher and her inquiries


@dataclass(frozen=True, slots=True)
class Photo:
    """A declared photo: its file name, what it shows in words, and who can be recognised on it."""

    name: str
    alt: str = ""
    people: str = ""
    consent_on_file: Date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something the teacher did differently.  `number` counts an inquiry's changes by date, from 1.

    Changes with the same date, title and idea are one change and share a number only if they are
    one entry.  Empty `classes` means every class.
    """

    number: int
    date: Date
    title: str
    idea: str = ""
    classes: tuple[str, ...] = ()
    new_phase: bool = False


@dataclass(frozen=True, slots=True)
class Observation:
    """One prompt in one class on one visit, as one cell (or one long row) of a table says it.

    `class_name` is as written, `class_id` its slug.  `value` is what the run chart plots: for
    `count_of` 100 * count / n, for a tally the count, else as written.  A blank cell is an
    observation whose count and value are None: the visit took place, the prompt was not collected.
    `date` is None only in a table that has no dates (`portfolio analyse`).  `bound` says why the
    privacy gate does not let the exact value be seen: the value stands for all that is `<=` or `>=` it,
    or there is none because `n < 10`.
    """

    date: Date | None
    class_id: str
    class_name: str
    prompt: str
    value: float | None
    count: float | None = None
    n: float | None = None
    group: str = ""
    condition: str = ""
    observer: str = ""
    note: str = ""
    unusual: str = ""
    file: str = ""
    row: int = 0
    bound: str = ""
    taps: tuple[int, ...] = ()  # of an event log, seconds of the day: the session's begin, each tap


@dataclass(frozen=True, slots=True)
class Reflection:
    id: str
    date: Date
    title: str
    body: Prose
    visit: Date | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class CriterionJudgement:
    """One assessor on one criterion."""

    level: str
    evidence: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    id: str
    date: Date
    assessor: str = ""
    role: str = "assessor"
    attempt: int | None = None
    criteria: Mapping[str, CriterionJudgement] = field(default_factory=dict)
    recommend: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """The inquiry as it stood when the teacher submitted it."""

    attempt: int
    date: Date
    digests: Mapping[str, str] = field(default_factory=dict)
    # (class, prompt, phase) -> verdict as it was
    verdicts: Mapping[tuple[str, str, int], str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Award:
    """The signed credential of an earned micro-credential with what was frozen for it, as bytes by file
    name; `id` is the micro-credential's."""

    id: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Safeguard:
    """What the privacy gate did in an inquiry, by its rule; with a `reviewer`, what that person allowed."""

    rule: str
    reviewer: str = ""
    until: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Inquiry:
    id: str
    teacher: str
    title: str
    body: Prose
    area_of_interest: str = ""
    problem_of_practice: str = ""
    question: str = ""
    micro_credential: str = ""
    tool: str = ""
    colleague: str = ""
    planned_visits: int | None = None
    planned_end: Date | None = None
    publish: bool = False
    status: str = "draft"
    baseline_until: Mapping[str, Date] = field(default_factory=dict)  # by class id; "" is every class
    changes: tuple[Change, ...] = ()
    photos: Mapping[str, Photo] = field(default_factory=dict)
    conditions: Mapping[str, str] = field(default_factory=dict)  # by class id
    observations: tuple[Observation, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    submissions: tuple[Submission, ...] = ()
    reviews: tuple[Review, ...] = ()
    awards: tuple[Award, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)  # path below the inquiry's folder -> file
    documents: Mapping[str, bytes] = field(default_factory=dict)  # of kinds that the program may allow
    digests: Mapping[str, str] = field(default_factory=dict)  # path below it -> SHA-256
    safeguards: tuple[Safeguard, ...] = ()


@dataclass(frozen=True, slots=True)
class Teacher:
    id: str
    name: str
    body: Prose
    role: str = ""
    grade: str = ""
    subject: str = ""
    school: str = ""
    contact: str = ""
    portrait: Photo | None = None
    portrait_image: bytes | None = None
    inquiries: tuple[Inquiry, ...] = ()
    withheld: tuple[str, ...] = ()  # ids of inquiries that have an error and are being corrected


# ---------------------------------------------------------------- what the run chart rules say


@dataclass(frozen=True, slots=True)
class Point:
    """One row of a series: one visit (or one row of a table without dates).

    `value` is None where nothing was collected: a gap, never 0.  `unusual` is a person's note that
    this is an astronomical point.  `row` counts the series' rows from 1, blank ones included.  `bound`
    as in Observation.
    """

    row: int
    date: Date | None
    value: float | None
    count: float | None = None
    n: float | None = None
    unusual: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One prompt in one class over time: the points of one run chart.

    `baseline` is how many of the rows (blank ones included) belong to the baseline; None where no
    change names the class, so that there is nothing to compare with.  `phase` counts from 1;
    `change` is the number of the change whose start ends the baseline.  A series of a `group` of
    students is shown in tables and never decides.  Class and prompt are empty where a table has
    no such column.
    """

    class_id: str
    class_name: str
    prompt: str
    points: tuple[Point, ...]
    baseline: int | None = None
    group: str = ""
    phase: int = 1
    change: int | None = None
    better: Better = Better.HIGHER

    @property
    def values(self) -> tuple[float | None, ...]:
        return tuple(point.value for point in self.points)


@dataclass(frozen=True, slots=True)
class Shift:
    """6 or more consecutive useful observations on one side; `start` and `end` are its first and
    last useful row, counted from 1; side is `above` or `below` the median."""

    start: int
    end: int
    side: str


@dataclass(frozen=True, slots=True)
class Trend:
    """5 or more successive distinct values, all `rising` or all `falling`; rows as in Shift."""

    start: int
    end: int
    direction: str


# in the baseline, and useful ones after it, below which there is no verdict
FEWEST_POINTS = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules say of one series.  Percentages in percent, probabilities from 0 to 1.

    Every figure is given whenever it can be computed, whatever the verdict; None where it does not
    apply.  Without a baseline, `verdict` is None.
    """

    points: int
    useful: int
    median: float | None
    longest_run: int
    longest_run_limit: int | None
    crossings: int
    crossings_limit: int | None
    runs_signal: bool
    shifts: tuple[Shift, ...]
    trends: tuple[Trend, ...]
    baseline_points: int | None = None
    useful_after: int | None = None
    on_good_side: int | None = None
    count_test_p: float | None = None
    by_luck: float | None = None
    median_after: float | None = None
    nap: float | None = None
    nap_low: float | None = None
    nap_high: float | None = None
    baseline_rising: bool | None = None
    verdict: Verdict | None = None
    shift_start: int | None = None  # row of the first point of the shift that the verdict speaks of
    since_shift: int | None = None  # useful observations from there to the latest
    wrong_of_last_six: int | None = None
    points_to_go: int | None = None  # more points on the good side that would make it sustained


@dataclass(frozen=True, slots=True)
class EvaluatedSeries:
    """A series together with what the rules say of it."""

    series: Series
    finding: Finding
