"""Names, addresses and numbers of people in one text: P03, P04 and P13.

The file as it was typed is looked at, comments and settings too, because a program's repository is
usually as public as its site.  A kind of finding is one problem a file; the value is never said.
"""

from collections import defaultdict
from collections.abc import Collection

from generator.privacy.identifying_phrases import find_identifying_phrases
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import find_personal_data
from generator.privacy.roster import NameFinder
from generator.privacy.row_lists import RowList, format_rows
from generator.problems import Place, Problem, error, warning


def check_text(
    text: str,
    file: str,
    names: NameFinder,
    adults: Collection[str] = (),
    contact: str = "",
    *,
    prose: bool = True,
) -> list[Problem]:
    """Everything that is wrong with the text of one file.  `contact` is the e-mail address that its
    teacher declared; `prose` says that students may be quoted in it."""
    text = normalise(text)
    lines = RowList(text)
    problems: list[Problem] = []
    found: dict[str, list[int]] = defaultdict(list)
    for sign in find_personal_data(text, contact):
        found[sign.what].append(lines.of(sign.start))
    for what, own in found.items():
        problems.append(_sign(Place(file, own[0]), what, own))
    hits = names.find(text, adults)
    sure = [lines.of(hit.start) for hit in hits if hit.sure]
    perhaps = [line for line in (lines.of(hit.start) for hit in hits if not hit.sure) if line not in sure]
    if sure:
        problems.append(name_problem(Place(file, sure[0]), sure))
    if perhaps:
        problems.append(possible_name_problem(Place(file, perhaps[0]), perhaps))
    told: dict[str, list[int]] = defaultdict(list)
    for what, start in find_identifying_phrases(text) if prose else ():
        told[what].append(lines.of(start))
    for what, own in told.items():
        problems.append(_recognisable(Place(file, own[0]), what, own))
    return problems


def name_problem(place: Place, lines: Collection[int]) -> Problem:
    """A name of the roster stands in a text."""
    return error(
        "P04",
        place,
        "A name on the roster stands here, in line {lines}.",
        "Take it out, here and in earlier versions of the file; write for instance: a student.",
        lines=format_rows(lines),
    )


def possible_name_problem(place: Place, lines: Collection[int]) -> Problem:
    return warning(
        "P04",
        place,
        "In line {lines} stands a word that is also a name on the roster.",
        "If a student is meant, take the name out.",
        lines=format_rows(lines),
    )


def _sign(place: Place, what: str, lines: Collection[int]) -> Problem:
    return error(
        "P03",
        place,
        "This looks like {what}, in line {lines}.",
        "Take it out. Only the contact that a teacher declares in about.md is shown.",
        what=what,
        lines=format_rows(lines),
    )


def _recognisable(place: Place, what: str, lines: Collection[int]) -> Problem:
    return warning(
        "P13",
        place,
        "This reads like {what}, in line {lines}. Somebody who knows the class may know who it is.",
        "Say it of several students, or ask whether the student would want it here.",
        what=what,
        lines=format_rows(lines),
    )
