"""Builds one teacher: the content files in; card, pages, problems and a summary out, as one unit."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from typing import NamedTuple

from msgspec.structs import replace

from generator import addresses
from generator.building.build_context import BuildContext
from generator.building.teacher_boundary import confine_to_teacher
from generator.building.unit import BuildUnit, make_unit
from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.layout import about_file, locate, teacher_folder
from generator.model import Inquiry, Teacher, Unit
from generator.privacy.adult_names import adult_words, declared_contacts
from generator.privacy.gate import GateResult, gate_teacher
from generator.privacy.masking import log_quoting
from generator.privacy.output_scan import scan_output
from generator.privacy.recoverable_counts import find_recoverable_counts
from generator.privacy.written_names import WrittenNames
from generator.problems import Place, Problem, error
from generator.reading.content_files import ContentFolder
from generator.reading.content_summary import ContentSummary
from generator.reading.future_dates import check_future_consents, check_future_dates
from generator.reading.parsed_folder import ParsedFolder, parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.site.audience import Audience
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.teacher_card import TeacherCard
from generator.site.teacher_pages import build_teacher_pages
from generator.slugs import slug


class BuiltTeacher(NamedTuple):
    """One teacher's part of the site."""

    card: TeacherCard | None  # None where the teacher is not shown
    part: SitePart
    summary: list[str]  # a line for each thing that was understood, for `check`
    teacher: Teacher | None  # what the files say; None where about.md has an error


def build_teacher(
    context: RenderContext,
    shared: ContentFolder,
    folder: ParsedFolder,
    refused: Collection[str] = (),
) -> BuiltTeacher:
    """A pure function of the program's files (`shared`) and the teacher's `folder`.

    `refused` are paths that could not be loaded.  An error in about.md leaves a notice at the teacher's
    address; in an inquiry, at the inquiry's.  What the privacy gate refuses, before anything is derived
    or when the pages are there, is withdrawn without a trace.
    """
    teacher, problems = read_teacher(folder, context.program, refused)
    gated = gate_teacher(teacher, folder, context.program, context.privacy)
    problems += gated.problems
    quoting = log_quoting(context.privacy, context.program)
    content_summary = ContentSummary(context.translator, quoting.text, quoting.path)
    summary = content_summary.teacher(teacher) if teacher else []
    if gated.teacher is None:
        here = addresses.teacher(slug(posixpath.basename(folder.path)))
        notice = SitePart() if "" in gated.withdrawn else context.correction_notice(here, ())
        return BuiltTeacher(None, SitePart(problems=tuple(problems)) + notice, summary, teacher)
    card, part = build_publishable_pages(context, shared.files, folder.files, gated)
    return BuiltTeacher(card, SitePart(problems=tuple(problems)) + part, summary, teacher)


def build_teacher_unit(
    build_context: BuildContext,
    folder: ContentFolder,
    load_problems: Sequence[Problem],
    files_digest: bytes,
) -> BuildUnit:
    """The teacher of `folder` as a unit, without pages where there are only drafts that nobody may see.

    `load_problems` are about files that could not be read, `files_digest` is a digest of the files and of
    these problems (`folder_digest`).
    """
    refused = [problem.place.file for problem in load_problems if problem.is_error]
    parsed = parse_folder(folder)
    built = build_teacher(build_context.render, build_context.folder, parsed, refused)
    if _is_hidden(built.teacher, folder.files, build_context.render.audience):
        built = built._replace(card=None, part=SitePart(problems=built.part.problems))
    future = _future_dates(built.teacher, build_context.latest_date)
    prefixes = addresses.teacher_prefixes(slug(posixpath.basename(folder.path)))
    whole = SitePart(problems=(*load_problems, *future)) + built.part
    unit = make_unit(whole, lambda file: file.startswith(prefixes), built.card, built.summary, folder.files)
    return replace(unit, folder_digest=files_digest)


def _is_hidden(teacher: Teacher | None, files: Iterable[str], audience: Audience) -> bool:
    """Whether a teacher with these files has only drafts, which this audience does not see: then no page of
    the site names the teacher."""
    if teacher is None or audience.sees_drafts or teacher.withheld:
        return False
    if any(inquiry.publish for inquiry in teacher.inquiries):
        return False
    return any(locate(file).inquiry for file in files)  # a draft that cannot be read is one too


