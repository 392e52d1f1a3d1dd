"""Times of day, as people and forms write them."""

import pytest

from generator.reading.tables.times import read_time, time_in_stamp


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("", ""),
        ("9:05", "09:05"),
        ("09:05:00", "09:05"),
        ("9.05", "09:05"),
        ("14h30", "14:30"),
        ("14:30 h", "14:30"),
        ("2:30 PM", "14:30"),
        ("12:10 a.m.", "00:10"),
        ("12:10 p. m.", "12:10"),
        ("9 am", "09:00"),
        ("9:05:31", "09:05:31"),
        ("2", None),
        ("25:00", None),
        ("9:75", None),
        ("13:00 pm", None),
        ("after lunch", None),
        ("1757340202000", None),
    ],
)
def test_a_cell_of_a_time_column(text: str, time: str | None) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("9/8/2025 9:10:00", "09:10"),
        ("2025-09-08T11:05:30", "11:05:30"),
        ("2025/09/08 2:03:22 PM GMT+2", "14:03:22"),
        ("2025-09-08 14:03:22+02:00", "14:03:22"),
        ("2025-09-08", ""),
        ("Sep 8, 2025", ""),
        ("", ""),
    ],
)
def test_the_time_in_a_stamp(stamp: str, time: str) -> None:
    assert time_in_stamp(stamp) == time
