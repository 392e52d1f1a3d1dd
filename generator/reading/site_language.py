"""The language of the site: the one that program.yml names, and the catalogue a program brings for it.

`content/words/fr.po` adds a language, or words another way what the installed catalogue of it has.
"""

import io

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po
from msgspec import Struct

from generator.layout import ProgramFolder, locate
from generator.problems import Phrase, Place, Problem, error
from generator.reading.content_files import ContentFolder
from generator.reading.left_out_files import stray_file
from generator.words.catalogue import base_language, compile_catalogue, language_tag, languages
from generator.words.text_places import text_places


class SiteLanguage(Struct, frozen=True):
    """A language tag (BCP 47), and the program's own catalogue of it (.po); empty where it has none."""

    tag: str
    own_catalogue: bytes = b""


def read_language(
    typed: str, place: Place, folder: ContentFolder
) -> tuple[SiteLanguage | None, list[Problem]]:
    """The language that `typed` names, with the program's catalogue of it.

    None where nobody has texts in it, or where the program's catalogue cannot be used.
    """
    catalogues, problems = _own_catalogues(folder)
    tag = language_tag(typed)
    language = base_language(tag)
    if language in catalogues:
        path = catalogues[language]
        problems += check_catalogue(path, folder.files[path])
        usable = not any(problem.is_error for problem in problems)
        return SiteLanguage(tag, folder.files[path]) if usable else None, problems
    if language in languages():
        return SiteLanguage(tag), problems
    return None, [*problems, _unknown_language(place, typed, sorted({*languages(), *catalogues}))]


def check_catalogue(path: str, data: bytes) -> list[Problem]:
    """What is wrong with a catalogue: it cannot be read, or a translation has places of its own."""
    try:
        catalogue = read_po(io.BytesIO(data), abort_invalid=True)
        compile_catalogue(data)
    except PoFileError as mistake:
        return [_not_a_catalogue(Place(path, mistake.lineno + 1))]
    except (ValueError, UnicodeDecodeError, LookupError):
        return [_not_a_catalogue(Place(path))]
    return [
        _other_places(Place(path, message.lineno), str(_forms(message.id)[0]))
        for message in catalogue
        if message.id and not _keeps_places(message)
    ]


def _own_catalogues(folder: ContentFolder) -> tuple[dict[str, str], list[Problem]]:
    """The files of words/ by their language, and those that no language has."""
    catalogues: dict[str, str] = {}
    problems: list[Problem] = []
    for path in folder.files:
        location = locate(path)
        if location.folder != ProgramFolder.WORDS:
            continue
        language = location.name.removesuffix(".po")
        if location.is_direct and path.endswith(".po") and language_tag(language) == language:
            catalogues[language] = path
        else:
            problems.append(_not_named_after_a_language(path))
    return catalogues, problems


def _keeps_places(message: Message) -> bool:
    places = frozenset().union(*map(text_places, _forms(message.id)))
    return all(text_places(form) <= places for form in _forms(message.string or ""))


def _forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The one text of a message, or its forms for numbers."""
    return (text,) if isinstance(text, str) else tuple(text)


def _unknown_language(place: Place, typed: str, choices: list[str]) -> Problem:
    return error(
        "unknown-language",
        place,
        "runfolio has no texts in the language {value}.",
        "Type one of: {languages}. A region can follow: en-GB, es-MX. "
        "A language of your own is a file  content/words/LANGUAGE.po",
        value=typed[:40],
        languages=", ".join(choices),
    )


def _not_named_after_a_language(path: str) -> Problem:
    return stray_file(
        path,
        Phrase(
            "Files here are named after their language: fr.po. Rename it, or move it to where it belongs."
        ),
    )


def _not_a_catalogue(place: Place) -> Problem:
    return error(
        "not-a-catalogue",
        place,
        "This is not a catalogue of translations as GNU gettext writes them (.po).",
        "Save it again with the program that you translate with, in UTF-8.",
    )


def _other_places(place: Place, text: str) -> Problem:
    return error(
        "other-places",
        place,
        "The translation has {{…}} places that the English text does not have.",
        "Use only those of: {text}",
        text=text,
    )
