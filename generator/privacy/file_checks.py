"""Files by what they are and what they are called: documents (P11), and names of students in the
names of files (P04)."""

import posixpath
from collections.abc import Collection, Iterable

from generator import layout
from generator.model import Inquiry, Photo, PhotoPeople, Program, Teacher
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.problems import Place, Problem, error

_NEVER = (".svg",)  # a picture that can run a program


def check_file_kinds(files: Iterable[str], program: Program) -> list[Problem]:
    """P11: documents and recordings, unless the program allows their kind."""
    allowed = {f".{kind.strip().lower().lstrip('.')}" for kind in program.allow_files}
    return [
        error(
            "P11",
            Place(file),
            "A file of the kind {kind} can hold names, comments and voices that nobody sees at a glance.",
            "Show what matters as text, a table or a picture, and keep the file outside content/; or the "
            "program allows the kind with  allow_files: [{kind}]  in program.yml.",
            kind=suffix[1:],
        )
        for file in files
        if (suffix := layout.suffix(file)) in layout.DOCUMENTS and (suffix not in allowed or suffix in _NEVER)
    ]


def check_file_names(
    path: str, files: Iterable[str], names: NameFinder, adults: Collection[str]
) -> list[Problem]:
    """P04 in the names of files and folders below `path`: said of the folder around, because the name is
    what must not be said."""
    found: dict[str, None] = {}
    for file in files:
        around = path
        for part in file.removeprefix(f"{path}/").split("/"):
            stem = normalise(posixpath.splitext(part)[0])
            if any(hit.sure for hit in names.find(stem, adults, cell=True)):
                found[around] = None
            around = f"{around}/{part}" if around else part
    return [
        error(
            "P04",
            Place(folder),
            "The name of a file or folder in here is a name on the roster.",
            "Rename it, for instance after the class or what it shows.",
        )
        for folder in found
    ]


def check_photos(inquiry: Inquiry, folder: str, text: str) -> list[Problem]:
    """P09: every photo says who can be recognised on it.  `text` is inquiry.md, for the lines."""
    file = f"{folder}/{layout.INQUIRY}"
    found = (
        (name, _photo(photo, Place(file, _line(text, name), field=name)))
        for name, photo in inquiry.photos.items()
    )
    return [problem for _, problem in found if problem]


def check_portrait(teacher: Teacher, file: str) -> list[Problem]:
    problem = _photo(teacher.portrait, Place(file, field="portrait")) if teacher.portrait else None
    return [problem] if problem else []


def _photo(photo: Photo, place: Place) -> Problem | None:
    if photo.people is PhotoPeople.UNSTATED:
        return error(
            "P09",
            place,
            "The photo {name} does not say who can be recognised on it.",
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


def _line(text: str, name: str) -> int | None:
    at = text.find(name)
    return text.count("\n", 0, at) + 1 if at >= 0 else None
