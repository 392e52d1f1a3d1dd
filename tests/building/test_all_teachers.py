"""Every teacher's unit: reused where nothing changed, built where something did, and why."""

from collections.abc import Callable

import pytest

from generator.building import all_teachers
from generator.building.all_teachers import TeacherResult, build_each_teacher
from generator.building.build_context import open_build_context
from generator.building.build_run import BuildRun
from generator.building.cache.store import CacheStore, open_store
from generator.building.change_detection import detect_changes
from generator.building.options import RebuildCause
from generator.building.site_assembly import MemoryOutput
from generator.memoize import ProcessMemo, no_cache
from tests.conftest import ANA, PROGRAM, Site

MakeSite = Callable[..., Site]
REFLECTION = f"{ANA}/reflections/2025-10-03.md"


class KeepingOutput(MemoryOutput):
    """A destination that finds its files again, as the output folder does."""

    def holds(self, name: str, digest: bytes) -> bool:
        return name in self.files


def built(site: Site, store: CacheStore, output: MemoryOutput, memo: bool = False) -> list[TeacherResult]:
    options = site.options()
    memoize = ProcessMemo() if memo else no_cache
    run = BuildRun(options, detect_changes(options, store), store, output, memoize)
    build_context, _ = open_build_context(options, run.changes.inputs, memoize)
    assert build_context is not None
    return list(build_each_teacher(run, build_context))


def causes(results: list[TeacherResult]) -> dict[str, RebuildCause | None]:
    return {result.name: result.rebuilt.reason if result.rebuilt else None for result in results}


def test_the_first_build_builds_everybody_in_order(site: MakeSite) -> None:
    output = MemoryOutput()
    results = built(site(), CacheStore(None), output)
    assert [result.name for result in results] == ["ana-lopez", "ben-carter"]
    assert causes(results) == {"ana-lopez": RebuildCause.NEW, "ben-carter": RebuildCause.NEW}
    assert output.files.keys() == {file for result in results for file in result.record.files}


def test_who_is_as_before_comes_first_and_is_not_built(site: MakeSite) -> None:
    one, output = site(), KeepingOutput()
    with open_store(one.root / "cache") as store:
        built(one, store, output)
        one.change({REFLECTION: str(PROGRAM[REFLECTION]).replace("spoke", "wrote")})
        results = built(one, store, output)
    assert causes(results) == {"ben-carter": None, "ana-lopez": RebuildCause.FILES}
    assert results[-1].rebuilt is not None
    assert results[-1].rebuilt.files == (REFLECTION,)


def test_pages_that_are_gone_and_a_program_that_changed_are_causes_too(site: MakeSite) -> None:
    one, output = site(), KeepingOutput()
    with open_store(one.root / "cache") as store:
        built(one, store, output)
        del output.files["teachers/ben-carter/index.html"]
        assert causes(built(one, store, output)) == {"ana-lopez": None, "ben-carter": RebuildCause.OUTPUT}
        one.change({"program.yml": str(PROGRAM["program.yml"]) + "description: Ours\n"})
        assert set(causes(built(one, store, output)).values()) == {RebuildCause.PROGRAM}


def test_where_a_process_remembers_there_are_no_causes(site: MakeSite) -> None:
    assert set(causes(built(site(), CacheStore(None), MemoryOutput(), memo=True)).values()) == {None}


def test_a_chunk_of_the_pool_has_a_unit_for_each_name(site: MakeSite) -> None:
    one = site()
    units = all_teachers._build_chunk(one.options(), ["ben-carter", "ana-lopez"])
    assert [next(iter(unit.files)).split("/")[1] for unit in units] == ["ben-carter", "ana-lopez"]


@pytest.mark.parametrize("few", [True, False])
def test_processes_are_started_only_where_there_are_enough_teachers(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, few: bool
) -> None:
    used: list[int] = []

    def run_in_pool(work: Callable[..., object], names: list[str], jobs: int, lost: object) -> object:
        used.append(jobs)
        return work(names)

    monkeypatch.setattr(all_teachers, "run_in_pool", run_in_pool)
    monkeypatch.setattr(all_teachers, "worker_count", lambda jobs: 2)
    monkeypatch.setattr(all_teachers, "FEWEST", 3 if few else 2)
    built(site(), CacheStore(None), MemoryOutput())
    assert used == ([] if few else [2])
