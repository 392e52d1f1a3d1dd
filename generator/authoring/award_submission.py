"""Why what is in an inquiry's folder cannot be awarded: it is not what was submitted and reviewed."""

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.layout import ProgramFolder
from generator.reading.file_digests import changes_since
from generator.reading.submission_checks import asks_less, changed_basis, freeze_basis, freeze_requirement
from generator.words.translator import Translator

_MOST_FILES = 6  # named in one sentence


def submission_refusal(evaluated: EvaluatedInquiry, translator: Translator) -> str:
    """The reason in a sentence, with what to do; empty where what is there is what was submitted.

    A requirement that was typed into a submission by hand cannot be told from one that was frozen before the
    program asked for more: neither is awarded without a new submission.
    """
    submission, gettext = evaluated.inquiry.latest_submission, translator.gettext
    if submission is None or not submission.digests:
        return gettext(
            "No submission keeps what the assessors read. Have it submitted with  portfolio submit , and "
            "reviewed."
        )
    if changes := changes_since(submission, evaluated.inquiry):
        paths = (*changes.added, *changes.changed, *changes.gone)
        return gettext(
            "The content is not what was submitted as attempt {attempt}: {files}. Restore it from git, or "
            "have it submitted and reviewed again.",
            attempt=submission.attempt,
            files=translator.format_list(paths[:_MOST_FILES]),
        )
    frozen, in_force = submission.requirement, evaluated.in_force
    if changed_basis(submission, freeze_basis(None, evaluated.tool)):
        return gettext(
            "The tool has changed since attempt {attempt} was submitted: {file}. Restore it from git, or "
            "have the inquiry submitted and reviewed again.",
            attempt=submission.attempt,
            file=f"{ProgramFolder.TOOLS}/{evaluated.inquiry.tool}",
        )
    if frozen and in_force and asks_less(frozen, freeze_requirement(in_force.declared, evaluated.tool)):
        return gettext(
            "Attempt {attempt} was submitted for a requirement that asks for less than the "
            "micro-credential does today. Have it submitted and reviewed again.",
            attempt=submission.attempt,
        )
    return ""


def reviewers_note(evaluated: EvaluatedInquiry, translator: Translator) -> str:
    """Names the reviewers that an award rests on, for the issuer of a program that lists no assessors."""
    names = sorted({review.assessor for review in evaluated.decision.reviews})
    return translator.gettext(
        "program.yml lists no assessors, so check yourself that these people may review: {names}.",
        names=translator.format_list(names),
    )
