"""The usual mistakes in YAML, in plain words and with what to type instead.

The parser says where it gave up, which is often a line or two below the mistake, and says it in the
words of the YAML standard.  Each function here looks at the text around that place for the one thing
that people do, and falls back to what is true in any case.
"""

import re
from collections.abc import Callable, Sequence

import yaml
from msgspec import Struct

from generator.problems import Place, Problem, error

# `key: value`, also as a list's entry
_KEY = re.compile(r"^\s*(?:-\s+)?(?P<key>[^\s:#\"'\[{][^:#]*?):\s+(?P<value>\S.*)$")
_ITEM = re.compile(r"^\s*-\s+(?P<value>\S.*)$")
_ANY_KEY = re.compile(r":(\s|$)")
_NO_SPACE = re.compile(r"^(?:- +)?(?P<key>[A-Za-z_][\w ]*):(?P<rest>\S.*)$")
_ADDRESS = re.compile(r"^(?:- +)?(?:https?|ftp|file)://", re.IGNORECASE)
_CLOSED = re.compile(r"^(?:\[[^\[\]]*\]|\{[^{}]*\})\s*(?P<rest>[^\s#].*)$")
# signs that mean something to YAML where a value begins
_SIGNS = "*&!|>%@`?,]}-"


class _ParserFailure(Struct, frozen=True):
    """What the parser says, and where it gave up: `index` is the line's number among `lines`, `column` the
    place in it, both from 0; `first_line` is the number in the file of the first of the lines."""

    mistake: yaml.MarkedYAMLError
    lines: Sequence[str]
    file: str
    first_line: int
    index: int
    column: int

    @property
    def line(self) -> str:
        return self.lines[self.index] if self.lines else ""

    @property
    def place(self) -> Place:
        return Place(self.file, self.index + self.first_line, self.column + 1)


def explain(mistake: yaml.MarkedYAMLError, lines: Sequence[str], file: str, first_line: int) -> Problem:
    """What the parser stumbled over, as the author would say it.

    `lines` are the text's lines, `first_line` the number of the first of them in the file.
    """
    failure = _ParserFailure(mistake, lines, file, first_line, *_position(mistake, lines))
    tab = failure.line.find("\t")
    if tab >= 0 and not failure.line[:tab].strip():
        return _tab(Place(file, failure.index + first_line, tab + 1))
    message = (mistake.problem or "").lower()
    if "a quoted scalar" in (mistake.context or "").lower() and "escape" not in message:
        return _unclosed_quote(mistake, lines, file, first_line)
    for phrase, explanation in _EXPLANATIONS:
        if phrase in message and (problem := explanation(failure)):
            return problem
    place, line, column = failure.place, failure.line, failure.column
    return _sign(place, line, column) or _unreadable(place, line)


