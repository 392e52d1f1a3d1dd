"""A build opens no socket, starts no process but its own workers, runs no content and unpickles no file."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from generator.building.process_pool import FEWEST
from tests.conftest import Site
from tests.programs import write_program

# what is done in the process from here on is counted; SEEN is where it is written to
WATCHED = """
import json, os, sys
from datetime import date
from pathlib import Path
SEEN = []
ROOT = sys.argv[1]
def watch(event, given):
    if event.split(".")[0] in ("socket", "urllib", "http", "ftplib", "smtplib", "webbrowser"):
        SEEN.append(event)
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.spawn"):
        SEEN.append(event)
    elif event in ("subprocess.Popen", "_posixsubprocess.fork_exec"):
        SEEN.append("a process: " + " ".join(str(one) for one in given[1])[:200])
    elif event == "pickle.find_class" and sys.argv[2] == "1" and not given[0].startswith("babel"):
        SEEN.append(event)  # Babel's own tables of languages are such files; workers talk in them
    elif event in ("compile", "exec") and ROOT in str(given[1] if event == "compile" else given[0]):
        SEEN.append(event)
sys.addaudithook(watch)
if len(sys.argv) > 3:
    exec(sys.argv[3])
from generator.build import build
from generator.building.options import BuildOptions
root, day, jobs = Path(ROOT), date(2026, 2, 1), int(sys.argv[2])
for _ in range(2):
    build(BuildOptions(root / "content", root / "output", day, jobs=jobs, cache=root / "cache"))
print(json.dumps(SEEN))
"""


def done(root: Path, jobs: int = 1, first: str = "") -> Counter[str]:
    typed = [sys.executable, "-c", WATCHED, str(root), str(jobs), *([first] if first else [])]
    said = subprocess.run(typed, capture_output=True, encoding="utf-8", check=True)
    return Counter(json.loads(said.stdout.splitlines()[-1]))


def test_a_build_is_alone(site: Callable[..., Site]) -> None:
    assert done(site().root) == Counter()


def test_with_more_jobs_there_are_its_own_workers_only(tmp_path: Path) -> None:
    write_program(tmp_path, FEWEST, classes=1, visits=7)
    for what in done(tmp_path, jobs=2):
        assert what.startswith("a process: "), what
        assert "multiprocessing" in what, what


def test_the_watch_sees(site: Callable[..., Site]) -> None:
    told = {
        "socket.__new__": "import socket; socket.socket().close()",
        "a process: true": "import subprocess; subprocess.run(['true'])",
        "pickle.find_class": "import pickle; pickle.loads(b'cbuiltins\\nlen\\n.')",
    }
    assert told.keys() <= done(site().root, first="\n".join(told.values())).keys()
