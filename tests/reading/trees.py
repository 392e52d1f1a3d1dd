"""Content folders as dicts of text, in memory and on the disk."""

from collections.abc import Mapping
from pathlib import Path

from generator.reading.content_files import ContentFolder

Tree = Mapping[str, str | bytes]


def write(root: Path, tree: Tree) -> Path:
    """The tree below `root`, which it returns."""
    for name, data in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return root


def folder(path: str, tree: Tree) -> ContentFolder:
    """The tree's files below `path`, as `load_program` and `load_teacher` hand them on."""
    files = {name: data.encode() if isinstance(data, str) else data for name, data in tree.items()}
    return ContentFolder(path, {name: files[name] for name in sorted(files) if name.startswith(path)})
