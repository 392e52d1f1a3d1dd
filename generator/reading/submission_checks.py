"""What a submission freezes of the program's rules, and whether what it says it froze can be true."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.layout import InquiryFolder, ProgramFolder
from generator.model import (
    REQUIRED_VERDICTS,
    Criterion,
    FrozenRequirement,
    GrowthRole,
    Impact,
    Inquiry,
    Mastery,
    MicroCredential,
    Program,
    Submission,
    Tool,
)
from generator.problems import Phrase, Place, Problem, error


def freeze_requirement(credential: MicroCredential, tool: Tool | None) -> FrozenRequirement:
    """What a micro-credential asks for today of an inquiry that uses the tool."""
    prompts = credential.impact.prompts or (tuple(prompt.id for prompt in tool.prompts[:1]) if tool else ())
    rubric = credential.mastery
    criteria = tuple(Criterion(criterion.id, criterion.title) for criterion in rubric.criteria)
    return FrozenRequirement(
        credential.id, replace(credential.impact, prompts=prompts), replace(rubric, criteria=criteria)
    )


def freeze_basis(credential: MicroCredential | None, tool: Tool | None) -> dict[str, str]:
    """The digests of what an inquiry is judged by, by path below the content folder without suffix."""
    basis = {}
    if credential:
        basis[f"{ProgramFolder.MICRO_CREDENTIALS}/{credential.id}"] = credential.digest
    if tool:
        basis[f"{ProgramFolder.TOOLS}/{tool.id}"] = tool.digest
    return basis


def changed_basis(submission: Submission, basis: Mapping[str, str]) -> tuple[str, ...]:
    """The paths of `basis`, as it is today, whose files are others than when this was submitted; none for a
    submission that did not keep them."""
    if not submission.basis:
        return ()
    return tuple(path for path, digest in basis.items() if submission.basis.get(path) != digest)


def asks_less(frozen: FrozenRequirement, today: FrozenRequirement) -> bool:
    """Whether any part of a frozen requirement is easier to meet than what is asked for today."""
    return _impact_asks_less(frozen.impact, today.impact) or _rubric_asks_less(frozen.mastery, today.mastery)


def check_submissions(inquiry: Inquiry, program: Program, folder: str) -> list[Problem]:
    """Submissions that cannot be as `portfolio submit` wrote them: typed or changed by hand.

    `folder` is the inquiry's path below the content folder.
    """
    return [
        error(
            "altered-submission",
            Place(f"{folder}/{InquiryFolder.SUBMISSIONS}/{submission.attempt}.json"),
            "This file is not as  portfolio submit  wrote it: {mistake}",
            "Restore it from git, or delete it and submit again.",
            mistake=mistake,
        )
        for submission in inquiry.submissions
        for mistake in _mistakes(submission, inquiry, program)
    ]


def _mistakes(submission: Submission, inquiry: Inquiry, program: Program) -> Iterator[str]:
    earlier = [other for other in inquiry.submissions if other.attempt < submission.attempt]
    if any(other.date > submission.date for other in earlier):
        yield Phrase("its date is before that of the attempt before it.")
    frozen = submission.requirement
    credential = program.micro_credentials.get(frozen.micro_credential) if frozen else None
    tool = program.tools.get(inquiry.tool)
    is_same = submission.basis == freeze_basis(credential, tool)
    if frozen and f"{ProgramFolder.MICRO_CREDENTIALS}/{frozen.micro_credential}" not in submission.basis:
        yield Phrase("it does not say which version of the micro-credential it is for.")
    if frozen and credential and is_same and freeze_requirement(credential, tool) != frozen:
        yield Phrase("its micro-credential has not changed since, and asks for something else.")


def _impact_asks_less(frozen: Impact, today: Impact) -> bool:
    weaker_verdict = REQUIRED_VERDICTS.index(frozen.verdict) > REQUIRED_VERDICTS.index(today.verdict)
    weaker_growth = today.growth is GrowthRole.REQUIRED and frozen.growth is not GrowthRole.REQUIRED
    fewer_prompts = not set(today.prompts) <= set(frozen.prompts)
    return weaker_verdict or weaker_growth or fewer_prompts or frozen.classes < today.classes


def _rubric_asks_less(frozen: Mastery, today: Mastery) -> bool:
    criteria = {criterion.id for criterion in frozen.criteria}
    fewer_criteria = not {criterion.id for criterion in today.criteria} <= criteria
    return fewer_criteria or frozen.assessors < today.assessors or _is_lower(frozen, today)


def _is_lower(frozen: Mastery, today: Mastery) -> bool:
    """Whether any level passed then that does not pass today; one that is not on today's scale counts as
    lower, because nobody can tell."""
    return not _passing_levels(frozen) <= _passing_levels(today)


def _passing_levels(rubric: Mastery) -> set[str]:
    return set(rubric.levels[rubric.levels.index(rubric.passing) :])
