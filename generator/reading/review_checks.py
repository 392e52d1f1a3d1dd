"""Which reviews count: for the attempt that they name, of what was submitted, by somebody who may review.

A review that does not count is set aside with its problem, and nothing else is: the teacher's page stays.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.layout import PICTURES, TABLES, InquiryFolder
from generator.model import Inquiry, Mastery, MicroCredential, Program, Review, Submission
from generator.nearest import nearest, nearest_path
from generator.problems import Phrase, Place, Problem, Severity, error, notice, warning
from generator.reading.file_digests import CITED_DIGITS, changes_since, combined_digest
from generator.reading.reviewer_names import PersonKey, may_be_one_person, person_key
from generator.slugs import slug

# what a review may name without a path: all tables, all reflections, all photos
_FOLDERS = (InquiryFolder.DATA, InquiryFolder.REFLECTIONS, InquiryFolder.PHOTOS)
_SUFFIXES = (".md", ".yaml", *TABLES, *PICTURES)


class ReviewChecks(Struct, frozen=True, dict=True):
    """The reviews of one inquiry, held against it and the program.

    `teacher_names` are those of the inquiry's teacher, `files` the paths below the inquiry's folder.
    """

    inquiry: Inquiry
    program: Program
    teacher_names: tuple[str, ...]
    files: tuple[str, ...]

    def counting(self, reviews: Sequence[Review]) -> tuple[tuple[Review, ...], list[Problem]]:
        """The reviews that count, and what keeps the others from it."""
        counted: list[Review] = []
        problems: list[Problem] = []
        for review in sorted(reviews, key=lambda review: (review.date, review.id)):
            review_problems = list(self._problems(review))
            if not _is_set_aside(review_problems):
                review_problems += _two_names(review, counted)
            problems += review_problems
            if not _is_set_aside(review_problems):
                counted.append(review)
        return tuple(counted), problems

    def _problems(self, review: Review) -> Iterator[Problem]:
        yield from self._of_another_inquiry(review)
        yield from self._not_an_assessor(review)
        submission = self._submissions.get(review.attempt or 0)
        if submission is None:
            yield self._no_attempt(review)
        else:
            yield from self._of_other_content(review, submission)
        if credential := self.program.micro_credentials.get(self.inquiry.micro_credential):
            yield from _rubric_problems(review, rubric_of(credential, submission))
        yield from self._evidence_problems(review)

    @cached_property
    def _submissions(self) -> dict[int, Submission]:
        return {
            submission.attempt: submission
            for submission in self.inquiry.submissions
            if submission.is_for(self.inquiry.micro_credential)
        }

    def _of_another_inquiry(self, review: Review) -> Iterator[Problem]:
        here = f"{self.inquiry.teacher}/{self.inquiry.id}"
        named = review.inquiry.replace("\\", "/").strip("/").split("/")[-2:]
        if review.inquiry and "/".join(map(slug, named)) != here:
            yield error(
                "review-of-another-inquiry",
                review.places.inquiry,
                "This review is of {named} but is in the folder of {here}, so it does not count.",
                "Move it to the inquiry that was read.",
                named=review.inquiry,
                here=here,
            )

    def _not_an_assessor(self, review: Review) -> Iterator[Problem]:
        key = person_key(review.signed)
        if key in map(person_key, self.teacher_names):
            yield error(
                "own-review",
                review.places.assessor,
                "No one reviews their own inquiry, so this review does not count.",
                "Ask an assessor of the program.",
            )
        elif key == person_key(self._colleague):
            yield error(
                "colleagues-review",
                review.places.assessor,
                "This is a review by the colleague who collected the data, so it does not count.",
                "Ask an assessor who took no part in the inquiry.",
            )
        elif any(may_be_one_person(review.signed, name) for name in (*self.teacher_names, self._colleague)):
            yield error(
                "takes-part-perhaps",
                review.places.assessor,
                "{name} may be the teacher, or the colleague who collected the data, so this review does "
                "not count.",
                "If it is someone else, sign with the full name or an alias.",
                name=review.signed,
            )
        elif self.program.assessors:
            yield from self._not_listed(review, key)

    @property
    def _colleague(self) -> str:
        return self.inquiry.colleague.partition(",")[0]

    def _not_listed(self, review: Review, key: PersonKey) -> Iterator[Problem]:
        listed = {person_key(assessor.name): assessor for assessor in self.program.assessors}
        if key not in listed:
            yield error(
                "not-an-assessor",
                review.places.assessor,
                "program.yml does not list {name} as an assessor, so this review does not count.",
                "It lists: {names}.",
                name=review.signed,
                names=", ".join(assessor.name for assessor in self.program.assessors),
            )
        elif (until := listed[key].until) and review.date > until:
            yield error(
                "not-an-assessor-any-more",
                review.places.date,
                "{name} reviews until {until}, as program.yml says, so this review of {day} does not count.",
                "Ask another assessor, or ask the lead to correct program.yml.",
                name=review.signed,
                until=until.isoformat(),
                day=review.date.isoformat(),
            )

    def _no_attempt(self, review: Review) -> Problem:
        attempts = ", ".join(map(str, sorted(self._submissions)))
        if not attempts:
            return warning(
                "nothing-submitted",
                review.places.attempt,
                "Nothing has been submitted for this micro-credential yet, so this review does not count.",
                "Type  portfolio submit {inquiry} , then review what was submitted.",
                inquiry=f"{self.inquiry.teacher}/{self.inquiry.id}",
            )
        if review.attempt is None:
            return warning(
                "review-without-attempt",
                review.places.place,
                "This review does not say which attempt was read, so it does not count.",
                "Add the line  attempt: …  with one of: {attempts}.",
                attempts=attempts,
            )
        return warning(
            "no-such-attempt",
            review.places.attempt,
            "There is no attempt {attempt}, so this review does not count.",
            "There are: {attempts}.",
            attempt=review.attempt,
            attempts=attempts,
        )

    def _of_other_content(self, review: Review, submission: Submission) -> Iterator[Problem]:
        if review.date < submission.date:
            yield error(
                "review-before-submission",
                review.places.date,
                "This review is dated {day}, before attempt {attempt} was submitted on {submitted}, so it "
                "does not count.",
                "Correct the date, or the attempt that was read.",
                day=review.date.isoformat(),
                attempt=submission.attempt,
                submitted=submission.date.isoformat(),
            )
        if review.content and not self._is_content_of(review.content, submission):
            yield warning(
                "review-of-other-content",
                review.places.content,
                "The version that was read, {content}, is not the one submitted as attempt {attempt}, so "
                "this review does not count.",
                "Review the attempt as it was submitted, or have it submitted again as it is now.",
                content=review.content,
                attempt=submission.attempt,
            )

    def _is_content_of(self, content: str, submission: Submission) -> bool:
        """Whether the worksheet of what was submitted shows this digest; the first edition's showed another
        one for the same files."""
        digests = [combined_digest(submission.digests)]
        if not changes_since(submission, self.inquiry):
            digests.append(combined_digest(self.inquiry.digests))
        return len(content) >= CITED_DIGITS and any(
            digest.startswith(content.casefold()) for digest in digests
        )

    def _evidence_problems(self, review: Review) -> Iterator[Problem]:
        for judgement in review.criteria.values():
            names = [name.strip().replace("\\", "/") for name in judgement.evidence.split(",")]
            for name in filter(None, names):
                if self._is_there(name):
                    continue
                yield (
                    self._missing(judgement.evidence_place, name)
                    if _is_path(name)
                    else _words(judgement.evidence_place, name)
                )

    def _is_there(self, name: str) -> bool:
        path = name.casefold().removeprefix("./").rstrip("/")
        return path in self._evidence

    @cached_property
    def _evidence(self) -> frozenset[str]:
        paths = [path.casefold() for path in self.files]
        return frozenset((*_FOLDERS, *paths, *map(_without_suffix, paths)))

    def _missing(self, place: Place, name: str) -> Problem:
        near = nearest_path(name, [_without_suffix(file) for file in self.files])
        return error(
            "no-such-evidence",
            place,
            "There is no {name} in the inquiry's folder, so this review does not count.",
            "Did you mean {near}?" if near else "Name a file such as  reflections/2025-10-03",
            name=name,
            near=near,
        )


def check_assessors(program_file: str, names: Sequence[str]) -> list[Problem]:
    """One person under two names in the program's list."""
    first: dict[PersonKey, str] = {}
    return [
        error(
            "same-assessor",
            Place(program_file, field="assessors"),
            "{name} and {other} are the same person: capitals, titles, and the word assessor make no "
            "difference.",
            "Give one of them another name or alias, or delete it.",
            name=name,
            other=first[person_key(name)],
        )
        for name in names
        if first.setdefault(person_key(name), name) is not name
    ]


