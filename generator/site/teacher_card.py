"""A card: all that any page of the program shows of a teacher.

Program pages are made of cards only, so a teacher's pages never need another teacher's files.
"""

from collections.abc import Iterable
from datetime import date as Date
from typing import Protocol

from markupsafe import Markup
from msgspec import Struct

from generator.credential.decision import DecisionState
from generator.model import Outcome, Prompt, Unit, Verdict
from generator.runchart.before_and_since import BeforeAndSince
from generator.site.inquiry.answer import Answer
from generator.site.inquiry.idea_steps import IdeaStep
from generator.site.inquiry.results_after_change import GroupResult, ResultsAfterChange
from generator.site.program.review_card import ReviewCard
from generator.site.social_card import SocialCard


class ClassCard(Struct, frozen=True):
    """One class of an inquiry by its main prompt: the small picture, the verdict, the levels that its
    chart is labelled with, as they are (in the prompt's own unit) and in words."""

    class_name: str
    prompt: Prompt
    verdict: Verdict | None  # None where no change was tried, as of the outcome
    svg: Markup
    outcome: Outcome | None = None
    rising: bool = False  # whether the baseline may already have been getting better
    levels: BeforeAndSince = BeforeAndSince(None)
    figures: str = ""  # `33% before, 59% since`
    idea: str = ""  # id of the change idea that the verdict is about


class AwardCard(Struct, frozen=True):
    """An award where other pages show it.  `badge` is the image's address, `small_badge` that of the picture
    alone; both are empty where it does not verify, for the `reason`; `later` says that data have come since
    that no longer support it."""

    name: str
    micro_credential: str
    address: str
    title: str
    badge: str
    day: Date | None
    holds: bool
    revoked: bool = False
    reason: str = ""
    later: str = ""
    small_badge: str = ""


class InquiryCard(Struct, frozen=True):
    """All that other pages show of an inquiry: the teacher's own page, lists, change ideas, the search."""

    teacher: str
    id: str
    address: str
    title: str
    question: str
    answer: Answer
    micro_credential: str
    tool: str
    unit: Unit
    state: DecisionState  # as far as it is public
    decision: str  # in six words
    main_prompts: tuple[str, ...]  # ids of the prompts that the requirement names
    followed: tuple[ResultsAfterChange, ...]
    groups: tuple[GroupResult, ...]
    classes: tuple[ClassCard, ...]
    tile: Markup  # the first class's chart as wide as a tile; empty without one
    design: str
    visits: int
    reflections: int
    first: Date | None
    latest: Date | None
    school_year: str = ""  # that of the last visit
    text: str = ""  # what the search looks through
    idea_steps: tuple[IdeaStep, ...] = ()
    review: ReviewCard | None = None
    awards: tuple[AwardCard, ...] = ()
    draft: bool = False  # seen only in a preview
    social_card: SocialCard | None = None

    @property
    def verdicts(self) -> tuple[tuple[str, Verdict | None], ...]:
        """(class, verdict) of the main prompt."""
        return tuple((of_class.class_name, of_class.verdict) for of_class in self.classes)

    @property
    def earned(self) -> bool:
        """What was awarded stays earned, whatever has been counted since; what was taken back is not."""
        if is_taken_back(self.awards, self.micro_credential):
            return False
        return self.state is DecisionState.EARNED or self.awarded

    @property
    def awaits_award(self) -> bool:
        """Whether it is earned, and its issuer has not awarded it."""
        return self.earned and not self.awarded

    @property
    def awarded(self) -> bool:
        """Whether its issuer has awarded it, and the award is valid."""
        return is_awarded(self.awards, self.micro_credential)


def is_taken_back(awards: Iterable[AwardCard], micro_credential: str) -> bool:
    """Whether the issuer revoked the award of this micro-credential (an id)."""
    return any(award.revoked for award in _awards_for(awards, micro_credential))


def is_awarded(awards: Iterable[AwardCard], micro_credential: str) -> bool:
    """Whether there is a valid award of this micro-credential (an id)."""
    return any(award.holds for award in _awards_for(awards, micro_credential))


def _awards_for(awards: Iterable[AwardCard], micro_credential: str) -> list[AwardCard]:
    """An inquiry may have awards of other micro-credentials, from before it was put forward for this one."""
    return [award for award in awards if award.micro_credential == micro_credential]


class Person(Protocol):
    """Who a page is about: a teacher, or the teacher's card."""

    @property
    def role(self) -> str: ...
    @property
    def grade(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def school(self) -> str: ...


def about_line(person: Person) -> str:
    """Who and where, in one line: the role (else grade and subject) and the school."""
    role = person.role or " ".join(part for part in (person.grade, person.subject) if part)
    return " · ".join(part for part in (role, person.school) if part)


class TeacherCard(Struct, frozen=True):
    """All that program pages show of a teacher; `withheld` are ids of inquiries being corrected."""

    id: str
    name: str
    role: str
    grade: str
    subject: str
    school: str
    address: str
    inquiries: tuple[InquiryCard, ...]  # latest first
    withheld: tuple[str, ...] = ()

    @property
    def latest(self) -> Date | None:
        """The latest visit or reflection of all inquiries."""
        return max((card.latest for card in self.inquiries if card.latest), default=None)

    @property
    def about(self) -> str:
        """Who and where, in one line."""
        return about_line(self)
