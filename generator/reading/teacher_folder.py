"""One teacher's folder -> Teacher.  Her trouble stays hers, and an inquiry's stays the inquiry's."""

import posixpath
from collections.abc import Collection

from generator import layout
from generator.email_address import is_email_address
from generator.model import Inquiry, Program, Teacher
from generator.problems import Place, Problem, error, warning
from generator.reading.content_files import same_address_problem
from generator.reading.inquiry_folder import photo_of, read_inquiry
from generator.reading.parsed_folder import ParsedFolder
from generator.reading.program_files import read_page
from generator.reading.yaml.content_schema import AboutFile
from generator.slugs import slug


def read_teacher(
    folder: ParsedFolder, program: Program, refused: Collection[str] = ()
) -> tuple[Teacher | None, list[Problem]]:
    """The teacher, and everything that is wrong in her files; None with an error in about.md.

    `refused` are paths that could not be loaded: the inquiry that they belong to is withheld, as is
    every inquiry with an error, unless it is a draft, which nobody is to hear of.
    """
    about = f"{folder.path}/{layout.ABOUT}"
    if about not in folder.files:
        return None, [
            error(
                "no-about",
                Place(about),
                "This teacher has no about.md.",
                "Make it with three lines:  ---  then  name: her name  then  ---",
            )
        ]
    shape, page, problems = read_page(folder.files[about], about, AboutFile)
    if shape is None or page is None:
        for _, found in _inquiries(folder, program, refused):
            problems += found
        return None, problems
    inquiries: list[Inquiry] = []
    withheld: list[str] = []
    for (key, inquiry, shown), found in _inquiries(folder, program, refused):
        problems += found
        if inquiry is not None:
            inquiries.append(inquiry)
        elif shown is not False:
            withheld.append(key)
    if shape.contact and not is_email_address(shape.contact.strip()):
        problems.append(
            error(
                "no-address",
                page.document.place(("contact",)),
                "The contact {contact} is no e-mail address.",
                "Type one such as  ana@example.org , or leave the line out.",
                contact=shape.contact[:60],
            )
        )
        return None, problems
    portrait = next((name for name in layout.PORTRAITS if f"{folder.path}/{name}" in folder.files), "")
    if portrait and shape.portrait is None:
        problems.append(
            warning(
                "portrait-not-declared",
                Place(f"{folder.path}/{portrait}"),
                "The portrait is not shown, because about.md says nothing of it.",
                "Add to about.md:  portrait: {{alt: who it shows, people: adults}}",
            )
        )
    if shape.portrait and not portrait:
        problems.append(
            warning(
                "portrait-not-there",
                page.document.key_place(("portrait",)),
                "about.md describes a portrait, but there is no portrait.jpg beside it.",
                "Put portrait.jpg beside about.md, or take the line away.",
            )
        )
    problems += _strays(folder)
    teacher = Teacher(
        id=slug(posixpath.basename(folder.path)),
        name=shape.name.strip(),
        body=page.body,
        role=shape.role,
        grade=shape.grade,
        subject=shape.subject,
        school=shape.school,
        contact=shape.contact,
        portrait=photo_of(portrait, shape.portrait) if shape.portrait and portrait else None,
        portrait_image=folder.files[f"{folder.path}/{portrait}"] if portrait else None,
        inquiries=tuple(inquiries),
        withheld=tuple(withheld),
    )
    return teacher, problems


Told = tuple[str, Inquiry | None, bool | None]


def _inquiries(
    folder: ParsedFolder, program: Program, refused: Collection[str]
) -> list[tuple[Told, list[Problem]]]:
    """Every folder below the teacher's that holds inquiry.md: (id, the inquiry, whether it is to be
    shown), and its problems."""
    found: list[tuple[Told, list[Problem]]] = []
    seen: dict[str, str] = {}
    for path in _inquiry_folders(folder):
        name = posixpath.basename(path)
        key = slug(name)
        if f"{path}/{layout.INQUIRY}" not in folder.files:
            found.append((("", None, False), [_no_inquiry(path)]))
            continue
        if not key or key in seen:
            names = [seen.get(key, name), name]
            found.append((("", None, False), [same_address_problem(Place(path), names)]))
            continue
        seen[key] = name
        read, problems = read_inquiry(path, folder, program, slug(posixpath.basename(folder.path)))
        bad = any(problem.is_error for problem in problems)
        bad = bad or any(file.startswith(f"{path}/") for file in refused)
        found.append(((key, None if bad else read.inquiry, read.shown), problems))
    return found


def _inquiry_folders(folder: ParsedFolder) -> list[str]:
    depth = folder.path.count("/") + 1
    paths = {"/".join(path.split("/")[: depth + 1]) for path in folder.files if path.count("/") > depth}
    return sorted(paths)


def _no_inquiry(path: str) -> Problem:
    return warning(
        "no-inquiry",
        Place(path),
        "This folder has no inquiry.md, so it is not read.",
        "Add inquiry.md with at least:  ---  then  title: …  then  ---",
    )


def _strays(folder: ParsedFolder) -> list[Problem]:
    depth = folder.path.count("/") + 1
    return [
        warning("stray-file", Place(path), "This file is not read here.", "Move it into an inquiry's folder.")
        for path in folder.files
        if path.count("/") == depth
        and not layout.is_document(path)
        and posixpath.basename(path) not in (layout.ABOUT, *layout.PORTRAITS)
        and posixpath.basename(path).lower() != layout.README
    ]
