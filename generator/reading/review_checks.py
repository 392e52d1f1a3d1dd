"""What reviews name is in the micro-credential's rubric, and the submission they saw exists."""

from collections.abc import Iterator, Sequence

from generator.model import Inquiry, Mastery, Program, Review
from generator.nearest import nearest
from generator.problems import Phrase, Place, Problem, error, warning


def check_reviews(inquiry: Inquiry, program: Program) -> list[Problem]:
    """Attempts without a submission are warnings; criteria and levels that are not the rubric's are errors,
    each at its place in the review."""
    credential = program.micro_credentials.get(inquiry.micro_credential)
    attempts = sorted({submission.attempt for submission in inquiry.submissions} or {1})
    problems: list[Problem] = []
    for review in inquiry.reviews:
        if review.attempt is not None and review.attempt not in attempts:
            problems.append(_no_such_attempt(review, attempts))
        if credential is not None:
            problems += _rubric_problems(review, credential.mastery)
    return problems


def _rubric_problems(review: Review, rubric: Mastery) -> Iterator[Problem]:
    criteria = [criterion.id for criterion in rubric.criteria]
    for name, judgement in review.criteria.items():
        if name not in criteria:
            yield _not_in_rubric(judgement.place, Phrase("criterion"), name, criteria)
        if judgement.level not in rubric.levels:
            yield _not_in_rubric(judgement.level_place, Phrase("level"), judgement.level, rubric.levels)


def _no_such_attempt(review: Review, attempts: Sequence[int]) -> Problem:
    return warning(
        "no-such-attempt",
        review.attempt_place,
        "There is no submission with the number {attempt}, so this review counts for nothing.",
        "There are: {attempts}.",
        attempt=review.attempt,
        attempts=", ".join(map(str, attempts)),
    )


def _not_in_rubric(place: Place, what: Phrase, name: str, choices: Sequence[str]) -> Problem:
    like = nearest(name, choices)
    return error(
        "not-in-rubric",
        place,
        "The micro-credential's rubric has no {what} {name}.",
        "Did you mean {like}?" if like else "It has: {known}.",
        what=what,
        name=name,
        like=like,
        known=", ".join(choices),
    )
