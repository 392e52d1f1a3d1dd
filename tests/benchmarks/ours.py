"""Our own side: a program in a folder, and the builds of it that are measured."""

import compileall
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from tests.benchmarks.measure import Command, nothing

_REPOSITORY = Path(__file__).parents[2]
_PORTFOLIO = Path(sys.executable).with_name("portfolio")
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Program:
    """A program in `root`/content; its site and whatever is remembered lie beside it."""

    root: Path
    edited: Path = field(compare=False)  # the reflection that is edited

    @property
    def output(self) -> Path:
        return self.root / "output"

    def cold(self) -> Command:
        """A first build, on a computer that has never seen the program."""
        return self._build(partial(_only_content, self.root))

    def unchanged(self) -> Command:
        """Built once more, right after a build."""
        return self._build(nothing)

    def one_edit(self) -> Command:
        """Built again after one reflection was given another sentence."""
        return self._build(self.edit)

    def edit(self) -> str:
        """Adds a sentence to the reflection; returns it."""
        sentence = f"A sentence written at the end, number {next(_NUMBERS)}."
        text = self.edited.read_text("utf-8").split("\n\nA sentence written at the end")[0]
        self.edited.write_text(f"{text.rstrip()}\n\n{sentence}\n", "utf-8")
        return sentence

    def checked(self) -> Command:
        """Everything is looked at, and nothing is written to the site."""
        return self._command(("check", "--content", "content"), nothing)

    def _build(self, before: Callable[[], object]) -> Command:
        return self._command(("build", "--content", "content", "--output", "output"), before)

    def _command(self, typed: tuple[str, ...], before: Callable[[], object]) -> Command:
        # what a later version may keep in the user's cache must not survive from program to program
        env = {"PYTHONPATH": str(_REPOSITORY), "XDG_CACHE_HOME": str(self.root / "cache")}
        return Command((str(_PORTFOLIO), *typed), self.root, before, env)


def program(content: Path) -> Program:
    """The program; the edited reflection is a middle one of a teacher in the middle.

    Our modules are compiled, as those of an installed program (and of the peers) are.
    """
    compileall.compile_dir(_REPOSITORY / "generator", quiet=2)
    teachers = sorted((content / "teachers").iterdir())
    reflections = sorted(teachers[len(teachers) // 2].rglob("reflections/*.md"))
    return Program(content.parent, reflections[len(reflections) // 2])


def _only_content(root: Path) -> None:
    for path in root.iterdir():
        if path.name == "content":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