def _is_set_aside(problems: Sequence[Problem]) -> bool:
    """Whatever is wrong with a review keeps it from counting; a notice says what was made of it."""
    return any(problem.severity is not Severity.NOTICE for problem in problems)


def _same_spelling(name: str, other: str) -> bool:
    return " ".join(name.casefold().split()) == " ".join(other.casefold().split())


def _two_names(review: Review, counted: Sequence[Review]) -> Iterator[Problem]:
    """Whoever reviewed the same attempt before, under another name."""
    for other in counted:
        if other.attempt != review.attempt or _same_spelling(other.signed, review.signed):
            continue
        if person_key(other.signed) == person_key(review.signed):
            yield error(
                "same-assessor",
                review.places.assessor,
                "{name} and {other} are the same person: capitals, titles, and the word assessor make no "
                "difference. This review does not count.",
                "Have another assessor review, or give one of the two another name or alias.",
                name=review.signed,
                other=other.signed,
            )
        elif may_be_one_person(other.signed, review.signed):
            yield error(
                "same-assessor",
                review.places.assessor,
                "{name} and {other} may be the same person, so this review does not count.",
                "If they are two people, each signs with their full name or an alias.",
                name=review.signed,
                other=other.signed,
            )


def rubric_of(credential: MicroCredential, submission: Submission | None) -> Mastery:
    """The rubric that an attempt is judged by: as it was frozen, in the words of today."""
    if submission is None or submission.requirement is None or not submission.is_for(credential.id):
        return credential.mastery
    frozen = submission.requirement.mastery
    in_words = {criterion.id: criterion for criterion in credential.mastery.criteria}
    criteria = tuple(in_words.get(criterion.id, criterion) for criterion in frozen.criteria)
    return replace(frozen, criteria=criteria)


