"""`portfolio export`: one teacher's part of the site, as one file."""

from collections.abc import Callable
from functools import partial

from generator import addresses
from generator.building.build_context import BuildContext, open_build_context
from generator.building.options import BuildOptions, ExportedFile
from generator.building.teacher_boundary import confine_to_teacher
from generator.building.teacher_unit import build_teacher
from generator.privacy.masking import log_quoting
from generator.problems import Problem
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import parse_folder
from generator.site.offline_page import OfflineExport, offline_file
from generator.site.rendering.context import SitePart
from generator.site.rendering.template_renderer import merge_template_problems
from generator.site.teacher_card import TeacherCard


def export_teacher(options: BuildOptions, folder: str) -> tuple[ExportedFile | None, tuple[Problem, ...]]:
    """The file, without data where the teacher cannot be shown, and everything that is wrong; None where
    program.yml cannot be read.

    `folder` is the name of the teacher's folder.  What an error leaves out of the site is left out here too.
    """
    return export_confined(options, folder, partial(_export, options, folder))


def export_confined(
    options: BuildOptions,
    folder: str,
    make: Callable[[BuildContext], tuple[bytes | None, tuple[Problem, ...]]],
) -> tuple[ExportedFile | None, tuple[Problem, ...]]:
    """What `make` makes of one teacher, with every problem as a log may show it; what it raises becomes
    a problem of that teacher.  None where program.yml cannot be read."""
    build_context, problems = open_build_context(options)
    if build_context is None:
        return None, tuple(problems)
    exported, failures = confine_to_teacher(folder, partial(make, build_context))
    data, teacher_problems = exported or (None, ())
    every_problem = (*problems, *teacher_problems, *failures)
    exported_file = ExportedFile(
        data, build_context.program.named_language, build_context.program.own_catalogue
    )
    return exported_file, log_quoting(build_context.render.privacy, build_context.program).problems(
        every_problem
    )


def _export(
    options: BuildOptions, folder: str, build_context: BuildContext
) -> tuple[bytes | None, tuple[Problem, ...]]:
    content_folder, problems = load_teacher(options.content, folder)
    refused = [problem.place.file for problem in problems if problem.is_error]
    parsed = parse_folder(content_folder)
    built = build_teacher(build_context.render, build_context.folder, parsed, refused)
    card, part = built.card, built.part
    data = offline_file(_offline_export(build_context, card, part)) if card else None
    return data, (*problems, *merge_template_problems(part.problems))


def _offline_export(build_context: BuildContext, card: TeacherCard, part: SitePart) -> OfflineExport:
    """The portfolio page, and below it the evidence pages in the order in which it lists them."""
    program = build_context.program
    name = f"{program.title}, {program.url}" if program.url else program.title
    return OfflineExport(
        title=card.name,
        language=program.language,
        pages=(addresses.teacher(card.id), *(inquiry.address for inquiry in card.inquiries)),
        files=part.files,
        stylesheet=build_context.theme.stylesheet,
        url=program.url,
        origin=build_context.render.translator.gettext(
            "Kept from {program}. Charts, data and photos are in this file.", program=name
        ),
    )
