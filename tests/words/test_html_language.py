"""A page says its language, and where that is not from left to right, its direction."""

import pytest

from generator.words.html_language import html_language


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("en", 'lang="en"'),
        ("es-MX", 'lang="es-MX"'),
        ("ar", 'lang="ar" dir="rtl"'),
        ("he-IL", 'lang="he-IL" dir="rtl"'),
        ("ur", 'lang="ur" dir="rtl"'),
    ],
)
def test_languages_and_their_direction(tag: str, attributes: str) -> None:
    assert html_language(tag) == attributes
