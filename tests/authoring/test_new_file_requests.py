"""The values of new files."""

from datetime import date

from generator.authoring.new_file_requests import NewChange


def test_what_is_empty_is_left_out_of_a_change() -> None:
    assert NewChange(date(2025, 10, 27)).as_entry() == {"date": date(2025, 10, 27)}


def test_a_change_has_its_keys_in_the_order_of_the_guide() -> None:
    change = NewChange(date(2025, 10, 27), "Think first", "think-pair-share", ("Period 2", "Period 4"))
    assert list(change.as_entry().items()) == [
        ("date", date(2025, 10, 27)),
        ("title", "Think first"),
        ("idea", "think-pair-share"),
        ("classes", ["Period 2", "Period 4"]),
    ]
