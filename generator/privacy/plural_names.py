"""Names with an s at their end and no apostrophe before it: Jaylens idea, the Kowalskis."""

from collections.abc import Collection

from generator.privacy.ordinary_words import ORDINARY_WORDS

_SHORTEST = 4  # letters: Jen has nothing to do with Jens
# names of other people: Robert is no Roberts
_OTHERS = """
abrahams adams andrews davids daniels edwards francis gilberts hopkins humphreys isaacs jacobs johns jules
lars matthews michaels nathans nicholas niels owens parsons peters phillips richards roberts rogers
samuels simons stephens stevens walters wilhelms williams
"""
_OTHER_NAMES = frozenset(_OTHERS.split())


def plural_of(word: str, ambiguous: Collection[str]) -> str:
    """A name of the roster, folded, with its s; empty where that is a word, or somebody else's name."""
    plural = f"{word}s"
    is_other = plural in ambiguous or plural in ORDINARY_WORDS or plural in _OTHER_NAMES
    return (
        ""
        if is_other or word in ambiguous or len(word) < _SHORTEST or word.endswith(("s", "x", "z"))
        else plural
    )


def may_be_another(plural: str) -> bool:
    """Whether a plural may be a name of its own: Luca and Lucas, Marco and Marcos; hardly any is behind a
    consonant."""
    return plural.endswith(("as", "es", "is", "os", "us"))
