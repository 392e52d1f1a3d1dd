"""`portfolio submit` as a plan: what would be frozen, or why not."""

import re
from collections.abc import Mapping
from datetime import date as Date

from msgspec import Struct

from generator.credential.evaluated_inquiry import EvaluatedInquiry, evaluate_inquiry
from generator.evidence.submission_json import write_submission
from generator.layout import INQUIRY, InquiryFolder
from generator.model import Program
from generator.privacy.gate import gate_inquiry
from generator.problems import Problem
from generator.reading.content_files import ContentFolder
from generator.reading.file_digests import changes_since, digests_of
from generator.reading.future_dates import check_future_dates
from generator.reading.inquiry_folder import read_inquiry, withholds
from generator.reading.parsed_folder import parse_folder
from generator.reading.submission_checks import changed_basis, freeze_basis, freeze_requirement
from generator.slugs import slug

_STATUS = re.compile(r"^status:[ \t]*([^\s#]+)", re.MULTILINE)
_CLOSING = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


class SubmissionPlan(Struct, frozen=True):
    """The outcome of one submission.

    `files` are to be written, by path below the content folder; none where there is an error, or where
    nothing has changed since the attempt before (`unchanged`).  `evaluated` is None where there is an
    error.
    """

    files: Mapping[str, bytes]
    attempt: int
    evaluated: EvaluatedInquiry | None
    problems: tuple[Problem, ...]
    unchanged: bool = False


def plan_submission(
    program: Program, teacher: ContentFolder, inquiry_folder: str, day: Date
) -> SubmissionPlan:
    """What submitting an inquiry would write.

    `teacher` is the teacher's folder, `inquiry_folder` the inquiry's path below the content folder.
    """
    main = f"{inquiry_folder}/{INQUIRY}"
    teacher_id = slug(teacher.path.rpartition("/")[2])
    read, problems = read_inquiry(inquiry_folder, parse_folder(teacher), program, teacher_id)
    inquiry = read.inquiry
    future = check_future_dates(inquiry, inquiry_folder, day) if inquiry else []
    problems += future
    if inquiry is None or future or any(map(withholds, problems)):
        return SubmissionPlan({}, 0, None, tuple(problems))
    gated, privacy_problems = gate_inquiry(inquiry, program.tools.get(inquiry.tool), program)
    all_problems = (*problems, *privacy_problems)
    if any(problem.is_error for problem in privacy_problems):
        return SubmissionPlan({}, 0, None, all_problems)
    evaluated = evaluate_inquiry(program, gated)
    latest = inquiry.latest_submission
    text = with_submitted_status(teacher.files[main])
    tool, credential = (
        program.tools.get(inquiry.tool),
        program.micro_credentials.get(inquiry.micro_credential),
    )
    requirement = freeze_requirement(credential, tool) if credential else None
    basis = freeze_basis(credential, tool)
    asks_the_same = (
        latest is not None
        and latest.requirement in (None, requirement)
        and not changed_basis(latest, freeze_basis(None, tool))
    )
    if latest and latest.digests and asks_the_same and not changes_since(latest, inquiry):
        return SubmissionPlan({}, latest.attempt, evaluated, all_problems, unchanged=True)
    attempt = latest.attempt + 1 if latest else 1
    digests = digests_of(inquiry_folder, teacher.files)
    submission = write_submission(attempt, day, digests, requirement, basis, evaluated.series)
    files = {f"{inquiry_folder}/{InquiryFolder.SUBMISSIONS}/{attempt}.json": submission}
    if text != teacher.files[main]:
        files[main] = text
    return SubmissionPlan(files, attempt, evaluated, all_problems)


def with_submitted_status(data: bytes) -> bytes:
    """inquiry.md with `status: submitted`; everything else stays as it was typed."""
    text = data.decode("utf-8-sig")
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    opening, closing, *_ = (*_CLOSING.finditer(text), None, None)
    if opening is None or closing is None:
        return data
    head, rest = text[: closing.start()], text[closing.start() :]
    if status := _STATUS.search(head):
        if status[1] == "submitted":
            return data
        head = f"{head[: status.start(1)]}submitted{head[status.end(1) :]}"
    else:
        newline = "\r\n" if "\r\n" in head else "\n"
        head += f"status: submitted{newline}"
    return f"{mark}{head}{rest}".encode()
