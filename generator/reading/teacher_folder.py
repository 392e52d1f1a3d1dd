"""One teacher's folder -> Teacher.  An inquiry's error withholds the inquiry, one in about.md the teacher."""

import posixpath
from collections.abc import Collection

from msgspec import Struct

from generator import layout
from generator.email_address import is_email_address
from generator.layout import locate
from generator.model import Inquiry, Photo, Program, Teacher
from generator.problems import Phrase, Place, Problem, error, warning
from generator.reading.inquiry_folder import photo_of, read_inquiry, withholds
from generator.reading.left_out_files import same_address_problem, stray_file
from generator.reading.parsed_folder import ParsedFolder
from generator.reading.sync_copies import check_folder_copies
from generator.reading.yaml.content_schema import AboutFile
from generator.reading.yaml.front_matter import MarkdownFile, read_page


def read_teacher(
    folder: ParsedFolder, program: Program, refused: Collection[str] = ()
) -> tuple[Teacher | None, list[Problem]]:
    """The teacher, and everything that is wrong in the folder's files; None with an error in about.md.

    `refused` are paths that could not be loaded: the inquiry that they belong to is withheld, as is
    every inquiry with an error, unless it is a draft, which nobody is to hear of.
    """
    about = f"{folder.path}/{layout.ABOUT}"
    if about in refused and about not in folder.files:
        return None, []  # it is there, and its problem is told already
    if about not in folder.files:
        return None, [
            error(
                "no-about",
                Place(about),
                "This teacher has no about.md.",
                "Create it with three lines:  ---  then  name: the teacher's name  then  ---",
            )
        ]
    shape, page, problems = read_page(folder.files[about], about, AboutFile)
    inquiries, inquiry_problems = _read_inquiries(folder, program, refused)
    problems += inquiry_problems
    if shape is None or page is None:
        return None, problems
    if shape.contact and not is_email_address(shape.contact.strip()):
        return None, [*problems, _bad_contact(page, shape.contact)]
    portrait, image, portrait_problems = _portrait(folder, page, shape)
    problems += [*portrait_problems, *_strays(folder)]
    teacher = Teacher(
        id=locate(folder.path).teacher,
        name=shape.name.strip(),
        body=page.body,
        role=shape.role,
        grade=shape.grade,
        subject=shape.subject,
        school=shape.school,
        contact=shape.contact,
        portrait=portrait,
        portrait_image=image,
        inquiries=inquiries.readable,
        withheld=inquiries.withheld,
    )
    return teacher, problems


def _bad_contact(page: MarkdownFile, contact: str) -> Problem:
    return error(
        "bad-contact",
        page.document.place(("contact",)),
        "The contact {contact} is not an e-mail address.",
        "Type one such as  ana@example.org , or leave the line out.",
        contact=contact[:60],
    )


def _portrait(
    folder: ParsedFolder, page: MarkdownFile, shape: AboutFile
) -> tuple[Photo | None, bytes | None, list[Problem]]:
    """What about.md says of the portrait, the picture beside it, and what is wrong where one of them is
    missing."""
    name = next((name for name in layout.PORTRAITS if f"{folder.path}/{name}" in folder.files), "")
    if not name and shape.portrait:
        problem = warning(
            "portrait-not-there",
            page.document.key_place(("portrait",)),
            "about.md describes a portrait, but there is no portrait.jpg beside it.",
            "Put portrait.jpg beside about.md, or remove the line.",
        )
        return None, None, [problem]
    if not name:
        return None, None, []
    image = folder.files[f"{folder.path}/{name}"]
    if shape.portrait:
        return photo_of(name, shape.portrait), image, []
    problem = warning(
        "portrait-not-declared",
        Place(f"{folder.path}/{name}"),
        "The portrait is not shown, because about.md does not mention it.",
        "Add to about.md:  portrait: {{alt: who it shows, people: adults}}",
    )
    return None, image, [problem]


class _TeacherInquiries(Struct, frozen=True):
    """The inquiries without an error, and the ids of those with one that others are meant to see."""

    readable: tuple[Inquiry, ...]
    withheld: tuple[str, ...]


def _read_inquiries(
    folder: ParsedFolder, program: Program, refused: Collection[str]
) -> tuple[_TeacherInquiries, list[Problem]]:
    """Every folder below the teacher's that holds inquiry.md."""
    readable: list[Inquiry] = []
    withheld: list[str] = []
    folders = _inquiry_folders(folder)
    problems = check_folder_copies(folders)
    paths: dict[str, str] = {}  # by the inquiry's id
    for path in folders:
        location = locate(f"{path}/{layout.INQUIRY}")
        if f"{path}/{layout.INQUIRY}" not in folder.files:
            problems += _no_inquiry(path, refused)
            continue
        if not location.inquiry or location.inquiry in paths:
            names = [posixpath.basename(paths.get(location.inquiry, path)), posixpath.basename(path)]
            problems.append(same_address_problem(Place(path), names))
            continue
        paths[location.inquiry] = path
        result, inquiry_problems = read_inquiry(path, folder, program, location.teacher, refused)
        problems += inquiry_problems
        has_error = any(map(withholds, inquiry_problems))
        is_refused = any(
            file.startswith(f"{path}/") and not layout.is_reviewers_file(file) for file in refused
        )
        if result.inquiry is not None and not has_error and not is_refused:
            readable.append(result.inquiry)
        elif result.shown is not False:
            withheld.append(location.inquiry)
    return _TeacherInquiries(tuple(readable), tuple(withheld)), problems


def _inquiry_folders(folder: ParsedFolder) -> list[str]:
    depth = folder.path.count("/") + 1
    paths = {"/".join(path.split("/")[: depth + 1]) for path in folder.files if path.count("/") > depth}
    return sorted(paths)


def _no_inquiry(path: str, refused: Collection[str]) -> list[Problem]:
    """What is wrong with a folder whose inquiry.md was not loaded; nothing where that is told already."""
    if f"{path}/{layout.INQUIRY}" in refused:
        return []
    return [
        warning(
            "no-inquiry",
            Place(path),
            "This folder has no inquiry.md, so it is not read.",
            "Add inquiry.md with at least:  ---  then  title: …  then  ---",
        )
    ]


def _strays(folder: ParsedFolder) -> list[Problem]:
    depth = folder.path.count("/") + 1
    return [
        stray_file(path, Phrase("Move it into an inquiry's folder."))
        for path in folder.files
        if path.count("/") == depth
        and not layout.is_document(path)
        and posixpath.basename(path) not in (layout.ABOUT, *layout.PORTRAITS)
        and posixpath.basename(path).lower() != layout.README
    ]
