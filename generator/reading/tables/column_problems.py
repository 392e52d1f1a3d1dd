"""What is wrong with the columns of a table, said with the headings whole."""

import json
from collections.abc import Sequence

from generator.model import Tool
from generator.nearest import nearest
from generator.problems import Phrase, Place, Problem, error, notice, warning
from generator.reading.tables.headings import ColumnRole, heading_key, without_numbering

COLUMNS_DROPPED = "columns-dropped"  # the code of a notice; an import shows the same column by column


def unknown_column(place: Place, heading: str, tool: Tool) -> Problem:
    """A column that is neither a prompt of the tool nor one that every table may have."""
    near = _nearest(heading, tool)
    return error(
        "unknown-column",
        place,
        "The column {heading} is not one of the tool's prompts, and not a heading that runfolio knows.",
        "Did you mean {near}? If not, say in inquiry.md what it holds, or that it should be skipped:  "
        "columns: {{{quoted}: skip}}"
        if near
        else (
            "Name it after a prompt of the tool ({prompts}), or say in inquiry.md what it holds, or that "
            "it should be skipped:  columns: {{{quoted}: skip}}"
        ),
        heading=heading,
        near=near,
        quoted=json.dumps(heading, ensure_ascii=False),
        prompts=", ".join(prompt.id for prompt in tool.prompts),
    )


def _nearest(heading: str, tool: Tool) -> str:
    """The name that was probably meant: a prompt whose words are all in the heading, else one that is
    written alike."""
    names = [name for prompt in tool.prompts for name in (prompt.text, prompt.id)]
    key = heading_key(without_numbering(heading))
    within = [name for name in names if f"-{heading_key(name)}-" in f"-{key}-"]
    if within:
        return max(within, key=len)
    return nearest(
        heading, [*ColumnRole, *(name for prompt in tool.prompts for name in (prompt.id, prompt.text))]
    )


def text_column(place: Place, heading: str) -> Problem:
    """A column of words in a table that is read without a tool."""
    return warning(
        "text-column",
        place,
        "The column {heading} holds text and is not read.",
        "If it tells classes or prompts apart, call it class or prompt.",
        heading=heading,
    )


def personal_column(place: Place, heading: str) -> Problem:
    """A column of names or addresses in a table that is read without a tool."""
    return warning(
        "personal-column",
        place,
        "The column {heading} names people and is not read.",
        "Remove it before you share the table.",
        heading=heading,
    )


def marks_column(place: Place, heading: str, mark: str) -> Problem:
    """A column of marks for yes and no in a table that is read without a tool."""
    return warning(
        "marks-column",
        place,
        "The column {heading} holds marks such as {mark} and is not read.",
        "Type how many students did it. If each row is a student,  portfolio import  adds them up.",
        heading=heading,
        mark=mark,
    )


def no_heading(place: Place, number: int) -> Problem:
    """A column (from 1) with values below an empty heading."""
    return error(
        "no-heading",
        place,
        "Column {number} has values but no heading.",
        "Type a heading in the first row, or clear the column.",
        number=number,
    )


def same_meaning(place: Place, heading: str, other: str) -> Problem:
    """A second column for what another one holds."""
    return error(
        "same-column",
        place,
        "The columns {other} and {heading} mean the same.",
        "Keep one of them, or rename one.",
        other=other,
        heading=heading,
    )


def unknown_answer(place: Place, heading: str, text: str, tool: Tool | None) -> Problem:
    """An answer to what a column holds that is none of those there are."""
    return error(
        "unknown-answer",
        place,
        "The column {heading} cannot hold {text}.",
        "It can be class, date, time, n, observer, group, condition, note, skip, or a prompt: {prompts}.",
        heading=heading,
        text=text,
        prompts=", ".join(prompt.id for prompt in tool.prompts) if tool else "",
    )


def columns_dropped(place: Place, headings: Sequence[str]) -> Problem:
    """Columns of scores and free text, which nobody asked for."""
    return notice(
        COLUMNS_DROPPED,
        Place(place.file, place.line, row=place.row),
        "Not read, because they hold points or free text: {headings}.",
        "To read one as a note, add to inquiry.md:  columns: {{{quoted}: note}}",
        headings=", ".join(headings),
        quoted=json.dumps(headings[0], ensure_ascii=False),
    )


def _columns_text(read: Sequence[tuple[str, str]], unread: Sequence[str]) -> str:
    if not read:
        return Phrase("None of the columns was understood: {unread}.")
    if unread:
        return Phrase("The columns were read as {read}. Not read: {unread}.")
    return Phrase("The columns were read as {read}.")


def columns_read(place: Place, read: Sequence[tuple[str, str]], unread: Sequence[str]) -> Problem:
    """How a table's columns were understood: (meaning, heading) of those that are read, and the others."""
    return notice(
        "columns-read",
        Place(place.file, place.line, row=place.row),
        _columns_text(read, unread),
        read=", ".join(f"{meaning} ({heading})" for meaning, heading in read),
        unread=", ".join(unread),
    )
