"""Teachers on a Dask cluster on this machine: the bytes of a local build, also where a worker is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import write_program
from tests.terminal import portfolio

pytest.importorskip("distributed")
TEACHERS = 30


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """(address, workers) of a scheduler with two worker processes on the loopback address."""
    where = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}

    def start(*command: str) -> subprocess.Popen[bytes]:
        arguments = [sys.executable, "-m", *command, "--scheduler-file", str(where), "--no-dashboard"]
        return subprocess.Popen(arguments, env=environment, stderr=subprocess.DEVNULL)

    processes = [start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")]
    try:
        for _ in range(200):
            if where.exists() and where.stat().st_size:
                break
            time.sleep(0.1)
        one = ("distributed.cli.dask_worker", "--nthreads", "1", "--host", "127.0.0.1", "--no-nanny")
        workers = [start(*one), start(*one)]
        processes += workers
        yield json.loads(where.read_text())["address"], workers
    finally:
        for process in processes:
            process.kill()
            process.wait()


def files_of(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(".runfolio")
    }


def test_the_bytes_are_those_of_a_local_build_also_where_a_worker_is_lost(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    content = write_program(tmp_path, TEACHERS, classes=1, visits=14)
    (content / "teachers/teacher-00003/about.md").write_text("---\nnam: Wrong\n---\n")
    here = portfolio("build", "--output", "here", inside=tmp_path)
    time.sleep(1)  # until both workers have said that they are there
    command = [sys.executable, "-m", "generator", "build", "--clean", "--content", str(content)]
    away = subprocess.Popen(
        [*command, "--output", str(tmp_path / "away"), "--scheduler", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    time.sleep(2.5)
    workers[0].send_signal(signal.SIGKILL)
    said, errors = away.communicate(timeout=120)
    assert away.returncode == here.status, errors
    assert files_of(tmp_path / "away") == files_of(tmp_path / "here")
    assert said.splitlines()[-3] == here.out.splitlines()[-3]


def test_where_nobody_answers_the_remedy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.making.cluster._PATIENCE", 0.5)
    write_program(tmp_path, 1, classes=0)
    done = portfolio("build", "--scheduler", "tcp://127.0.0.1:9", inside=tmp_path)
    assert done.status == 3
    assert "dask scheduler" in done.err
    assert not (tmp_path / "output" / "index.html").exists()
