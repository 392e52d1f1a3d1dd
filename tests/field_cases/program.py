"""A new program with a teacher and an inquiry that counts with the starter's discussion tool."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from tests.terminal import Ran, portfolio

TALK = "content/teachers/ana-lopez/talk"


def new_program(root: Path, tool: str = "discussion") -> Path:
    """What `init`, `new teacher` and `new inquiry` leave in a folder; returns it."""
    root.mkdir(parents=True, exist_ok=True)
    for typed in (
        ("init", "."),
        ("new", "teacher", "--name", "Ana Lopez", "--yes"),
        ("new", "inquiry", "--title", "Talk", "--teacher", "ana-lopez", "--tool", tool, "--yes"),
    ):
        ran = portfolio(*typed, inside=root)
        assert ran.status == 0, ran.err
    return root


@dataclass(frozen=True, slots=True)
class Importer:
    """Imports files into a copy of a new program."""

    root: Path

    @classmethod
    def into_copy_of(cls, program: Path, root: Path) -> "Importer":
        """`root` becomes the copy."""
        copytree(program, root, dirs_exist_ok=True)
        return cls(root)

    def take(
        self, name: str, data: bytes | str, options: Sequence[str] = (), answers: Sequence[str] | None = None
    ) -> Ran:
        """`portfolio import NAME`; with `answers` someone sits at the terminal and types them, line by
        line."""
        (self.root / name).write_bytes(data.encode() if isinstance(data, str) else data)
        typed = "".join(f"{answer}\n" for answer in answers or ())
        return portfolio(
            "import",
            name,
            *options,
            inside=self.root,
            stdin=typed.encode(),
            someone_there=answers is not None,
        )

    @property
    def tables(self) -> Mapping[str, list[str]]:
        """The inquiry's tables by name, line by line."""
        folder = self.root / TALK / "data"
        return {path.name: path.read_text("utf-8").splitlines() for path in sorted(folder.glob("*"))}
