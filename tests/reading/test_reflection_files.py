"""Reflections: what their files say, and what is taken from their names."""

from datetime import date

import pytest

from generator.model import Reflection
from generator.problems import Problem
from generator.reading.reflection_files import read_reflections

NAME = "talk/reflections/2025-11-10.md"


def read(**files: str) -> tuple[tuple[Reflection, ...], list[Problem]]:
    data = {name: text.encode() for name, text in files.items()}
    return read_reflections(list(data), data)


def read_one(text: str, name: str = NAME) -> tuple[Reflection | None, list[str]]:
    reflections, problems = read(**{name: text})
    return reflections[0] if reflections else None, [problem.code for problem in problems]


def test_settings_and_text() -> None:
    reflection, problems = read_one("---\ndate: 2025-11-11\ntitle: Quiet\n---\n\n# First\n\nMore hands.\n")
    assert problems == []
    assert reflection is not None
    assert (reflection.date, reflection.title, reflection.id) == (date(2025, 11, 11), "Quiet", "2025-11-10")
    assert (reflection.body.text, reflection.body.line) == ("# First\n\nMore hands.\n", 6)


def test_without_settings_the_date_is_in_the_name_and_the_title_in_the_heading() -> None:
    reflection, problems = read_one("\n# Third week #\n\nMore hands.\n")
    assert problems == ["date-from-name"]
    assert reflection is not None
    assert (reflection.date, reflection.title) == (date(2025, 11, 10), "Third week")
    assert (reflection.body.text, reflection.body.line) == ("More hands.\n", 4)


def test_without_a_heading_the_date_is_the_title() -> None:
    reflection, _ = read_one("More hands.\n", "talk/reflections/2025-11-10-group-talk.md")
    assert reflection is not None
    assert (reflection.title, reflection.body.text) == ("2025-11-10", "More hands.\n")


def test_settings_without_a_date() -> None:
    reflection, problems = read_one("---\ntitle: Quiet\n---\nMore hands.\n")
    assert problems == ["date-from-name"]
    assert reflection is not None
    assert reflection.date == date(2025, 11, 10)


def test_a_name_without_a_date_takes_none() -> None:
    for name in (
        "third-week",
        "2025-13-40",
        "10-03-2025",
        "3-10-25",
        "120251003",
        "1025-10-03",
        "2025-10_03",
    ):
        assert read_one("More hands.\n", f"talk/reflections/{name}.md") == (None, ["reflection-without-date"])


@pytest.mark.parametrize("name", ["2025_11_10", "20251110", "2025.11.10 talk", "talk 2025 11 10"])
def test_a_date_in_the_name_has_its_year_first(name: str) -> None:
    reflection, problems = read_one("More hands.\n", f"talk/reflections/{name}.md")
    assert problems == ["date-from-name"]
    assert reflection is not None
    assert reflection.date == date(2025, 11, 10)


def test_without_a_date_it_says_the_two_ways_to_give_one() -> None:
    _, (problem,) = read(**{"talk/reflections/week-3.md": "More hands.\n"})
    assert "2025-10-03.md" in problem.hint
    assert "date: 2025-10-03" in problem.hint


HEADINGS = {
    "# Third week #\n\nx\n": ("Third week", "x\n", 3),
    "Third week\n==========\nx\n": ("Third week", "x\n", 3),
    "Third\nweek\n---\n\n\nx\n": ("Third week", "x\n", 6),
    "## **Third** [week](../inquiry.md) `now` & *then*\nx\n": ("Third week now & then", "x\n", 2),
    "# ![A door](photos/a.jpg) opens\n": ("A door opens", "", 2),
    "# Only this\n": ("Only this", "", 2),
    "#No space\nx\n": ("2025-11-10", "#No space\nx\n", 1),
    "x\n\n# Later\n": ("2025-11-10", "x\n\n# Later\n", 1),
    "- # In a list\n": ("2025-11-10", "- # In a list\n", 1),
    "# " + "word " * 5_000 + "\n": ("2025-11-10", ("# " + "word " * 5_000).rstrip() + "\n", 1),
}


@pytest.mark.parametrize("text", HEADINGS)
def test_the_title_is_the_words_of_a_heading_as_github_finds_it(text: str) -> None:
    reflection, _ = read_one(text)
    assert reflection is not None
    assert (reflection.title, reflection.body.text, reflection.body.line) == HEADINGS[text]


@pytest.mark.parametrize(
    "text", ['+++\ntitle = "A"\n+++\nx\n', '{\n"title": "A"\n}\nx\n', "Date: 2025-11-11\n\nx\n"]
)
def test_settings_in_another_form_are_not_shown_as_text(text: str) -> None:
    assert read_one(text) == (None, ["foreign-front-matter"])


def test_a_date_with_a_time_is_that_day_in_the_same_warning() -> None:
    text = "---\nlayout: post\ndate: 2025-11-11 10:00:00 +0100\n---\nx\n"
    (reflection,), (problem,) = read(**{NAME: text})
    assert reflection.date == date(2025, 11, 11)
    assert "layout, 10:00:00 +0100" in problem.message


def test_settings_of_another_generator_are_one_warning() -> None:
    reflection, problems = read_one(
        "---\nlayout: single\ntitle: Group talk\ndate: 2025-11-10\npermalink: /talk/\nsidebar:\n  nav: main\n"
        "author_profile: true\ntags: [talk, groups]\n---\nPairs worked on one problem.\n"
    )
    assert problems == ["foreign-settings"]
    assert reflection is not None
    assert reflection.title == "Group talk"


def test_they_are_shown_by_date() -> None:
    text = "---\ndate: {}\n---\nx\n"
    reflections, _ = read(**{"a.md": text.format("2025-11-10"), "b.md": text.format("2025-10-03")})
    assert [reflection.id for reflection in reflections] == ["b", "a"]
