"""Columns of a table without a tool that count or name."""

import pytest

from generator.reading.tables.bare_columns import likely_class, measures_nothing, numbers_visits, only_counts
from generator.reading.tables.headings import ColumnRole


@pytest.mark.parametrize(
    "heading",
    ["Session_number", "clock", "epoch", "Course", "Room", "Student ID", "Week number", "Case", "Weeks"],
)
def test_a_heading_that_counts_or_names(heading: str) -> None:
    assert only_counts(heading, ["4", "17", "3"])


@pytest.mark.parametrize("heading", ["Explains", "Number of hands", "Outcome", "Words a minute", "Score"])
def test_a_heading_that_measures(heading: str) -> None:
    assert not only_counts(heading, ["4", "17", "3"])


def test_weeks_by_their_number_name_nobody() -> None:
    assert numbers_visits("Week", ["Week 1", "Week 2", "", "Week 16"])
    assert not numbers_visits("Week", ["Maria", "Juan"])
    assert not numbers_visits("Who", ["Pupil 1", "Pupil 2"])


def test_numbers_that_only_count() -> None:
    assert only_counts("x", [str(number) for number in range(1, 9)] * 2)
    assert only_counts("x", ["1757340180", "1757944980"])
    assert only_counts("x", ["1757340180000", "1757944980000"])
    assert not only_counts("x", ["1", "2", "3", "4", "5", "6"])
    assert not only_counts("x", ["1", "1", "1", "1", "1", "1", "1", "1"])
    assert not only_counts("x", ["1", "2", "3", "4", "5", "6", "8", "9"])


def test_a_time_a_date_or_a_class_that_is_none() -> None:
    assert measures_nothing(ColumnRole.TIME, ["1757340180"])
    assert not measures_nothing(ColumnRole.TIME, ["9:05", ""])
    assert measures_nothing(ColumnRole.DATE, ["1", "2", "3"])
    assert not measures_nothing(ColumnRole.DATE, ["2025-09-08", "3"])
    assert measures_nothing(ColumnRole.CLASS, [str(number) for number in range(1, 17)])
    assert not measures_nothing(ColumnRole.CLASS, ["2", "4", "2", "4"])


def test_the_column_that_tells_classes_apart() -> None:
    cases = ("Unit", ["a", "a", "b", "b"])
    assert likely_class([cases], ["1", "2", "1", "2"]) == "Unit"
    assert likely_class([cases], ["2", "3", "1", "4"]) == "Unit"
    assert likely_class([("Case", cases[1])], []) == "Case"


def test_words_of_one_series_tell_no_classes_apart() -> None:
    order = ["1", "2", "3", "4"]
    assert not likely_class([("Weather", ["sun", "rain", "sun", "rain"])], order)
    assert not likely_class([("Phase", ["A", "A", "B", "B"])], ["1", "2", "1", "2"])
    assert not likely_class([("Remark", ["a", "b", "c", "d"])], ["1", "1", "2", "2"])
    assert not likely_class([("Topic", ["a", "a", "b", "b"])], [])
