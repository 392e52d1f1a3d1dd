"""Settings between two lines of hyphens, and the text below them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.file_sizes import LARGEST_TEXT
from generator.reading.yaml.front_matter import MarkdownFile, split_front_matter


def page_of(text: str) -> MarkdownFile:
    page, problems = split_front_matter(text.encode(), "a.md")
    assert page is not None
    assert not problems
    return page


def test_both_parts_and_where_the_text_begins() -> None:
    page = page_of("---\ntitle: Talk\n---\n\nWe *talked*.\n\nMore.\n")
    assert page.document.value == {"title": "Talk"}
    assert page.document.place(("title",)).line == 2
    assert (page.body.text, page.body.line) == ("We *talked*.\n\nMore.\n", 5)


@pytest.mark.parametrize(
    "text", ["---\ntitle: Talk\n---\n", "---\ntitle: Talk\n---", "---\ntitle: Talk\n---\n\n \n"]
)
def test_no_text_below(text: str) -> None:
    assert page_of(text).body.text == ""


def test_empty_settings() -> None:
    assert page_of("---\n---\nText\n").document.value is None


def test_windows_lines_blank_lines_before_and_spaces_after_the_hyphens() -> None:
    page = page_of("\r\n---  \r\ntitle: Talk\r\n---\t\r\nText\r\n")
    assert page.document.value == {"title": "Talk"}
    assert (page.body.text, page.body.line) == ("Text\n", 5)


def test_a_line_across_the_text_is_no_end() -> None:
    assert page_of("---\ntitle: Talk\n---\nOne\n\n---\n\nTwo\n").body.text == "One\n\n---\n\nTwo\n"


def test_control_characters_of_a_word_processor_do_not_reach_the_page() -> None:
    assert page_of("---\na: b\n---\none\x0btwo\tthree\n").body.text == "one two\tthree\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("Just a text.\n", "no-front-matter", 1, ["does not begin", "title: …"]),
        ("", "no-front-matter", 1, ["title: …"]),
        ("# Heading\n\ntitle: x\n", "no-front-matter", 1, ["---"]),
        ("----\ntitle: x\n----\n", "no-front-matter", 1, ["exactly three"]),
        ("—\ntitle: x\n—\n", "no-front-matter", 1, ["exactly three"]),
        ("---\ntitle: x\nrole: y\n\nText\n", "unclosed-front-matter", 1, ["line 3", "---"]),
        ("\n---\ntitle: x\n# Heading\n", "unclosed-front-matter", 2, ["line 3"]),
        ("---\ntitle: Week 3: Fractions\n---\nText\n", "colon-in-text", 2, ['title: "Week 3: Fractions"']),
        ("---\ntitle: x\n\trole: y\n---\n", "tab", 3, ["spaces"]),
    ],
)
def test_one_mistake_is_one_error(text: str, code: str, line: int, words: list[str]) -> None:
    page, problems = split_front_matter(text.encode(), "a.md")
    assert page is None
    (problem,) = problems
    assert (problem.code, problem.place.line) == (code, line)
    for word in words:
        assert word in f"{problem.message} {problem.hint}"


def test_too_large() -> None:
    assert [one.code for one in split_front_matter(b"x" * (LARGEST_TEXT + 1), "a.md")[1]] == ["too-large"]


def test_an_old_encoding_is_read_and_said() -> None:
    page, problems = split_front_matter("---\nname: José\n---\nAñade.\n".encode("cp1252"), "a.md")
    assert page is not None
    assert page.document.value == {"name": "José"}
    assert page.body.text == "Añade.\n"
    assert [one.code for one in problems] == ["old-encoding"]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80) | st.text("-ab: \n#.", max_size=60).map(lambda text: f"---\n{text}".encode()))
def test_never_raises_and_never_is_silent(data: bytes) -> None:
    page, problems = split_front_matter(data, "a.md")
    assert (page is None) == any(one.is_error for one in problems)
