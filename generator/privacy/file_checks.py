"""Checks what files are and what they are called: documents (P11), names of students and personal data in
file names (P04, P03), and what is said of the people on photos (P09)."""

import posixpath
import shlex
from collections.abc import Collection, Iterable

from generator import layout
from generator.model import Inquiry, Photo, PhotoPeople, Program, Teacher
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import PERSONAL_DATA_TEXTS, PersonalDataKind, find_personal_data
from generator.problems import Place, Problem, error

_IMPORTED = ".xlsx"
_NEVER_ALLOWED = frozenset([".svg"])  # a picture that can run scripts


def check_file_kinds(files: Iterable[str], program: Program) -> list[Problem]:
    """P11: documents and recordings, unless the program allows their kind (`allow_files` in program.yml)."""
    allowed = {f".{kind.strip().lower().removeprefix('.')}" for kind in program.allow_files}
    refused = layout.DOCUMENTS - (allowed - _NEVER_ALLOWED)
    return [
        error(
            "P11",
            Place(file),
            "A {kind} file can hold names, comments, and voices that no one sees at a glance.",
            "Show what matters as text, a table, or a picture, and keep the file outside content/; or "
            "allow such files with  allow_files: [{kind}]  in program.yml.",
            kind=suffix[1:],
        )
        if suffix != _IMPORTED or not layout.locate(file).inquiry
        else _workbook(file)
        for file in files
        if (suffix := layout.suffix(file)) in refused
    ]


def _workbook(file: str) -> Problem:
    """P11 of a workbook in an inquiry's folder, whose visits are wanted all the same."""
    place = layout.locate(file)
    return error(
        "P11",
        Place(file),
        "Excel workbooks are not read here: they can hold names and comments that no one sees at a glance.",
        "Move it out of content/ and bring its visits in:  portfolio import {name} --inquiry {inquiry}",
        name=shlex.quote(posixpath.basename(file)),
        inquiry=f"{place.teacher}/{place.inquiry}",
    )


def check_file_names(
    path: str, files: Iterable[str], names: NameFinder, adults: Collection[str]
) -> list[Problem]:
    """P04 and P03 in the names of files and folders below `path`.

    The place of a problem is the folder around, because what was found must not be shown.
    """
    naming = files_naming_people(path, files, names, adults)
    return [
        _personal_file_name(folder, kind) if kind else _named_after_a_student(folder)
        for folder, kind in dict.fromkeys((folder, kind) for _, folder, kind in naming)
    ]


def files_naming_people(
    path: str, files: Iterable[str], names: NameFinder, adults: Collection[str]
) -> list[tuple[str, str, PersonalDataKind | None]]:
    """(file, the folder around what was found, its kind; None for a student's name) of each file below `path`
    whose own name, or that of a folder on the way to it, says who somebody is."""
    naming: list[tuple[str, str, PersonalDataKind | None]] = []
    for file in files:
        folder = path
        for part in file.removeprefix(f"{path}/").split("/"):
            stem = normalise(posixpath.splitext(part)[0])
            if any(hit.sure for hit in names.find(stem, adults, cell=True)):
                naming.append((file, folder, None))
            naming += [(file, folder, match.kind) for match in find_personal_data(stem.replace("_", " "))]
            folder = f"{folder}/{part}" if folder else part
    return naming


def _named_after_a_student(folder: str) -> Problem:
    return error(
        "P04",
        Place(folder),
        "The name of a file or folder in here is a name on the roster.",
        "Compare the names in the folder with private/roster.txt, and rename it, for instance after "
        "the class or what it shows.",
    )


def _personal_file_name(folder: str, kind: PersonalDataKind) -> Problem:
    return error(
        "P03",
        Place(folder),
        "The name of a file or folder in here looks like {what}.",
        "Rename it, for instance after the class or what it shows.",
        what=PERSONAL_DATA_TEXTS[kind],
        kind=kind.value,
    )


def check_photos(inquiry: Inquiry, text: str) -> list[Problem]:
    """P09: every photo says who can be recognised on it.  `text` is that of inquiry.md, for the lines."""
    file = inquiry.body.file
    problems = (
        _photo_problem(photo, Place(file, _line_of(name, text), field=name))
        for name, photo in inquiry.photos.items()
    )
    return [problem for problem in problems if problem]


def check_portrait(teacher: Teacher, file: str) -> list[Problem]:
    """P09 for the teacher's portrait; `file` is the path of about.md."""
    if teacher.portrait is None:
        return []
    problem = _photo_problem(teacher.portrait, Place(file, field="portrait"))
    return [problem] if problem else []


def _photo_problem(photo: Photo, place: Place) -> Problem | None:
    if photo.people is PhotoPeople.UNSTATED:
        return error(
            "P09",
            place,
            "The photo {name} does not say who can be recognized in it.",
            "Add  people: none  (or adults, consented, not identifiable).",
            name=photo.name,
        )
    if photo.people is PhotoPeople.CONSENTED and photo.consent_on_file is None:
        return error(
            "P09",
            place,
            "The photo {name} shows people who consented; the date of the consent is missing.",
            "Add  consent_on_file: 2025-09-01  with the date on the form.",
            name=photo.name,
        )
    return None


def _line_of(name: str, text: str) -> int | None:
    """The line in which a name first stands, from 1; None where it does not."""
    start = text.find(name)
    return text.count("\n", 0, start) + 1 if start >= 0 else None
