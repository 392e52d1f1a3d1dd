"""What the html element says of a page's language: its tag, and that it runs from right to left."""

from babel import Locale
from markupsafe import Markup


def html_language(tag: str) -> Markup:
    """The attributes of a language tag (BCP 47): `lang="es-MX"`, `lang="ar" dir="rtl"`."""
    direction = Markup(' dir="rtl"') if is_right_to_left(tag) else Markup()
    return Markup('lang="{}"{}').format(tag, direction)


def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left, as Arabic and Hebrew are."""
    return Locale.parse(tag, sep="-").text_direction == "rtl"
