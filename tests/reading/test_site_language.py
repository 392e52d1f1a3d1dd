"""The language that program.yml names: with its region, or with a catalogue of the program's own."""

from collections.abc import Callable

import pytest

from generator.problems import Place
from generator.reading.content_files import ContentFolder
from generator.reading.site_language import SiteLanguage, check_catalogue, read_language
from tests.conftest import Site

HERE = Place("program.yml", 2, 11)
ARABIC = """\
msgid ""
msgstr ""
"Language: ar\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : """
ARABIC += """n%100>=11 ? 4 : 5);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Teachers"
msgstr "المعلمون"
"""


def read(typed: str, **catalogues: str) -> tuple[SiteLanguage | None, list[tuple[str, str]]]:
    folder = ContentFolder("", {f"words/{name}.po": text.encode() for name, text in catalogues.items()})
    language, problems = read_language(typed, HERE, folder)
    return language, [(problem.code, problem.place.file) for problem in problems]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-GB", "en-GB"),
        ("en_gb", "en-GB"),
        ("es-MX", "es-MX"),
        ("es-419", "es-419"),
    ],
)
def test_a_region_is_a_form_of_its_language(typed: str, tag: str) -> None:
    assert read(typed) == (SiteLanguage(tag), [])


@pytest.mark.parametrize("typed", ["fr", "en-XX", "English", "klingon", "e n", "-"])
def test_a_language_that_nobody_has_texts_in_is_refused(typed: str) -> None:
    language, problems = read_language(typed, HERE, ContentFolder("", {}))
    assert language is None
    (problem,) = problems
    assert (problem.code, problem.place) == ("unknown-language", HERE)
    assert problem.values == {"value": typed, "languages": "en, es"}


def test_a_programs_own_catalogue_adds_a_language() -> None:
    assert read("ar", ar=ARABIC) == (SiteLanguage("ar", ARABIC.encode()), [])
    assert read("ar-EG", ar=ARABIC) == (SiteLanguage("ar-EG", ARABIC.encode()), [])
    assert read("en", ar=ARABIC) == (SiteLanguage("en"), [])  # it waits for its turn


def test_a_catalogue_of_no_language_is_said_to_be_not_read() -> None:
    assert read("en", arabic=ARABIC)[1] == [("stray-file", "words/arabic.po")]
    assert read("en", pt_BR=ARABIC)[1] == [("stray-file", "words/pt_BR.po")]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (ARABIC, None, 0),
        ("", None, 0),
        ('msgid "{n} visits"\nmsgstr "{m}"\n', "other-places", 1),
        ('msgid "a"\nmsgid_plural "b {n}"\nmsgstr[0] "{n}"\nmsgstr[1] "{n.real}"\n', "other-places", 1),
        ("Dear colleague,\n", "not-a-catalogue", 1),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=import os;\\n"\n', "not-a-catalogue", None),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=nothing\\n"\n', "not-a-catalogue", None),
    ],
)
def test_what_is_wrong_with_a_catalogue(text: str, code: str | None, line: int | None) -> None:
    found = [(problem.code, problem.place.line) for problem in check_catalogue("words/ar.po", text.encode())]
    assert found == ([] if code is None else [(code, line)])


def test_bytes_that_are_no_text_are_not_a_catalogue() -> None:
    (problem,) = check_catalogue("words/ar.po", b"\xff\xfe\x00m")
    assert problem.code == "not-a-catalogue"


def test_the_site_is_in_it_and_runs_from_right_to_left(site: Callable[..., Site]) -> None:
    made = site({"program.yml": "title: القيقب\nlanguage: ar\n", "words/ar.po": ARABIC})
    assert not [problem for problem in made.build().problems if problem.is_error]
    assert '<html lang="ar" dir="rtl">' in made.page("")
    assert "المعلمون" in made.page("")
    made.change({"words/ar.po": ARABIC.replace("المعلمون", "المدرسون")}).build()
    assert "المدرسون" in made.page("")


def test_a_catalogue_that_cannot_be_used_keeps_the_site_as_it_was(site: Callable[..., Site]) -> None:
    made = site({"program.yml": "title: القيقب\nlanguage: ar\n", "words/ar.po": ARABIC + 'msgid "x\n'})
    outcome = made.check()
    assert ("not-a-catalogue", "content/words/ar.po") in [
        (problem.code, problem.place.file) for problem in outcome.problems
    ]
    assert not outcome.readable
