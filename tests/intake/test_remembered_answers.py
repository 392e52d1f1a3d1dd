"""Answers, added to inquiry.md without touching the rest of it."""

import pytest
from msgspec.structs import replace

from generator.intake.remembered_answers import ImportAnswers, remember_answers, split_answers
from generator.model import SameVisits
from generator.reading.yaml.content_schema import InquiryFile
from generator.reading.yaml.front_matter import read_page
from tests.intake.inquiries import existing_tables

PERIOD_2 = {"period-2.csv": "date,n,explains\n2025-09-05,24,6\n"}
ANSWERS = {"Which period?": "class", 'He said "why"': "skip"}
NEW = '"Which period?": class{}"He said \\"why\\"": skip'


def add_column_entries(inquiry: bytes, columns: dict[str, str], written: dict[str, str]) -> bytes | None:
    existing = replace(existing_tables(), written_columns=written)
    return remember_answers(inquiry, ImportAnswers(columns=columns), existing)


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
    assert add_column_entries(page("columns: [Mood]\n").encode(), ANSWERS, {}) is None
    assert add_column_entries(b"no settings", ANSWERS, {}) is None


def test_an_option_is_a_heading_and_what_it_holds() -> None:
    assert split_answers(["Is 2 = 2?=skip", "Mood = note"]) == {"Is 2 = 2?": "skip", "Mood": "note"}
    with pytest.raises(ValueError, match="Mood"):
        split_answers(["Mood"])


CLASSES = ImportAnswers(spellings={"Period 2": ["P2"]})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "classes: {Period 2: {students: 26}}  # mine\n",
            'classes: {Period 2: {students: 26, also: ["P2"]}}  # mine\n',
        ),
        (
            "classes:\n  'Period 2':\n    also: [2nd] # so\n    students: 26\n",
            "classes:\n  'Period 2':\n    also: [2nd, \"P2\"] # so\n    students: 26\n",
        ),
        (
            "classes:\n  Period 2:\n    also:\n      - 2nd  # so\n  Period 4:\n",
            'classes:\n  Period 2:\n    also:\n      - 2nd  # so\n      - "P2"\n  Period 4:\n',
        ),
        ("classes:\n  Period 2:\n", 'classes:\n  Period 2:\n    also: ["P2"]\n'),
        ("classes: {Period 2: , Period 4: }\n", 'classes: {Period 2: {also: ["P2"]}, Period 4: }\n'),
        ("classes: {Period 2, Period 4}\n", 'classes: {Period 2: {also: ["P2"]}, Period 4}\n'),
        (
            "classes: {\n  Period 2: {also: 2nd}, # one\n}\n",
            'classes: {\n  Period 2: {also: [2nd, "P2"]}, # one\n}\n',
        ),
        ("", ""),
    ],
)
def test_a_spelling_joins_its_class(before: str, after: str) -> None:
    inquiry = page(before)
    existing = existing_tables(inquiry=inquiry) if before else existing_tables(PERIOD_2)
    text = remember_answers(inquiry.encode(), CLASSES, existing)
    assert text is not None
    settings, _, problems = read_page(text, "inquiry.md", InquiryFile)
    assert settings is not None and not problems
    declared = settings.classes["Period 2"]
    assert declared is not None and declared.also[-1] == "P2"
    if before:
        assert text.decode() == page(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{\n  Mood: skip\n}", '{\n  Mood: skip,\n  "A b": skip\n}'),
        ("{\n  Mood: skip,  # never\n  # end\n  }", '{\n  Mood: skip,  # never\n  "A b": skip\n  # end\n  }'),
        ("{Mood: skip,\n  'X, y': note}", "{Mood: skip,\n  'X, y': note, \"A b\": skip}"),
        ("{ Mood: skip, }", '{ Mood: skip, "A b": skip}'),
        ("{  # none yet\n}", '{"A b": skip  # none yet\n}'),
    ],
)
def test_braces_over_several_lines_keep_their_comments(before: str, after: str) -> None:
    text = add_column_entries(page(f"columns: {before}\n").encode(), {"A b": "skip"}, {})
    assert text is not None and text.decode() == page(f"columns: {after}\n")
    settings, _, problems = read_page(text, "inquiry.md", InquiryFile)
    assert settings is not None and not problems
    assert settings.columns["A b"] == "skip"


def test_a_new_class_is_declared_only_where_classes_are() -> None:
    answers = ImportAnswers(new_classes=["Period 6"])
    declared = page("classes: {Period 2: }\n")
    text = remember_answers(declared.encode(), answers, existing_tables(inquiry=declared))
    assert text == page('classes: {Period 2: , "Period 6": {}}\n').encode()
    assert remember_answers(page("").encode(), answers, existing_tables()) is None


def test_what_rows_of_one_visit_are_is_kept_once() -> None:
    answers = ImportAnswers(same=SameVisits.LATER)
    text = remember_answers(page("").encode(), answers, existing_tables())
    assert text == page("").replace("tool: talk\n", "tool: talk\nsame_visits: later\n").encode()
    assert remember_answers(text, answers, existing_tables(inquiry=text.decode())) is None
