"""No parser fails with anything but a problem, whatever it is given: the fuzzing of tests/fuzz, a little."""

import random
import time

import pytest

from tests.fuzz.__main__ import SLOW, mutated
from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_are_read_or_refused_in_time(name: str) -> None:
    chance = random.Random(name)
    for _ in range(150):
        data = mutated(chance, SEEDS[name])
        begun = time.monotonic()
        TARGETS[name](data)
        assert time.monotonic() - begun < SLOW, data[:200]
