"""One teacher, whole: her files in; her card, her pages and what was understood out."""

import posixpath

from generator.credential.case import Case, case_of
from generator.model import Program, Teacher
from generator.names import slug
from generator.privacy.gate import gate
from generator.problems import Place, Problem, error
from generator.reading.echo import describe_teacher
from generator.reading.files import Folder
from generator.reading.teacher import read_teacher
from generator.site import addresses
from generator.site.card import Card
from generator.site.teacher_pages import Part, Press, teacher_site

Work = tuple[Card | None, Part, list[str]]  # the card, the pages, what was understood


def teacher_work(press: Press, shared: Folder, own: Folder, drafts: bool) -> Work:
    """A pure function of the program's files and of hers.

    An error in about.md leaves a notice at her address; in an inquiry, at the inquiry's.  What the
    privacy gate refuses is withdrawn without a trace.
    """
    teacher, problems = read_teacher(own, press.program)
    if teacher is None:
        here = addresses.teacher(posixpath.basename(own.path))
        return None, Part(problems=tuple(problems)) + press.notice(here, ()), []
    cases, found = _cases(press, teacher, drafts)
    card, part = teacher_site(press, [*shared.files, *own.files], teacher, cases)
    return card, Part(problems=(*problems, *found)) + part, describe_teacher(teacher, press.words)


def lost_work(press: Press, name: str) -> Work:
    """What stands for a teacher whose worker died."""
    problem = error(
        "worker-died",
        Place(f"teachers/{name}"),
        "The pages of this teacher could not be made: the process that made them ended.",
        "Look for a damaged or very large photo in the folder; --jobs 1 works in one process.",
    )
    return None, Part(problems=(problem,)) + press.notice(addresses.teacher(slug(name)), ()), []


def _cases(press: Press, teacher: Teacher, drafts: bool) -> tuple[list[Case], list[Problem]]:
    """The inquiries that may be shown, gated before anything is derived from them, and decided."""
    program: Program = press.program
    cases, problems = [], []
    for inquiry in teacher.inquiries:
        safe, found = gate(inquiry, program.tools.get(inquiry.tool), program)
        problems += found
        if (inquiry.publish or drafts) and not any(problem.is_error for problem in found):
            cases.append(case_of(program, safe))
    return cases, problems
