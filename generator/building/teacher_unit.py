"""One teacher, whole: her files in; her card, her pages and what was understood out, as one piece."""

import posixpath
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from generator import addresses
from generator.building.build_context import BuildContext
from generator.building.teacher_boundary import confine_to_teacher
from generator.building.unit import BuildUnit, record_unit
from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.layout import teacher_folder
from generator.model import Inquiry, Teacher, Unit
from generator.privacy.gate import GateResult, adult_words, gate_teacher
from generator.privacy.output_scan import scan_output
from generator.privacy.recoverable_counts import find_recoverable_counts
from generator.problems import Place, Problem, error
from generator.reading.content_files import ContentFolder
from generator.reading.content_summary import describe_teacher
from generator.reading.parsed_folder import ParsedFolder, parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.teacher_card import TeacherCard
from generator.site.teacher_pages import build_teacher_pages
from generator.slugs import slug

Work = tuple[TeacherCard | None, SitePart, list[str]]  # the card, the pages, what was understood


def build_teacher(
    context: RenderContext,
    shared: ContentFolder,
    own: ParsedFolder,
    drafts: bool,
    refused: Collection[str] = (),
) -> Work:
    """A pure function of the program's files and of hers; `refused` are paths that could not be loaded.

    An error in about.md leaves a notice at her address; in an inquiry, at the inquiry's.  What the
    privacy gate refuses, before anything is derived or when the pages are there, is withdrawn without
    a trace.
    """
    teacher, problems = read_teacher(own, context.program, refused)
    gated = gate_teacher(teacher, own, context.program, context.privacy)
    problems += gated.problems
    said = describe_teacher(teacher, context.translator) if teacher else []
    if gated.teacher is None:
        here = addresses.teacher(posixpath.basename(own.path))
        notice = SitePart() if "" in gated.withdrawn else context.correction_notice(here, ())
        return None, SitePart(problems=tuple(problems)) + notice, said
    card, part = _swept(context, [*shared.files, *own.files], gated, drafts)
    return card, SitePart(problems=tuple(problems)) + part, said


def build_teacher_unit(
    build_context: BuildContext, drafts: bool, own: ContentFolder, found: Sequence[Problem], key: bytes
) -> BuildUnit:
    """The same as a piece of the site.  `found` is what is wrong with files that could not be read, `key`
    a digest of hers."""
    refused = [one.place.file for one in found if one.is_error]
    parsed = parse_folder(own)
    card, part, said = build_teacher(build_context.render, build_context.folder, parsed, drafts, refused)
    homes = addresses.teacher_prefixes(slug(posixpath.basename(own.path)))
    whole = SitePart(problems=tuple(found)) + part
    record, files = record_unit(whole, lambda file: file.startswith(homes), card, said, own.files)
    return BuildUnit(record, files, key)


def isolate_teacher_unit(
    build_context: BuildContext, name: str, build_unit: Callable[[], BuildUnit]
) -> BuildUnit:
    """The unit that `build_unit` builds of the folder `name`; where that raises, a notice in its place."""
    unit, problems = confine_to_teacher(name, build_unit)
    return unit or _notice_unit(build_context, name, problems)


def lost_teacher_unit(build_context: BuildContext, name: str) -> BuildUnit:
    """What stands for a teacher whose worker process died."""
    problem = error(
        "worker-died",
        Place(teacher_folder(name)),
        "The pages of this teacher could not be made: the process that made them ended.",
        "Look for a damaged or very large photo in the folder; --jobs 1 works in one process.",
    )
    return _notice_unit(build_context, name, [problem])


def _notice_unit(build_context: BuildContext, name: str, problems: Sequence[Problem]) -> BuildUnit:
    """A page that says that the teacher's pages are being corrected; the cache does not keep it, so that
    the next build tries again."""
    notice = build_context.render.correction_notice(addresses.teacher(slug(name)), ())
    return BuildUnit(*record_unit(SitePart(problems=tuple(problems)) + notice, lambda _: False))


def _swept(
    context: RenderContext, files: Sequence[str], gated: GateResult, drafts: bool
) -> tuple[TeacherCard | None, SitePart]:
    """The pages, without the inquiries whose pages still say what must not be said; without any where
    the teacher's own page does."""
    teacher = gated.teacher
    assert teacher is not None, "whoever calls has looked"
    adults = adult_words(context.program, teacher)
    found: list[Problem] = []
    while True:
        shown = [one for one in teacher.inquiries if one.publish or drafts]
        card, part = build_teacher_pages(
            context, files, teacher, [evaluate_inquiry(context.program, one) for one in shown]
        )
        bad = scan_output(part.files, context.privacy.names, adults, teacher.contact, gated.allowed)
        tables = {name: data for name, data in part.files.items() if name.endswith("/data.csv")}
        students = {
            table: one.id
            for one in shown
            if _counts_students(context, one)
            for table in _tables(teacher, one)
        }
        bad += find_recoverable_counts(tables, context.program.min_group_size, students)
        if not bad:
            return card, SitePart(problems=tuple(found)) + part
        found += bad
        guilty = {addresses.inquiry_of_file(one.place.file, teacher.id) for one in bad}
        kept = tuple(one for one in teacher.inquiries if one.id not in guilty)
        if len(kept) == len(teacher.inquiries):
            return None, SitePart(problems=tuple(found))
        teacher = replace(teacher, inquiries=kept)


def _tables(teacher: Teacher, inquiry: Inquiry) -> Iterator[str]:
    """Where an inquiry's numbers are published: as they are, and as an award froze them."""
    yield f"{addresses.evidence(teacher.id, inquiry.id)}data.csv"
    for one in inquiry.awards:
        yield f"{addresses.award(addresses.award_id(teacher.id, inquiry.id, one.id))}data.csv"


def _counts_students(context: RenderContext, inquiry: Inquiry) -> bool:
    tool = context.program.tools.get(inquiry.tool)
    return tool is not None and tool.unit is Unit.STUDENTS
