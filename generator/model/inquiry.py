"""An inquiry and all that its folder holds: changes, observations, reflections, reviews, awards."""

from collections.abc import Mapping
from datetime import date as Date  # fields are called date too

from msgspec import Struct, field

from generator.model.program import Impact, Mastery, Prose
from generator.model.vocabulary import (
    InquiryStatus,
    LevelChange,
    PhotoPeople,
    Recommendation,
    ReviewRole,
    RulesEdition,
)
from generator.problems import Place

_NOWHERE = Place("")  # of values that were not read from a file


class Photo(Struct, frozen=True):
    """A declared photo: its file name, what it shows in words, and who can be recognised on it."""

    name: str
    alt: str = ""
    people: PhotoPeople = PhotoPeople.UNSTATED
    consent_on_file: Date | None = None


class Change(Struct, frozen=True):
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


class Observation(Struct, frozen=True):
    """One prompt in one class on one visit, as one cell (or one long row) of a table says it.

    `class_name` is as written, `class_id` its slug.  `value` is what the run chart plots: for
    `count_of` 100 * count / n, for a tally the count, else as written.  A blank cell is an
    observation whose count and value are None: the visit took place, the prompt was not collected.
    `date` is None only in a table that has no dates (`portfolio analyse`).  `bound` says why the
    privacy gate does not let the exact value be seen: the value stands for all that is `<=` or `>=` it,
    or there is none because `n < 10`.  `n_is_usual` where the table does not say how many students were
    there and `n` is what inquiry.md says of the class.
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
    n_is_usual: bool = False
    time: str = ""  # of the day, 09:05: where two visits of one day have to be told apart

    @property
    def was_collected(self) -> bool:
        """Whether something was counted, also where the privacy gate does not let it be seen."""
        return self.value is not None or bool(self.bound)


class Reflection(Struct, frozen=True):
    """What a teacher wrote, dated, and the visit or change that it looks back on."""

    id: str
    date: Date
    title: str
    body: Prose
    visit: Date | None = None
    change: str = ""  # as typed: reading/change_reference.py says which change it is
    class_name: str = ""
    visit_place: Place = _NOWHERE
    change_place: Place = _NOWHERE
    class_place: Place = _NOWHERE


class CriterionJudgement(Struct, frozen=True):
    """One assessor on one criterion."""

    level: str
    evidence: str = ""
    feedback: str = ""
    place: Place = _NOWHERE
    level_place: Place = _NOWHERE
    evidence_place: Place = _NOWHERE


class ReviewPlaces(Struct, frozen=True):
    """Where a review says what it is of, and by whom; `place` is its file."""

    place: Place = _NOWHERE
    inquiry: Place = _NOWHERE
    assessor: Place = _NOWHERE
    attempt: Place = _NOWHERE
    content: Place = _NOWHERE
    date: Place = _NOWHERE


class Review(Struct, frozen=True):
    """One assessor's levels, feedback and recommendation on one attempt.

    `assessor` is the name without the word assessor, `signed` as it is written; of a review without one, that
    of its file.  `inquiry` (teacher/id) and `content` (the first signs of its digest) are what was read, as
    the worksheet showed it; empty where the review does not say.
    """

    id: str
    date: Date
    assessor: str = ""
    role: ReviewRole = ReviewRole.ASSESSOR
    attempt: int | None = None
    criteria: Mapping[str, CriterionJudgement] = field(default_factory=dict)
    recommend: Recommendation = Recommendation.NONE
    feedback: str = ""
    signed: str = ""
    inquiry: str = ""
    content: str = ""
    places: ReviewPlaces = ReviewPlaces()


class FrozenRequirement(Struct, frozen=True):
    """What a micro-credential (its id) asked for on the day of a submission.

    Of the impact the prompts are named, where there was a tool; of the rubric's criteria only id and title
    are kept.
    """

    micro_credential: str
    impact: Impact
    mastery: Mastery = field(default_factory=Mastery)


class MaskedAnswer(Struct, frozen=True):
    """What a reader saw in one masked chart; `visit` is the first visit at the new level, counted from 1,
    None where they saw no change."""

    change: LevelChange
    visit: int | None = None


class MaskedLook(Struct, frozen=True):
    """One reader's answers to an inquiry's masked charts.

    `charts` is the digest of the charts that were shown, `answers` go by the charts' letters, `unseen`
    is the reader's word that they had not seen the inquiry before.
    """

    date: Date
    reader: str
    charts: str
    unseen: bool
    answers: Mapping[str, MaskedAnswer]
    place: Place = _NOWHERE


class Submission(Struct, frozen=True):
    """The inquiry as it stood when the teacher submitted it."""

    attempt: int
    date: Date
    digests: Mapping[str, str] = field(default_factory=dict)
    rules: RulesEdition = RulesEdition.SECOND
    # what it is to be judged by, as it stood then; None in one of the first edition, which froze none, and
    # where no micro-credential was named
    requirement: FrozenRequirement | None = None
    # digests of the tool and the micro-credential, by their paths below the content folder without suffix
    basis: Mapping[str, str] = field(default_factory=dict)
    # (class, prompt, phase) -> verdict as it was
    verdicts: Mapping[tuple[str, str, int], str | None] = field(default_factory=dict)

    def is_for(self, micro_credential: str) -> bool:
        """Whether it was submitted for a micro-credential (its id); the first edition did not say."""
        if self.requirement is None:
            return self.rules is RulesEdition.FIRST
        return self.requirement.micro_credential == micro_credential


class Award(Struct, frozen=True):
    """The signed credential of an earned micro-credential with what was frozen for it, as bytes by file
    name; `id` is the micro-credential's."""

    id: str
    files: Mapping[str, bytes]


