"""The roster and the exceptions are loaded from beside the content folder; their cache key has the days on
which pages change."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.privacy.privacy_files import (
    WORDING_FINGERPRINTS_UNTIL,
    PrivacyFiles,
    accepts_wording_fingerprints,
    expiry_state,
    load_privacy_files,
)

TODAY = date(2026, 2, 1)
REVIEW = b"""
exceptions:
- rule: P03
  path: content/about.md
  fingerprint: 0123456789ab
  reason: The number of the school's office, on its door.
  reviewer: J. Park
  date: 2026-01-10
  expires: 2026-06-30
"""


def test_both_files_are_loaded_from_beside_the_content(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "roster.txt").write_bytes(b"Jaylen Brown\n")
    (tmp_path / "privacy-review.yml").write_bytes(REVIEW)
    files, problems = load_privacy_files(tmp_path / "content")
    assert (files, problems) == (PrivacyFiles(b"Jaylen Brown\n", REVIEW), [])


def test_without_files_there_is_nothing_to_load(tmp_path: Path) -> None:
    assert load_privacy_files(tmp_path / "content") == (PrivacyFiles(), [])


@pytest.mark.parametrize("name", ["private/roster.txt", "privacy-review.yml"])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir(parents=True)  # a folder by that name
    _, (problem,) = load_privacy_files(tmp_path / "content")
    assert (problem.code, problem.place.file, problem.is_error) == ("unreadable-guard", name, True)
    assert "at most 5 MB" in problem.hint


def test_a_folder_that_cannot_be_entered_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "private").symlink_to(tmp_path / "private")  # for ever round and round
    files, (problem,) = load_privacy_files(tmp_path / "content")
    assert (files.roster, problem.code) == (None, "unreadable-guard")


def test_a_file_in_the_place_of_the_folder_is_no_roster(tmp_path: Path) -> None:
    (tmp_path / "private").write_text("Jaylen\n")
    assert load_privacy_files(tmp_path / "content") == (PrivacyFiles(), [])


@pytest.mark.parametrize("more", [0, 1])
def test_a_roster_has_at_most_five_megabytes(tmp_path: Path, more: int) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "roster.txt").write_bytes(bytes(5 * 1024 * 1024 + more))
    files, problems = load_privacy_files(tmp_path / "content")
    assert (files.roster is None, len(problems)) == (bool(more), more)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_bytes(REVIEW)
    (tmp_path / "privacy-review.yml").symlink_to(tmp_path / "elsewhere.yml")
    files, (problem,) = load_privacy_files(tmp_path / "content")
    assert (files.review, problem.code) == (None, "unreadable-guard")


def test_the_key_changes_on_days_on_which_an_exception_does() -> None:
    files = PrivacyFiles(b"", REVIEW)
    assert files.key(date(2026, 2, 1)) == files.key(date(2026, 2, 2))
    for day in (date(2026, 1, 9), date(2026, 6, 30), WORDING_FINGERPRINTS_UNTIL):
        assert files.key(day) != files.key(day + timedelta(days=1))


def test_without_exceptions_no_day_matters() -> None:
    files = PrivacyFiles(b"Jaylen\n")
    assert files.key(WORDING_FINGERPRINTS_UNTIL) == files.key(WORDING_FINGERPRINTS_UNTIL + timedelta(days=1))
    assert files.key(TODAY) != PrivacyFiles(b"Zoe\n").key(TODAY)


def test_a_teachers_pages_depend_on_their_own_lines_of_attestations() -> None:
    attested = b"ana/talk a\nben/talk b\nana/waiting c/d\n\xff\n"
    assert PrivacyFiles(attested=attested).attested_lines == {
        "ana": b"ana/talk a\nana/waiting c/d\n",
        "ben": b"ben/talk b\n",
        "\ufffd": b"\xff\n",
    }
    assert PrivacyFiles().attested_lines == {}


def test_each_date_has_passed_or_is_today() -> None:
    dates = b"from: 2026-01-31\nto: 2026-02-01\nthen: 2026-02-02\n"
    assert expiry_state(dates, TODAY) == [(True, False), (False, True), (False, False)]


def test_the_last_day_of_old_fingerprints_is_included() -> None:
    assert date(2027, 12, 1) == WORDING_FINGERPRINTS_UNTIL  # as docs and CHANGELOG.md say
    assert accepts_wording_fingerprints(WORDING_FINGERPRINTS_UNTIL)
    assert not accepts_wording_fingerprints(WORDING_FINGERPRINTS_UNTIL + timedelta(days=1))
