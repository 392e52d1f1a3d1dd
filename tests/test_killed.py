"""A build that is killed, at whatever moment, leaves a site of whole pages; the next one makes it right.

Twelve kills here, KILLS=1000 in `make torture`.  A build is a process of its own, forked from one that
has everything imported, so that most of its time is the work and little the start.
"""

import os
import random
import time
from collections.abc import Mapping
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build import build
from generator.building.options import BuildOptions
from tests.conftest import ANA, PROGRAM, Site

KILLS = int(os.environ.get("KILLS", "12"))
FORKS = get_context("forkserver")  # not on Windows, where nobody tests
ABOUT = "teachers/ben-carter/about.md"
TITLE = str(PROGRAM["program.yml"]).replace("Maple Grove", "Birch Grove")
# two states of the program: other words, an inquiry and a page more or less, another title everywhere
ONE = {**PROGRAM, "teachers/ben-carter/reading/inquiry.md": None}
TWO = {
    **PROGRAM,
    "program.yml": TITLE,
    f"{ANA}/inquiry.md": str(PROGRAM[f"{ANA}/inquiry.md"]).replace("Making", "Seeing"),
    "pages/about.md": None,
}


def whole_build(options: BuildOptions) -> None:
    build(options)


def written(root: Path, state: Mapping[str, str | bytes | None]) -> Site:
    """The state on the disk; what it says is not there is taken away."""
    site = Site(root)
    return site.change({name: data for name, data in state.items() if data or (site.content / name).exists()})


def options_for(site: Site) -> BuildOptions:
    return BuildOptions(site.content, site.output, date(2026, 2, 1), cache=site.root / ".portfolio-cache")


def clean(site: Site) -> dict[str, bytes]:
    other = Site(site.root, output_name="clean")
    build(replace(options_for(other), cache=None, clean=True))
    return other.pages()


@pytest.mark.skipif(
    "forkserver" not in __import__("multiprocessing").get_all_start_methods(), reason="POSIX only"
)
def test_killed_at_any_moment_every_page_is_whole_and_the_next_build_repairs(tmp_path: Path) -> None:
    FORKS.set_forkserver_preload(["generator.build", "generator.building.site_assembly", __name__])
    states = (ONE, TWO)
    sites = [clean(written(tmp_path, state)) for state in states]
    build(options_for(Site(tmp_path)))
    chance = random.Random(KILLS)
    longest = 0.3
    died = 0
    for number in range(KILLS):
        old, new = sites[(number + 1) % 2], sites[number % 2]
        site = written(tmp_path, states[number % 2])
        process = FORKS.Process(target=whole_build, args=(options_for(site),))
        begun = time.monotonic()
        process.start()
        wait = chance.uniform(0, longest)
        process.join(wait)
        if process.is_alive():
            process.kill()
            process.join()
            died += 1
        else:
            longest = max(0.05, 0.5 * longest + 0.6 * (time.monotonic() - begun))
        pages = site.pages()
        torn = [name for name, data in pages.items() if data not in (old.get(name), new.get(name))]
        assert not torn, f"kill {number} after {wait:.3f} s left half a page"
        missing = (old.keys() & new.keys()) - pages.keys()
        assert not missing, f"kill {number} after {wait:.3f} s lost pages"
        outcome = build(options_for(site))
        assert not [problem for problem in outcome.problems if problem.is_error]
        assert site.pages() == new, f"after kill {number} at {wait:.3f} s"
        left = [path.name for path in site.output.iterdir() if "half" in path.name]
        assert not left, "half pages are swept"
    assert died > KILLS / 4, "most builds were really killed"
