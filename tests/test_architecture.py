"""The drawing of the house is true: every path that it names is there, every room is named."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
DRAWING = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_every_path_in_the_drawing_exists() -> None:
    paths = re.findall(r"`((?:generator|themes|tests|docs)/[\w./-]*)`", DRAWING)
    paths += re.findall(r"`((?:generator|themes|tests|docs)/[\w/-]*(?:/|\.py))`", CONTRIBUTING)
    assert len(paths) > 30
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_python_file_that_a_text_of_the_project_names_exists() -> None:
    files = {path.name for folder in ("generator", "tests") for path in (ROOT / folder).rglob("*.py")}
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "generator").rglob("*.py")]
    named = {
        (text.relative_to(ROOT).as_posix(), name)
        for text in texts
        for name in re.findall(r"\b\w+\.py\b", text.read_text("utf-8"))
    }
    assert sorted((text, name) for text, name in named if name not in files) == []


def test_a_room_that_lists_its_files_lists_all_of_them() -> None:
    for room in (ROOT / "generator").rglob("__init__.py"):
        docstring = ast.get_docstring(ast.parse(room.read_text("utf-8"))) or ""
        named = set(re.findall(r"\b\w+\.py\b", docstring))
        files = {path.name for path in room.parent.glob("*.py")} - {"__init__.py", "__main__.py"}
        if len(named) > 2:
            assert (room, files - named) == (room, set())


def test_every_function_in_the_guide_for_contributors_exists() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    names = re.findall(r"`(?:translator\.)?([a-z]+(?:_[a-z]+)+|[a-z]*gettext)(?:\([^`]*\))?`", CONTRIBUTING)
    assert len(names) > 1
    assert [name for name in names if f"def {name}(" not in sources] == []


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