def _future_dates(teacher: Teacher | None, latest_date: Date | None) -> list[Problem]:
    """An error for everything that is dated after the day; without a day, none."""
    if teacher is None or latest_date is None:
        return []
    portraits = [teacher.portrait] if teacher.portrait else []
    return [
        *check_future_consents(portraits, about_file(teacher.id), latest_date),
        *(
            problem
            for inquiry in teacher.inquiries
            for problem in check_future_dates(inquiry, posixpath.dirname(inquiry.body.file), latest_date)
        ),
    ]


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
        "This teacher's pages could not be made: the process that made them stopped.",
        "Look for a damaged or very large photo in the folder, or build with --jobs 1.",
    )
    return _notice_unit(build_context, name, [problem])


def _notice_unit(build_context: BuildContext, name: str, problems: Sequence[Problem]) -> BuildUnit:
    """A page that says that the teacher's pages are being corrected; the cache does not keep it, so that
    the next build tries again."""
    notice = build_context.render.correction_notice(addresses.teacher(slug(name)), ())
    return make_unit(SitePart(problems=tuple(problems)) + notice, lambda _: False)


def build_publishable_pages(
    context: RenderContext, shared: Iterable[str], files: Mapping[str, bytes], gated: GateResult
) -> tuple[TeacherCard | None, SitePart]:
    """The pages without the inquiries whose pages still say what must not be said; no pages where the
    teacher's own page does.  `shared` are the paths of the program's files, `files` the teacher's."""
    teacher = gated.teacher
    assert teacher is not None, "whoever calls has looked"
    problems: list[Problem] = []
    while True:
        shown = [inquiry for inquiry in teacher.inquiries if inquiry.publish or context.audience.sees_drafts]
        evaluated = [evaluate_inquiry(context.program, inquiry) for inquiry in shown]
        card, part = build_teacher_pages(context, [*shared, *files], teacher, evaluated)
        findings = [
            *_scan_pages(context, teacher, part, gated, files),
            *_scan_tables(context, teacher, part, shown),
        ]
        problems += findings
        if not findings:
            return card, SitePart(problems=tuple(problems)) + part
        kept = _without_leaking(teacher, findings)
        if len(kept) == len(teacher.inquiries):
            return None, SitePart(problems=tuple(problems))
        teacher = replace(teacher, inquiries=kept)


def _without_leaking(teacher: Teacher, findings: Sequence[Problem]) -> tuple[Inquiry, ...]:
    """The inquiries on whose pages nothing was found."""
    guilty = {addresses.inquiry_of_file(finding.place.file, teacher.id) for finding in findings}
    return tuple(inquiry for inquiry in teacher.inquiries if inquiry.id not in guilty)


def _scan_pages(
    context: RenderContext, teacher: Teacher, part: SitePart, gated: GateResult, files: Mapping[str, bytes]
) -> list[Problem]:
    """What the pages say that must not be said; of names those that the teacher's `files` have."""
    adults, names = adult_words(context.program, teacher), context.privacy.names
    written = WrittenNames(files, names, adults)
    return scan_output(
        part.files, names, adults, declared_contacts(context.program, teacher), gated.allowed, written
    )


def _scan_tables(
    context: RenderContext, teacher: Teacher, part: SitePart, shown: Sequence[Inquiry]
) -> list[Problem]:
    """Counts that can be worked out from what the pages show."""
    tables = {name: data for name, data in part.files.items() if name.endswith("/data.csv")}
    students = {
        table: inquiry.id
        for inquiry in shown
        if _counts_students(context, inquiry)
        for table in _tables(teacher, inquiry)
    }
    return find_recoverable_counts(tables, context.program.min_group_size, students)


def _tables(teacher: Teacher, inquiry: Inquiry) -> Iterator[str]:
    """Where an inquiry's numbers are published: as they are, and as an award froze them."""
    yield f"{addresses.evidence(teacher.id, inquiry.id)}data.csv"
    for award in inquiry.awards:
        yield f"{addresses.award(addresses.award_id(teacher.id, inquiry.id, award.id))}data.csv"


def _counts_students(context: RenderContext, inquiry: Inquiry) -> bool:
    tool = context.program.tools.get(inquiry.tool)
    return tool is not None and tool.unit is Unit.STUDENTS
