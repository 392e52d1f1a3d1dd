"""Words that the program says itself, in any of its languages: as names they say little alone."""

import re
from functools import lru_cache

from generator.privacy.name_normalisation import fold_word, normalise
from generator.words.catalogue import languages, load_catalogue

# in small letters, and no part of a path, a place or a setting: `Excel` and `ana-lopez/` are no common words
_COMMON = re.compile(r"(?<![\w/{@.'’-])[^\W\d_A-Z]{2,}(?![\w/}@:'’-])")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The folded words that stand in small letters in the texts of the catalogues."""
    texts = (text for language in languages() for text in load_catalogue(language).texts())
    words = {word for text in texts for word in _COMMON.findall(normalise(text))}
    return frozenset(fold_word(word) for word in words if word.islower())
