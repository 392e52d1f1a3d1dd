"""Teachers on a Dask cluster on this machine: the bytes of a local build, also where a worker is lost."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.programs import write_program
from tests.terminal import portfolio

distributed = pytest.importorskip("distributed")
TEACHERS = 30
PATIENCE = 60  # seconds
SURROUNDINGS = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


class ReportBusyWorkers(distributed.SchedulerPlugin):  # type: ignore[misc, name-defined]
    """In the scheduler: tells whoever listens which worker was given work."""

    async def start(self, scheduler: Any) -> None:
        self.scheduler = scheduler

    def transition(self, key: Any, start: str, finish: str, *_: Any, **__: Any) -> None:
        if finish == "processing":
            self.scheduler.log_event("busy", self.scheduler.tasks[key].processing_on.name)


@dataclass(frozen=True)
class Cluster:
    """A scheduler with two worker processes on the loopback address, and a client that looks on."""

    scheduler: subprocess.Popen[bytes]
    workers: dict[int, subprocess.Popen[bytes]]
    client: Any

    @property
    def address(self) -> str:
        return str(self.client.scheduler.address)

    @contextmanager
    def watched(self) -> Iterator["BusyWorker"]:
        busy = BusyWorker()
        self.client.register_plugin(ReportBusyWorkers())
        self.client.subscribe_topic("busy", busy.report)
        yield busy
        self.client.unsubscribe_topic("busy")


class BusyWorker:
    """The number of the first worker that was given work, as soon as one was."""

    def __init__(self) -> None:
        self._name = ""
        self._reported = threading.Event()

    def report(self, event: tuple[float, Any]) -> None:
        self._name = self._name or str(event[1])
        self._reported.set()

    def wait(self) -> int:
        assert self._reported.wait(PATIENCE), "no worker ever had work"
        return int(self._name)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    where = tmp_path / "scheduler.json"
    processes: list[subprocess.Popen[bytes]] = []

    def start(*command: str) -> subprocess.Popen[bytes]:
        arguments = [sys.executable, "-m", *command, "--scheduler-file", str(where), "--no-dashboard"]
        processes.append(subprocess.Popen(arguments, env=SURROUNDINGS, stderr=subprocess.DEVNULL))
        return processes[-1]

    try:
        scheduler = start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        one = ("distributed.cli.dask_worker", "--nthreads", "1", "--host", "127.0.0.1", "--no-nanny")
        workers = {number: start(*one, "--name", str(number)) for number in range(2)}
        # workers and client wait for the scheduler's file themselves
        with distributed.Client(scheduler_file=str(where), timeout=PATIENCE) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
            yield Cluster(scheduler, workers, client)
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


@contextmanager
def building(content: Path, output: Path, address: str) -> Iterator[subprocess.Popen[str]]:
    """A build on the cluster, in a process of its own."""
    command = [sys.executable, "-m", "generator", "build", "--clean", "--content", str(content)]
    with subprocess.Popen(
        [*command, "--output", str(output), "--scheduler", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=SURROUNDINGS,
    ) as away:
        yield away


def files_of(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(".runfolio")
    }


def test_the_bytes_are_those_of_a_local_build_also_where_a_worker_is_lost(
    tmp_path: Path, cluster: Cluster
) -> None:
    content = write_program(tmp_path, TEACHERS, classes=1, visits=14)
    (content / "teachers/teacher-00003/about.md").write_text("---\nnam: Wrong\n---\n")
    here = portfolio("build", "--output", "here", inside=tmp_path)
    with cluster.watched() as busy, building(content, tmp_path / "away", cluster.address) as away:
        cluster.workers[busy.wait()].send_signal(signal.SIGKILL)
        said, errors = away.communicate(timeout=180)
    assert away.returncode == here.status, errors
    assert files_of(tmp_path / "away") == files_of(tmp_path / "here")
    assert said.splitlines()[-3] == here.out.splitlines()[-3]


def test_where_the_scheduler_goes_away_nothing_is_written_and_one_sentence_says_so(
    tmp_path: Path, cluster: Cluster
) -> None:
    content = write_program(tmp_path, TEACHERS, classes=1, visits=14)
    with cluster.watched() as busy, building(content, tmp_path / "away", cluster.address) as away:
        busy.wait()
        cluster.scheduler.send_signal(signal.SIGKILL)
        _, errors = away.communicate(timeout=180)
    assert away.returncode == 3
    assert "stopped during the build" in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "away" / "index.html").exists()


def test_where_nobody_answers_the_remedy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.building.cluster._PATIENCE", 0.5)
    write_program(tmp_path, 1, classes=0)
    done = portfolio("build", "--scheduler", "tcp://127.0.0.1:9", inside=tmp_path)
    assert done.status == 3
    assert "dask scheduler" in done.err
    assert not (tmp_path / "output" / "index.html").exists()
