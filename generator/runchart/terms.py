"""The words inside a picture, from a language's catalogue."""

from generator.runchart.plot import Terms
from generator.words.speech import Words


def terms_of(words: Words) -> Terms:
    """A language's months, names of medians, and numbers along a scale."""
    return Terms(
        months=words.months(),
        day=words.say("{day} {month}"),
        median=words.say("median {amount}"),
        baseline=words.say("baseline median {amount}"),
        after=words.say("median after {amount}"),
        number=lambda value: words.number(value, 2),
    )
