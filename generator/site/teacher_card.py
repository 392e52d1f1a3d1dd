"""A card: all that any page of the program shows of a teacher.

Program pages are made of cards only, so a teacher's pages never need another teacher's files.
"""

from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.credential.decision import DecisionState
from generator.model import Unit, Verdict
from generator.site.inquiry.results_after_change import GroupResult, ResultsAfterChange
from generator.site.program.review_desk import ReviewCard


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The main chart's small picture, with its words."""

    class_name: str
    prompt: str
    verdict: Verdict | None
    svg: Markup


@dataclass(frozen=True, slots=True)
class AwardCard:
    """An award where other pages show it.  `badge` is the image's address, empty where it does not
    verify, for the `reason`; `later` says that data have come since that no longer support it."""

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


@dataclass(frozen=True, slots=True)
class InquiryCard:
    teacher: str
    id: str
    address: str
    title: str
    question: str
    finding: str
    micro_credential: str
    tool: str
    unit: Unit
    state: DecisionState
    decision: str  # in six words
    main: Sparkline | None
    verdicts: tuple[tuple[str, Verdict | None], ...]  # (class, verdict) of the main prompt
    main_prompts: tuple[str, ...]  # ids of the prompts that the requirement names
    followed: tuple[ResultsAfterChange, ...]
    groups: tuple[GroupResult, ...]
    sparks: tuple[Sparkline, ...]  # of the main prompt, one a class
    design: str
    visits: int
    reflections: int
    first: Date | None
    latest: Date | None
    text: str = ""  # what the search looks through
    review: ReviewCard | None = None
    awards: tuple[AwardCard, ...] = ()
    draft: bool = False  # seen only while serving

    @property
    def earned(self) -> bool:
        """What was awarded stays earned, whatever has been counted since; what was taken back is not."""
        own = [one for one in self.awards if one.micro_credential == self.micro_credential]
        if any(one.revoked for one in own):
            return False
        return self.state is DecisionState.EARNED or any(one.holds for one in own)


@dataclass(frozen=True, slots=True)
class TeacherCard:
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
        return max((one.latest for one in self.inquiries if one.latest), default=None)

    @property
    def about(self) -> str:
        """Who and where, in one line; a role that already names the grade and subject says it once."""
        parts = [self.role or " ".join(part for part in (self.grade, self.subject) if part), self.school]
        return " · ".join(part for part in parts if part)
