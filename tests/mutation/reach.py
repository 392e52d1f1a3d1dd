"""Which tests reach which line of a room's modules, by coverage's contexts, and how long each test takes."""

import functools
import gc
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

import coverage
import pytest

from tests.mutation.mutants import Mutant
from tests.mutation.rooms import ROOT, Room
from tests.mutation.workers import collect

_WHILE_IMPORTING = "importing"
_BETWEEN = "between"
_FIXTURE = "fixture "
SLOW = 0.2  # seconds for a fixture that is worth making once


class Reach(NamedTuple):
    """`contexts`: file -> line -> who runs it: tests, fixtures that several tests share, the import."""

    contexts: Mapping[str, Mapping[int, Sequence[str]]]
    shared_fixtures: Mapping[str, Sequence[str]]  # test -> the contexts of those that it uses
    seconds: Mapping[str, float]  # test, or fixture that several share -> how long it takes
    failed: Sequence[str]

    def tests_for(self, mutant: Mutant) -> list[str]:
        """The tests that run the mutant's statement, the quickest first."""
        contexts = set(self._contexts_of(mutant))
        tests = [
            test
            for test, fixtures in self.shared_fixtures.items()
            if test in contexts or not contexts.isdisjoint(fixtures)
        ]
        return sorted(tests, key=self.cost)

    def cost(self, test: str) -> float:
        """Seconds that a test takes alone, with the fixtures that it shares with others."""
        fixtures = (self.seconds.get(fixture, 0.0) for fixture in self.shared_fixtures[test])
        return self.seconds[test] + math.fsum(fixtures)

    def is_run_by_imports(self, mutant: Mutant) -> bool:
        """Whether the statement does its work before any test begins."""
        return _WHILE_IMPORTING in set(self._contexts_of(mutant))

    def is_run_by_fixtures(self, mutant: Mutant) -> bool:
        """Whether the statement is run where a fixture that several tests share is made."""
        return any(context.startswith(_FIXTURE) for context in self._contexts_of(mutant))

    def tests_of_slow_fixtures(self) -> list[str]:
        """For each shared fixture that takes its time, the quickest test that uses it."""
        slow = [
            name for name, seconds in self.seconds.items() if name.startswith(_FIXTURE) and seconds > SLOW
        ]
        users = {name: [test for test, used in self.shared_fixtures.items() if name in used] for name in slow}
        return list(dict.fromkeys(min(tests, key=self.cost) for tests in users.values() if tests))

    def _contexts_of(self, mutant: Mutant) -> Iterator[str]:
        lines = self.contexts.get(str(ROOT / mutant.path), {})
        for line in range(mutant.lines[0], mutant.lines[1] + 1):
            yield from lines.get(line, ())


def measure(room: Room) -> Reach:
    """Run a room's tests once, in a process of its own."""
    forking = get_context("fork")
    receiver, sender = forking.Pipe(duplex=False)
    process = forking.Process(target=_measure_here, args=(room, sender))
    process.start()
    sender.close()
    try:
        reach: Reach = receiver.recv()
    except EOFError:
        raise RuntimeError(f"the tests in {', '.join(room.tests)} could not be measured") from None
    finally:
        process.join()
    return reach


class _Contexts:
    """A pytest plugin: tells coverage who is at work; times the tests."""

    def __init__(self, measurement: coverage.Coverage) -> None:
        self._measurement = measurement
        self._current = [_BETWEEN]
        self.seconds: dict[str, float] = {}
        self.shared_fixtures: dict[str, list[str]] = {}
        self.failed: list[str] = []
        self._caches = list(_caches())

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for cache in self._caches:  # or the first test to fill one would seem the only one to reach its work
            cache.cache_clear()
        begun = time.process_time()
        self._enter(item.nodeid)
        try:
            return (yield)
        finally:
            self._leave()
            self.seconds[item.nodeid] = time.process_time() - begun
            self.shared_fixtures[item.nodeid] = [_fixture(name) for name in getattr(item, "fixturenames", ())]

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        if fixturedef.scope == "function":
            return (yield)
        context, begun = _fixture(fixturedef.argname), time.process_time()
        self._enter(context)
        try:
            return (yield)
        finally:
            self._leave()
            self.seconds[context] = time.process_time() - begun

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def _enter(self, context: str) -> None:
        self._current.append(context)
        self._measurement.switch_context(context)

    def _leave(self) -> None:
        self._current.pop()
        self._measurement.switch_context(self._current[-1])


def _fixture(name: str) -> str:
    """The context of a fixture that several tests share."""
    return _FIXTURE + name


def clear_caches() -> None:
    """Forget what earlier tests made the program remember."""
    for cache in _caches():
        cache.cache_clear()


def _caches() -> Iterator[Any]:
    """What the program's functions remember of earlier calls."""
    gc.unfreeze()  # tests/conftest.py freezes what was there when the tests were collected
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("generator."):
            yield each


def _measure_here(room: Room, sender: Connection) -> None:
    paths = [str(path) for path in room.module_paths()]
    measurement = coverage.Coverage(data_file=None, include=paths, config_file=False)
    measurement.start()
    measurement.switch_context(_WHILE_IMPORTING)

    def run(items: Sequence[pytest.Item]) -> None:
        contexts = _Contexts(measurement)
        measurement.switch_context(_BETWEEN)
        if items:
            items[0].config.pluginmanager.register(contexts)
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        measurement.stop()
        data = measurement.get_data()
        by_line = {path: data.contexts_by_lineno(path) for path in paths}
        sender.send(Reach(by_line, contexts.shared_fixtures, contexts.seconds, contexts.failed))

    collect(room, run)
    sender.close()
