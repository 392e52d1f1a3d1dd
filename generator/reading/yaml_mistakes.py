"""The usual mistakes in YAML, in plain words and with what to type instead."""

import re
from collections.abc import Sequence

import yaml

from generator.problems import Place, Problem, error

_KEY = re.compile(r"^\s*(?:- )?\s*(?P<key>[^\s:#\"'\[{][^:#]*?):\s+(?P<value>.*)$")
_NO_SPACE = re.compile(r"^[A-Za-z_][\w ]*:\S")


def explain(mistake: yaml.MarkedYAMLError, lines: Sequence[str], file: str, first_line: int) -> Problem:
    """What the parser stumbled over, as the author would say it.

    `lines` are the text's lines, `first_line` the number of the first of them in the file.
    """
    mark = mistake.problem_mark or mistake.context_mark
    index = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    if index >= 0 and not lines[index].strip() and index:
        index = max((i for i in range(index) if lines[i].strip()), default=0)
        column = len(lines[index])
    line = lines[index] if lines else ""
    place = Place(file, index + first_line, column + 1)
    said = (mistake.problem or "").lower()
    tab = line.find("\t")
    if tab >= 0 and not line[:tab].strip():
        return error(
            "tab",
            Place(file, index + first_line, tab + 1),
            "This line begins with a tab.",
            "Use spaces in its place: two for each step.",
        )
    if "found unexpected end of stream" in said or "while scanning a quoted" in str(mistake.context).lower():
        return _unclosed_quote(mistake, lines, file, first_line)
    if "mapping values are not allowed" in said:
        return _colon_in_text(place, line, lines, index, first_line)
    if "expected ',' or" in said or "did not find expected ',' or" in said:
        start = mistake.context_mark
        opened = Place(file, start.line + first_line, start.column + 1) if start else place
        return error(
            "unclosed-bracket",
            opened,
            "A bracket that opens here is not closed, or a comma is missing between two entries.",
            "Close it with ] or }}, put a comma between the entries, and quotes around a text that itself "
            "has a comma or a colon.",
        )
    if "could not find expected ':'" in said:
        return _no_colon(lines, mistake, file, first_line, place)
    if "cannot start any token" in said and line[column : column + 1]:
        return needs_quotes(place, line[column], line)
    if "did not find expected key" in said or "did not find expected '-' indicator" in said:
        return _indentation(place, line, lines, index)
    if "anchor" in said or "alias" in said or "tag" in said or "directive" in said:
        sign = line[column : column + 1] or line.strip()[:1]
        return needs_quotes(place, sign, line)
    return error(
        "yaml",
        place,
        "This line cannot be read as key and value: {line}",
        "Each line is of the form  key: value  – put quotes around a value with special characters.",
        line=line.strip()[:80],
    )


def looks_like_missing_space(text: str) -> bool:
    """`title:Maple Grove`, which is one word to YAML; but not an address or a time."""
    return bool(_NO_SPACE.match(text)) and "://" not in text


def needs_quotes(place: Place, sign: str, line: str) -> Problem:
    """A value that begins with a character that means something to YAML."""
    found = _KEY.match(line)
    fixed = _quoted(found["key"], found["value"]) if found else ""
    return error(
        "needs-quotes",
        place,
        "A value cannot begin with {sign} here.",
        "Put quotes around it: {fixed}" if fixed else "Put quotes around the whole value.",
        sign=sign,
        fixed=fixed,
    )


def _quoted(key: str, value: str) -> str:
    escaped = value.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{key.strip()}: "{escaped}"'


def _colon_in_text(place: Place, line: str, lines: Sequence[str], index: int, first_line: int) -> Problem:
    """`title: Week 3: Fractions`, or a line indented further than its neighbours."""
    found = _KEY.match(line)
    if found and re.search(r":(\s|$)", found["value"]):
        return error(
            "colon-in-text",
            place,
            "The value of {key} contains a colon, so it needs quotes.",
            "Type: {fixed}",
            key=found["key"].strip(),
            fixed=_quoted(found["key"], found["value"]),
        )
    return _indentation(place, line, lines, index)


def _indentation(place: Place, line: str, lines: Sequence[str], index: int) -> Problem:
    above = next((one for one in reversed(lines[:index]) if one.strip()), "")
    if above.count('"') % 2 == 0 and re.search(r':\s*"[^"]*"\s*\S', above):
        return error(
            "text-after-quote",
            Place(place.file, (place.line or 1) - 1),
            "There is text after the closing quotation mark.",
            "Put the whole value between one pair of quotation marks.",
        )
    if found := re.search(r":\s*('[^']*'\w.*)$", line):
        return error(
            "quote-in-quotes",
            place,
            "An apostrophe ends the value here, because the value begins with one.",
            'Put double quotes around it: "{value}"',
            value=found[1].strip("' "),
        )
    if re.search(r':\s*"[^"]*"\s*[^\s#,}\]]', line):
        return error(
            "text-after-quote",
            place,
            "There is text after the closing quotation mark.",
            "Put the whole value between one pair of quotation marks.",
        )
    return error(
        "indentation",
        place,
        "This line is not in line with the ones above it: {line}",
        "Give keys that belong together the same number of spaces at the start.",
        line=line.strip()[:80],
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


def _no_colon(
    lines: Sequence[str], mistake: yaml.MarkedYAMLError, file: str, first_line: int, place: Place
) -> Problem:
    start = mistake.context_mark
    index = min(start.line, len(lines) - 1) if start else (place.line or first_line) - first_line
    line = lines[index]
    at = Place(file, index + first_line, len(line) - len(line.lstrip()) + 1)
    if looks_like_missing_space(line.strip()):
        key, _, rest = line.strip().partition(":")
        return error(
            "missing-space",
            at,
            "A space is missing after the colon of {key}.",
            "Type: {key}: {rest}",
            key=key,
            rest=rest,
        )
    return error(
        "no-colon",
        at,
        "This line has no colon: {line}",
        "Type it as  key: value  – or, if it continues the line above, begin it with two spaces.",
        line=line.strip()[:80],
    )
