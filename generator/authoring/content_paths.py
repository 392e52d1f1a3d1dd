"""Where things are in the content folder: an inquiry as it is named on the command line, and new files."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from generator.authoring.new_files import NewFile
from generator.layout import ABOUT, INQUIRY, InquiryFolder, ProgramFolder
from generator.nearest import nearest
from generator.slugs import natural_key, slug
from generator.user_error import UserError
from generator.writing.whole_file import make_parents, write_new


class InquiryPath(Struct, frozen=True):
    """`folder` on the disk; `id` as T/I, both slugs."""

    folder: Path
    teacher: str
    inquiry: str

    @property
    def id(self) -> str:
        return f"{self.teacher}/{self.inquiry}"


def list_inquiries(content: Path) -> list[InquiryPath]:
    """Every folder below teachers/ that holds an inquiry.md."""
    inquiries = [
        InquiryPath(folder, slug(teacher.name), slug(folder.name))
        for teacher in _folders(content / ProgramFolder.TEACHERS)
        for folder in _folders(teacher)
        if (folder / INQUIRY).is_file()
    ]
    return sorted(inquiries, key=lambda inquiry: natural_key(inquiry.id))


def list_teachers(content: Path) -> list[Path]:
    """Every teacher's folder, in the order of their names."""
    return sorted(_folders(content / ProgramFolder.TEACHERS), key=lambda folder: natural_key(folder.name))


def find_inquiry(content: Path, named: str | None, option: str) -> InquiryPath:
    """The inquiry named `ana-lopez/visible-thinking`, by the path of its folder, or by its own name
    where only one has it; without a name the only one there is.

    `option` is where the user types the name.  Raises UserError where no inquiry or several may be meant.
    """
    inquiries = list_inquiries(content)
    if not inquiries:
        raise UserError("There is no inquiry yet. First type:  portfolio new inquiry")
    matching = _matching(inquiries, content, named) if named else inquiries
    if len(matching) == 1:
        return matching[0]
    raise _not_found(named or "", [inquiry.id for inquiry in inquiries], option)


def _matching(inquiries: Sequence[InquiryPath], content: Path, named: str) -> list[InquiryPath]:
    """The inquiries that a text may mean: the one in a folder of this path, else by both names, else by the
    inquiry's own."""
    path = Path(named)
    if path.name in (INQUIRY, InquiryFolder.DATA):
        path = path.parent
    folders = [base / path for base in (Path(), content, content / ProgramFolder.TEACHERS)]
    in_folder = [
        inquiry
        for folder in folders
        if folder.is_dir()
        for inquiry in inquiries
        if folder.samefile(inquiry.folder)
    ]
    if in_folder:
        return in_folder[:1]
    wanted = "/".join(slug(part) for part in named.replace("\\", "/").strip("/").split("/"))
    by_both_names = [inquiry for inquiry in inquiries if inquiry.id == wanted]
    return by_both_names or [inquiry for inquiry in inquiries if inquiry.inquiry == wanted]


def find_teacher(content: Path, named: str | None, option: str) -> Path:
    """A teacher's folder by its name or by its path; without a name the only one.

    `option` is where the user types the name.  Raises UserError where no teacher or several may be meant.
    """
    folders = list_teachers(content)
    if not folders:
        raise UserError("There is no teacher yet. First type:  portfolio new teacher")
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


def create_file(content: Path, new_file: NewFile) -> Path:
    """Write a new file; one that is there is never touched.  Raises UserError where there is one, OSError."""
    path = content / new_file.path
    if _is_taken(path):
        raise UserError("{file} already exists; nothing was written.", file=path.as_posix())
    make_parents(content, new_file.path)
    try:
        write_new(path, new_file.text.encode())
    except FileExistsError as there:
        raise UserError("{file} already exists; nothing was written.", file=path.as_posix()) from there
    return path


def _is_taken(path: Path) -> bool:
    """Whether the path exists, or one that would have the same address in the site."""
    is_folder = path.name in (ABOUT, INQUIRY)  # their folders have the address
    addressed = path.parent if is_folder else path
    if path.exists() or not addressed.parent.is_dir():
        return path.exists()
    alike = [entry for entry in addressed.parent.iterdir() if slug(entry.stem) == slug(addressed.stem)]
    return any((entry / path.name).exists() if is_folder else entry.is_file() for entry in alike)


def with_unused_name(content: Path, new_file: NewFile) -> NewFile:
    """The file under a name that is free: 2025-10-03.md, else 2025-10-03-2.md, and so on."""
    stem, _, ending = new_file.path.rpartition(".")
    number, path = 1, new_file.path
    while (content / path).exists():
        number += 1
        path = f"{stem}-{number}.{ending}"
    return NewFile(path, new_file.text)


def _folders(path: Path) -> list[Path]:
    if not path.is_dir():
        return []
    return [
        entry
        for entry in path.iterdir()
        if entry.is_dir() and not entry.is_symlink() and not entry.name.startswith(".")
    ]
