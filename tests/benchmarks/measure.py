"""What a command costs: processor time and memory of all its processes, and what it writes.

Absolute figures say little on a machine that others use too.  So commands are measured in turn, side
by side, and what counts is the ratio of the least that each took.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

RUNS = int(os.environ.get("BENCH_RUNS", "5"))
EVERY = 0.02  # seconds between two looks at the memory
_UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "COVERAGE_PROCESS_START")
OWN = ".runfolio-"  # how the names of files in the output begin that are not the site's


class Failed(Exception):
    """A command that was to be measured ended with an error."""


def nothing() -> None:
    """What most commands need to be done before they run."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed where; `before` sets the stage and is not measured."""

    args: tuple[str, ...]
    folder: Path
    before: Callable[[], object] = nothing
    env: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor time of all processes, user and system together, and the time on the wall; seconds."""

    work: float
    wall: float


def side_by_side(commands: Mapping[str, Command], runs: int = RUNS) -> dict[str, Cost]:
    """The least that each command cost in so many rounds, in each of which all take their turn."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(cost(command))
    return {
        name: Cost(min(one.work for one in costs), min(one.wall for one in costs))
        for name, costs in found.items()
    }


def cost(command: Command) -> Cost:
    """Runs the command once; its processes count as far as they were waited for, as all of ours are."""
    with _started(command) as process:
        began = time.perf_counter()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, wall)


def peak_memory(command: Command, runs: int = min(RUNS, 3)) -> float:
    """The most that all processes of the command held at once, in MB: their proportional set sizes,
    in which a page that several share is counted once.  The least of so many runs."""
    return min(_peak(command) for _ in range(runs))


def _peak(command: Command) -> float:
    most = 0.0
    with _started(command) as process:
        while process.poll() is None:
            most = max(most, sum(map(_held, _session(process.pid))))
            time.sleep(EVERY)
    return most / 1024


@contextmanager
def _started(command: Command) -> Iterator["subprocess.Popen[bytes]"]:
    """The command as the leader of a session, so that its processes can be told from others."""
    command.before()
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(
            command.args,
            cwd=command.folder,
            env={name: value for name, value in os.environ.items() if name not in _UNUSUAL}
            | dict(command.env),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process:
            yield process
        if process.returncode:
            said.seek(0)
            tail = said.read().decode(errors="replace")[-2000:]
            raise Failed(f"{' '.join(command.args)} ended with {process.returncode}:\n{tail}")


def _session(leader: int) -> list[int]:
    members = []
    for name in (path.name for path in Path("/proc").iterdir()):
        if name.isdigit():
            try:
                if os.getsid(int(name)) == leader:
                    members.append(int(name))
            except ProcessLookupError:  # it has just ended
                continue
    return members


def _held(process: int) -> float:
    """KB, as the kernel reckons; 0 for a process that has just ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


def site_files(output: Path) -> dict[str, Path]:
    """Every file of a site by its path below the output folder."""
    found = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}
    return {name: path for name, path in found.items() if not name.startswith(OWN)}


def written_since(output: Path, act: Callable[[], object]) -> set[str]:
    """The files of a site that `act` writes, be it with the same bytes, or removes."""

    def look() -> dict[str, tuple[int, int]]:
        states = {name: path.stat() for name, path in site_files(output).items()}
        return {name: (state.st_ino, state.st_mtime_ns) for name, state in states.items()}

    before = look()
    act()
    after = look()
    return {name for name in before | after if before.get(name) != after.get(name)}