def _rubric_problems(review: Review, rubric: Mastery) -> Iterator[Problem]:
    criteria = [criterion.id for criterion in rubric.criteria]
    for name, judgement in review.criteria.items():
        if name not in criteria:
            yield _not_in_rubric(judgement.place, Phrase("criterion"), name, criteria)
        if judgement.level not in rubric.levels:
            yield _not_in_rubric(judgement.level_place, Phrase("level"), judgement.level, rubric.levels)


def _not_in_rubric(place: Place, what: Phrase, name: str, choices: Sequence[str]) -> Problem:
    near = nearest(name, choices)
    return error(
        "not-in-rubric",
        place,
        "The micro-credential's rubric has no {what} {name}.",
        "Did you mean {near}?" if near else "It has: {known}.",
        what=what,
        name=name,
        near=near,
        known=", ".join(choices),
    )


def _is_path(name: str) -> bool:
    """Whether a name is meant as a file's, and not as words."""
    return " " not in name and ("/" in name or name.casefold().endswith(_SUFFIXES))


def _without_suffix(path: str) -> str:
    ending = next((ending for ending in _SUFFIXES if path.casefold().endswith(ending)), "")
    return path[: len(path) - len(ending)]


def _words(place: Place, name: str) -> Problem:
    return notice(
        "evidence-in-words",
        place,
        "This evidence is described in words, so the page has no link to it.",
        "To link it, type a file of the inquiry such as  reflections/2025-10-03",
        name=name,
    )
