"""Photos that inquiry.md declares, and photos that lie in photos/: each has the other."""

from collections.abc import Collection, Mapping

from generator.layout import InquiryFolder
from generator.model import Inquiry
from generator.nearest import nearest
from generator.problems import Place, Problem, error, warning
from generator.reading.yaml.strict_yaml import YamlDocument

_PHOTOS = f"{InquiryFolder.PHOTOS}/"


def check_photo_files(
    document: YamlDocument, inquiry: Inquiry, folder: str, refused: Collection[str] = ()
) -> list[Problem]:
    """What is wrong with the photos of the inquiry in this folder.

    `refused` are paths of files that are there and could not be read; each has a problem of its own.
    """
    photos = f"{folder}/{_PHOTOS}"
    unread = {path.removeprefix(photos) for path in refused if path.startswith(photos)}
    present = {path.removeprefix(_PHOTOS): path for path in inquiry.images if path.startswith(_PHOTOS)}
    by_case: Mapping[str, str] = {name.casefold(): name for name in present}
    problems: list[Problem] = []
    explained = set()  # photos that are there under a name with other capitals
    for name in inquiry.photos:
        if name in present or name in unread:
            continue
        place = document.key_place(("photos", name))
        if name.casefold() in by_case:
            real_name = by_case[name.casefold()]
            explained.add(real_name)
            problems.append(_other_case(place, name, real_name))
        else:
            problems.append(_not_there(place, name, nearest(name, list(present))))
    problems += [
        _not_declared(f"{folder}/{path}", name)
        for name, path in present.items()
        if name not in inquiry.photos and name not in explained
    ]
    return problems


def _other_case(place: Place, name: str, real_name: str) -> Problem:
    return error(
        "photo-other-case",
        place,
        "The photo {name} is called {real_name}; on the web, capitals count.",
        "Type {real_name} here, and in the texts that show it.",
        name=name,
        real_name=real_name,
    )


def _not_there(place: Place, name: str, near: str) -> Problem:
    return error(
        "photo-not-there",
        place,
        "There is no photo {name} in photos/.",
        "Did you mean {near}?" if near else "Put it there, or remove this line.",
        name=name,
        near=near,
    )


def _not_declared(file: str, name: str) -> Problem:
    return warning(
        "photo-not-declared",
        Place(file),
        "This photo is not listed under photos in inquiry.md, so it is not shown.",
        "Add there:   {name}: {{alt: what it shows, people: none}}",
        name=name,
    )
