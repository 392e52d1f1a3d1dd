"""What a run finds again of the last one: records that are whole, with all their files in place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building.build_run import BuildRun
from generator.building.cache.codec import encode
from generator.building.cache.store import UnitState, open_store
from generator.building.change_detection import detect_changes
from generator.building.site_assembly import MemoryOutput
from generator.building.unit import UnitRecord
from generator.memoize import ProcessMemo
from tests.conftest import Site

RECORD = UnitRecord(files={"a/index.html": b"1", "b/index.html": b"2"})


class Folder(MemoryOutput):
    """A destination with these files."""

    def holds(self, name: str, digest: bytes) -> bool:
        return self.files.get(name) == digest


@pytest.mark.parametrize(
    ("files", "stored", "reused"),
    [
        ({"a/index.html": b"1", "b/index.html": b"2"}, encode(RECORD), RECORD),
        ({"a/index.html": b"1"}, encode(RECORD), None),
        ({"a/index.html": b"1", "b/index.html": b"x"}, encode(RECORD), None),
        ({"a/index.html": b"1", "b/index.html": b"2"}, b"damaged", None),
        ({"a/index.html": b"1", "b/index.html": b"2"}, b"", None),
    ],
    ids=["whole", "a file is gone", "a file is another", "damaged", "nothing stored"],
)
def test_a_record_is_reused_only_with_all_its_files(
    site: Callable[..., Site],
    tmp_path: Path,
    files: dict[str, bytes],
    stored: bytes,
    reused: UnitRecord | None,
) -> None:
    options = site().options()
    with open_store(tmp_path / "cache") as store:
        run = BuildRun(options, detect_changes(options, store), store, Folder(files))
        store.save_unit("ana", UnitState(b"", b"x", b"y"), stored, None)
        assert run.reusable_record("ana") == reused


def test_a_process_remembers_only_with_a_memory(site: Callable[..., Site], tmp_path: Path) -> None:
    options = site().options()
    with open_store(tmp_path / "cache") as store:
        changes = detect_changes(options, store)
        assert not BuildRun(options, changes, store, MemoryOutput()).remembers_in_process
        assert BuildRun(options, changes, store, MemoryOutput(), ProcessMemo()).remembers_in_process
