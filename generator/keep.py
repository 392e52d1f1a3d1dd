"""`portfolio export`: one teacher's part of the site, as one file."""

from generator import addresses
from generator.making.opening import open_program
from generator.making.options import Options
from generator.making.teacher import teacher_work
from generator.privacy.masking import masked
from generator.problems import Problem
from generator.reading.files import load_teacher
from generator.site.offline import Kept, offline_file


def export_teacher(options: Options, folder: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The file, and everything that is wrong; None where the teacher or the program cannot be shown.

    `folder` is the name of her folder.  What an error leaves out of the site is left out here too.
    """
    opened, problems = open_program(options)
    if opened is None:
        return None, tuple(problems)
    own, found = load_teacher(options.content, folder)
    refused = [one.place.file for one in found if one.is_error]
    card, part, _ = teacher_work(opened.press, opened.folder, own, options.drafts, refused)
    said = masked((*problems, *found, *part.problems), opened.press.guard.names)
    if card is None:
        return None, said
    words = opened.press.words
    where = opened.program.title + (f", {opened.program.url}" if opened.program.url else "")
    kept = Kept(
        title=card.name,
        language=opened.program.language,
        pages=(addresses.teacher(card.id), *(one.address for one in card.inquiries)),
        files=part.files,
        stylesheet=opened.theme.stylesheet,
        url=opened.program.url,
        origin=words.say("Kept from {program}. Charts, data and photos are in this file.", program=where),
    )
    return offline_file(kept), said
