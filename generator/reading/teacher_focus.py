"""Whom a protocol looks at.  Data are collected on what *students* say and do; a prompt or a note that
judges the teaching turns a colleague into an inspector, so it is pointed out, gently, with a better one.
"""

import re
from collections.abc import Sequence

from generator.model import Observation
from generator.problems import Phrase, Place, Problem, warning
from generator.reading.yaml.content_schema import ToolFile
from generator.reading.yaml.strict_yaml import YamlDocument

_TEACHER = r"(?:teachers?|instructors?|educators?|docentes?|maestr[oa]s?|profesor(?:a|es|as)?)"
# the teacher as the one who acts: at the beginning of the text, not "asks the teacher"
_ACTS = re.compile(
    rf"^\W*(?:(?:the|our|my|a|el|la|los|las|mi)\s+)?{_TEACHER}\b(?!['’]s\s+(?:question|help))", re.IGNORECASE
)
_TEACHING = (
    r"(?:teaching|instruction|lesson(?:\s+(?:plan|delivery|pace|pacing))?|questioning|classroom\s+management|"
    rf"management|pacing|delivery|{_TEACHER}|enseñanza|clase\s+magistral|lección|manejo\s+del\s+(?:aula|grupo))"
)
_JUDGING = (
    r"(?:excellent|good|great|strong|weak|poor|bad|effective|ineffective|unclear|clear|boring|engaging|"
    r"disorgani[sz]ed|well[- ]paced|excelente|buen[oa]?|mal[oa]?|deficiente|eficaz|débil|aburrid[oa])"
)
_JUDGED = re.compile(
    rf"\b{_JUDGING}\s+{_TEACHING}\b|\b{_TEACHING}\s+(?:was|is|were|es|fue|estuvo)\s+(?:\w+\s+)?{_JUDGING}\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b{_TEACHER}\s+(?:should|must|needs?\s+to|ought|could\s+have|forgot|failed|didn['’]?t|did\s+not|"
    r"debe|debería|tiene\s+que|olvidó|no\s+supo)\b",
    re.IGNORECASE,
)
_BETTER = Phrase(
    "Count what students say or do instead. For example, in place of  Teacher asks open questions :  "
    "Explains own thinking"
)


def is_about_teaching(text: str) -> bool:
    """Whether a prompt or note is about what the teacher does, or how well."""
    return bool(_ACTS.search(text) or _JUDGED.search(text) or _TOLD.search(text))


def is_note_about_teaching(text: str) -> bool:
    """A note may tell what happened ("the teacher was ill"); only a judgement is pointed out."""
    return bool(_JUDGED.search(text) or _TOLD.search(text))


def check_prompts(document: YamlDocument, shape: ToolFile) -> list[Problem]:
    """The prompts of a tool that look at the teacher."""
    return [
        warning(
            "looks-at-teacher",
            document.place(("prompts", number, "text")),
            "{prompt}: this prompt looks at the teacher, not at the students.",
            _BETTER,
            prompt=prompt.text[:60],
        )
        for number, prompt in enumerate(shape.prompts)
        if is_about_teaching(prompt.text)
    ]


def check_notes(observations: Sequence[Observation]) -> list[Problem]:
    """Notes of a table that judge the teaching; a note is named once a row, and never repeated."""
    rows = {
        (observation.file, observation.row): observation
        for observation in observations
        if is_note_about_teaching(observation.note)
    }
    return [
        warning(
            "judges-teaching",
            Place(file, row=row, field="note"),
            "This note seems to judge the teaching. A visitor looks at students; no one judges.",
            "Write what students said or did, for example:  two groups asked for more time.",
        )
        for file, row in rows
    ]
