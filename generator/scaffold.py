"""`portfolio init`: the files of a new program, written where nothing is yet."""

import json
from dataclasses import dataclass
from pathlib import Path

from generator.reading.schema import json_schemas

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Made:
    """Paths below the program's folder, with forward slashes: written, and kept as they were."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def init_program(folder: Path, *, demo: bool) -> Made:
    """Write a new program; with `demo` the full example in place of the starter's content.

    A file that is there already is never touched.
    """
    files = _starter_files()
    if demo:
        files = {name: data for name, data in files.items() if not name.startswith("content/")}
        files |= _tree(demo_content(), "content/")
    for name, shape in json_schemas().items():
        text = json.dumps(shape, ensure_ascii=False, indent=1) + "\n"
        files[f".schemas/{name}.schema.json"] = text.encode()
    written, kept = [], []
    for name, data in sorted(files.items()):
        path = folder / name
        if path.exists():
            kept.append(name)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(name)
    return Made(tuple(written), tuple(kept))


def demo_content() -> Path:
    """The example program: inside the wheel, or beside the package in a checkout."""
    inside = _HERE / "starter" / "demo" / "content"
    return inside if inside.is_dir() else _HERE.parent / "content"


def _starter_files() -> dict[str, bytes]:
    files = _tree(_HERE / "starter" / "program", "")
    return {
        "/".join("." + part[4:] if part.startswith("dot-") else part for part in name.split("/")): data
        for name, data in files.items()
    }


def _tree(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".DS_Store"
    }
