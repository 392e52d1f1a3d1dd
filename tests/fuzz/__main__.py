"""python -m tests.fuzz [TARGET ...] --seconds 60: with atheris where it is installed, else by chance.

What makes a target fail is written to fuzz-TARGET-N.bin in the folder one is in; make a case of it in
tests/hostile/.
"""

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.seeds import PIECES, SEEDS
from tests.fuzz.targets import TARGETS

SLOW = 5  # seconds for one input


def mutated(chance: random.Random, seeds: list[bytes]) -> bytes:
    """A seed with some of its bytes cut, doubled, changed, or with odd pieces put in."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        way = chance.random()
        if way < 0.45:
            data[at:at] = chance.choice(PIECES)
        elif way < 0.6:
            del data[at : at + chance.randint(1, 12)]
        elif way < 0.75:
            data[at:at] = data[at : at + chance.randint(1, 60)] * chance.randint(1, 30)
        elif way < 0.9 and data:
            data[at % len(data)] = chance.randrange(256)
        else:
            data[at:at] = chance.choice(seeds)
    return bytes(data)


def by_chance(name: str, target: Callable[[bytes], None], seconds: float, seed: int) -> int:
    """How many inputs were tried; the ones that fail are kept and counted on standard error."""
    chance, end, tried, failed = random.Random(seed), time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        data = mutated(chance, SEEDS[name])
        tried += 1
        begun = time.monotonic()
        try:
            target(data)
            if time.monotonic() - begun > SLOW:
                raise TimeoutError(f"{time.monotonic() - begun:.1f} s")
        except Exception:
            failed += 1
            Path(f"fuzz-{name}-{failed}.bin").write_bytes(data)
            traceback.print_exc()
    sys.stdout.write(f"{name}: {tried} inputs, {failed} failed\n")
    return failed


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("target", nargs="*", choices=[*TARGETS, []])
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--seed", type=int, default=time.time_ns())
    given = asked.parse_args()
    names = given.target or list(TARGETS)
    try:
        import atheris
    except ImportError:
        each = given.seconds / len(names)
        return int(sum(by_chance(name, TARGETS[name], each, given.seed) for name in names) > 0)
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={int(given.seconds)}"], TARGETS[names[0]])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
