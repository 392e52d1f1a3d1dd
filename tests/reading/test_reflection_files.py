"""Reflections: what their files say, and what is taken from their names."""

from datetime import date

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
    assert read_one("More hands.\n", "talk/reflections/third-week.md") == (None, ["no-front-matter"])
    assert read_one("More hands.\n", "talk/reflections/2025-13-40.md") == (None, ["no-front-matter"])


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
