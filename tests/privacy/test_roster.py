"""A name of the roster in every form in which a text may have it."""

import pytest

from generator.privacy.roster import name_forms, other_spellings


@pytest.mark.parametrize("name", ["Jaylen Lee Brown", "Brown, Jaylen Lee"])
def test_a_full_name_stands_either_way_round(name: str) -> None:
    forms = name_forms(name)
    assert forms is not None
    assert {"jaylen"} <= forms.given <= {"jaylen", "lee"}
    assert ("jaylen", "brown") in forms.straight
    assert ("brown", "jaylen") in forms.turned


def test_without_a_comma_either_end_may_be_the_family_name() -> None:
    forms = name_forms("Jaylen Lee Brown")
    assert forms is not None
    assert forms.given == {"jaylen"}
    parted = ("ja", "ylen", "brown")
    assert forms.straight == {("jaylen", "lee", "brown"), ("jaylen", "brown"), parted}
    assert forms.turned == {
        *(("lee", "brown", "jaylen"), ("brown", "jaylen", "lee")),
        *(("brown", "jaylen"), ("brown", "ja", "ylen")),
    }


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("DeAndre", {("de", "andre")}),
        ("Deandre Brown", {("de", "andre")}),
        ("Noah LaToya", {("la", "toya")}),
        ("Noah O’Neil", {("o", "neil")}),
        ("D'Angelo", {("d", "angelo")}),
        ("JoAnn", {("jo", "ann")}),
        ("TyShawn", {("ty", "shawn")}),
        ("Juan MacLeod-LeBron", {("mac", "leod"), ("le", "bron")}),
        ("LiAm", set()),  # too little is left
        ("Noah Brown", set()),
    ],
)
def test_some_names_are_also_written_as_two_words(name: str, parted: set[tuple[str, str]]) -> None:
    forms = name_forms(name)
    assert forms is not None
    assert forms.parted == parted


def test_with_a_comma_the_family_name_is_known() -> None:
    forms = name_forms("Ortiz-Vance, Zaqueline")
    assert forms is not None
    assert forms.given == {"zaqueline"}
    assert forms.straight == {("zaqueline", "ortiz", "vance"), ("zaqueline", "vance")}
    assert ("ortiz", "vance", "zaqueline") in forms.turned


def test_a_name_of_one_word_has_no_order() -> None:
    forms = name_forms("Zoë,")
    assert forms is not None
    assert (forms.words, forms.given) == (("zoe",), frozenset(["zoe"]))
    assert not forms.straight
    assert not forms.turned


@pytest.mark.parametrize("name", ["", "12", " , ", "..."])
def test_without_letters_there_is_no_name(name: str) -> None:
    assert name_forms(name) is None


@pytest.mark.parametrize("name", ["Brown Jr., Jaylen", "Jaylen Brown III", "Brown, Jaylen Sr"])
def test_junior_and_the_third_are_no_names(name: str) -> None:
    forms = name_forms(name)
    assert forms is not None
    assert set(forms.words) == {"jaylen", "brown"}


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("DeAndre Williams", ("de", "andre", "williams")),
        ("Reed, D'Angelo", ("d", "angelo", "reed")),
        ("Wang Xiaoming", ("wang", "xiaoming")),
    ],
)
def test_a_parted_given_name_makes_a_full_name(name: str, order: tuple[str, ...]) -> None:
    forms = name_forms(name)
    assert forms is not None
    assert order in forms.straight


def test_umlauts_are_written_out() -> None:
    assert other_spellings("Jörg Mu\u0308ller") == ["Joerg Mueller"]
    assert other_spellings("Zoë Diaz") == []


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        *(("Järg", "Jaerg"), ("Jörg", "Joerg"), ("Jürg", "Juerg"), ("Håkan", "Haakan"), ("Søren", "Soeren")),
        *(("Ärn", "Aern"), ("Örn", "Oern"), ("Üzel", "Uezel"), ("Åse", "Aase"), ("Øyvind", "Oeyvind")),
    ],
)
def test_a_name_is_also_written_without_umlauts(name: str, spelled: str) -> None:
    assert other_spellings(name) == [spelled]
    assert other_spellings(spelled) == []


@pytest.mark.parametrize("suffix", ["Jr.", "Sr", "II", "III", "IV"])
def test_what_follows_a_name_is_no_name(suffix: str) -> None:
    for name, words in ((f"Noah King {suffix}", ("noah", "king")), (f"King {suffix}", ("king",))):
        forms = name_forms(name)
        assert forms is not None
        assert forms.words == words
    alone = name_forms(suffix)
    assert alone is not None
    assert len(alone.words) == 1


def test_the_longest_beginning_of_a_name_is_taken() -> None:
    forms = name_forms("Delrosario")
    assert forms and forms.parted == {("del", "rosario")}


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        *(("Abdulkarim", ("abdul", "karim")), ("Abdkarim", ("abd", "karim")), ("Annalise", ("anna", "lise"))),
        *(("Analucia", ("ana", "lucia")), ("Juanpablo", ("juan", "pablo")), ("Mariajose", ("maria", "jose"))),
        *(("Marybeth", ("mary", "beth")), ("Xiaoming", ("xiao", "ming"))),
    ],
)
def test_a_given_name_of_two_is_also_written_as_two_words(name: str, parted: tuple[str, str]) -> None:
    forms = name_forms(name)
    assert forms and forms.parted == {parted}


def test_o_begins_a_name_only_with_its_apostrophe() -> None:
    forms = name_forms("Odonnell")
    assert forms and forms.parted == set()
