"""What tests of several commands begin with."""

from pathlib import Path

import pytest

from tests.commands.small_program import SOUND, write_content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a small sound program."""
    return write_content(tmp_path, SOUND)
