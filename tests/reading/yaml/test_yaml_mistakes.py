"""What people type, where the problem is shown, and what they are told to type."""

import pytest

from generator.reading.yaml.strict_yaml import parse_yaml
from generator.reading.yaml.yaml_mistakes import looks_like_missing_space

# text, code, line, column, words of the message or the hint
MISTAKES = [
    ("title: Week 3: Fractions\n", "colon-in-text", 1, 14, ['title: "Week 3: Fractions"']),
    ("a: 1\nb:\n  - c: Says: why\n", "colon-in-text", 3, 12, ['c: "Says: why"']),
    ("a:\n  - {b: 1, title: Week 3: x}\n", "colon-in-text", 2, 25, ['title: "Week 3: x"']),
    ("title: “Week 3: x”\n", "colon-in-text", 1, 15, ['title: "Week 3: x"']),
    ("a:\n\tb: 1\n", "tab", 2, 1, ["tab", "spaces"]),
    ("a:\n  b: 1\n\tc: 2\n", "tab", 3, 1, ["tab", "spaces"]),
    ('title: "Talk\nurl: x\n', "unclosed-quote", 1, 8, ['"', "not closed"]),
    ("title: 'Talk\nurl: x\n", "unclosed-quote", 1, 8, ["'", "not closed"]),
    ("title: 'Ana's talk'\n", "quote-in-quotes", 1, 13, ['"Ana\'s talk"', "apostrophe"]),
    ('title: "Talk" first\n', "text-after-quote", 1, 15, ["after the closing"]),
    ('title: "C:\\work"\n', "backslash", 1, 11, ["backslash", "single"]),
    ("classes: [Period 2, Period 4\ntitle: x\n", "unclosed-bracket", 1, 10, ["]", "comma"]),
    ("a:\n  - {date: 1, b: c\nd: e\n", "unclosed-bracket", 2, 5, ["}", "comma"]),
    ("classes: [Period 2]]\n", "extra-bracket", 1, 20, ["]", "Remove it"]),
    ("classes: ]\n", "needs-quotes", 1, 10, ["]"]),
    ("title:Maple\n", "missing-space", 1, 1, ["title: Maple"]),
    ("title:Maple\nurl: x\n", "missing-space", 1, 1, ["title: Maple"]),
    ("a: 1\nurl:https://a.example\n", "missing-space", 2, 1, ["url: https://a.example"]),
    ("issuer:\n  name:x\n  did: y\n", "missing-space", 2, 3, ["name: x"]),
    ("classes:\n  -Period 2\n  -Period 4\n", "missing-space", 2, 3, ["- Period 2", "hyphen"]),
    ("title: Talk\njust words\nurl: x\n", "no-colon", 2, 1, ["just words", "no colon"]),
    ("just words\nurl: x\n", "no-colon", 1, 1, ["just words"]),
    ("title: Talk\nand more", "no-colon", 2, 1, ["two spaces"]),
    ("title: @home\n", "needs-quotes", 1, 8, ['title: "@home"']),
    ("title: %x\n", "needs-quotes", 1, 8, ['title: "%x"']),
    ("title: `x`\n", "needs-quotes", 1, 8, ['title: "`x`"']),
    ("title: *x*\n", "needs-quotes", 1, 8, ['title: "*x*"']),
    ("title: **x** y\n", "needs-quotes", 1, 8, ['title: "**x** y"']),
    ("title: &x y\n", "needs-quotes", 1, 8, ['title: "&x y"']),
    ("title: !x\n", "needs-quotes", 1, 8, ['title: "!x"']),
    ("title: >x\n", "needs-quotes", 1, 8, ['title: ">x"']),
    ("title: - x\n", "needs-quotes", 1, 8, ['title: "- x"']),
    ("title: [x] y\n", "needs-quotes", 1, 12, ['title: "[x] y"']),
    ('title: @the "best"\n', "needs-quotes", 1, 8, ['title: "@the \\"best\\""']),
    ("a:\n  - @home\n", "needs-quotes", 2, 5, ['- "@home"']),
    ("a: b\n%c: d\n", "needs-quotes", 2, 1, ["%"]),
    ("title: Talk\n  url: x\n", "indentation", 2, 6, ["url: x", "same number of spaces"]),
    ("issuer:\n  name: x\n did: y\n", "indentation", 3, 2, ["did: y"]),
    ("a:\n  - text: x\n   look_for: y\n", "indentation", 3, 4, ["look_for: y"]),
    (" title: Talk\nurl: x\n", "indentation", 1, 1, ["title: Talk", "spaces at its start"]),
    ("a: 1\n...\nmore\n", "yaml", 3, 1, ["more"]),
    ("? [a, b]\n: c\n", "odd-key", 1, 3, ["bracket"]),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "words"), MISTAKES)
def test_mistake(text: str, code: str, line: int, column: int, words: list[str]) -> None:
    document, problems = parse_yaml(text.encode(), "a.yml")
    assert document is None
    first = problems[0]
    assert (first.code, first.place.line, first.place.column) == (code, line, column)
    assert first.is_error
    for word in words:
        assert word in f"{first.message} {first.hint}"


FIXES = [(text, words[0]) for text, code, _, _, words in MISTAKES if code == "colon-in-text"] + [
    (text, words[0]) for text, code, line, _, words in MISTAKES if code == "needs-quotes" and ": " in words[0]
]


@pytest.mark.parametrize(("text", "fix"), FIXES)
def test_what_we_say_to_type_can_be_read(text: str, fix: str) -> None:
    document, problems = parse_yaml(fix.encode(), "a.yml")
    assert not problems
    assert document is not None
    assert isinstance(document.value, dict)
    (value,) = document.value.values()
    assert value in text


@pytest.mark.parametrize("text", ["title:Maple", "micro credential:x", "url:https://a.example"])
def test_a_space_seems_to_be_missing(text: str) -> None:
    assert looks_like_missing_space(text)


@pytest.mark.parametrize("text", ["https://a.example", "12:30", "title: Maple", "word", ":x"])
def test_no_space_is_missing(text: str) -> None:
    assert not looks_like_missing_space(text)
