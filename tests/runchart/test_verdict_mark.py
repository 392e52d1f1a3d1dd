"""The shapes beside verdicts."""

import re
from pathlib import Path

from generator.model import Verdict
from generator.runchart.verdict_mark import verdict_shape, verdict_tone

BASE = Path(__file__).parents[2] / "themes/default/styles/base.css"


def test_every_verdict_and_none_have_a_shape_of_their_own() -> None:
    shapes = {verdict_shape(verdict) for verdict in (*Verdict, None)}
    assert len(shapes) == len(Verdict) + 1


def test_pages_colour_the_same_verdicts_as_pictures() -> None:
    style = BASE.read_text("utf-8")
    colours = {"accent": "good", "warn": "bad"}
    rules = re.findall(r"^(\.mark-[^{]+) { color: var\(--(\w+)\); }", style, re.M)
    tones = {
        mark: colours[colour] for marks, colour in rules for mark in marks.split(", ") if colour in colours
    }
    assert tones == {f".mark-{verdict}": tone for verdict in Verdict if (tone := verdict_tone(verdict))}
    assert verdict_tone(None) == ""
