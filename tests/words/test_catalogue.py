"""Every text that is said to people is in every catalogue, whole; a new language is one file."""

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from generator.problems import Phrase, Place, error
from generator.words import catalogue
from generator.words.catalogue import LOCALES, language_in, languages
from generator.words.catalogue_update import PLACES, ROOT, found_texts, missing_in, updated
from generator.words.problem_format import ProblemFormat
from generator.words.translator import Translator
from tests.conftest import Site

OTHERS = [one for one in languages() if one != "en"]
SOURCES = sorted((ROOT / "generator").rglob("*.py"))
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


@pytest.fixture(scope="module")
def found() -> Catalog:
    return found_texts()


def read(language: str) -> Catalog:
    with (LOCALES / f"{language}.po").open("rb") as file:
        return read_po(file)


def forms(message: Message) -> list[tuple[str, str]]:
    """(English, translation) of each form; a translation's last forms are those of many."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    one, many = message.id
    assert message.string
    return [(one if i == 0 else many, said) for i, said in enumerate(message.string)]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# ------------------------------------------------------------------------------ what is found


def test_the_texts_of_code_and_templates_are_found(found: Catalog) -> None:
    for text in (
        "no signal",  # say in Python
        "Skip to the content",  # say in a template
        "Take the row away.",  # a problem's remedy
        "Did you mean {near}?",  # one of two remedies
        "Its prompts are: {known}.",
        "a whole number",  # a value of a problem
        "The disk is full",
        "Another build is writing to {output}. Wait for it to end, then build again.",
    ):
        assert text in found, text
    visits = found.get("{n} visit")
    assert visits
    assert visits.id == ("{n} visit", "{n} visits")


def calls() -> Iterator[tuple[Path, ast.Call, ast.expr]]:
    """Every call that says a text, with each argument that is one."""
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(call, ast.Call):
                function = call.func
                name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                for position in {place for group in PLACES.get(name, ()) for place in group}:
                    if position < len(call.args):
                        yield path, call, call.args[position]


def test_no_text_is_put_together_before_it_is_said() -> None:
    built = [
        f"{path.name}:{call.lineno}"
        for path, call, argument in calls()
        if any(isinstance(node, ast.JoinedStr) for node in ast.walk(argument))
    ]
    assert not built


def test_a_text_that_reaches_its_call_by_a_name_is_marked() -> None:
    """`remedy = "..."` further up would not be found; `remedy = Phrase("...")` is."""
    unmarked = []
    for path in SOURCES:
        for function in ast.walk(ast.parse(path.read_bytes())):
            if not isinstance(function, ast.FunctionDef):
                continue
            inside = list(ast.walk(function))
            names = {
                argument.id
                for call in inside
                if isinstance(call, ast.Call)
                and getattr(call.func, "id", "") in ("error", "warning", "notice")
                for argument in call.args[2:4]
                if isinstance(argument, ast.Name)
            }
            unmarked += [
                f"{path.name}:{node.lineno}"
                for node in inside
                if isinstance(node, ast.Assign)
                and {target.id for target in node.targets if isinstance(target, ast.Name)} & names
                and isinstance(node.value, (ast.Constant, ast.IfExp))
                and any(
                    isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value
                    for one in ast.iter_child_nodes(node)
                )
            ]
    assert not unmarked


# -------------------------------------------------------------------------- what is translated


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_nothing_else_is_there(language: str, found: Catalog) -> None:
    own = read(language)
    assert [message.id for message in missing_in(own)] == []  # make words, then translate these
    assert {message.id for message in found} == {message.id for message in own}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_text(language: str) -> None:
    for message in (one for one in read(language) if one.id):
        own = forms(message)
        assert places(own[-1][1]) == places(own[-1][0]), message.id
        for english, said in own:
            assert places(said) <= places(english) | {"n"}, message.id
            assert said.format_map(dict.fromkeys(places(said), "1")) or not said


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_the_spaces_at_its_ends(language: str) -> None:
    for message in (one for one in read(language) if one.id):
        for english, said in forms(message):
            assert (said[:1].isspace(), said[-1:].isspace()) == (
                english[:1].isspace(),
                english[-1:].isspace(),
            )


@pytest.mark.parametrize("language", OTHERS)
def test_every_form_that_a_language_counts_with_is_there(language: str) -> None:
    own = read(language)
    for message in own:
        if not isinstance(message.id, str):
            assert len(message.string or ()) == own.num_plurals, message.id


def test_bringing_a_catalogue_in_step_changes_nothing_where_all_is_said(
    tmp_path: Path, found: Catalog
) -> None:
    copy = tmp_path / "es.po"
    copy.write_bytes((LOCALES / "es.po").read_bytes())
    updated(copy, found)
    once = copy.read_bytes()
    updated(copy, found)
    assert copy.read_bytes() == once
    with copy.open("rb") as file:
        assert {one.id: one.string for one in read_po(file)} == {one.id: one.string for one in read("es")}


def test_bringing_in_step_adds_what_is_new_and_drops_what_is_gone(tmp_path: Path) -> None:
    copy = tmp_path / "fr.po"
    copy.write_text(FRENCH, "utf-8")
    template = Catalog()
    template.add("no signal")
    template.add("quite new")
    own = updated(copy, template)
    assert [message.id for message in missing_in(own)] == ["quite new"]
    written = copy.read_text("utf-8")
    assert "aucun signal" in written and "quite new" in written and "visite" not in written
    assert written.startswith(FRENCH.partition("\n\n")[0])


# --------------------------------------------------------------------- a language is one file


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translator:
    (tmp_path / "fr.po").write_text(FRENCH, "utf-8")
    (tmp_path / "en.po").write_bytes((LOCALES / "en.po").read_bytes())
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    return Translator("fr")


def test_a_third_language_is_one_file(french: Translator) -> None:
    assert languages() == ("en", "fr")
    assert french.gettext("no signal") == "aucun signal"
    assert french.gettext("look into it") == "look into it"  # not translated yet
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
    assert (problem.code, problem.values["choices"]) == ("bad-choice", "en, fr")


@pytest.mark.parametrize(
    ("setting", "language"),
    [
        ("es", "es"),
        ("es_US.UTF-8", "es"),
        ("es-MX", "es"),
        ("ES", "es"),
        ("es@euro", "es"),
        ("en_GB.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
        ("estonian", "en"),
        ("xx_YY", "en"),
    ],
)
def test_the_language_that_a_setting_names(setting: str, language: str) -> None:
    assert language_in(setting) == language


# -------------------------------------------------------------------- problems in a language


SPANISH = Translator("es")


def test_a_problem_is_said_in_a_language() -> None:
    one = error(
        "x", Place("data/a.csv", row=3, field="n"), "{text} is not a number.", "Type 0 or more.", text="zwölf"
    )
    assert ProblemFormat(SPANISH).message(one) == "zwölf no es un número."
    assert ProblemFormat(SPANISH).hint(one) == "Escriba 0 o más."
    assert ProblemFormat(SPANISH).place(one.place) == "data/a.csv, fila 3, columna n"
    assert ProblemFormat(SPANISH).severity(one) == "error"
    assert (one.message, one.hint) == ("zwölf is not a number.", "Type 0 or more.")


def test_a_value_that_is_a_phrase_is_said_too_and_a_persons_own_word_is_not() -> None:
    text = "There is no {what} {name} in {folder}/."
    one = error("x", Place("a"), text, what=Phrase("tool"), name="tool", folder="tools")
    assert ProblemFormat(SPANISH).message(one) == "No hay ninguna herramienta tool en tools/."


def test_doubled_braces_are_single_ones_in_every_language() -> None:
    one = error(
        "x",
        Place("a"),
        "Take the row away.",
        "Begin each entry with a hyphen:  - {{date: 2025-10-06, n: 24, explains: 9}}",
    )
    assert ProblemFormat(SPANISH).hint(one).endswith("- {date: 2025-10-06, n: 24, explains: 9}")
    assert ProblemFormat(Translator()).hint(one) == one.hint


def test_a_place_without_a_row_needs_no_words() -> None:
    assert ProblemFormat(SPANISH).place(Place("inquiry.md", 4, 7)) == "inquiry.md:4:7"
    assert ProblemFormat(Translator()).place(Place("a.csv", row=2, field="n")) == str(
        Place("a.csv", row=2, field="n")
    )
    assert ProblemFormat(Translator()).place(Place("a.csv", row=2)) == str(Place("a.csv", row=2))
