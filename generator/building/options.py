"""What a build is asked for, and what comes of it.  Imports nothing that makes pages."""

from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path

from generator.problems import Problem
from generator.writing.output_folder import Written


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """`today` is read only where something can expire."""

    content: Path
    output: Path
    today: Date
    drafts: bool = False
    clean: bool = False
    jobs: int | None = 1  # the most processes that may work at once; None is as many as there are cores
    cache: Path | None = None  # the folder of what is known of earlier builds; None remembers nothing
    scheduler: str = ""  # the address of a Dask scheduler whose workers make the teachers' pages


@dataclass(frozen=True, slots=True)
class RebuildReason:
    """Why a piece was made again: it is `new`, or the `program`, its own `files` (these) or its pages in
    the `output` are not as they were."""

    name: str
    reason: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """What came of a build or check.  `readable` is False where program.yml could not be read:
    then nothing was made and nothing was changed."""

    problems: tuple[Problem, ...]
    readable: bool = True
    pages: int = 0
    teachers: int = 0
    inquiries: int = 0
    withheld: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    bytes_total: int = 0
    language: str = "en"
    names_checked: bool = False  # whether there was a roster to compare texts with
    written: Written | None = None  # None where nothing was to be written
    why: tuple[RebuildReason, ...] = ()
