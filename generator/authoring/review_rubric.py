"""What a new review is written against: the rubric of the inquiry's micro-credential."""

from collections.abc import Sequence
from pathlib import Path

from generator.model import MicroCredential, Program
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.slugs import slug


def micro_credential_of(content: Path, folder: Path, program: Program) -> MicroCredential | None:
    """The micro-credential that an inquiry names; `folder` is below the content folder."""
    teacher, _ = read_teacher(parse_folder(load_teacher(content, folder.parts[1])[0]), program)
    for inquiry in teacher.inquiries if teacher else ():
        if inquiry.id == slug(folder.name):
            return program.micro_credentials.get(inquiry.micro_credential)
    return None


def parse_levels(
    written: Sequence[str], credential: MicroCredential | None
) -> tuple[dict[str, str], list[str]]:
    """`question=demonstrated` and so on -> level by criterion, and what is none of the rubric's."""
    levels: dict[str, str] = {}
    wrong = []
    known = {slug(one.id): one.id for one in credential.mastery.criteria} if credential else {}
    scale = {slug(one): one for one in credential.mastery.levels} if credential else {}
    for text in written:
        criterion, _, level = text.partition("=")
        if slug(criterion) in known and slug(level) in scale:
            levels[known[slug(criterion)]] = scale[slug(level)]
        else:
            wrong.append(text)
    return levels, wrong
