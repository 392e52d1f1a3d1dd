"""`portfolio export`: one teacher's part of the site, as one file."""

from functools import partial

from generator import addresses
from generator.building.build_context import BuildContext, open_build_context
from generator.building.options import BuildOptions
from generator.building.teacher_boundary import confine_to_teacher
from generator.building.teacher_unit import build_teacher
from generator.privacy.masking import mask_problems
from generator.problems import Problem
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import parse_folder
from generator.site.offline_page import OfflineExport, offline_file


def export_teacher(options: BuildOptions, folder: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The file, and everything that is wrong; None where the teacher or the program cannot be shown.

    `folder` is the name of her folder.  What an error leaves out of the site is left out here too.
    """
    build_context, problems = open_build_context(options)
    if build_context is None:
        return None, tuple(problems)
    exported, failures = confine_to_teacher(folder, partial(_export, build_context, options, folder))
    data, found = exported or (None, [])
    return data, mask_problems((*problems, *found, *failures), build_context.render.privacy.names)


def _export(
    build_context: BuildContext, options: BuildOptions, folder: str
) -> tuple[bytes | None, list[Problem]]:
    own, problems = load_teacher(options.content, folder)
    refused = [one.place.file for one in problems if one.is_error]
    parsed = parse_folder(own)
    card, part, _ = build_teacher(build_context.render, build_context.folder, parsed, options.drafts, refused)
    problems += part.problems
    if card is None:
        return None, problems
    translator = build_context.render.translator
    where = build_context.program.title + (
        f", {build_context.program.url}" if build_context.program.url else ""
    )
    kept = OfflineExport(
        title=card.name,
        language=build_context.program.language,
        pages=(addresses.teacher(card.id), *(one.address for one in card.inquiries)),
        files=part.files,
        stylesheet=build_context.theme.stylesheet,
        url=build_context.program.url,
        origin=translator.gettext(
            "Kept from {program}. Charts, data and photos are in this file.", program=where
        ),
    )
    return offline_file(kept), problems
