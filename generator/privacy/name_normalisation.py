"""Words as they are compared with a roster: without accents, case, possessives and invisible signs."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
# letters that Unicode does not take apart into a base and a mark
_WHOLE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, folded; `start` and `end` in the text as `plain` gives it."""

    folded: str
    start: int
    end: int
    capital: bool


def normalise(text: str) -> str:
    """Full-width and composed forms as one form, and nothing that cannot be seen.  Line breaks stay."""
    return text if text.isascii() else _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def fold_word(word: str) -> str:
    """`José’s` is `jose`, `O'Brien` is `obrien`."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return _folded(word)


def tokenize(text: str) -> list[Token]:
    """Every word of a text that `plain` has seen, in order."""
    return [
        Token(fold_word(found[0]), found.start(), found.end(), found[0][0].isupper())
        for found in _WORD.finditer(text)
    ]


def vocabulary(text: str) -> set[str]:
    """The folded words of a text that `plain` has seen, each once: quick, for a first look."""
    return set(map(fold_word, set(_WORD.findall(text))))


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    bare = _POSSESSIVE.sub("", word).translate(_APOSTROPHES)
    apart = unicodedata.normalize("NFKD", bare).casefold().translate(_WHOLE)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
