"""What was said of a form's columns, kept in `columns:` of inquiry.md for the next import of the form."""

import json
import re
from collections.abc import Mapping, Sequence

from generator.reading.tables.headings import heading_key

_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_COLUMNS = re.compile(r"^columns:[ \t]*(?P<rest>[^\r\n]*)(?:\r?\n|$)", re.MULTILINE)
_INDENTED = re.compile(r"(?:[ \t]+[^\r\n]*(?:\r?\n|$)|[ \t]*\r?\n(?=[ \t]))*")


def split_answers(written: Sequence[str]) -> dict[str, str]:
    """`HEADING=MEANING`, as typed behind --column, by heading; the last = counts.  Raises ValueError with
    what has none."""
    answers = {}
    for text in written:
        heading, sign, meaning = text.rpartition("=")
        if not sign or not heading.strip() or not meaning.strip():
            raise ValueError(text)
        answers[heading.strip()] = meaning.strip()
    return answers


def add_column_entries(
    inquiry: bytes, answers: Mapping[str, str], written: Mapping[str, str]
) -> bytes | None:
    """inquiry.md with these answers added to `columns:`; everything else stays as it was typed.  `written`
    are the entries that it has.  None where nothing needs to be added, or where its settings are written
    in a way that cannot be added to."""
    keys = {heading_key(heading) for heading in written}
    new = {heading: meaning for heading, meaning in answers.items() if heading_key(heading) not in keys}
    mark = "\ufeff" if inquiry.startswith(b"\xef\xbb\xbf") else ""
    try:
        text = inquiry.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    opening, closing, *_ = (*_CLOSING.finditer(text), None, None)
    if not new or opening is None or closing is None:
        return None
    newline = "\r\n" if "\r\n" in text[: closing.start()] else "\n"
    head = _with_entries(text[: closing.start()], new, newline)
    return None if head is None else f"{mark}{head}{text[closing.start() :]}".encode()


def _with_entries(head: str, answers: Mapping[str, str], newline: str) -> str | None:
    entries = [f"{_quoted(heading)}: {_quoted(meaning, bare=True)}" for heading, meaning in answers.items()]
    columns_line = _COLUMNS.search(head)
    if columns_line is None:
        return head + f"columns:{newline}" + "".join(f"  {entry}{newline}" for entry in entries)
    rest = columns_line["rest"].partition(" #")[0].strip()
    if rest.startswith("{") and rest.endswith("}"):
        return _in_one_line(head, columns_line, entries)
    if rest and not rest.startswith("#"):
        return None
    below = _INDENTED.match(head, columns_line.end())
    assert below is not None, "it matches nothing too"
    indent = re.match(r"[ \t]*", below[0])
    spaces = (indent[0] if indent else "") or "  "
    lines = "".join(f"{spaces}{entry}{newline}" for entry in entries)
    gap = "" if head[: below.end()].endswith("\n") else newline
    return head[: below.end()] + gap + lines + head[below.end() :]


def _in_one_line(head: str, columns_line: re.Match[str], entries: Sequence[str]) -> str:
    """`columns: {A: skip}` with more entries before its closing brace."""
    end = head.rindex("}", columns_line.start("rest"), columns_line.end())
    before = head[:end].rstrip()
    comma = "" if before.endswith(("{", ",")) else ","
    space = "" if before.endswith("{") else " "
    return f"{before}{comma}{space}{', '.join(entries)}{head[end:]}"


def _quoted(text: str, *, bare: bool = False) -> str:
    """A YAML text; quotes are left out of a plain word where `bare`."""
    return text if bare and re.fullmatch(r"[a-z][\w-]*", text) else json.dumps(text, ensure_ascii=False)
