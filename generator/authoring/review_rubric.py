"""What a new review is written against: the rubric of the inquiry's micro-credential."""

from collections.abc import Sequence
from pathlib import Path

from generator.model import MicroCredential, Program
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.slugs import slug


def micro_credential_of(content: Path, folder: Path, program: Program) -> MicroCredential | None:
    """The micro-credential that an inquiry names; None where it names none, or has errors.

    `folder` is the inquiry's, below the content folder.
    """
    teacher, _ = read_teacher(parse_folder(load_teacher(content, folder.parts[1])[0]), program)
    for inquiry in teacher.inquiries if teacher else ():
        if inquiry.id == slug(folder.name):
            return program.micro_credentials.get(inquiry.micro_credential)
    return None


def parse_levels(
    typed: Sequence[str], credential: MicroCredential | None
) -> tuple[dict[str, str], list[str]]:
    """`question=demonstrated` and so on -> (level by criterion, what is not of the rubric)."""
    criteria = credential.mastery.criteria if credential else ()
    scale = credential.mastery.levels if credential else ()
    criterion_ids = {slug(criterion.id): criterion.id for criterion in criteria}
    level_names = {slug(level): level for level in scale}
    levels: dict[str, str] = {}
    unknown = []
    for text in typed:
        criterion, _, level = text.partition("=")
        if slug(criterion) in criterion_ids and slug(level) in level_names:
            levels[criterion_ids[slug(criterion)]] = level_names[slug(level)]
        else:
            unknown.append(text)
    return levels, unknown
