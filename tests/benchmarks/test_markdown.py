"""Many Markdown files and no data: the time and memory of builds, against other generators.

Twelve thousand files of 2,000 teachers, unless BENCH_TEACHERS says otherwise.  BENCH_PEERS=hugo
leaves the slower generators out.
"""

from dataclasses import dataclass

import pytest

from tests.benchmarks.conftest import TEACHERS, Bars
from tests.benchmarks.measure import Command, Cost, cost, peak_memory, side_by_side, site_files, written_since
from tests.benchmarks.ours import Program, program
from tests.benchmarks.peers import ELEVENTY, HUGO, MKDOCS, PELICAN, Missing
from tests.programs import pages_of, write_pages

pytestmark = pytest.mark.bench
FILES = f"{6 * TEACHERS:,} files"
COLD, UNCHANGED, EDITED = "first build", "nothing changed", "one reflection edited"


@dataclass(frozen=True, slots=True)
class Field:
    """All who run: our program and the peers that are there."""

    ours: Program
    peers: dict[str, Command]
    missing: dict[str, str]  # name of a peer -> why it is not there

    def peer(self, name: str) -> Command:
        if name in self.missing:
            pytest.skip(self.missing[name])
        return self.peers[name]


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Field:
    root = tmp_path_factory.mktemp("markdown")
    pages = list(pages_of(TEACHERS))
    peers: dict[str, Command] = {}
    missing: dict[str, str] = {}
    for peer in (HUGO, MKDOCS, PELICAN, ELEVENTY):
        try:
            peers[peer.name] = peer.site(root / peer.name, pages)
        except Missing as reason:
            missing[peer.name] = str(reason)
    return Field(program(write_pages(root / "ours", TEACHERS)), peers, missing)


@pytest.fixture(scope="module")
def costs(field: Field) -> dict[str, Cost]:
    """Every build that is compared, each round in this order: ours go on from one another."""
    ours = {COLD: field.ours.cold(), UNCHANGED: field.ours.unchanged(), EDITED: field.ours.one_edit()}
    found = side_by_side(ours | field.peers)
    print(f"\n\n{FILES}: processor time, time on the wall")
    for name, one in found.items():
        print(f"  {name:24} {one.work:8.2f} s {one.wall:8.2f} s")
    return found


@pytest.mark.parametrize(
    ("peer", "most"), [("Hugo", 3.0), ("Pelican", 1.0), ("MkDocs", 1.0), ("Eleventy", 1.0)]
)
def test_first_build(field: Field, costs: dict[str, Cost], bars: Bars, peer: str, most: float) -> None:
    field.peer(peer)
    bars.hold(f"first build of {FILES} / {peer}", costs[COLD].work / costs[peer].work, at_most=most)


def test_one_reflection_edited(field: Field, costs: dict[str, Cost], bars: Bars) -> None:
    field.peer("Hugo")
    ratio = costs[EDITED].work / costs["Hugo"].work
    bars.hold(f"one edited of {FILES} / all by Hugo", ratio, at_most=0.3)


def test_nothing_changed(field: Field, costs: dict[str, Cost], bars: Bars) -> None:
    field.peer("Hugo")
    ratio = costs[UNCHANGED].work / costs["Hugo"].work
    bars.hold(f"nothing changed in {FILES} / all by Hugo", ratio, at_most=0.15)


def test_an_edit_rewrites_the_pages_that_quote_it_and_no_others(
    field: Field, costs: dict[str, Cost], bars: Bars
) -> None:
    """Every page with the new sentence is written, and nothing else but what differs because of it."""
    ours = field.ours
    cost(ours.unchanged())
    before = {name: path.read_bytes() for name, path in site_files(ours.output).items()}
    sentence = ours.edit()
    written = written_since(ours.output, lambda: cost(ours.unchanged()))
    after = {name: path.read_bytes() for name, path in site_files(ours.output).items()}
    quoting = {name for name, data in after.items() if sentence.encode() in data}
    assert quoting
    assert quoting <= written
    assert {name for name in written if before.get(name) == after.get(name)} == set(), "for nothing"
    note = ", ".join(sorted(written - quoting))
    bars.hold(
        "files written for one edit, beside those that quote it", len(written - quoting), at_most=0, note=note
    )


def test_nothing_is_written_where_nothing_changed(field: Field, costs: dict[str, Cost], bars: Bars) -> None:
    cost(field.ours.unchanged())
    written = written_since(field.ours.output, lambda: cost(field.ours.unchanged()))
    bars.hold(
        "files written where nothing changed", len(written), at_most=0, note=", ".join(sorted(written)[:5])
    )


@pytest.fixture(scope="module")
def our_memory(field: Field) -> float:
    return peak_memory(field.ours.cold())


@pytest.mark.parametrize(("peer", "most"), [("Hugo", 0.5), ("Eleventy", 1.0)])
def test_memory(field: Field, our_memory: float, bars: Bars, peer: str, most: float) -> None:
    theirs = peak_memory(field.peer(peer))
    note = f"{our_memory:.0f} MB, {theirs:.0f} MB"
    bars.hold(f"memory of a first build of {FILES} / {peer}", our_memory / theirs, at_most=most, note=note)
