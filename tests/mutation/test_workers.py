"""A change put into the function that is there already."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.openbadges import check_result
from generator.openbadges.check_result import CheckQuestion, CheckStatus, passed
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.rooms import ROOMS, ROOT
from tests.mutation.workers import Result, _in_a_process, replace_function, time_limit, unchanged

MODULE = ROOT / "generator/openbadges/check_result.py"


def mutant(change: str) -> Mutant:
    return next(mutant for mutant in mutants_of(MODULE) if change in mutant.change)


def test_whoever_imported_the_function_has_the_change(monkeypatch: pytest.MonkeyPatch) -> None:
    holds = check_result.CheckResult.holds
    assert isinstance(holds, property) and holds.fget
    monkeypatch.setattr(holds.fget, "__code__", holds.fget.__code__)  # to be put back
    assert passed(CheckQuestion.FORM, "").holds
    assert replace_function(mutant("self.status is { => not }CheckStatus.PASSED"))
    assert not passed(CheckQuestion.FORM, "").holds


def test_what_happens_in_a_worker_stays_there() -> None:
    def work() -> int:
        check_result.CheckStatus = None  # type: ignore[misc, assignment]
        return 0

    assert _in_a_process(work) is Result.SURVIVED
    assert check_result.CheckStatus is CheckStatus


def test_a_mutant_that_changes_nothing_is_the_module_as_it_is() -> None:
    nothing = unchanged(mutant("self.status is { => not }CheckStatus.PASSED"))
    assert nothing.source == MODULE.read_text("utf-8")
    assert replace_function(nothing)
    assert passed(CheckQuestion.FORM, "").holds


def work_for_ever() -> None:
    while True:
        pass


def wait_for_ever() -> None:
    reader, _ = os.pipe()
    os.read(reader, 1)


@pytest.mark.parametrize("never_ends", [work_for_ever, wait_for_ever])
def test_a_change_that_never_ends_is_noticed(never_ends: Callable[[], None]) -> None:
    def work() -> int:
        with time_limit(0.05):
            never_ends()
        return 0

    assert _in_a_process(work) is Result.KILLED


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_has_its_modules_and_its_tests(room: str) -> None:
    assert list(ROOMS[room].module_paths())
    assert all((ROOT / Path(path)).exists() for path in ROOMS[room].tests)
