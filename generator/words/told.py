"""A problem in a language: its message, its hint and its place, as people are told of it."""

from generator.problems import Phrase, Place, Problem
from generator.words.speech import Words


def message(words: Words, problem: Problem) -> str:
    """What is wrong, with this problem's own values."""
    return words.say(problem.text).format_map(_values(words, problem))


def hint(words: Words, problem: Problem) -> str:
    """What to do about it; empty where there is nothing to be done."""
    return words.say(problem.remedy).format_map(_values(words, problem)) if problem.remedy else ""


def where(words: Words, place: Place) -> str:
    """The file and how far in: `data/period-2.csv, row 3, column n`, or `inquiry.md:4:7`."""
    if place.row is None:
        return str(place)
    column = place.field or place.column
    if column:
        return words.say("{file}, row {row}, column {column}", file=place.file, row=place.row, column=column)
    return words.say("{file}, row {row}", file=place.file, row=place.row)


def severity(words: Words, problem: Problem) -> str:
    """`error`, `warning` or `notice`."""
    names = {"error": words.say("error"), "warning": words.say("warning"), "notice": words.say("notice")}
    return names[problem.severity]


def _values(words: Words, problem: Problem) -> dict[str, object]:
    return {
        name: words.say(value) if isinstance(value, Phrase) else value
        for name, value in problem.values.items()
    }
