"""`portfolio submit` as a plan: what would be frozen, or why not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date

from generator.credential.case import Case, case_of
from generator.evidence.submission import submission_json
from generator.model import Program
from generator.names import slug
from generator.privacy.gate import gate
from generator.problems import Problem
from generator.reading.digests import digests_of, whole_digest
from generator.reading.files import Folder
from generator.reading.inquiry import read_inquiry

_STATUS = re.compile(r"^status:[ \t]*([^\s#]+)", re.MULTILINE)
_CLOSING = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Submitting:
    """`files` are to be written, by path below the content folder; none where there is an error or
    where nothing has changed since the attempt before (`unchanged`)."""

    files: Mapping[str, bytes]
    attempt: int
    case: Case | None
    problems: tuple[Problem, ...]
    unchanged: bool = False


def submitting(program: Program, own: Folder, folder: str, day: Date) -> Submitting:
    """`own` is the teacher's folder, `folder` the inquiry's path below the content folder."""
    teacher = slug(own.path.rpartition("/")[2])
    main = f"{folder}/inquiry.md"
    read, problems = read_inquiry(folder, own.files, program, teacher)
    inquiry = read.inquiry
    if inquiry is None or any(problem.is_error for problem in problems):
        return Submitting({}, 0, None, tuple(problems))
    safe, found = gate(inquiry, program.tools.get(inquiry.tool), program)
    problems = [*problems, *found]
    if any(problem.is_error for problem in found):
        return Submitting({}, 0, None, tuple(problems))
    case = case_of(program, safe)
    latest = max(inquiry.submissions, key=lambda one: one.attempt, default=None)
    text = as_submitted(own.files[main])
    digests = digests_of(folder, {**own.files, main: text})
    if latest and latest.digests and whole_digest(latest.digests) == whole_digest(digests):
        return Submitting({}, latest.attempt, case, tuple(problems), unchanged=True)
    attempt = latest.attempt + 1 if latest else 1
    files = {f"{folder}/submissions/{attempt}.json": submission_json(attempt, day, digests, case.judged)}
    if text != own.files[main]:
        files[main] = text
    return Submitting(files, attempt, case, tuple(problems))


def as_submitted(data: bytes) -> bytes:
    """inquiry.md with `status: submitted`; everything else stays as it was typed."""
    text = data.decode("utf-8-sig")
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    opening, closing, *_ = (*_CLOSING.finditer(text), None, None)
    if opening is None or closing is None:
        return data
    head, rest = text[: closing.start()], text[closing.start() :]
    if found := _STATUS.search(head):
        if found[1] == "submitted":
            return data
        head = f"{head[: found.start(1)]}submitted{head[found.end(1) :]}"
    else:
        newline = "\r\n" if "\r\n" in head else "\n"
        head += f"status: submitted{newline}"
    return f"{mark}{head}{rest}".encode()
