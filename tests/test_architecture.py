"""The drawing of the house is true: every path that it names is there, every room is named."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DRAWING = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_every_path_in_the_drawing_exists() -> None:
    paths = re.findall(r"`((?:generator|themes|tests|docs)/[\w./-]*)`", DRAWING)
    assert len(paths) > 30
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_room_and_every_file_at_the_top_is_in_the_drawing() -> None:
    package = ROOT / "generator"
    rooms = [path.name for path in package.iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    files = [path.name for path in package.glob("*.py") if not path.name.startswith("__")]
    named = [f"generator/{room}/" for room in rooms if room != "starter"]
    named += [f"generator/{file}" for file in files]
    assert [path for path in named if path not in DRAWING] == []


def test_every_class_in_the_glossary_exists() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    names = set(re.findall(r"`([A-Z][A-Za-z]+)(?:\.\w+)?`", DRAWING))
    assert len(names) > 15
    assert [name for name in sorted(names) if f"class {name}" not in sources] == []
