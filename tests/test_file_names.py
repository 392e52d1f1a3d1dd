"""Names that every computer can store."""

import pytest

from generator.file_names import fits_windows, is_reserved


@pytest.mark.parametrize("name", ["CON", "nul.txt", "Com1.csv", "lpt9", "aux .md"])
def test_windows_keeps_the_names_of_devices(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["console", "com0.csv", "com10", "null", "my.con"])
def test_other_names_are_free(name: str) -> None:
    assert not is_reserved(name)


@pytest.mark.parametrize("name", ["what?.md", "a:b", "period 2.", "period 2 ", 'say "yes"', "a|b"])
def test_signs_that_windows_forbids(name: str) -> None:
    assert not fits_windows(name)


@pytest.mark.parametrize("name", ["period 2.csv", "Día 3.md", ".hidden", "a-b_c"])
def test_names_that_fit(name: str) -> None:
    assert fits_windows(name)
