"""Strict YAML with positions: what was typed survives as typed, and every value knows its place.

On PyYAML's C parser, from its events rather than its composed nodes: the C composer calls itself
once per level, so a file of opening brackets could take the process down before any limit is seen.

All plain scalars are text (`NO`, `12:30`, `010`, `1.10` stay as typed); nothing, `~` and `null` are
None.  No aliases, anchors or tags, no key twice, 256 KB, 20 levels.
"""

import re
from collections.abc import Mapping
from typing import Any

import yaml
from msgspec import Struct
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from generator.problems import Phrase, Place, Problem, error, warning
from generator.reading.encoding import UNPRINTABLE, decode_text
from generator.reading.file_sizes import LARGEST_SETTINGS, too_large
from generator.reading.yaml.yaml_mistakes import (
    explain,
    looks_like_missing_space,
    missing_space,
    missing_space_after_hyphen,
    needs_quotes,
)

MAX_DEPTH = 20

Path = tuple[str | int, ...]
Mark = tuple[int, int]
_NOWHERE = (None, None)

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# line ends to YAML 1.1 but not to editors (one character for one, so that columns stay right), and
# the no-break spaces that come along when text is copied from a web page to where a space must be
_ODD_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
_NO_BREAK_INDENT = re.compile("^[ \u00a0]*\u00a0[ \u00a0]*", re.MULTILINE)
_NO_BREAK_AFTER_COLON = re.compile("(?<=[:-])\u00a0")


class YamlDocument(Struct, frozen=True):
    """A YAML file's value (dicts, lists, str and None only) and where each part of it stands."""

    file: str
    value: object
    marks: Mapping[Path, Mark]
    key_marks: Mapping[Path, Mark]

    def place(self, path: Path = ()) -> Place:
        """Where the value at `path` stands; the nearest one around it when there is none."""
        while path and path not in self.marks:
            path = path[:-1]
        return self._at(self.marks.get(path, _NOWHERE), path)

    def key_place(self, path: Path) -> Place:
        """Where the key that ends `path` stands; else as `place`."""
        if path in self.key_marks:
            return self._at(self.key_marks[path], path)
        return self.place(path)

    def _at(self, mark: Mark | tuple[None, None], path: Path) -> Place:
        field = next((part for part in reversed(path) if isinstance(part, str)), None)
        line, column = mark
        return Place(self.file, line, column, field=field)


def parse_yaml(data: bytes, file: str, *, first_line: int = 1) -> tuple[YamlDocument | None, list[Problem]]:
    """Bytes -> Document, or None beside at least one error.  `first_line` is where `data` starts."""
    if len(data) > LARGEST_SETTINGS:
        return None, [
            too_large(
                Place(file),
                LARGEST_SETTINGS,
                Phrase("Keep texts in a .md file and numbers in a table (.csv) in data/."),
            )
        ]
    text, problems = decode_text(data, file)
    if text is None:
        return None, problems
    document, more = parse_yaml_text(text, file, first_line=first_line)
    return document, problems + more


def parse_yaml_text(
    text: str, file: str, *, first_line: int = 1
) -> tuple[YamlDocument | None, list[Problem]]:
    """`parse_yaml` for a text that is decoded already and has bare newlines."""
    text = text.translate(_ODD_BREAKS)
    text = _NO_BREAK_INDENT.sub(lambda match: " " * len(match[0]), text)
    text = _NO_BREAK_AFTER_COLON.sub(" ", text)
    bad = UNPRINTABLE.search(text)  # the parser would stop at an offset, without a line
    if bad:
        line = text.count("\n", 0, bad.start())
        column = bad.start() - (text.rfind("\n", 0, bad.start()) + 1)
        return None, [_invisible(Place(file, line + first_line, column + 1))]
    reader = _Reader(text, file, first_line)
    try:
        value = reader.read()
    except yaml.MarkedYAMLError as mistake:
        if "nesting depth" in (mistake.problem or ""):  # libyaml has a limit of its own from 0.2.6 on
            mark = mistake.problem_mark or yaml.Mark("", 0, 0, 0, None, 0)
            return None, [*reader.problems, _too_deep(file, (mark.line + first_line, mark.column + 1))]
        return None, [*reader.problems, explain(mistake, text.split("\n"), file, first_line)]
    except _TooDeepError as deep:
        return None, [*reader.problems, _too_deep(file, deep.mark)]
    if any(problem.is_error for problem in reader.problems):
        return None, reader.problems
    if isinstance(value, str) and looks_like_missing_space(value):
        return None, [missing_space(Place(file, *reader.marks[()]), value)]
    return YamlDocument(file, value, reader.marks, reader.key_marks), reader.problems


def _invisible(place: Place) -> Problem:
    return error(
        "invisible-character",
        place,
        "There is an invisible control character here.",
        "Delete this line and type it again.",
    )


def _too_deep(file: str, mark: Mark) -> Problem:
    return error(
        "too-deep",
        Place(file, *mark),
        "Lists and keys are nested more than {limit} deep here.",
        "Look for brackets or indentation that were repeated by mistake.",
        limit=MAX_DEPTH,
    )


