"""What is said of a link or an image that cannot be used."""

import pytest

from generator.problems import Place, Problem
from generator.site.rendering.prose_problems import (
    dead_link,
    image_elsewhere,
    image_missing,
    image_not_declared,
    image_without_words,
    unusable_link,
    unused_note,
)
from generator.words.problem_format import ProblemFormat

PLACE = Place("pages/about.md", 4, 7)
TEXT = ProblemFormat()


@pytest.mark.parametrize(
    ("problem", "hint"),
    [
        (dead_link(PLACE, "toools.md", "../tools.md"), "Did you mean ../tools.md?"),
        (dead_link(PLACE, "www.example.org", ""), "Type https://www.example.org"),
        (image_missing(PLACE, "a.jpg", "photos/a.jpg"), "Did you mean photos/a.jpg?"),
        (image_missing(PLACE, "a.jpg", ""), "Put the image into photos/ or correct its name."),
        (image_without_words(PLACE, "a.jpg"), "between the square brackets: ![what it shows](a.jpg)"),
        (image_not_declared(PLACE, "../photos/a.jpg"), "a.jpg: {alt: what it shows, people: none}"),
    ],
)
def test_the_hint_says_what_to_type_instead(problem: Problem, hint: str) -> None:
    assert hint in TEXT.hint(problem)


@pytest.mark.parametrize(
    "problem",
    [
        unusable_link(PLACE, "javascript:x"),
        image_elsewhere(PLACE, "https://example.org/a.jpg"),
        unused_note(PLACE, "spare"),
    ],
)
def test_each_names_its_place_and_has_a_hint(problem: Problem) -> None:
    first, *rest = TEXT.lines(problem)
    assert first.startswith("pages/about.md:4:7: ")
    assert rest
