"""Strict YAML: what was typed survives, and every part knows its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.file_sizes import LARGEST_SETTINGS
from generator.reading.yaml.strict_yaml import MAX_DEPTH, YamlDocument, parse_yaml


def read(text: str) -> YamlDocument:
    """A text without a mistake."""
    document, problems = parse_yaml(text.encode(), "a.yml")
    assert document is not None, [one.message for one in problems]
    assert not problems
    return document


def codes(text: str) -> list[str]:
    return [one.code for one in parse_yaml(text.encode(), "a.yml")[1]]


@pytest.mark.parametrize("typed", ["NO", "yes", "12:30", "010", "1.10", "1e3", "2025-10-06", "0x1F", ".inf"])
def test_plain_values_survive_as_typed(typed: str) -> None:
    assert read(f"key: {typed}\nlist: [{typed}]").value == {"key": typed, "list": [typed]}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(nothing: str) -> None:
    assert read(f"key: {nothing}\n").value == {"key": None}


def test_quoted_nothing_is_text() -> None:
    assert read("a: 'null'\nb: \"\"\n").value == {"a": "null", "b": ""}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_is_none_at_its_first_line(text: str) -> None:
    document = read(text)
    assert document.value is None
    assert document.place().line is not None


def test_long_texts() -> None:
    text = "folded: >\n  one\n  two\nkept: |\n  one\n  two\nplain: one\n  two\n"
    assert read(text).value == {"folded": "one two\n", "kept": "one\ntwo\n", "plain": "one two"}


def test_places_of_values_and_keys() -> None:
    document = read("title: Talk\nchanges:\n  - {date: 2025-10-06, classes: [Period 2, Period 4]}\n")
    place = document.place(("changes", 0, "classes", 1))
    assert (place.line, place.column, place.field) == (3, 44, "classes")
    key = document.key_place(("changes", 0, "classes"))
    assert (key.line, key.column) == (3, 24)


def test_the_place_of_what_is_absent_is_the_nearest_around_it() -> None:
    document = read("title: Talk\nchanges:\n  - {date: 2025-10-06}\n")
    assert document.place(("changes", 0, "idea")) == document.place(("changes", 0))
    assert document.key_place(("changes", 7, "x")) == document.place(("changes",))


def test_lines_count_from_where_the_settings_begin() -> None:
    document, _ = parse_yaml(b"a: 1\nb: 2\n", "a.md", first_line=5)
    assert document is not None
    assert document.place(("b",)).line == 6
    _, problems = parse_yaml(b"a: 1\nb: 2: 3\n", "a.md", first_line=5)
    assert [one.place.line for one in problems] == [6]


def test_windows_lines_and_spaces_from_a_web_page() -> None:
    assert read("a:\r\n\u00a0\u00a0b:\u00a0c\r\n").value == {"a": {"b": "c"}}


def test_a_key_twice_names_both_lines() -> None:
    _, problems = parse_yaml(b"title: a\nurl: b\ntitle: {c: 1}\n", "a.yml")
    (problem,) = problems
    assert (problem.code, problem.place.line, problem.place.column) == ("duplicate-key", 3, 1)
    assert "line 1" in problem.message


def test_the_second_of_a_doubled_key_leaves_the_places_alone() -> None:
    assert codes("a: {b: 1}\na: {b: 2, b: 3}\nc: 4\n") == ["duplicate-key", "duplicate-key"]


@pytest.mark.parametrize("text", ["a: &x 1\n", "a: *x\n", "a: !!int 1\n", "a: !x\n", "&x a: 1\n", "*x : 1\n"])
def test_no_anchors_aliases_tags(text: str) -> None:
    assert codes(text) == ["needs-quotes"]


def test_a_bomb_of_aliases_is_refused_unexploded() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    document, problems = parse_yaml(text.encode(), "a.yml")
    assert document is None
    assert {one.code for one in problems} == {"needs-quotes"}


def test_limits_of_depth_and_size() -> None:
    assert codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert codes("[" * 100_000) == ["too-deep"]
    assert codes("a: " + "x" * LARGEST_SETTINGS) == ["too-large"]


@pytest.mark.parametrize("text", ["a: b\x07\n", 'a: "\\0"\n', '"\\x1b": a\n'])
def test_control_characters_typed_or_escaped(text: str) -> None:
    assert codes(text) == ["invisible-character"]


def test_text_after_a_hash_is_not_lost_silently() -> None:
    document, problems = parse_yaml(b"look_for: see task #2 again\n", "a.yml")
    assert document is not None
    assert document.value == {"look_for": "see task"}
    assert [(one.code, one.is_error, one.place.column) for one in problems] == [
        ("text-after-hash", False, 20)
    ]
    assert codes("a: b # a comment\n") == []
    assert codes("a: 'task #2'\n") == []


def test_a_second_document() -> None:
    _, problems = parse_yaml(b"a: 1\n---\nb: 2\n", "a.yml")
    assert [(one.code, one.place.line) for one in problems] == [("second-document", 2)]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=120) | st.text("ab:- \n\t\"'[]{}#&*!|>%@`,?\\0", max_size=60).map(str.encode))
def test_never_raises_and_never_is_silent(data: bytes) -> None:
    document, problems = parse_yaml(data, "a.yml")
    assert (document is None) == any(one.is_error for one in problems)
    for one in problems:
        assert one.message
        assert isinstance(one.hint, str)  # its names are all given


LEAVES = st.none() | st.text("aéß \"'#:-{}[],&%@z", min_size=1, max_size=8)
KEYS = st.text("abcdefgh", min_size=1, max_size=4)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=8)


def quoted(value: object) -> str:
    """YAML in brackets, every text in single quotes."""
    if isinstance(value, list):
        return f"[{', '.join(map(quoted, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {quoted(one)}" for key, one in value.items()) + "}"
    return "null" if value is None else "'" + str(value).replace("'", "''") + "'"


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_what_is_written_is_read(value: object) -> None:
    assert read(quoted(value)).value == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: " + "[" * 300 + "]" * 300, id="brackets"),
        pytest.param("{a: " * 300 + "}" * 300, id="braces"),
        pytest.param("- " * 300 + "x", id="hyphens in a line"),
        pytest.param("\n".join(" " * depth + "a:" for depth in range(300)), id="keys"),
        pytest.param("[" * 300 + "]" * 300 + ": x", id="a key in brackets"),
        pytest.param("? " * 300 + "x", id="keys of keys"),
    ],
)
def test_what_is_nested_300_deep_is_a_problem_and_no_exception(text: str) -> None:
    assert codes(text)[-1] == "too-deep"
