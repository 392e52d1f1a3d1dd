"""A series and its values."""

from generator.model import Point, Series


def test_a_visit_at_which_nothing_was_collected_is_a_gap() -> None:
    points = (Point(1, None, 12.5), Point(2, None, None), Point(3, None, 0.0))
    assert Series("p2", "Period 2", "explains", points).values == (12.5, None, 0.0)
