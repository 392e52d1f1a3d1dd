"""What a new review is written against: the rubric of the inquiry's micro-credential."""

from collections.abc import Sequence
from pathlib import Path

from generator.credential.decision_texts import DecisionTexts
from generator.model import Inquiry, MicroCredential, Program
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import parse_folder
from generator.reading.teacher_folder import read_teacher
from generator.slugs import slug
from generator.words.translator import Translator


def reviewed_inquiry(content: Path, folder: Path, program: Program) -> Inquiry | None:
    """The inquiry in a folder below the content folder; None where it has errors."""
    teacher, _ = read_teacher(parse_folder(load_teacher(content, folder.parts[1])[0]), program)
    inquiries = teacher.inquiries if teacher else ()
    return next((inquiry for inquiry in inquiries if inquiry.id == slug(folder.name)), None)


def changes_warning(inquiry: Inquiry | None, translator: Translator) -> str:
    """A warning that a review of today's content would not count; empty where it would."""
    return DecisionTexts(translator).changed_since_submission(inquiry) if inquiry else ""


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
