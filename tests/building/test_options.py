"""Options and outcome: light to import, and kept whole by the cache."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from generator.building.cache.codec import decode, encode
from generator.building.options import BuildOptions, BuildOutcome, RebuildCause, RebuildReason
from generator.problems import Phrase, Place, error
from generator.site.audience import Audience

HEAVY = "{'altair', 'pydantic', 'jinja2', 'PIL', 'babel', 'nh3', 'yaml', 'markdown'}"


def test_importing_them_imports_nothing_that_makes_pages() -> None:
    look = f"import sys, generator.building.options; print(sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_outcome_comes_back_from_the_cache_as_it_was() -> None:
    outcome = BuildOutcome(
        problems=(error("c", Place("a.md", 3), "{what} is wrong.", "Mend {what}.", what=Phrase("rows")),),
        pages=3,
        withheld=("ana/talk",),
        why=(RebuildReason("ana", RebuildCause.FILES, ("a.md",)),),
    )
    assert decode(encode(outcome), BuildOutcome) == outcome


def test_one_process_and_no_memory_unless_asked() -> None:
    options = BuildOptions(Path("content"), Path("output"), date(2026, 2, 1))
    assert (options.jobs, options.cache, options.audience) == (1, None, Audience.PUBLIC)
