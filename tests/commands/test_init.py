"""`portfolio init` and `portfolio schema`, as they are typed."""

from pathlib import Path

from generator.authoring.scaffold import schema_files
from tests.terminal import portfolio


def test_init_says_what_to_type_next(tmp_path: Path) -> None:
    ran = portfolio("init", "ours", inside=tmp_path)
    assert ran.status == 0
    assert "cd ours" in ran.out
    assert "portfolio new teacher" in ran.out
    assert "portfolio serve" in ran.out


def test_init_twice_says_that_everything_is_there(tmp_path: Path) -> None:
    portfolio("init", inside=tmp_path)
    ran = portfolio("init", inside=tmp_path)
    assert ran.status == 0
    assert "kept:  content/program.yml" not in ran.out
    assert "stays as it is" in ran.out
    assert "Nothing to write" in ran.out


def test_schema_writes_the_shapes(tmp_path: Path) -> None:
    ran = portfolio("schema", "shapes", inside=tmp_path)
    assert ran.status == 0
    assert {path.name for path in (tmp_path / "shapes").iterdir()} == set(schema_files())
