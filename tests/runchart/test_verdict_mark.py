"""The shapes beside verdicts."""

from pathlib import Path

from generator.model import Verdict
from generator.runchart.verdict_mark import BAD, GOOD, verdict_shape

BASE = Path(__file__).parents[2] / "themes/default/styles/base.css"


def test_every_verdict_and_none_have_a_shape_of_their_own() -> None:
    shapes = {verdict_shape(verdict) for verdict in (*Verdict, None)}
    assert len(shapes) == len(Verdict) + 1


def test_pages_colour_the_same_verdicts_as_pictures() -> None:
    style = BASE.read_text("utf-8")
    for verdicts, colour in ((GOOD, "accent"), (BAD, "warn")):
        marks = ", ".join(f".mark-{verdict}" for verdict in verdicts)
        assert f"{marks} {{ color: var(--{colour}); }}" in style
