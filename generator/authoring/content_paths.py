"""Where things are in the content folder: an inquiry as it is named on the command line, and new files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.authoring.new_files import NewFile
from generator.layout import ABOUT, INQUIRY, InquiryFolder, ProgramFolder
from generator.nearest import nearest
from generator.slugs import natural_key, slug
from generator.user_error import UserError
from generator.writing.whole_file import make_parents, write_new


@dataclass(frozen=True, slots=True)
class InquiryPath:
    """`folder` on the disk; `id` as T/I, both slugs."""

    folder: Path
    teacher: str
    inquiry: str

    @property
    def id(self) -> str:
        return f"{self.teacher}/{self.inquiry}"


def list_inquiries(content: Path) -> list[InquiryPath]:
    """Every folder below teachers/ that holds an inquiry.md."""
    found = []
    for folder in _folders(content / ProgramFolder.TEACHERS):
        for inner in _folders(folder):
            if (inner / INQUIRY).is_file():
                found.append(InquiryPath(inner, slug(folder.name), slug(inner.name)))
    return sorted(found, key=lambda one: natural_key(one.id))


def list_teachers(content: Path) -> list[Path]:
    return sorted(_folders(content / ProgramFolder.TEACHERS), key=lambda folder: natural_key(folder.name))


def find_inquiry(content: Path, named: str | None, option: str) -> InquiryPath:
    """The inquiry named `ana-lopez/visible-thinking`, by the path of its folder, or by its own name
    where only one has it; without a name the only one there is.

    `option` is where the user types the name.  Raises UserError where no inquiry or several may be meant.
    """
    places = list_inquiries(content)
    if not places:
        raise UserError("There is no inquiry yet. Type first:  portfolio new inquiry")
    known = [place.id for place in places]
    if not named:
        if len(places) == 1:
            return places[0]
        raise _not_found("", known, option)
    as_path = Path(named)
    if as_path.name in (INQUIRY, InquiryFolder.DATA):
        as_path = as_path.parent
    for base in (Path(), content, content / ProgramFolder.TEACHERS):
        for place in places:
            if (base / as_path).is_dir() and (base / as_path).samefile(place.folder):
                return place
    wanted = "/".join(slug(part) for part in named.replace("\\", "/").strip("/").split("/"))
    matching = [place for place in places if place.id == wanted] or [
        place for place in places if place.inquiry == wanted
    ]
    if len(matching) == 1:
        return matching[0]
    raise _not_found(named, known, option)


def find_teacher(content: Path, named: str | None, option: str) -> Path:
    """A teacher's folder by its name or by hers; without a name the only one.

    `option` is where the user types the name.  Raises UserError where no teacher or several may be meant.
    """
    folders = list_teachers(content)
    if not folders:
        raise UserError("There is no teacher yet. Type first:  portfolio new teacher")
    if not named and len(folders) == 1:
        return folders[0]
    for folder in folders:
        if named and slug(folder.name) == slug(Path(named).name):
            return folder
    raise _not_found(named or "", [folder.name for folder in folders], option)


def _not_found(named: str, candidates: Sequence[str], option: str) -> UserError:
    """What to say where `named` is none of the candidates, or is empty and there are several."""
    listed = ", ".join(candidates[:12]) + (" …" if len(candidates) > 12 else "")
    if not named:
        return UserError("Say which one with {option}: {known}.", option=option, known=listed)
    near = nearest(named, candidates)
    if near:
        return UserError("There is no {name}. Did you mean {near}?", name=named, near=near)
    return UserError("There is no {name}; there are: {known}.", name=named, known=listed)


def create_file(content: Path, piece: NewFile) -> Path:
    """Write a new file; one that is there is never touched.  Raises UserError where there is one, OSError."""
    path = content / piece.path
    if _taken(path):
        raise UserError("{file} is there already; nothing was written.", file=path.as_posix())
    make_parents(content, piece.path)
    try:
        write_new(path, piece.text.encode())
    except FileExistsError as there:
        raise UserError("{file} is there already; nothing was written.", file=path.as_posix()) from there
    return path


def _taken(path: Path) -> bool:
    """Whether the path exists, or one that would have the same address in the site."""
    whole_folder = path.name in (ABOUT, INQUIRY)
    spot = path.parent if whole_folder else path
    if path.exists() or not spot.parent.is_dir():
        return path.exists()
    alike = [one for one in spot.parent.iterdir() if slug(one.stem) == slug(spot.stem)]
    return any((one / path.name).exists() if whole_folder else one.is_file() for one in alike)


def with_unused_name(content: Path, piece: NewFile) -> NewFile:
    """The piece under a name that is free: 2025-10-03.md, else 2025-10-03-2.md, and so on."""
    stem, _, ending = piece.path.rpartition(".")
    number, path = 1, piece.path
    while (content / path).exists():
        number += 1
        path = f"{stem}-{number}.{ending}"
    return NewFile(path, piece.text)


def _folders(path: Path) -> list[Path]:
    if not path.is_dir():
        return []
    return [
        one
        for one in path.iterdir()
        if one.is_dir() and not one.is_symlink() and not one.name.startswith(".")
    ]
