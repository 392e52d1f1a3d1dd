"""Typing `portfolio ...` in a folder, within the running process: status, what was said, what went wrong."""

import io
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    status: int
    out: str
    err: str


class _Terminal(io.TextIOWrapper):
    """A keyboard that someone sits at."""

    def isatty(self) -> bool:
        return True


def portfolio(*typed: object, inside: Path, stdin: bytes = b"", someone_there: bool = False) -> Ran:
    """`someone_there`: what is typed comes from a terminal, where questions can be asked."""
    out, err = io.StringIO(), io.StringIO()
    keyboard = (_Terminal if someone_there else io.TextIOWrapper)(io.BytesIO(stdin), "utf-8")
    with chdir(inside), redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", keyboard):
        try:
            main([str(word) for word in typed])
        except SystemExit as end:
            status = end.code
    assert isinstance(status, int)
    return Ran(status, out.getvalue(), err.getvalue())


def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on, as often as each is."""
    read_bytes: Callable[[Path], bytes] = Path.read_bytes
    names: list[str] = []

    def noted(path: Path) -> bytes:
        names.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    return names
