"""The catalogues: one file a language in `locale/`, and nothing else makes a language known.

A catalogue's header names the locale whose months, lists and numbers are used (`Language: es_ES`)
and how the language counts (`Plural-Forms`).
"""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"
ENGLISH = "en"  # every text is its own English


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language: English text -> its forms, which form a number takes, and the locale."""

    locale: str
    texts: Mapping[str, tuple[str, ...]]
    form_of: Callable[[int], int]

    def form(self, forms: tuple[str, ...], n: float) -> str:
        """The form that fits a number; a fraction takes the last, which is that of many."""
        index = self.form_of(int(n)) if float(n).is_integer() else len(forms) - 1
        return forms[min(index, len(forms) - 1)]


def languages() -> tuple[str, ...]:
    """Every language that has a catalogue, English first."""
    return tuple(sorted((path.stem for path in LOCALES.glob("*.po")), key=lambda one: (one != ENGLISH, one)))


def language_in(text: str) -> str:
    """The known language that a setting such as `es_US.UTF-8` or `es-MX` names; else English."""
    name = text.partition(".")[0].partition("@")[0].replace("-", "_")
    known = {one.lower(): one for one in languages()}
    return known.get(name.lower()) or known.get(name.partition("_")[0].lower(), ENGLISH)


def load_catalogue(language: str) -> Catalogue:
    """A language's catalogue; the English one where it has none."""
    return _read(LOCALES, language)


@cache
def _read(folder: Path, language: str) -> Catalogue:
    """Texts without a translation, and those that a machine guessed (fuzzy), are left out."""
    from babel.messages.pofile import read_po

    path = folder / f"{language}.po"
    if not path.is_file():
        return _read(folder, ENGLISH)
    with path.open("rb") as file:
        read = read_po(file)
    texts: dict[str, tuple[str, ...]] = {}
    for message in read:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        key = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
        if key and all(forms) and not message.fuzzy:
            texts[str(key)] = tuple(str(form) for form in forms)
    return Catalogue(str(read.locale or language), texts, gettext.c2py(read.plural_expr))
