"""python -m tests.mutation [--room NAME] [--module PART OF A PATH]

Prints each mutant that no test notices and has no reason in survivors.tsv, what of that list is no longer
so, and the score of each module. Ends with 1 where it printed any but the score.
"""

import argparse
import sys
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import NamedTuple

import pytest

from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.reach import Reach, clear_caches, measure
from tests.mutation.rooms import ROOMS, ROOT, Room
from tests.mutation.survivors import FILE, Survivor, compare, read_survivors
from tests.mutation.workers import (
    Result,
    collect,
    import_libraries,
    tested_anew,
    tested_in_place,
    unchanged,
)

ALIVE = (Result.SURVIVED, Result.NOT_REACHED)


class Outcome(NamedTuple):
    """A mutant and what the tests made of it."""

    mutant: Mutant
    result: Result

    @property
    def key(self) -> tuple[str, str]:
        """By which it stands in the list of survivors."""
        return self.mutant.place, self.mutant.change


def outcomes(room: Room, mutants: Sequence[Mutant]) -> Iterator[Outcome]:
    """Each mutant with its result, as it comes. Raises RuntimeError where a test fails without a mutant."""
    reach = measure(room)
    if reach.failed:
        raise RuntimeError(f"without a mutant, this fails already: {', '.join(reach.failed)}")
    anew = [mutant for mutant in mutants if not mutant.function]
    costs = {test: reach.cost(test) for test in reach.shared_fixtures}
    for outcome in _in_place(room, reach, [mutant for mutant in mutants if mutant.function]):
        if outcome.result is Result.NOT_REPLACED:
            anew.append(outcome.mutant)
        else:
            yield outcome
    if anew and tested_anew(unchanged(anew[0]), room, costs) is not Result.SURVIVED:
        raise RuntimeError(f"where modules are imported anew, {', '.join(room.tests)} fail without a mutant")
    for mutant in anew:
        yield Outcome(mutant, tested_anew(mutant, room, costs))


def _in_place(room: Room, reach: Reach, mutants: Sequence[Mutant]) -> Iterator[Outcome]:
    """Changes within functions: tested by a process that has imported and collected everything."""
    forking = get_context("fork")
    receiver, sender = forking.Pipe(duplex=False)
    process = forking.Process(target=_test_in_place, args=(room, reach, mutants, sender))
    process.start()
    sender.close()
    with suppress(EOFError):
        while True:
            place, result = receiver.recv()
            yield Outcome(mutants[place], result)
    process.join()
    if process.exitcode:
        raise RuntimeError(f"the tests in {', '.join(room.tests)} could not be run without a mutant")


def _test_in_place(room: Room, reach: Reach, mutants: Sequence[Mutant], sender: Connection) -> None:
    """Sends (place of the mutant, result): first of those that shared fixtures run, then, with these fixtures
    made once, of all others."""

    def run(items: Sequence[pytest.Item]) -> None:
        tester = _Tester(reach, {item.nodeid: item for item in items})
        if mutants and not tester.passes_without(mutants[0]):
            raise RuntimeError
        places = sorted(range(len(mutants)), key=lambda place: not reach.is_run_by_fixtures(mutants[place]))
        are_made = False
        for place in places:
            if not are_made and not reach.is_run_by_fixtures(mutants[place]):
                make_fixtures([tester.items[test] for test in reach.tests_of_slow_fixtures()])
                are_made = True
            sender.send((place, tester.result(mutants[place])))

    collect(room, run)
    sender.close()


class _Tester:
    """Tests one mutant after the other, and asks those tests first that noticed the last ones."""

    def __init__(self, reach: Reach, items: Mapping[str, pytest.Item]) -> None:
        self.items = items
        self._reach = reach
        self._costs = {test: reach.cost(test) for test in items}
        self._noticed: deque[str] = deque(maxlen=20)

    def passes_without(self, mutant: Mutant) -> bool:
        """Whether the tests pass where nothing but the change is as it is for a mutant.

        What is wrong with a worker (a library, a limit, a folder) would count as a test that notices.
        """
        result, _ = tested_in_place(unchanged(mutant), list(self.items.values()), self._costs)
        return result in (Result.SURVIVED, Result.NOT_REPLACED)

    def result(self, mutant: Mutant) -> Result:
        tests = sorted(self._reach.tests_for(mutant), key=lambda test: test not in self._noticed)
        if self._reach.is_run_by_imports(mutant):
            return Result.NOT_REPLACED
        if not tests:
            return Result.NOT_REACHED
        result, test = tested_in_place(mutant, [self.items[test] for test in tests], self._costs)
        if test:
            self._noticed.append(test)
        return result


def make_fixtures(items: Sequence[pytest.Item]) -> None:
    """Run tests and leave the fixtures that they share with others as they are."""
    for item in items:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=item)
    clear_caches()


def run_room(name: str, parts_of_paths: Sequence[str], survivors: Sequence[Survivor]) -> bool:
    """Test the mutants of a room's modules and print what comes of it; whether all is as the list says."""
    room = ROOMS[name]
    paths = [path for path in room.module_paths() if any(part in path.as_posix() for part in parts_of_paths)]
    mutants = [mutant for path in paths for mutant in mutants_of(path)]
    files = {path.relative_to(ROOT).as_posix() for path in paths}
    listed = [survivor for survivor in survivors if survivor.place.partition(":")[0] in files]
    explained = {(survivor.place, survivor.change) for survivor in listed}
    begun, tested = time.monotonic(), []
    for outcome in outcomes(room, mutants) if mutants else ():
        tested.append(outcome)
        if outcome.result in ALIVE and outcome.key not in explained:
            _say("\t".join([*outcome.key, f"({outcome.result.value})"]))
    alive = [outcome.key for outcome in tested if outcome.result in ALIVE]
    differences = compare(listed, [(mutant.place, mutant.change) for mutant in mutants], alive)
    for place, change in differences.dead:
        _say(f"{place}\t{change}\tis in survivors.tsv, and a test notices it")
    for place, change in differences.gone:
        _say(f"{place}\t{change}\tis in survivors.tsv, and there is no such change")
    for line in score(name, tested, time.monotonic() - begun):
        _say(line)
    return not any(differences)


def score(room: str, tested: Sequence[Outcome], seconds: float) -> Iterator[str]:
    """A line a module, and one for the room: how many mutants, how many of them are noticed."""
    for path in dict.fromkeys(outcome.mutant.path for outcome in tested):
        results = [outcome.result for outcome in tested if outcome.mutant.path == path]
        yield f"{path}: {results.count(Result.KILLED)} of {len(results)} noticed"
    noticed = [outcome.result for outcome in tested].count(Result.KILLED)
    if tested:
        yield f"{room}: {noticed} of {len(tested)} noticed, {noticed / len(tested):.1%}, in {seconds:.0f} s"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """The exit status: 0 where every survivor has its reason, and every reason its survivor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--module", action="append", metavar="PART OF A PATH")
    arguments = parser.parse_args()
    survivors = read_survivors(FILE.read_text("utf-8"))
    import_libraries()
    try:
        as_listed = [run_room(name, arguments.module or [""], survivors) for name in arguments.room or ROOMS]
    except RuntimeError as trouble:
        _say(str(trouble))
        return 1
    return int(not all(as_listed))


if __name__ == "__main__":
    sys.exit(main())
