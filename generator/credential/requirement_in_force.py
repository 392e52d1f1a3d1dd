"""What an inquiry's latest attempt is judged by: the requirement on student learning, and the rubric.

A submission freezes both, so that no later change of the micro-credential makes an attempt easier or harder.
"""

from enum import StrEnum, auto

from msgspec import Struct
from msgspec.structs import replace

from generator.credential.rules_edition import first_edition_allows
from generator.model import (
    GrowthRole,
    Impact,
    Inquiry,
    Mastery,
    MicroCredential,
    RulesEdition,
    Submission,
)
from generator.reading.review_checks import rubric_of


class RequirementSource(StrEnum):
    """Where the requirement stands that counts."""

    MICRO_CREDENTIAL = auto()  # as it is today
    SUBMISSION = auto()  # as it was frozen then
    FIRST_EDITION = auto()  # as the micro-credential is today, without growth
    OTHER_CREDENTIAL = auto()  # as it is today: what was submitted was for another one


class RequirementInForce(Struct, frozen=True):
    """What counts and why; `declared` is the micro-credential as it is today."""

    impact: Impact
    mastery: Mastery
    source: RequirementSource
    declared: MicroCredential

    @property
    def changed_since(self) -> bool:
        """Whether the micro-credential asks for something else today than on the day of the submission."""
        today = self.declared.impact
        declared = replace(today, prompts=today.prompts or self.impact.prompts[:1])
        is_same = declared == self.impact and _rule(self.declared.mastery) == _rule(self.mastery)
        return self.source is RequirementSource.SUBMISSION and not is_same


def requirement_in_force(inquiry: Inquiry, credential: MicroCredential) -> RequirementInForce:
    """What the latest submission froze; without one the micro-credential's.

    What was frozen for another micro-credential does not count.  An attempt that was submitted under the
    first edition froze nothing, and is judged without growth.
    """
    declared, submission = credential.impact, inquiry.latest_submission
    if submission and not submission.is_for(credential.id):
        source = RequirementSource.OTHER_CREDENTIAL
    elif submission and submission.requirement:
        source, declared = RequirementSource.SUBMISSION, submission.requirement.impact
    elif submission and _is_of_first_edition(inquiry, submission):
        source, declared = RequirementSource.FIRST_EDITION, replace(declared, growth=GrowthRole.SHOWN)
    else:
        source = RequirementSource.MICRO_CREDENTIAL
    return RequirementInForce(declared, rubric_of(credential, submission), source, credential)


def _rule(rubric: Mastery) -> tuple[object, ...]:
    """What a rubric asks for, whatever its words."""
    criteria = tuple(criterion.id for criterion in rubric.criteria)
    return rubric.levels, rubric.passing, rubric.assessors, criteria


def _is_of_first_edition(inquiry: Inquiry, submission: Submission) -> bool:
    visits = [row.date for row in inquiry.observations if row.date]
    return submission.rules is RulesEdition.FIRST and first_edition_allows([submission.date, *visits])
