"""Every golden case gives the files that are expected, byte for byte."""

from pathlib import Path

import pytest

from tests.cases.golden import build_case, case_names, expected_files


@pytest.mark.parametrize("name", case_names())
def test_a_case_gives_the_expected_files(name: str, tmp_path: Path) -> None:
    files, expected = build_case(name, tmp_path), expected_files(name)
    assert sorted(files) == sorted(expected)
    differing = [path for path in expected if files[path] != expected[path]]
    assert not differing, "look at the difference, then type: make cases"
