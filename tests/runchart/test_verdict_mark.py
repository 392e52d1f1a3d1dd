"""The shapes beside verdicts."""

from generator.model import Verdict
from generator.runchart.verdict_mark import verdict_shape


def test_every_verdict_and_none_have_a_shape_of_their_own() -> None:
    shapes = {verdict_shape(verdict) for verdict in (*Verdict, None)}
    assert len(shapes) == len(Verdict) + 1
