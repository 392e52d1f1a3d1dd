"""Every text that is said to people is in every catalogue, whole, and catalogues are kept in step."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from generator.words.catalogue import LOCALES, languages
from generator.words.catalogue_update import (
    ROOT,
    TEXT_ARGUMENTS,
    extract_texts,
    untranslated,
    update_catalogue,
)

OTHERS = [language for language in languages() if language != "en"]
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
    return extract_texts()


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
        "Delete the row.",  # a problem's remedy
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
                for position in {place for group in TEXT_ARGUMENTS.get(name, ()) for place in group}:
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
    assert [message.id for message in untranslated(own)] == []  # make words, then translate these
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
    update_catalogue(copy, found)
    once = copy.read_bytes()
    update_catalogue(copy, found)
    assert copy.read_bytes() == once
    with copy.open("rb") as file:
        assert {one.id: one.string for one in read_po(file)} == {one.id: one.string for one in read("es")}


def test_bringing_in_step_adds_what_is_new_and_drops_what_is_gone(tmp_path: Path) -> None:
    copy = tmp_path / "fr.po"
    copy.write_text(FRENCH, "utf-8")
    template = Catalog()
    template.add("no signal")
    template.add("quite new")
    own = update_catalogue(copy, template).catalogue
    assert [message.id for message in untranslated(own)] == ["quite new"]
    written = copy.read_text("utf-8")
    assert "aucun signal" in written and "quite new" in written and "visite" not in written
    assert written.startswith(FRENCH.partition("\n\n")[0])


def test_a_text_that_is_gone_is_named_with_the_new_one_that_is_most_like_it(tmp_path: Path) -> None:
    copy = tmp_path / "fr.po"
    copy.write_text(FRENCH, "utf-8")
    template = Catalog()
    template.add("no clear signal")
    assert update_catalogue(copy, template).gone == {
        "no signal": "no clear signal",
        "{n} visit": "",
        "did not hold": "",
    }


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_says_the_same_twice(language: str) -> None:
    """As a merge of two catalogues can leave it."""
    with (LOCALES / f"{language}.po").open("rb") as file:
        texts = [
            text
            for message in read_po(file)
            for text in ((message.string,) if isinstance(message.string, str) else message.string or ())
        ]
    twice = [text for text in texts if len(text) > 20 and text in (text + text)[1:-1]]
    assert twice == []
