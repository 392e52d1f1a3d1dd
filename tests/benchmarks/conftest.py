"""What the bars of all benchmarks share: each figure is noted, printed at the end, and held against
what it must reach."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

from tests.benchmarks.measure import RUNS

TEACHERS = int(os.environ.get("BENCH_TEACHERS", "2000"))
LARGE = bool(os.environ.get("BENCH_LARGE"))
RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and the least or the most that it may be."""

    name: str
    figure: float
    at_most: float | None
    at_least: float | None
    note: str

    @property
    def reached(self) -> bool:
        above = self.at_most is not None and self.figure > self.at_most
        below = self.at_least is not None and self.figure < self.at_least
        return not (above or below)

    def __str__(self) -> str:
        wanted = f"at most {self.at_most:g}" if self.at_most is not None else f"at least {self.at_least:g}"
        verdict = "reached" if self.reached else "MISSED"
        return f"{self.name:58} {self.figure:9.3g}   {wanted:14} {verdict:8} {self.note}"


@dataclass(slots=True)
class Bars:
    """All figures of one run of the benchmarks."""

    found: list[Bar] = field(default_factory=list)

    def hold(
        self,
        name: str,
        figure: float,
        *,
        at_most: float | None = None,
        at_least: float | None = None,
        note: str = "",
    ) -> None:
        """Notes the figure; fails the test where it misses."""
        bar = Bar(name, figure, at_most, at_least, note)
        self.found.append(bar)
        print(f"\n{bar}")
        if not bar.reached:
            pytest.fail(str(bar), pytrace=False)

    def write(self) -> None:
        RESULTS.mkdir(exist_ok=True)
        known = {
            "python": sys.version.split()[0],
            "teachers": TEACHERS,
            "runs": RUNS,
            "bars": [asdict(bar) | {"reached": bar.reached} for bar in self.found],
        }
        (RESULTS / "bars.json").write_text(json.dumps(known, indent=2) + "\n", "utf-8")


@pytest.fixture(scope="session")
def bars() -> Iterator[Bars]:
    bars = Bars()
    yield bars
    if bars.found:
        bars.write()
        print("\n\n" + "\n".join(map(str, bars.found)))
