"""The house rules find what they are for."""

import ast

import pytest

from tests import house_rules


def trees(**sources: str) -> dict[str, ast.Module]:
    """`a__b="..."` is the module a/b.py."""
    return {f"{name.replace('__', '/')}.py": ast.parse(source) for name, source in sources.items()}


def test_a_class_that_means_two_things_is_named() -> None:
    found = house_rules.names_with_two_meanings(trees(a__x="class Row: ...", b__y="class Row: ..."))
    assert list(found) == ["class Row stands in a/x.py, b/y.py"]


def test_a_file_that_means_two_things_is_named() -> None:
    assert list(house_rules.names_with_two_meanings(trees(a__x="", b__x=""))) == [
        "x.py stands in a/x.py, b/x.py"
    ]


def test_a_command_may_have_the_name_of_what_it_runs() -> None:
    sources = trees(build="def build(): ...", commands__build="def build(): ...")
    assert list(house_rules.names_with_two_meanings(sources)) == []


def test_a_module_without_tests_is_named() -> None:
    found = list(house_rules.untested_modules(trees(runchart__nowhere="x = 1")))
    assert found == ["runchart/nowhere.py has no tests/runchart/test_nowhere.py"]


def test_a_module_that_its_room_does_not_list_is_named() -> None:
    room = ast.parse('"""Pages.\n\nlisted.py   what it does\n"""')
    rooms = {"site/__init__.py": room, **trees(site__listed="", site__list="", build="")}
    (line,) = house_rules.unlisted_modules(rooms)
    assert line == "site/list.py is not in the list of site/__init__.py"


def test_an_old_riddle_is_named() -> None:
    found = list(house_rules.riddles(trees(site__press="class Press: ...")))
    assert [line.split(": ")[1].split()[0] for line in found] == ["Press", "press"]


def test_a_code_of_two_modules_is_named() -> None:
    calls = trees(a__x='error("large", place)', b__y='notice("large", place)', c__z='warning("P14", place)')
    (line,) = house_rules.codes_with_two_meanings(calls)
    assert line == "the code large is given in a/x.py, b/y.py"


@pytest.mark.parametrize(
    "source",
    [
        "def total(one: int): ...",
        "found = 1",
        "rows = [own for own in ()]",
        "key = lambda seen: seen",
        "class Row:\n    judged: int",
        "class Row:\n    @property\n    def standing(self): ...",
        "class Row:\n    def __init__(self): self.known = 1",
        "with file() as opened: ...",
        "words: str = ''",
        "def label(words: Mapping[str, str]): ...",
    ],
)
def test_a_value_whose_name_does_not_say_what_it_holds_is_named(source: str) -> None:
    assert len(list(house_rules.riddles_for_values(trees(a__x=source)))) == 1


def test_words_that_are_words_may_be_called_so() -> None:
    source = "def join(words: Sequence[str]): ...\nwords = text.split()"
    assert list(house_rules.riddles_for_values(trees(a__x=source))) == []
