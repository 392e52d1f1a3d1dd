"""The catalogues: one file a language in `locale/`, and nothing else makes a language known.

A catalogue's header names the locale whose months, lists and numbers are used where no region is
named (`Language: es_US`), and how the language counts (`Plural-Forms`).  A regional form (`es-MX`) has the
texts of its language and the dates, lists and numbers of its region.  Parsing a catalogue takes as long
as a small build, so its compiled form is kept in `locale/__pycache__/`, as Python keeps its own modules.
"""

import contextlib
import gettext
import io
import os
import struct
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from babel import get_locale_identifier, parse_locale
from babel.localedata import exists
from msgspec import Struct
from msgspec.structs import replace

LOCALES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"  # of the texts in the code; its catalogue has a header only
_MANY = 100  # in every language counted with the form of large numbers


class Catalogue(Struct, frozen=True, eq=False):
    """One language: its translations, and the locale that writes its dates and numbers."""

    locale: str
    translations: gettext.GNUTranslations

    def gettext(self, text: str) -> str:
        """The translation of an English text, or the text itself."""
        return _gettext(self, text)

    def ngettext(self, singular: str, plural: str, n: float) -> str:
        """The form of a text that fits a number; a fraction takes the form of many."""
        return self.translations.ngettext(singular, plural, int(n) if float(n).is_integer() else _MANY)

    def texts(self) -> Iterator[str]:
        """Every English text with a translation here, and the translations, in all their forms."""
        for key, translation in vars(self.translations)["_catalog"].items():
            yield key if isinstance(key, str) else key[0]
            yield translation


# a page asks for the same few hundred texts, and gettext tries two forms of each in Python
@lru_cache(maxsize=4096)
def _gettext(catalogue: Catalogue, text: str) -> str:
    return catalogue.translations.gettext(text) if text else ""  # "" is the key of the header


def languages() -> tuple[str, ...]:
    """Every language that has a catalogue, English first."""
    names = (path.stem for path in LOCALES.glob("*.po"))
    return tuple(sorted(names, key=lambda name: (name != SOURCE_LANGUAGE, name)))


def language_tag(setting: str) -> str:
    """A setting such as `es`, `es-mx` or `es_MX.UTF-8` as a language tag: `es-MX` (BCP 47).

    Empty where Unicode's CLDR, as Babel has it, knows no such language or no such region of it.
    """
    try:
        locale = get_locale_identifier(parse_locale(setting.replace("-", "_"))[:4])
    except ValueError:  # `C`, `POSIX`, or nothing
        return ""
    return locale.replace("_", "-") if exists(locale) else ""


def base_language(tag: str) -> str:
    """The language of a tag, without script and region."""
    return tag.partition("-")[0]


def language_in(setting: str) -> str:
    """The tag of a language with a catalogue that a setting such as `es_US.UTF-8` names; else English."""
    for tag in (language_tag(setting), language_tag(base_language(setting.replace("_", "-")))):
        if tag and base_language(tag) in languages():
            return tag
    return SOURCE_LANGUAGE


def load_catalogue(tag: str, own_catalogue: bytes = b"") -> Catalogue:
    """The texts of a tag's language, English where it has no catalogue, with the dates and numbers of its
    region.  `own_catalogue` is a program's .po file, whose texts go before the installed ones."""
    return _load(LOCALES, tag, own_catalogue)


@lru_cache(maxsize=16)
def _load(folder: Path, tag: str, own_catalogue: bytes = b"") -> Catalogue:
    language = base_language(tag)
    if own_catalogue:
        translations = gettext.GNUTranslations(io.BytesIO(compile_catalogue(own_catalogue)))
        translations.add_fallback(_load(folder, language).translations)
        catalogue = Catalogue(_locale(translations, language), translations)
    elif (path := folder / f"{language}.po").is_file():
        translations = _translations(path)
        catalogue = Catalogue(_locale(translations, language), translations)
    else:
        catalogue = _load(folder, SOURCE_LANGUAGE)
    return catalogue if tag == language else replace(catalogue, locale=tag.replace("-", "_"))


def _locale(translations: gettext.GNUTranslations, language: str) -> str:
    """The locale that a catalogue's header names; the language's own where it names none that is known."""
    named = language_tag(translations.info().get("language") or "")
    return (named or language).replace("-", "_")


def _translations(path: Path) -> gettext.GNUTranslations:
    """A catalogue, from its compiled form where there is one.

    The compiled file's name has a digest of the catalogue, so that a changed one is compiled again.
    In a folder that cannot be written to, each start compiles.
    """
    source = path.read_bytes()
    digest = blake2b(source, digest_size=8).hexdigest()
    cached = path.parent / "__pycache__" / f"{path.stem}-{digest}.mo"
    with contextlib.suppress(OSError, ValueError, struct.error):  # absent, or cut off
        return gettext.GNUTranslations(io.BytesIO(cached.read_bytes()))
    compiled = compile_catalogue(source)
    with contextlib.suppress(OSError):
        _keep(cached, compiled, f"{path.stem}-*.mo")
    return gettext.GNUTranslations(io.BytesIO(compiled))


def compile_catalogue(source: bytes) -> bytes:
    """A .mo file of a .po file; texts without a translation, and machines' guesses (fuzzy), are left out.

    Raises ValueError for what is not a catalogue.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source)))
    return compiled.getvalue()


def _keep(path: Path, data: bytes, earlier: str) -> None:
    """Write a file whole or not at all, in the place of `earlier` ones."""
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        unfinished.write_bytes(data)
        for old in path.parent.glob(earlier):
            old.unlink(missing_ok=True)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def known_texts() -> frozenset[str]:
    """Every English text that some catalogue has, singular and plural.

    Every catalogue that comes with the program has all of its texts (a test holds them to it).
    """
    from babel.messages.pofile import read_po

    texts: set[str] = set()
    for path in LOCALES.glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                texts.update(message.id if isinstance(message.id, list | tuple) else [message.id])
    return frozenset(texts - {""})
