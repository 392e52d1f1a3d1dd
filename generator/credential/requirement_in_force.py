"""The requirement on student learning that an inquiry's latest attempt is judged by.

A submission freezes it, so that no later change of the micro-credential makes an attempt easier or harder.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.credential.rules_edition import first_edition_allows
from generator.model import GrowthRole, Impact, Inquiry, MicroCredential, RulesEdition, Submission


class RequirementSource(StrEnum):
    """Where the requirement stands that counts."""

    MICRO_CREDENTIAL = "micro_credential"  # as it is today
    SUBMISSION = "submission"  # as it was frozen then
    FIRST_EDITION = "first_edition"  # as the micro-credential is today, without growth


@dataclass(frozen=True, slots=True)
class RequirementInForce:
    """What counts and why; `declared` is what the micro-credential asks for today."""

    impact: Impact
    source: RequirementSource
    declared: Impact

    @property
    def changed_since(self) -> bool:
        """Whether the micro-credential asks for something else today than on the day of the submission."""
        declared = replace(self.declared, prompts=self.declared.prompts or self.impact.prompts[:1])
        return self.source is RequirementSource.SUBMISSION and declared != self.impact


def requirement_in_force(inquiry: Inquiry, credential: MicroCredential) -> RequirementInForce:
    """The frozen requirement; without one the micro-credential's.

    A requirement that was frozen for another micro-credential does not count.  An attempt that was
    submitted under the first edition has none, and is judged without growth.
    """
    declared, submission = credential.impact, inquiry.latest_submission
    if submission and submission.requirement and submission.requirement.micro_credential == credential.id:
        return RequirementInForce(submission.requirement.impact, RequirementSource.SUBMISSION, declared)
    if submission and _is_of_first_edition(inquiry, submission):
        shown = replace(declared, growth=GrowthRole.SHOWN)
        return RequirementInForce(shown, RequirementSource.FIRST_EDITION, declared)
    return RequirementInForce(declared, RequirementSource.MICRO_CREDENTIAL, declared)


def _is_of_first_edition(inquiry: Inquiry, submission: Submission) -> bool:
    visits = [row.date for row in inquiry.observations if row.date]
    return submission.rules is RulesEdition.FIRST and first_edition_allows([submission.date, *visits])
