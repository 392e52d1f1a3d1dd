"""What readers saw in an inquiry's masked charts, as the page of the review desk saves it.

Whether the answers are about the charts that there are is seen where those are made:
generator/site/inquiry/masked_answers.py.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.model import LevelChange, MaskedAnswer, MaskedLook
from generator.problems import Place, Problem, Severity, error
from generator.reading.yaml.content_schema import MaskedAnswerFile, MaskedLookFile
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml
from generator.reading.yaml.validation import validate


def read_masked_look(data: bytes, file: str) -> tuple[MaskedLook | None, list[Problem]]:
    """One reader's answers.  A file with a mistake is set aside: its problems are warnings, because a
    reader's slip must not take the teacher's page away."""
    look, problems = _read_answers(data, file)
    has_mistake = any(problem.is_error for problem in problems)
    warnings = [
        replace(problem, severity=Severity.WARNING) if problem.is_error else problem for problem in problems
    ]
    return None if has_mistake else look, warnings


def _read_answers(data: bytes, file: str) -> tuple[MaskedLook | None, list[Problem]]:
    document, problems = parse_yaml(data, file)
    if document is None:
        return None, problems
    shape, shape_problems = validate(MaskedLookFile, document)
    if shape is None:
        return None, problems + shape_problems
    problems += _answers_without_visit(document, shape.answers)
    look = MaskedLook(
        date=shape.date,
        reader=shape.reader,
        charts=shape.charts,
        unseen=shape.unseen,
        answers={
            letter.strip().upper(): MaskedAnswer(
                answer.change, None if answer.change is LevelChange.NONE else answer.visit
            )
            for letter, answer in shape.answers.items()
        },
        place=Place(file),
    )
    return look, problems


def _answers_without_visit(
    document: YamlDocument, answers: Mapping[str, MaskedAnswerFile]
) -> Iterator[Problem]:
    for letter, answer in answers.items():
        if answer.change is not LevelChange.NONE and answer.visit is None:
            yield error(
                "no-visit-in-answer",
                document.place(("answers", letter)),
                "Chart {letter} has a change, but not the visit from which it shows.",
                "Add it: visit: 9",
                letter=letter,
            )
