"""A Markdown file's settings between two lines of three hyphens, and the text below them."""

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Prose
from generator.problems import Phrase, Place, Problem, error
from generator.reading.encoding import decode_text
from generator.reading.file_sizes import LARGEST_TEXT, too_large
from generator.reading.yaml.foreign_settings import leave_out_foreign
from generator.reading.yaml.strict_yaml import YamlDocument, parse_yaml_text
from generator.reading.yaml.validation import Shaped, validate

_FENCE = "---"
_JSON = re.compile(r'\{\s*(?:"\w+"\s*:|$)')
_BARE_SETTING = re.compile(r"(?:date|title|layout):\s*\S", re.IGNORECASE)
# what a word processor leaves behind (a vertical tab for a line break): nothing XML or a browser takes
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127, 0xFFFE, 0xFFFF), " ")


class MarkdownFile(Struct, frozen=True):
    """A Markdown file: its settings and its text."""

    document: YamlDocument
    body: Prose


def split_front_matter(
    data: bytes, file: str, *, needed: bool = True
) -> tuple[MarkdownFile | None, list[Problem]]:
    """The file in its two parts; None, beside at least one error, where that cannot be done.

    Without settings all of it is the text, unless they are `needed`.
    """
    if len(data) > LARGEST_TEXT:
        return None, [too_large(Place(file), LARGEST_TEXT, Phrase("Split it into several reflections."))]
    text, problems = decode_text(data, file)
    if text is None:
        return None, problems
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if (sign := _foreign_sign(lines[start])) is not None:
        return None, [*problems, _foreign_form(file, start + 1, sign)]
    if not needed and not _is_dashes(lines[start]):
        return MarkdownFile(YamlDocument(file, {}, {(): (1, 1)}, {}), _prose(lines, 0, file)), problems
    if lines[start].rstrip() != _FENCE:
        return None, [*problems, _missing(file, start + 1, lines[start])]
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() in (_FENCE, "...")), None)
    if end is None:
        return None, [*problems, _unclosed(file, start, lines)]
    document, yaml_problems = parse_yaml_text("\n".join(lines[start + 1 : end]), file, first_line=start + 2)
    problems += yaml_problems
    if document is None:
        return None, problems
    return MarkdownFile(document, _prose(lines, end + 1, file)), problems


def without_settings(data: bytes, keys: Collection[str]) -> bytes:
    """A file in UTF-8 with LF ends, without the lines of some of its settings; as it is where it cannot be
    read.

    A setting's lines end where the next one begins; of two in one line none is left out.
    """
    page, _ = split_front_matter(data, "")
    text = decode_text(data, "")[0]
    if page is None or text is None:
        return data
    lines = text.split("\n")
    starts = {path[0]: line for path, (line, _) in page.document.key_marks.items() if len(path) == 1}
    ends = [*starts.values(), _closing_line(lines)]
    left_out: set[int] = set()
    for key, line in starts.items():
        if key in keys and ends.count(line) == 1:
            left_out.update(range(line, min(end for end in ends if end > line)))
    return "\n".join(line for number, line in enumerate(lines, start=1) if number not in left_out).encode()


def _closing_line(lines: Sequence[str]) -> int:
    """The line, counted from 1, that ends the settings of a file that has some."""
    fences = [number for number, line in enumerate(lines, start=1) if line.rstrip() in (_FENCE, "...")]
    return fences[1]


def _prose(lines: Sequence[str], start: int, file: str) -> Prose:
    """The text from a line on, counted from 0, without the blank lines around it."""
    first = next((i for i in range(start, len(lines)) if lines[i].strip()), len(lines))
    shown = "\n".join(lines[first:]).rstrip().translate(_CONTROLS)
    return Prose(f"{shown}\n" if shown else "", file, first + 1)


def read_page(
    data: bytes,
    file: str,
    shape: type[Shaped],
    defaults: Mapping[str, str] | None = None,
    *,
    settings_needed: bool = True,
) -> tuple[Shaped | None, MarkdownFile | None, list[Problem]]:
    """A Markdown file's settings in their shape, and the file in its parts.

    Both are None where the file cannot be taken apart, the settings alone where they have an error.
    `defaults` are values of settings that the file does not have.
    """
    page, problems = split_front_matter(data, file, needed=settings_needed)
    if page is None:
        return None, None, problems
    keys = [name for key, field in shape.model_fields.items() for name in (key, field.alias) if name]
    document, foreign_problems = leave_out_foreign(page.document, keys)
    page = replace(page, document=document)
    settings, setting_problems = validate(shape, _with_defaults(document, defaults or {}))
    return settings, page, problems + foreign_problems + setting_problems


def _with_defaults(document: YamlDocument, defaults: Mapping[str, str]) -> YamlDocument:
    value = {} if document.value is None else document.value
    return replace(document, value={**defaults, **value}) if isinstance(value, dict) else document


def _is_dashes(line: str) -> bool:
    """Whether a line is meant to begin the settings."""
    return line.strip().strip("-–—") == "" and line.strip() != ""


def _foreign_sign(first_line: str) -> str | None:
    """What settings in another form begin with: Hugo's TOML and JSON; empty for those without a line around
    them.  None where a text begins."""
    if first_line.strip() == "+++":
        return "+++"
    if _JSON.match(first_line):
        return "{"
    return "" if _BARE_SETTING.match(first_line) else None


def _foreign_form(file: str, line: int, sign: str) -> Problem:
    return error(
        "foreign-front-matter",
        Place(file, line, 1),
        "The settings of this file begin with {sign}; here they go between two lines of ---."
        if sign
        else "The settings of this file are not between two lines of ---.",
        "Type  ---  on a line above them and on a line below them, and each setting as  title: …",
        sign=sign,
    )


def _missing(file: str, line: int, first_line: str) -> Problem:
    dashes = _is_dashes(first_line)
    return error(
        "no-front-matter",
        Place(file, line, 1),
        "The line of hyphens must be exactly three: ---"
        if dashes
        else "This file does not begin with its settings between two lines of ---.",
        "Begin the file with three lines:  ---  then  title: …  then  ---",
    )


def _unclosed(file: str, start: int, lines: list[str]) -> Problem:
    """Where the settings seem to end: before the first line that is no setting."""
    last = start
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line.strip() or line.startswith("#"):
            break
        last = number
    return error(
        "unclosed-front-matter",
        Place(file, start + 1, 1),
        "The settings that begin with --- in line {start} are not closed.",
        "Type a line of three hyphens --- after the last setting, probably after line {last}.",
        start=start + 1,
        last=last + 1,
    )
