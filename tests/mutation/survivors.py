"""`survivors.tsv`: the mutants that no test notices, one a line, each with the reason why no user could."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "survivors.tsv"
HEADINGS = ["place", "change", "why no user could tell"]


class Survivor(NamedTuple):
    """A line of the list. `place` and `change` are those of the mutant."""

    place: str
    change: str
    reason: str


class Comparison(NamedTuple):
    """What differs between the list and what the tests left alive, as (place, change)."""

    unexplained: list[tuple[str, str]]  # alive and not in the list
    dead: list[tuple[str, str]]  # in the list, and a test notices it
    gone: list[tuple[str, str]]  # in the list, and there is no such change any more


def read_survivors(text: str) -> list[Survivor]:
    """The list. Raises ValueError where a line has no reason, or is there twice."""
    rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or rows[0] != HEADINGS:
        raise ValueError(f"survivors.tsv: the first line is to be {', '.join(HEADINGS)}, with tabs between")
    survivors: dict[tuple[str, str], Survivor] = {}
    for number, row in enumerate(rows[1:], start=2):
        line = f"survivors.tsv, line {number}"
        if len(row) != len(HEADINGS) or not all(cell.strip() for cell in row):
            raise ValueError(f"{line}: a place, a change and a reason, with tabs between")
        survivor = Survivor(*row)
        if (survivor.place, survivor.change) in survivors:
            raise ValueError(f"{line}: {survivor.place} {survivor.change} is there twice")
        survivors[survivor.place, survivor.change] = survivor
    return list(survivors.values())


def compare(
    survivors: Iterable[Survivor], mutants: Iterable[tuple[str, str]], alive: Iterable[tuple[str, str]]
) -> Comparison:
    """The list beside all mutants of the modules it is about, and those of them that were left alive."""
    explained = dict.fromkeys((survivor.place, survivor.change) for survivor in survivors)
    possible, living = set(mutants), list(alive)
    return Comparison(
        unexplained=[key for key in living if key not in explained],
        dead=[key for key in explained if key in possible and key not in set(living)],
        gone=[key for key in explained if key not in possible],
    )
