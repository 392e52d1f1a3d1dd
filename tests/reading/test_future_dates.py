"""Visits that nobody can have made yet."""

from datetime import date

from generator.model import Photo, PhotoPeople
from generator.reading.future_dates import check_future_consents, check_future_visits
from tests.reading.tables.test_visit_rows import read

ROWS = "date,n,explains,asks\n2025-10-03,24,6,3\n2026-10-10,24,9,4\n2026-10-17,24,9,4\n"


def test_visits_after_today_are_errors_at_their_rows() -> None:
    observations, _ = read(ROWS)
    problems = check_future_visits(observations, date(2025, 10, 31))
    assert [(problem.code, problem.place.row) for problem in problems][:1] == [("future-visit", 3)]
    assert problems[0].message == "The visit of 2026-10-10 to Period 2 is in the future (and 1 more row)."
    assert problems[0].hint == "Correct the date: today is 2025-10-31."


def test_a_visit_of_today_is_not_in_the_future() -> None:
    observations, _ = read(ROWS)
    assert check_future_visits(observations, date(2026, 10, 17)) == []


def test_a_consent_after_today_is_an_error_at_its_photo() -> None:
    photos = [Photo("board.jpg", "The board", PhotoPeople.CONSENTED, date(2025, 10, day)) for day in (31, 30)]
    (problem,) = check_future_consents(photos, "inquiry.md", date(2025, 10, 30))
    assert problem.is_error and problem.place.field == "board.jpg"
    assert problem.message == "The consent of 2025-10-31 for the photo board.jpg is in the future."
