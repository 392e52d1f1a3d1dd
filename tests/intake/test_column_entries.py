"""Answers about columns, added to inquiry.md without touching the rest of it."""

import pytest

from generator.intake.column_entries import add_column_entries, split_answers
from generator.reading.yaml.content_schema import InquiryFile
from generator.reading.yaml.front_matter import read_page

ANSWERS = {"Which period?": "class", 'He said "why"': "skip"}
NEW = '"Which period?": class{}"He said \\"why\\"": skip'


def page(settings: str) -> str:
    return f"---\ntitle: T\n{settings}tool: talk\n---\n\nWhy.\n---\nMore.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("columns:\n    Mood: skip\n", f"columns:\n    Mood: skip\n    {NEW.format(chr(10) + '    ')}\n"),
        (
            "columns:\n  # so far\n  Mood: skip\n\n",
            f"columns:\n  # so far\n  Mood: skip\n  {NEW.format(chr(10) + '  ')}\n\n",
        ),
        ("columns: {Mood: skip}\n", f"columns: {{Mood: skip, {NEW.format(', ')}}}\n"),
        ("columns: {}\n", f"columns: {{{NEW.format(', ')}}}\n"),
        ("columns:\n", f"columns:\n  {NEW.format(chr(10) + '  ')}\n"),
    ],
)
def test_entries_join_those_that_are_there(before: str, after: str) -> None:
    text = add_column_entries(page(before).encode(), ANSWERS, {})
    assert text is not None and text.decode() == page(after)
    settings, _, problems = read_page(text, "inquiry.md", InquiryFile)
    assert settings and not problems
    assert {**settings.columns, **ANSWERS} == settings.columns


def test_without_columns_they_stand_at_the_end_of_the_settings() -> None:
    data = page("").replace("\n", "\r\n").encode("utf-8-sig")
    text = add_column_entries(data, {"Mood": "skip"}, {})
    expected = page("").replace("tool: talk\n", 'tool: talk\ncolumns:\n  "Mood": skip\n')
    assert text == expected.replace("\n", "\r\n").encode("utf-8-sig")


def test_a_heading_that_has_its_entry_is_not_written_again() -> None:
    assert add_column_entries(page("").encode(), {"MOOD": "skip"}, {"Mood": "note"}) is None
    assert add_column_entries(page("").encode(), {}, {}) is None


def test_settings_that_cannot_be_added_to_stay_as_they_are() -> None:
    assert add_column_entries(page("columns: {Mood:\n  skip}\n").encode(), ANSWERS, {}) is None
    assert add_column_entries(b"no settings", ANSWERS, {}) is None


def test_an_option_is_a_heading_and_what_it_holds() -> None:
    assert split_answers(["Is 2 = 2?=skip", "Mood = note"]) == {"Is 2 = 2?": "skip", "Mood": "note"}
    with pytest.raises(ValueError, match="Mood"):
        split_answers(["Mood"])
