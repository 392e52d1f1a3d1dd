"""A problem in a language: its message, its hint and its place, as people are told of it."""

from generator.problems import Phrase, Place, Problem
from generator.words.translator import Translator


def message(translator: Translator, problem: Problem) -> str:
    """What is wrong, with this problem's own values."""
    return translator.gettext(problem.text).format_map(_values(translator, problem))


def hint(translator: Translator, problem: Problem) -> str:
    """What to do about it; empty where there is nothing to be done."""
    return (
        translator.gettext(problem.remedy).format_map(_values(translator, problem)) if problem.remedy else ""
    )


def where(translator: Translator, place: Place) -> str:
    """The file and how far in: `data/period-2.csv, row 3, column n`, or `inquiry.md:4:7`."""
    if place.row is None:
        return str(place)
    column = place.field or place.column
    if column:
        return translator.gettext(
            "{file}, row {row}, column {column}", file=place.file, row=place.row, column=column
        )
    return translator.gettext("{file}, row {row}", file=place.file, row=place.row)


def severity(translator: Translator, problem: Problem) -> str:
    """`error`, `warning` or `notice`."""
    names = {
        "error": translator.gettext("error"),
        "warning": translator.gettext("warning"),
        "notice": translator.gettext("notice"),
    }
    return names[problem.severity]


def _values(translator: Translator, problem: Problem) -> dict[str, object]:
    return {
        name: translator.gettext(value) if isinstance(value, Phrase) else value
        for name, value in problem.values.items()
    }
