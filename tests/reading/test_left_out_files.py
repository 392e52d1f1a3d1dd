"""What is said of files and folders that are left out."""

import errno

import pytest

from generator.problems import Place
from generator.reading.left_out_files import (
    misplaced,
    odd_name,
    same_address_problem,
    unfit,
    unreadable,
    unsupported,
)


def test_a_folder_near_to_one_that_is_read_is_asked_about() -> None:
    assert misplaced("teachers/ana/fotos", ("photos", "data")).remedy == "Did you mean {near}?"
    assert misplaced("teachers/ana/zzz", ("photos", "data")).values["known"] == "photos, data"


@pytest.mark.parametrize(
    ("path", "code"),
    [("key.pem", "private-key"), ("photos/a.heic", "phone-picture"), ("plan.pages", "unsupported-file")],
)
def test_each_kind_of_file_that_is_not_read_has_its_own_remedy(path: str, code: str) -> None:
    assert unsupported(path).code == code


def test_names_that_not_every_computer_can_store() -> None:
    reserved, long = unfit("con.csv", "data/con.csv"), unfit("a" * 300, "data/a")
    assert reserved is not None
    assert long is not None
    assert (reserved.code, long.code) == ("windows-name", "long-name")
    assert unfit("period-2.csv", "data/period-2.csv") is None


def test_a_name_is_told_so_that_it_can_be_printed() -> None:
    assert odd_name("a\nb").place.file == "a\\nb"
    assert same_address_problem(Place("a"), ["A", "a"]).values["names"] == "A, a"
    assert unreadable(Place("a"), PermissionError(errno.EACCES, "Denied")).values["reason"] == "Denied"
