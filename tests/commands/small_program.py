"""The smallest program that commands can work on, sound or with one thing wrong."""

from collections.abc import Mapping
from pathlib import Path

SOUND: Mapping[str, str] = {
    "program.yml": ("title: Maple Grove\nurl: https://maple-grove.example.org/\n"),
    "teachers/ana-lopez/about.md": "---\nname: Ana Lopez\n---\n\nHello.\n",
}
UNATTESTED = {"teachers/ana-lopez/talk/inquiry.md": "---\ntitle: Talk\npublish: true\n---\n\nWhy.\n"}
NAMELESS = {"teachers/ana-lopez/about.md": "---\nnam: Ana Lopez\n---\n"}
UNREADABLE = {"program.yml": "title: [Maple\n"}


def write_content(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below `root`/content; returns `root`."""
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
