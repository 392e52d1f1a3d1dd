"""Which tests are asked about a mutant, and in which order."""

import gc

from generator.runchart.chance import count_test
from tests.mutation.mutants import Mutant
from tests.mutation.reach import Reach, clear_caches
from tests.mutation.rooms import ROOT

PATH = "generator/privacy/gate.py"
REACH = Reach(
    contexts={
        str(ROOT / PATH): {
            3: ["importing"],
            7: ["slow", "quick"],
            9: ["fixture awarded"],
        }
    },
    shared_fixtures={"slow": [], "quick": [], "with the award": ["fixture awarded"], "alone": []},
    seconds={"slow": 2.0, "quick": 0.1, "with the award": 0.1, "alone": 0.1, "fixture awarded": 3.0},
    failed=[],
)


def on(first: int, last: int) -> Mutant:
    """A mutant of a statement on these lines."""
    return Mutant(PATH, "gate", "", (first, last), "")


def test_the_tests_that_run_the_statement_are_asked_and_the_quickest_first() -> None:
    assert REACH.tests_for(on(6, 7)) == ["quick", "slow"]
    assert REACH.tests_for(on(8, 8)) == []


def test_a_fixture_counts_for_every_test_that_uses_it_and_takes_its_time() -> None:
    assert REACH.tests_for(on(7, 9)) == ["quick", "slow", "with the award"]
    assert REACH.is_run_by_fixtures(on(9, 9)) and not REACH.is_run_by_fixtures(on(7, 7))
    assert REACH.tests_of_slow_fixtures() == ["with the award"]


def test_what_an_import_runs_is_no_tests_work() -> None:
    assert REACH.is_run_by_imports(on(3, 3)) and not REACH.is_run_by_imports(on(7, 9))


def test_what_the_program_remembered_before_the_collection_is_forgotten_too() -> None:
    count_test.cache_clear()
    count_test(8, 8)
    gc.freeze()  # as the collection of the tests does
    clear_caches()
    assert count_test.cache_info().currsize == 0
