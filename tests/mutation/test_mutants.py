"""What is changed in a module, and what is left alone."""

import textwrap

from tests.mutation.mutants import change_text, mutants_in


def changes(source: str) -> list[tuple[str, str]]:
    """(function, change) of each mutant of a source."""
    return [(mutant.function, mutant.change) for mutant in mutants_in(textwrap.dedent(source), "m.py")]


def test_a_boundary_is_moved_by_one_and_a_comparison_by_equality() -> None:
    assert changes("FEWEST = 10\n\ndef is_few(n):\n    return n < FEWEST\n") == [
        ("", "FEWEST = {10 => 11}"),
        ("is_few", "return n {< => <=} FEWEST"),
    ]


def test_a_condition_is_turned_round_and_a_call_left_out() -> None:
    assert changes("def check(n):\n    if n:\n        warn(n)\n") == [
        ("check", "if {n: => not (n):}"),
        ("check", "{warn(n) => pass}"),
    ]


def test_a_keyword_argument_is_left_out_a_positional_one_is_not() -> None:
    assert changes("def place(n):\n    return Place(n, row=n)\n") == [
        ("place", "return Place(n, {row=n => })"),
    ]


def test_what_is_the_default_of_zip_is_not_left_out() -> None:
    assert changes("def pairs(a, b):\n    return zip(a, b, strict=False)\n") == [
        ("pairs", "return zip(a, b, strict={False => True})"),
    ]


def test_texts_annotations_docstrings_and_decorators_are_left_alone() -> None:
    source = '''
        @cache(maxsize=5)
        def label(n: "Optional" = None) -> "str":
            """Nine of ten."""
            return gettext("Visits") + "two words" + "key"
    '''
    assert changes(source) == [
        ("label", 'return gettext("Visits") + "two words" {+ => -} "key"'),
        ("label", 'return gettext("Visits") {+ => -} "two words" + "key"'),
        ("label", 'return gettext("Visits") + "two words" + "{key => XXkeyXX}"'),
    ]


def test_a_change_is_in_its_outermost_function_or_method_and_on_its_statements_lines() -> None:
    source = """
        class Limit:
            few = 3

            def hides(self, rows):
                def is_few(row):
                    return row.n < 10
                return any(
                    is_few(row)
                    and True
                    for row in rows
                )
    """
    mutants = mutants_in(textwrap.dedent(source), "m.py")
    assert [(mutant.place, mutant.lines) for mutant in mutants if "{and => or}" in mutant.change] == [
        ("m.py:Limit.hides", (8, 12))
    ]
    assert {mutant.place for mutant in mutants if "{<" in mutant.change} == {"m.py:Limit.hides"}
    assert {mutant.place for mutant in mutants if "few =" in mutant.change} == {"m.py"}


def test_the_same_change_to_the_same_line_is_told_apart_by_its_number() -> None:
    source = "def f(n):\n    if n < 1:\n        return g(n)\n    if n < 1:\n        return h(n)\n"
    assert [change for _, change in changes(source) if "<=" in change] == [
        "if n {< => <=} 1:",
        "if n {< => <=} 1: #2",
    ]


def test_a_change_is_told_on_one_line() -> None:
    assert change_text("a = 1\nb = f(\n    1, 2\n)\n", "a = 1\nb = f(\n    1, 3\n)\n") == "1, {2 => 3}"
