"""One teacher, whole: her files in; her card, her pages and what was understood out, as one piece."""

import posixpath
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator import addresses
from generator.credential.case import case_of
from generator.making.opening import Opened
from generator.making.piece import Made, piece_of
from generator.model import Inquiry, Teacher, Unit
from generator.names import slug
from generator.privacy.gate import Gated, adult_words, gate_teacher
from generator.privacy.sweep import recoverable, sweep
from generator.problems import Place, Problem, error
from generator.reading.echo import describe_teacher
from generator.reading.files import Folder
from generator.reading.teacher import read_teacher
from generator.site.card import Card
from generator.site.press import Part, Press
from generator.site.teacher_pages import teacher_site

Work = tuple[Card | None, Part, list[str]]  # the card, the pages, what was understood


def teacher_work(
    press: Press,
    shared: Folder,
    own: Folder,
    drafts: bool,
    refused: Collection[str] = (),
) -> Work:
    """A pure function of the program's files and of hers; `refused` are paths that could not be loaded.

    An error in about.md leaves a notice at her address; in an inquiry, at the inquiry's.  What the
    privacy gate refuses, before anything is derived or when the pages are there, is withdrawn without
    a trace.
    """
    teacher, problems = read_teacher(own, press.program, refused)
    gated = gate_teacher(teacher, own.path, own.files, press.program, press.guard)
    problems += gated.problems
    said = describe_teacher(teacher, press.words) if teacher else []
    if gated.teacher is None:
        here = addresses.teacher(posixpath.basename(own.path))
        notice = Part() if "" in gated.withdrawn else press.notice(here, ())
        return None, Part(problems=tuple(problems)) + notice, said
    card, part = _swept(press, [*shared.files, *own.files], gated, drafts)
    return card, Part(problems=tuple(problems)) + part, said


def teacher_piece(opened: Opened, drafts: bool, own: Folder, found: Sequence[Problem], key: bytes) -> Made:
    """The same as a piece of the site.  `found` is what is wrong with files that could not be read, `key`
    a digest of hers."""
    refused = [one.place.file for one in found if one.is_error]
    card, part, said = teacher_work(opened.press, opened.folder, own, drafts, refused)
    homes = addresses.homes(slug(posixpath.basename(own.path)))
    whole = Part(problems=tuple(found)) + part
    record, files = piece_of(whole, lambda file: file.startswith(homes), card, said, own.files)
    return Made(record, files, key)


def lost_piece(opened: Opened, name: str) -> Made:
    """What stands for a teacher whose worker died."""
    problem = error(
        "worker-died",
        Place(f"teachers/{name}"),
        "The pages of this teacher could not be made: the process that made them ended.",
        "Look for a damaged or very large photo in the folder; --jobs 1 works in one process.",
    )
    notice = opened.press.notice(addresses.teacher(slug(name)), ())
    return Made(*piece_of(Part(problems=(problem,)) + notice, lambda _: False))


def _swept(press: Press, files: Sequence[str], gated: Gated, drafts: bool) -> tuple[Card | None, Part]:
    """The pages, without the inquiries whose pages still say what must not be said; without any where
    the teacher's own page does."""
    teacher = gated.teacher
    assert teacher is not None, "whoever calls has looked"
    adults = adult_words(press.program, teacher)
    found: list[Problem] = []
    while True:
        shown = [one for one in teacher.inquiries if one.publish or drafts]
        card, part = teacher_site(press, files, teacher, [case_of(press.program, one) for one in shown])
        bad = sweep(part.files, press.guard.names, adults, teacher.contact, gated.allowed)
        tables = {name: data for name, data in part.files.items() if name.endswith("/data.csv")}
        students = {
            table: one.id for one in shown if _counts_students(press, one) for table in _tables(teacher, one)
        }
        bad += recoverable(tables, press.program, students)
        if not bad:
            return card, Part(problems=tuple(found)) + part
        found += bad
        guilty = {addresses.inquiry_of(one.place.file, teacher.id) for one in bad}
        kept = tuple(one for one in teacher.inquiries if one.id not in guilty)
        if len(kept) == len(teacher.inquiries):
            return None, Part(problems=tuple(found))
        teacher = replace(teacher, inquiries=kept)


def _tables(teacher: Teacher, inquiry: Inquiry) -> Iterator[str]:
    """Where an inquiry's numbers are published: as they are, and as an award froze them."""
    yield f"{addresses.evidence(teacher.id, inquiry.id)}data.csv"
    for one in inquiry.awards:
        yield f"{addresses.award(addresses.award_id(teacher.id, inquiry.id, one.id))}data.csv"


def _counts_students(press: Press, inquiry: Inquiry) -> bool:
    tool = press.program.tools.get(inquiry.tool)
    return tool is not None and tool.unit is Unit.STUDENTS
