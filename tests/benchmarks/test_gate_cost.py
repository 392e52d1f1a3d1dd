"""What the privacy gate costs with a roster of 500 names, beside a first build with charts."""

import time
from datetime import date
from pathlib import Path

import pytest

from generator.building.build_context import BuildContext, open_build_context
from generator.building.options import BuildOptions
from generator.building.teacher_unit import build_teacher
from generator.privacy.adult_names import adult_words
from generator.privacy.gate import gate_teacher
from generator.privacy.output_scan import scan_output
from generator.privacy.written_names import WrittenNames
from generator.reading.content_files import load_teacher
from generator.reading.parsed_folder import ParsedFolder, parse_folder
from tests.benchmarks.conftest import Bars
from tests.programs import write_program

pytestmark = pytest.mark.bench
TEACHERS, CLASSES, VISITS, NAMES = 6, 3, 18, 500
ROSTER = Path(__file__).parents[1] / "privacy" / "clean" / "roster.txt"


def opened(root: Path) -> tuple[BuildContext, list[ParsedFolder]]:
    """A program with data and the roster, and the folders of its teachers."""
    content = write_program(root, TEACHERS, classes=CLASSES, visits=VISITS)
    (root / "private").mkdir()
    (root / "private" / "roster.txt").write_bytes(ROSTER.read_bytes())
    context, _ = open_build_context(BuildOptions(content, root / "output", date(2026, 2, 1)))
    assert context is not None
    assert len(context.render.privacy.roster.names) == NAMES
    names = sorted(path.name for path in (content / "teachers").iterdir())
    return context, [parse_folder(load_teacher(content, name)[0]) for name in names]


def build_and_gate(context: BuildContext, folder: ParsedFolder) -> tuple[float, float]:
    """Seconds of processor time for a teacher's pages, the gate and all, and for the gate alone."""
    render = context.render
    began = time.process_time()
    built = build_teacher(render, context.folder, folder)
    ended = time.process_time()
    assert built.teacher is not None
    assert any(b"<svg" in data for data in built.part.files.values())
    names, adults = render.privacy.names, adult_words(render.program, built.teacher)
    began_gate = time.process_time()
    gated = gate_teacher(built.teacher, folder, render.program, render.privacy)
    written = WrittenNames(folder.files, names, adults)
    findings = scan_output(built.part.files, names, adults, built.teacher.contact, gated.allowed, written)
    ended_gate = time.process_time()
    assert not findings
    return ended - began, ended_gate - began_gate


def test_the_gate_is_under_a_tenth_of_a_first_build(tmp_path: Path, bars: Bars) -> None:
    context, folders = opened(tmp_path)
    costs = [build_and_gate(context, folder) for folder in folders]  # charts are drawn anew for each
    build, gate = (min(cost[part] for cost in costs) for part in (0, 1))
    note = f"{1000 * gate:.1f} of {1000 * build:.0f} ms a teacher, {NAMES} names"
    bars.hold("privacy gate / first build with charts, of a teacher", gate / build, at_most=0.1, note=note)
