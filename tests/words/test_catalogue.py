"""A language is one file: its texts, its way of counting, its dates and numbers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.words import catalogue
from generator.words.catalogue import LOCALES, known_texts, language_in, languages, load_catalogue
from generator.words.translator import Translator
from tests.conftest import Site

FRENCH = """\
msgid ""
msgstr ""
"Language: fr_FR\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "no signal"
msgstr "aucun signal"

msgid "{n} visit"
msgid_plural "{n} visits"
msgstr[0] "{n} visite"
msgstr[1] "{n} visites"

#, fuzzy
msgid "did not hold"
msgstr "a tenu"
"""


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translator:
    (tmp_path / "fr.po").write_text(FRENCH, "utf-8")
    (tmp_path / "en.po").write_bytes((LOCALES / "en.po").read_bytes())
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    return Translator("fr")


def test_a_third_language_is_one_file(french: Translator) -> None:
    assert languages() == ("en", "fr")
    assert french.gettext("no signal") == "aucun signal"
    assert french.gettext("worse: look into it") == "worse: look into it"  # not translated yet
    assert french.gettext("did not hold") == "did not hold"  # fuzzy: a machine's guess
    assert french.format_date(date(2025, 10, 6)) == "6 octobre 2025"
    assert french.format_number(3.5, 1) == "3,5"
    assert french.format_list(["a", "b", "c"]) == "a, b et c"
    assert french.month_names()[1] == "févr."


def test_a_language_counts_in_its_own_way(french: Translator) -> None:
    said = [french.ngettext("{n} visit", "{n} visits", n) for n in (0, 1, 1.5, 2)]
    assert said == ["0 visite", "1 visite", "1,5 visites", "2 visites"]


def test_a_program_may_be_in_it(french: Translator, site: Callable[..., Site]) -> None:
    made = site({"program.yml": "title: Érables\nlanguage: fr\n"})
    made.build()
    assert '<html lang="fr">' in made.page("")
    made.change({"program.yml": "title: Érables\nlanguage: es\n"})
    (problem,) = made.check().problems
    assert (problem.code, problem.values["languages"]) == ("unknown-language", "en, fr")


@pytest.mark.parametrize(
    ("setting", "language"),
    [
        ("es", "es"),
        ("es_US.UTF-8", "es-US"),
        ("es-MX", "es-MX"),
        ("es_xx", "es"),
        ("ES", "es"),
        ("es@euro", "es"),
        ("en_GB.UTF-8", "en-GB"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
        ("estonian", "en"),
        ("xx_YY", "en"),
    ],
)
def test_the_language_that_a_setting_names(setting: str, language: str) -> None:
    assert language_in(setting) == language


# ------------------------------------------------------------------------------ the compiled form


def compiled_files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "__pycache__").glob("*"))


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(
    french: Translator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert french.gettext("no signal") == "aucun signal"
    (compiled,) = compiled_files(tmp_path)
    assert compiled.startswith("fr-") and compiled.endswith(".mo")

    catalogue._load.cache_clear()
    monkeypatch.setattr(catalogue, "compile_catalogue", lambda source: pytest.fail("it is compiled already"))
    assert Translator("fr").gettext("no signal") == "aucun signal"

    monkeypatch.undo()
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    (tmp_path / "fr.po").write_text(FRENCH.replace("aucun signal", "pas de signal"), "utf-8")
    catalogue._load.cache_clear()
    assert Translator("fr").gettext("no signal") == "pas de signal"
    (again,) = compiled_files(tmp_path)
    assert again != compiled


@pytest.mark.parametrize("size", [0, 3, 40, 200])
def test_a_compiled_catalogue_that_was_cut_off_is_made_again(
    french: Translator, tmp_path: Path, size: int
) -> None:
    assert french.gettext("no signal") == "aucun signal"
    (compiled,) = compiled_files(tmp_path)
    whole = (tmp_path / "__pycache__" / compiled).read_bytes()
    (tmp_path / "__pycache__" / compiled).write_bytes(whole[:size])
    catalogue._load.cache_clear()
    assert Translator("fr").gettext("no signal") == "aucun signal"
    assert (tmp_path / "__pycache__" / compiled).read_bytes() == whole


def test_where_nothing_can_be_written_a_catalogue_is_read_all_the_same(
    french: Translator, tmp_path: Path
) -> None:
    (tmp_path / "__pycache__").write_text("a file, so that no folder can be made here", "utf-8")
    assert french.gettext("no signal") == "aucun signal"


# ---------------------------------------------------------------------------------- known texts


def test_the_texts_of_the_program_are_known_and_no_others() -> None:
    assert {"no signal", "{n} visit", "{n} visits"} <= known_texts()
    assert not {"", "aucun signal", "no signals"} & known_texts()


def test_no_text_is_no_text_in_every_language() -> None:
    assert load_catalogue("es").gettext("") == ""  # a catalogue keeps its header under this key