class _TooDeepError(Exception):
    def __init__(self, mark: Mark) -> None:
        self.mark = mark


class _Reader:
    """One pass over the parser's events; lives for one call of `parse_text`."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self._parser = CParser(text)
        self._lines = text.split("\n")
        self._hash = "#" in text
        self._file = file
        self._first = first_line
        self.problems: list[Problem] = []
        self.marks: dict[Path, Mark] = {}
        self.key_marks: dict[Path, Mark] = {}

    def read(self) -> object:
        self._next()  # the stream's start
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            self.marks[()] = (self._first, 1)
            return None
        value = self._node(self._next(), (), 0)
        self._next()  # the document's end
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self.problems.append(
                error(
                    "second-document",
                    Place(self._file, *self._mark(after)),
                    "A line of three hyphens starts a second document here; only one can be read.",
                    "Remove the line ---.",
                )
            )
        return value

    def _next(self) -> Any:
        """The parser's next event; the stubs do not know that its marks are always there."""
        return self._parser.get_event()

    def _mark(self, event: Any) -> Mark:
        return event.start_mark.line + self._first, event.start_mark.column + 1

    def _node(self, event: Any, path: Path, depth: int) -> object:
        if depth > MAX_DEPTH:
            raise _TooDeepError(self._mark(event))
        self.marks[path] = self._mark(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "*")
            return None
        if getattr(event, "anchor", None) is not None:
            self._refuse(event, "&")
        elif getattr(event, "tag", None) is not None:
            self._refuse(event, "!")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _refuse(self, event: Any, sign: str) -> None:
        line = self._parser_line(event.start_mark.line)
        self.problems.append(needs_quotes(Place(self._file, *self._mark(event)), sign, line))

    def _parser_line(self, line: int) -> str:
        return self._lines[line] if line < len(self._lines) else ""

    def _scalar(self, event: Any) -> str | None:
        text: str = event.value
        if event.style:
            return self._visible(event)
        self._look_for_hyphen(event)
        if self._hash:
            self._look_for_lost_text(event)
        return None if text in _NULLS else text

    def _visible(self, event: Any) -> str:
        """A quoted text without the control characters that were written as escapes: `"\\0"`."""
        text, left_out = UNPRINTABLE.subn("", event.value)
        if left_out:
            self.problems.append(
                warning(
                    "invisible-character",
                    Place(self._file, *self._mark(event)),
                    "There is an invisible control character here; it was left out.",
                    "Type the text again.",
                )
            )
        return str(text)

    def _look_for_hyphen(self, event: Any) -> None:
        """`-Period 2` on a line of its own is meant as a list's entry; `-5` after a key is not."""
        start = event.start_mark
        line = self._parser_line(start.line)
        if event.value[:1] == "-" and event.value[1:2].isalpha() and not line[: start.column].strip():
            self.problems.append(
                missing_space_after_hyphen(Place(self._file, *self._mark(event)), line.strip())
            )

    def _look_for_lost_text(self, event: Any) -> None:
        """`look_for: see task #2` loses its end: to YAML that is a comment."""
        rest = self._parser_line(event.end_mark.line)[event.end_mark.column :]
        comment = rest.lstrip(": \t")
        if rest[:1] in (" ", ":", "\t") and re.match(r"#\w", comment):
            self.problems.append(
                warning(
                    "text-after-hash",
                    Place(
                        self._file,
                        event.end_mark.line + self._first,
                        event.end_mark.column + len(rest) - len(comment) + 1,
                    ),
                    "Everything after the # is taken as a comment and left out: {comment}",
                    "Put quotes around the whole value if it is part of it; otherwise type a space after "
                    "the #.",
                    comment=comment[:60],
                )
            )

    def _sequence(self, path: Path, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, object]:
        entries: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            mark = self._mark(event)
            key = self._key(event, path, depth)
            inner = (*path, key)
            if key not in entries:
                self.key_marks[inner] = mark
                entries[key] = self._node(self._next(), inner, depth + 1)
                continue
            self.problems.append(
                error(
                    "duplicate-key",
                    Place(self._file, *mark, field=key),
                    "{key} is here twice; the first is in line {first}.",
                    "Keep one of the two.",
                    key=key,
                    first=self.key_marks[inner][0],
                )
            )
            self._skip(depth)
        return entries

    def _key(self, event: Any, path: Path, depth: int) -> str:
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None:
                self._refuse(event, "&")
            elif event.tag is not None:
                self._refuse(event, "!")
            if event.style:
                return self._visible(event)
            self._look_for_hyphen(event)
            return str(event.value)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "*")
            return "*"
        self.problems.append(
            error(
                "odd-key",
                Place(self._file, *self._mark(event)),
                "There is a bracket or brace where the name of a setting should be.",
                "Put quotes around the text if the bracket is part of it.",
            )
        )
        self._node(event, (*path, ""), depth + 1)
        return ""

    def _skip(self, depth: int) -> None:
        """Read a doubled key's value away: the first one counts.  Its places are kept where no path
        of a document leads."""
        self._node(self._next(), ("\0",), depth + 1)
