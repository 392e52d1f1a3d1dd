"""Names, addresses and numbers of people in one text: P03, P04 and P13.

The file as it was typed is looked at, comments and settings too, because a program's repository is
usually as public as its site.  A kind of finding is one problem a file; the value is never said.
"""

import html
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from urllib.parse import unquote

from generator.privacy.identifying_phrases import (
    IDENTIFYING_TEXTS,
    IdentifyingKind,
    find_identifying_phrases,
)
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import PERSONAL_DATA_TEXTS, PersonalDataKind, find_personal_data
from generator.privacy.row_lists import LineIndex, format_rows
from generator.problems import Place, Problem, error, warning

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});?")
_CODED = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_SIGNS_IN_NUMBER = re.compile(r"(?<=\d)[*`~]{1,3}(?=[ .-]\d)")


def check_text(
    text: str,
    file: str,
    names: NameFinder,
    adults: Collection[str] = (),
    contact: str = "",
    *,
    prose: bool = True,
) -> list[Problem]:
    """Returns everything that is wrong with the text of one file, one problem a kind.

    `adults` are folded words of names that are shown on purpose, `contact` is the e-mail address that the
    teacher declared; `prose` says that students may be quoted in the file.
    """
    text = normalise(_as_read(text))
    lines = LineIndex(text)
    data_lines: dict[PersonalDataKind, list[int]] = defaultdict(list)
    for match in find_personal_data(text, contact):
        data_lines[match.kind].append(lines.line_of(match.start))
    problems = [_personal_data(file, kind, numbers) for kind, numbers in data_lines.items()]

    hits = names.find(text, adults)
    sure = [lines.line_of(hit.start) for hit in hits if hit.sure]
    possible = [
        line for line in (lines.line_of(hit.start) for hit in hits if not hit.sure) if line not in sure
    ]
    if sure:
        problems.append(_name(file, sure))
    if possible:
        problems.append(_possible_name(file, possible))

    phrase_lines: dict[IdentifyingKind, list[int]] = defaultdict(list)
    for kind, start in find_identifying_phrases(text) if prose else ():
        phrase_lines[kind].append(lines.line_of(start))
    return problems + [_identifying(file, kind, numbers) for kind, numbers in phrase_lines.items()]


def _as_read(text: str) -> str:
    """A text with entities and coded letters as a browser shows them, and without the signs of Markdown
    within a number; line by line as it was."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "%" in text:
        text = _CODED.sub(_letters, text)
    return _SIGNS_IN_NUMBER.sub("", text)


def _entity(match: re.Match[str]) -> str:
    sign = html.unescape(match[0])
    return " " if "\n" in sign else sign


def _letters(match: re.Match[str]) -> str:
    """J%61ylen is Jaylen; what is no letter, as %20, stays."""
    letters = unquote(match[0])
    return letters if letters.isalpha() else match[0]


def _name(file: str, lines: Sequence[int]) -> Problem:
    return error(
        "P04",
        Place(file, lines[0]),
        "This has a name on the roster, in line {lines}.",
        "Compare the line with private/roster.txt, word by word, also in comments, links, and settings. "
        "Remove the name, here and in earlier versions of the file; write for instance: a student.",
        lines=format_rows(lines),
    )


def _possible_name(file: str, lines: Sequence[int]) -> Problem:
    return warning(
        "P04",
        Place(file, lines[0]),
        "A word in line {lines} is also a name on the roster.",
        "If it is a student, remove the name. If it is not, leave it.",
        lines=format_rows(lines),
    )


def _personal_data(file: str, kind: PersonalDataKind, lines: Sequence[int]) -> Problem:
    return error(
        "P03",
        Place(file, lines[0]),
        "This looks like {what}, in line {lines}.",
        "Remove it. Only the contact that a teacher gives in about.md is shown.",
        what=PERSONAL_DATA_TEXTS[kind],
        kind=kind.value,
        lines=format_rows(lines),
    )


def _identifying(file: str, kind: IdentifyingKind, lines: Sequence[int]) -> Problem:
    return warning(
        "P13",
        Place(file, lines[0]),
        "This reads like {what}, in line {lines}. Someone who knows the class may know who it is.",
        "Say it of several students, or ask whether the student would want it here.",
        what=IDENTIFYING_TEXTS[kind],
        kind=kind.value,
        lines=format_rows(lines),
    )