class Safeguard(Struct, frozen=True):
    """What the privacy gate did in an inquiry, by its rule; with a `reviewer`, what that person allowed."""

    rule: str
    reviewer: str = ""
    until: str = ""
    reason: str = ""


class DeclaredClass(Struct, frozen=True):
    """A class as inquiry.md declares it: its name, other spellings of it, how many students it has."""

    name: str
    also: tuple[str, ...] = ()
    students: int | None = None


class Attestation(Struct, frozen=True):
    """A person read one version of an inquiry for students' names: which version, who and when.

    `digest` is the one of the inquiry's files together (`combined_digest`).
    """

    digest: str
    reader: str
    date: Date


class Inquiry(Struct, frozen=True):
    """One cycle of inquiry: everything in an inquiry's folder, as read."""

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
    status: InquiryStatus = InquiryStatus.DRAFT
    baseline_until: Mapping[str, Date] = field(default_factory=dict)  # by class id; "" is every class
    changes: tuple[Change, ...] = ()
    photos: Mapping[str, Photo] = field(default_factory=dict)
    conditions: Mapping[str, str] = field(default_factory=dict)  # by class id
    classes: tuple[DeclaredClass, ...] = ()
    # by class id, days from which visits are of other students
    cohort_starts: Mapping[str, tuple[Date, ...]] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    submissions: tuple[Submission, ...] = ()
    reviews: tuple[Review, ...] = ()  # that count for the attempt that they name
    masked_looks: tuple[MaskedLook, ...] = ()
    awards: tuple[Award, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)  # path below the inquiry's folder -> file
    documents: Mapping[str, bytes] = field(default_factory=dict)  # of kinds that the program may allow
    digests: Mapping[str, str] = field(default_factory=dict)  # path below it -> SHA-256 of the content
    # path below it -> the SHA-256 that the first edition took of the same content
    equivalent_digests: Mapping[str, frozenset[str]] = field(default_factory=dict)
    safeguards: tuple[Safeguard, ...] = ()
    attestation: Attestation | None = None  # of this very version

    @property
    def latest_submission(self) -> Submission | None:
        """The submission of the highest attempt; None before the first."""
        return max(self.submissions, key=lambda submission: submission.attempt, default=None)
