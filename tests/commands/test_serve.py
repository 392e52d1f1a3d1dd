"""`portfolio serve` as it is typed."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import PROGRAM, Site
from tests.terminal import portfolio

Served = tuple[subprocess.Popen[str], Callable[[str], re.Match[str]]]
PATIENCE = 60  # seconds


@contextmanager
def served(inside: Path, *typed: str) -> Iterator[Served]:
    """The command as a process of its own, as a shell starts it in the background: Ctrl-C is ignored
    unless it asks for it.  And a way to wait for what it says."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from generator.cli import main; main()", "serve", *typed],
        cwd=inside,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )
    assert process.stdout is not None
    printed: list[str] = []

    def until(pattern: str) -> re.Match[str]:
        for line in process.stdout or ():
            printed.append(line)
            if match := re.search(pattern, line):
                return match
        raise AssertionError("".join(printed))

    watchdog = threading.Timer(PATIENCE, process.kill)
    watchdog.start()
    try:
        yield process, until
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.skipif(os.name == "nt", reason="signals as on Linux and macOS")
def test_without_a_program_on_a_busy_port_and_in_the_background(site: Callable[..., Site]) -> None:
    one = site({"program.yml": None})
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with served(one.root, "--port", str(port), "--output", "public") as (process, until):
            until(f"Port {port} is in use; this one is free.")
            address = until(r"The site: (http://127\.0\.0\.1:\d+/) ")[1]
            until(r"content/program.yml: error")
            with urlopen(address) as answer:
                assert "There is no site to show yet" in answer.read().decode()
            one.change({"program.yml": str(PROGRAM["program.yml"])})
            until(r"Built in \S+ s\. Nothing needs attention\.")
            with urlopen(address) as answer:
                assert "Maple Grove" in answer.read().decode()
            process.send_signal(signal.SIGINT)
            until("Stopped")
            assert process.wait(PATIENCE) == 0
    assert not one.output.exists()
    assert not (one.root / "public").exists()


def test_where_there_is_no_content_it_says_what_to_do(tmp_path: Path) -> None:
    ran = portfolio("serve", inside=tmp_path)
    assert ran.status == 3
    assert "portfolio init" in ran.err


@pytest.mark.parametrize("port", ["-1", "65536", "eighty"])
def test_a_port_that_cannot_be_is_wrong_use(tmp_path: Path, port: str) -> None:
    assert portfolio("serve", "--port", port, inside=tmp_path).status == 2
