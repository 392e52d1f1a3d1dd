"""Files of the default theme as a program copies them into its own."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from generator.exit_status import ExitStatus
from generator.layout import THEMES, bundled_themes
from generator.nearest import nearest, nearest_path
from generator.site.rendering.theme import DEFAULT
from generator.user_error import UserError
from generator.writing.whole_file import make_parents, write_new


class CopiedFiles(Struct, frozen=True):
    """Paths below the program's folder: written, and left because they were there already."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def default_theme_files() -> dict[str, Path]:
    """Every file of the default theme that another theme can replace, by its path in it."""
    folder = bundled_themes() / DEFAULT
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent != folder and not path.name.startswith(".")
    }


def find_theme_file(typed: str) -> str:
    """The path in the default theme of a file that is named by its path, or by its name alone where no other
    has it.  Raises UserError."""
    files = default_theme_files()
    name = typed.replace("\\", "/").removeprefix(f"{THEMES}/{DEFAULT}/")
    if name in files:
        return name
    same = [file for file in files if file.rpartition("/")[2] == name]
    if len(same) == 1:
        return same[0]
    if same:
        raise UserError(
            "The default theme has several files called {name}: {files}. Type one of them.",
            ExitStatus.WRONG_USE,
            name=name,
            files=", ".join(same),
        )
    by_name = {file.rpartition("/")[2]: file for file in files}
    near = nearest_path(name, list(files)) or by_name.get(nearest(name, by_name), "")
    raise UserError(
        "The default theme has no file {name}. Did you mean {near}?"
        if near
        else "The default theme has no file {name}. For all of its files type:  portfolio theme copy",
        ExitStatus.WRONG_USE,
        name=name,
        near=near,
    )


def copy_theme_files(root: Path, theme: str, names: Sequence[str]) -> CopiedFiles:
    """Copy files of the default theme into themes/`theme`/ below the folder; what is there stays."""
    files = default_theme_files()
    written: list[str] = []
    kept: list[str] = []
    for name in dict.fromkeys(names):
        target = f"{THEMES}/{theme}/{name}"
        if (root / target).exists():
            kept.append(target)
            continue
        make_parents(root, target)
        write_new(root / target, files[name].read_bytes())
        written.append(target)
    return CopiedFiles(tuple(written), tuple(kept))
