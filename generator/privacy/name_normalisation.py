"""Normalises texts and folds words, so that names are compared without accents, case, possessives and
invisible characters."""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
# what Unicode calls default-ignorable (DerivedCoreProperties.txt), the blank of braille, and marks that are
# left over a letter once those that belong to it are composed with it
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
# Cyrillic and Greek letters that look like Latin ones, for words that have Latin ones too
_ALIKE = str.maketrans(
    "аеіјкорсухѕһԁАВЕІЈКМНОРСТУХЅαικνορυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeijkopcyxshdABEIJKMHOPCTYXSaikvopuABEZHIKMNOPTYX",
)
_LATIN = re.compile(r"[A-Za-z]")
# letters that Unicode does not take apart into a base and a mark
_WHOLE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


# digests and signatures: letters by chance
_DIGEST = re.compile(
    r"\bsha(?:1|256|384|512)(?:[-:][A-Za-z0-9+/=_-]{16,})?(?![A-Za-z0-9])|\b(?=[A-Za-z]*\d)[A-Za-z0-9]{32,}\b"
)


class Token(Struct, frozen=True):
    """A word of a text, folded; `start` and `end` are offsets in the text as `normalise` gives it, and
    `capital` says whether it begins with a capital there."""

    folded: str
    start: int
    end: int
    capital: bool


def normalise(text: str) -> str:
    """Full-width and composed forms as one form, without characters that cannot be seen.  Line breaks
    stay."""
    return text if text.isascii() else _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def blank_digests(text: str) -> str:
    """The text, as long as it was, with spaces for digests and signatures."""
    return _DIGEST.sub(lambda match: " " * len(match[0]), text)


def fold_word(word: str) -> str:
    """A word in the form in which words are compared: `José’s` is `jose`, `O'Brien` is `obrien`."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return _fold_signs(word)


def tokenize(text: str) -> list[Token]:
    """Every word of a text that `normalise` has seen, in order."""
    return [
        Token(fold_word(match[0]), match.start(), match.end(), match[0][0].isupper())
        for match in _WORD.finditer(text)
    ]


def vocabulary(text: str) -> set[str]:
    """The folded words of a text that `normalise` has seen, each once: a quick first look."""
    return set(map(fold_word, written_words(text)))


def written_words(text: str) -> set[str]:
    """The words of a text that `normalise` has seen as they are written, each once."""
    return set(_WORD.findall(text))


@lru_cache(maxsize=4096)
def _fold_signs(word: str) -> str:
    """`fold_word` for words with accents, apostrophes or letters of other scripts."""
    bare = _POSSESSIVE.sub("", word).translate(_APOSTROPHES)
    if _LATIN.search(bare):
        bare = bare.translate(_ALIKE)
    decomposed = unicodedata.normalize("NFKD", bare).casefold().translate(_WHOLE)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
