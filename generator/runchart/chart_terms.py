"""The words inside a picture, from a language's catalogue."""

from generator.runchart.plot import ChartTerms
from generator.words.translator import Translator


def chart_terms(translator: Translator) -> ChartTerms:
    """A language's months, names of medians, and numbers along a scale."""
    return ChartTerms(
        months=translator.month_names(),
        day=translator.gettext("{day} {month}"),
        median=translator.gettext("median {amount}"),
        baseline=translator.gettext("baseline median {amount}"),
        after=translator.gettext("median after {amount}"),
        number=lambda value: translator.format_number(value, 2),
    )