def _position(mistake: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[int, int]:
    """Index and column of where the parser gave up; the end of the last line that says something where
    that is a blank line."""
    mark = mistake.problem_mark or mistake.context_mark
    if mark is None:
        return 0, 0
    index = min(mark.line, len(lines) - 1)
    if index > 0 and not lines[index].strip():
        index = next((above for above in reversed(range(index)) if lines[above].strip()), 0)
        return index, len(lines[index])
    return index, mark.column


def _tab(place: Place) -> Problem:
    return error("tab", place, "This line begins with a tab.", "Use spaces instead: two for each level.")


def looks_like_missing_space(text: str) -> bool:
    """`title:Maple Grove`, which is one word to YAML; but not an address or a time."""
    return bool(_NO_SPACE.match(text)) and not _ADDRESS.match(text)


def missing_space(place: Place, text: str) -> Problem:
    """`title:Maple` is one word to YAML, not a key and its value."""
    match = _NO_SPACE.match(text)
    return error(
        "missing-space",
        place,
        "A space is missing after the colon of {key}.",
        "Type: {key}: {rest}",
        key=match["key"] if match else text,
        rest=match["rest"] if match else "",
    )


def missing_space_after_hyphen(place: Place, text: str) -> Problem:
    """`-Period 2` is a word that begins with a hyphen, not an entry of a list."""
    return error(
        "missing-space",
        place,
        "A space is missing after the hyphen.",
        "Type: - {rest}",
        rest=text.removeprefix("-").strip()[:80],
    )


def needs_quotes(place: Place, sign: str, line: str) -> Problem:
    """A value that begins with a character that means something to YAML."""
    if match := _KEY.match(line):
        fixed = _quoted(match["key"], match["value"])
    elif match := _ITEM.match(line):
        fixed = f"- {_in_quotes(match['value'])}"
    else:
        fixed = ""
    return error(
        "needs-quotes",
        place,
        "A value cannot begin with {sign} here.",
        "Put quotes around it: {fixed}" if fixed else "Put quotes around the whole value.",
        sign=sign,
        fixed=fixed,
    )


def _misplaced_sign(failure: _ParserFailure) -> Problem | None:
    sign = failure.line[failure.column : failure.column + 1]
    return needs_quotes(failure.place, sign, failure.line) if sign else None


def _in_quotes(text: str) -> str:
    """In double quotes; curly ones, which are no quotes to YAML, make way."""
    text = text.strip()
    if text[:1] in "“”„" and text[-1:] in "“”":
        text = text[1:-1]
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _quoted(key: str, value: str) -> str:
    return f"{key.strip()}: {_in_quotes(value)}"


def _unreadable(place: Place, line: str) -> Problem:
    return error(
        "yaml",
        place,
        "This line cannot be read as key and value: {line}",
        "Each line has the form  key: value ; put quotes around a value with special characters.",
        line=line.strip()[:80],
    )


def _sign(place: Place, line: str, column: int) -> Problem | None:
    """`title: *bold*`, `title: - x`, `- @home`, or a line that begins with %."""
    match = _KEY.match(line) or _ITEM.match(line)
    if match and match["value"][0] in _SIGNS:
        return needs_quotes(_in(place, match.start("value")), match["value"][0], line)
    if line[:1] == "%":
        return needs_quotes(_in(place, 0), "%", "")
    if line[column : column + 1] in ("]", "}"):
        return _extra_bracket(place, line[column])
    return None


def _in(place: Place, column: int) -> Place:
    """The same line, another column (from 0)."""
    return Place(place.file, place.line, column + 1)


def _extra_bracket(place: Place, sign: str) -> Problem:
    return error(
        "extra-bracket",
        place,
        "The bracket {sign} closes here, but none was opened.",
        "Remove it, or put quotes around the whole value if it is part of the text.",
        sign=sign,
    )


def _backslash(place: Place) -> Problem:
    return error(
        "backslash",
        place,
        "A backslash has a special meaning inside double quotation marks.",
        "Put the value between single quotation marks ' or type the backslash twice.",
    )


def _colon_in_text(place: Place, line: str, lines: Sequence[str], index: int) -> Problem:
    """`title: Week 3: Fractions`; a line above that is no key; a line that is indented too far."""
    match = _KEY.match(line)
    if match and _ANY_KEY.search(match["value"]):
        return _colon(place, match["key"], match["value"])
    above = _above(lines, index)
    if above is not None and not _ANY_KEY.search(lines[above]) and not lines[above].lstrip().startswith("-"):
        text = lines[above].strip()
        number = (place.line or 1) - index + above
        at = Place(place.file, number, len(lines[above]) - len(lines[above].lstrip()) + 1)
        return missing_space(at, text) if looks_like_missing_space(text) else _line_without_colon(at, text)
    return _indentation(place, line, lines, index)


def _colon(place: Place, key: str, value: str) -> Problem:
    return error(
        "colon-in-text",
        place,
        "The value of {key} contains a colon, so it needs quotes.",
        "Type: {fixed}",
        key=key.strip(),
        fixed=_quoted(key, value),
    )


def _above(lines: Sequence[str], index: int) -> int | None:
    """The next line above that says anything."""
    return next((i for i in reversed(range(index)) if lines[i].lstrip()[:1] not in ("", "#")), None)


def _indentation(place: Place, line: str, lines: Sequence[str], index: int) -> Problem:
    number = _above(lines, index)
    above = lines[number] if number is not None else ""
    if re.search(r':\s*"[^"]*"\s*[^\s#,}\]]', line):
        return _text_after_quote(place)
    if number is not None and re.search(r':\s*"[^"]*"\s*[^\s#,}\]]', above):
        return _text_after_quote(Place(place.file, (place.line or 1) - index + number))
    if match := re.search(r":\s*('[^']*'\w.*)$", line):
        return error(
            "quote-in-quotes",
            place,
            "An apostrophe ends the value here, because the value begins with one.",
            "Put double quotes around it: {fixed}",
            fixed=_in_quotes(match[1].strip().removeprefix("'").removesuffix("'")),
        )
    value = (match["value"] if (match := _KEY.match(line)) else "") or ""
    if closed := _CLOSED.match(value):
        if closed["rest"].strip("]} ") == "":
            return _extra_bracket(place, closed["rest"][0])
        return needs_quotes(place, value[0], line)
    return error(
        "indentation",
        place,
        "This line is not aligned with the ones above it: {line}",
        "Give keys that belong together the same number of spaces at the start.",
        line=line.strip()[:80],
    )


def _text_after_quote(place: Place) -> Problem:
    return error(
        "text-after-quote",
        place,
        "There is text after the closing quotation mark.",
        "Put the whole value between one pair of quotation marks.",
    )


def _not_at_the_start(place: Place, lines: Sequence[str], index: int, first_line: int) -> Problem:
    """The first line stands further in than a later one, or three dots end the settings."""
    first = next((i for i, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#"), 0)
    if lines[first].startswith(" "):
        return error(
            "indentation",
            Place(place.file, first + first_line, 1),
            "This line begins with spaces, and the ones after it do not: {line}",
            "Remove the spaces at its start.",
            line=lines[first].strip()[:80],
        )
    return _unreadable(place, lines[index])


def _bracket(mistake: yaml.MarkedYAMLError, lines: Sequence[str], place: Place, first_line: int) -> Problem:
    """A bracket that is never closed; or one that is, with `title: Week 3: x` between."""
    start = mistake.context_mark
    line = lines[(place.line or 1) - first_line]
    if start and start.line == (place.line or 1) - first_line:
        left = max(line.rfind(sign, 0, (place.column or 1) - 1) for sign in "[{,") + 1
        right = min((i for sign in ",]}" if (i := line.find(sign, left)) >= 0), default=len(line))
        match = _KEY.match(line[left:right])
        if match and _ANY_KEY.search(match["value"]):
            return _colon(place, match["key"], match["value"])
    return error(
        "unclosed-bracket",
        Place(place.file, start.line + first_line, start.column + 1) if start else place,
        "A bracket that opens here is not closed, or a comma is missing between two entries.",
        "Close it with ] or }}, put a comma between the entries, and quotes around a text that itself "
        "has a comma or a colon.",
    )


def _unclosed_quote(
    mistake: yaml.MarkedYAMLError, lines: Sequence[str], file: str, first_line: int
) -> Problem:
    start = mistake.context_mark or mistake.problem_mark
    line, column = (start.line, start.column) if start else (0, 0)
    sign = lines[line][column : column + 1] if line < len(lines) else '"'
    return error(
        "unclosed-quote",
        Place(file, line + first_line, column + 1),
        "A quotation mark {sign} opens here and is not closed.",
        'Close it at the end of the value; for an apostrophe inside, use the double mark " around it.',
        sign=sign,
    )


def _no_colon(mistake: yaml.MarkedYAMLError, lines: Sequence[str], place: Place, first_line: int) -> Problem:
    start = mistake.context_mark
    index = min(start.line, len(lines) - 1) if start else (place.line or first_line) - first_line
    line = lines[index]
    at = Place(place.file, index + first_line, len(line) - len(line.lstrip()) + 1)
    text = line.strip()
    return missing_space(at, text) if looks_like_missing_space(text) else _line_without_colon(at, text)


def _line_without_colon(place: Place, text: str) -> Problem:
    return error(
        "no-colon",
        place,
        "This line has no colon: {line}",
        "Type it as  key: value ; or, if it continues the line above, begin it with two spaces.",
        line=text[:80],
    )


# what libyaml says -> what is looked for, in this order
_EXPLANATIONS: tuple[tuple[str, Callable[[_ParserFailure], Problem | None]], ...] = (
    ("escape", lambda at: _backslash(at.place)),
    (
        "found unexpected end of stream",
        lambda at: _unclosed_quote(at.mistake, at.lines, at.file, at.first_line),
    ),
    ("expected ',' or", lambda at: _bracket(at.mistake, at.lines, at.place, at.first_line)),
    ("mapping values are not allowed", lambda at: _colon_in_text(at.place, at.line, at.lines, at.index)),
    ("could not find expected ':'", lambda at: _no_colon(at.mistake, at.lines, at.place, at.first_line)),
    (
        "expected <document start>",
        lambda at: _not_at_the_start(at.place, at.lines, at.index, at.first_line),
    ),
    ("cannot start any token", _misplaced_sign),
    ("did not find expected key", lambda at: _indentation(at.place, at.line, at.lines, at.index)),
    (
        "did not find expected '-' indicator",
        lambda at: _indentation(at.place, at.line, at.lines, at.index),
    ),
)
