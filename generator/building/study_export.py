"""`portfolio export --study`: one inquiry as the packages of single-case research read it."""

from functools import partial

from msgspec.structs import replace

from generator import addresses
from generator.building.build_context import BuildContext
from generator.building.export import export_confined
from generator.building.options import BuildOptions, ExportedFile
from generator.building.teacher_unit import build_publishable_pages
from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.evidence.study_csv import write_study_csv
from generator.privacy.gate import gate_teacher
from generator.problems import Problem
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.site.audience import Audience


def export_study(
    options: BuildOptions, folder: str, inquiry_id: str
) -> tuple[ExportedFile | None, tuple[Problem, ...]]:
    """study.csv of an inquiry, a draft too, and everything that is wrong with its teacher's files.

    `folder` is the name of the teacher's.  Without data where the inquiry has none, or where the site would
    not publish it: nothing leaves the machine by this door that may not by the other.  None where
    program.yml cannot be read.
    """
    with_drafts = replace(options, audience=Audience.PREVIEW)
    return export_confined(with_drafts, folder, partial(_export, options, folder, inquiry_id))


def _export(
    options: BuildOptions, folder: str, inquiry_id: str, build_context: BuildContext
) -> tuple[bytes | None, tuple[Problem, ...]]:
    context, program = build_context.render, build_context.program
    content_folder, load_problems = load_teacher(options.content, folder)
    parsed = parse_folder(content_folder)
    refused = [problem.place.file for problem in load_problems if problem.is_error]
    teacher, read_problems = read_teacher(parsed, program, refused)
    gated = gate_teacher(teacher, parsed, program, context.privacy)
    problems = (*load_problems, *read_problems, *gated.problems)
    if gated.teacher is None:
        return None, problems
    _, part = build_publishable_pages(context, build_context.folder.files, content_folder.files, gated)
    problems = (*problems, *part.problems)
    inquiry = next((each for each in gated.teacher.inquiries if each.id == inquiry_id), None)
    published = f"{addresses.evidence(gated.teacher.id, inquiry_id)}data.csv" in part.files
    tool = program.tools.get(inquiry.tool) if inquiry else None
    if inquiry is None or tool is None or not published:
        return None, problems
    return write_study_csv(inquiry, evaluate_inquiry(program, inquiry).series, tool), problems
