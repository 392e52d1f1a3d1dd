"""Options and outcome of a build; stays light, for it is imported where nothing is to be built."""

from collections.abc import Callable
from datetime import date as Date
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from generator.problems import Problem
from generator.site.audience import Audience
from generator.writing.output_folder import Written

Progress = Callable[[str, int, int], None]  # (stage, how many are done, of how many)


class BuildOptions(Struct, frozen=True):
    """`today` is read only where something can expire."""

    content: Path
    output: Path
    today: Date
    audience: Audience = Audience.PUBLIC
    clean: bool = False
    jobs: int | None = 1  # the most processes that may work at once; None is as many as there are cores
    cache: Path | None = None  # the folder of what is known of earlier builds; None remembers nothing
    latest_date: Date | None = None  # what is dated later is an error; a build's site depends on no day
    quotes_content: bool = False  # on a person's own screen, which is no log that others read
    scheduler: str = ""  # the address of a Dask scheduler whose workers build the teachers' pages


class RebuildCause(StrEnum):
    """What is not as it was when a unit was built last."""

    NEW = "new"  # there was no such unit
    PROGRAM = "program"  # the program's files, its theme or runfolio itself
    FILES = "files"  # the teacher's own files
    OUTPUT = "output"  # the pages in the output folder


class RebuildReason(Struct, frozen=True):
    """Why a teacher's unit was built again; `files` are the ones that changed, where they are the cause."""

    name: str
    reason: RebuildCause
    files: tuple[str, ...] = ()


class ExportedFile(Struct, frozen=True):
    """What came of an export: `data` is None where nothing can be written; the rest as in BuildOutcome."""

    data: bytes | None
    named_language: str
    own_catalogue: bytes = b""


class BuildOutcome(Struct, frozen=True):
    """What came of a build or check.  `readable` is False where program.yml could not be read:
    then nothing was built and nothing was changed."""

    problems: tuple[Problem, ...]
    readable: bool = True
    pages: int = 0
    teachers: int = 0
    inquiries: int = 0
    withheld: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    bytes_total: int = 0
    language: str = "en"  # of the site
    url: str = ""  # of the site, as program.yml names it
    named_language: str = ""  # the one that program.yml names, for talking to the user; empty without
    own_catalogue: bytes = b""  # the program's own translations, as a .po file
    names_checked: bool = False  # whether there was a roster to compare texts with
    written: Written | None = None  # None where nothing was to be written
    why: tuple[RebuildReason, ...] = ()
