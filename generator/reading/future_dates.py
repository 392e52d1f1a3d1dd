"""Visits, submissions, reviews and consents dated after today: none of it can have happened yet.

A change in the future is a plan, and fine.
"""

from collections.abc import Iterable
from datetime import date as Date

from generator.layout import InquiryFolder
from generator.model import Inquiry, Observation, Photo
from generator.problems import Place, Problem, error
from generator.reading.tables.repeated_problems import limit_repeated


def check_future_dates(inquiry: Inquiry, folder: str, today: Date) -> list[Problem]:
    """An error for whatever of an inquiry is dated after `today`; `folder` is its path below the content
    folder."""
    submissions = [
        error(
            "future-submission",
            Place(f"{folder}/{InquiryFolder.SUBMISSIONS}/{submission.attempt}.json"),
            "The submission of {day} is in the future.",
            "Delete the file and submit again: today is {today}.",
            day=submission.date.isoformat(),
            today=today.isoformat(),
        )
        for submission in inquiry.submissions
        if submission.date > today
    ]
    reviews = [
        error(
            "future-review",
            review.places.date,
            "The review of {day} is in the future.",
            "Correct the date: today is {today}.",
            day=review.date.isoformat(),
            today=today.isoformat(),
        )
        for review in inquiry.reviews
        if review.date > today
    ]
    visits = check_future_visits(inquiry.observations, today)
    consents = check_future_consents(inquiry.photos.values(), inquiry.body.file, today)
    return [*visits, *submissions, *reviews, *consents]


def check_future_consents(photos: Iterable[Photo], file: str, today: Date) -> list[Problem]:
    """An error for each photo in `file` whose consent is dated after `today`."""
    return [
        error(
            "future-consent",
            Place(file, field=photo.name),
            "The consent of {day} for the photo {name} is in the future.",
            "Correct the date: today is {today}.",
            name=photo.name,
            day=photo.consent_on_file.isoformat(),
            today=today.isoformat(),
        )
        for photo in photos
        if photo.consent_on_file and photo.consent_on_file > today
    ]


def check_future_visits(observations: Iterable[Observation], today: Date) -> list[Problem]:
    """An error for the visits of each table that are dated after `today`."""
    first: dict[tuple[str, int], Observation] = {}
    for cell in observations:
        if cell.date and cell.date > today:
            first.setdefault((cell.file, cell.row), cell)
    problems: dict[str, list[Problem]] = {}
    for (file, row), cell in first.items():
        problems.setdefault(file, []).append(
            error(
                "future-visit",
                Place(file, row=row),
                "The visit of {day} to {class_name} is in the future.",
                "Correct the date: today is {today}.",
                day=str(cell.date),
                class_name=cell.class_name,
                today=today.isoformat(),
            )
        )
    return [problem for of_file in problems.values() for problem in limit_repeated(of_file)]
