"""Parts of a name that is on the roster, and signs that only look like one."""

import pytest

from generator.privacy.name_finder import NameFinder
from generator.privacy.roster_file import read_roster

MORE = NameFinder(
    read_roster(
        "Jason Quispe\nOmari Kamau\nLa Ron Kamau\nJo An Kamau\nMar Tin Kamau\n"
        "Dan B Okafor\nMary-Kate O'Brien\n李\n"
    )
)


def spans(finder: NameFinder, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Om-ari spoke.", "Om-ari"),
        ("Then LaRon spoke.", "LaRon"),
        ("marykateobrien", "marykateobrien"),
        ("Dan drew it.", "Dan"),
        ("okafor’s notebook", "okafor’s"),
        ("okaforʼs notebook", "okaforʼs"),
        ("Then 李 spoke.", "李"),
        ("Then Ms. Jo, and Jason spoke", "Jason"),
    ],
)
def test_a_part_of_a_name_is_found(text: str, found: str) -> None:
    assert spans(MORE, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Then Joan spoke.",  # not Jo An: so short a name is another one
        "We asked Martin.",  # a name of its own, not Mar Tin
        "They dan un turno.",
        "We chose plan B.",
        "Then Mrs. Okafor spoke.",
    ],
)
def test_what_is_no_part_of_a_name_is_not_found(text: str) -> None:
    assert spans(MORE, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Ximena M. Quispe drew it.", ["Ximena M. Quispe"]),
        ("[Ximena](https://example.org/a) Quispe drew it.", ["Ximena](https://example.org/a) Quispe"]),
        ("今天王小明王芳说", ["王小明", "王芳"]),
    ],
)
def test_a_name_is_found_from_its_beginning_to_its_end(text: str, found: list[str]) -> None:
    assert spans(NameFinder(read_roster("Ximena Quispe\n王小\n王小明\n王 芳\n")), text) == found


SHORT = NameFinder(read_roster("Bo Li\n"))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        *(("3Bo spoke", False), ("Then 3Bo spoke", False), ("Then Bo9 spoke", False)),
        *(("In 3 Bo spoke", True), ("Bo 9 times", True), ("bo", False)),
    ],
)
def test_a_name_of_two_letters_is_one_where_it_is_written_like_one(text: str, is_found: bool) -> None:
    assert bool(SHORT.find(text)) is is_found


@pytest.mark.parametrize(
    "month",
    [
        *("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
        *("Ene", "Abr", "Ago", "Set", "Dic"),
    ],
)
def test_the_month_of_a_date_is_no_name(month: str) -> None:
    names = NameFinder(read_roster(f"{month} Kowalski\n"))
    for text in (f"On the 12th of {month} we met.", f"Since {month} 12 they", f"On 12 de {month}. they"):
        assert names.find(text) == []
    assert names.find(f"We asked {month} to speak.")


@pytest.mark.parametrize("word", ["Bridge", "Con", "Will"])
def test_a_given_name_that_is_a_word_is_none_in_small_letters(word: str) -> None:
    names = NameFinder(read_roster(f"Ximena Quispe\n{word} Kamau\nAna Okafor\n"))
    assert names.find(f"A {word.lower()} or two") == []
    assert [hit.sure for hit in names.find(f"Then {word} spoke.")] == [False]
    assert [hit.sure for hit in names.find(f"Then {word} Kamau spoke.")] == [True]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("marykateobrien", [True]),
        ("Then kamau spoke.", [False]),  # it may be a word
        ("Then Kamau spoke.", [True]),
        ("Then KamauB spoke.", [True]),
        ("Nobody spoke.", []),
    ],
)
def test_how_sure_a_part_of_a_name_is(text: str, sure: list[bool]) -> None:
    assert [match.sure for match in MORE.find(text)] == sure
    assert MORE.may_be_in(text) is bool(sure)


def test_a_comma_stands_only_behind_a_family_name() -> None:
    names = NameFinder(read_roster("Ximena Quispe\n"))
    assert spans(names, "Then Ximena, Quispe and others") == ["Ximena", "Quispe"]
    assert spans(names, "Then Quispe, Ximena and others") == ["Quispe, Ximena"]


def test_a_name_of_words_alone_in_a_cell_needs_no_capitals() -> None:
    names = NameFinder(read_roster("Will Young\n"))
    assert [match.sure for match in names.find("will young", cell=True)] == [True]
    assert names.find("will young") == []
    assert True not in [match.sure for match in names.find("will young came", cell=True)]
