"""Names of students, and the forms in which each can be written.

The roster is compared and never shown: messages say where a name stands, not which one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from generator.privacy.name_normalisation import fold_word, normalise, tokenize

_LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_CAPITAL_WITHIN = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])[A-ZÀ-Þ](?=[^\W\d_A-ZÀ-Þ])")
_BEGINNING_WORDS = "da de del di du el ja jo ka ke la le mac mc o san sha st ta te van von"
# folded; no names of their own: what follows belongs to them
BEGINNINGS = frozenset(_BEGINNING_WORDS.split())
_GIVEN_BEGINNINGS = ("abdul", "abd", "anna", "ana", "juan", "maria", "mary", "xiao")
# the longest first; O without its apostrophe begins no name: Olivia
_LONGEST_FIRST = sorted([*_GIVEN_BEGINNINGS, *BEGINNINGS - {"o"}], key=lambda word: (-len(word), word))
_BEGINNING = re.compile(rf"(?:{'|'.join(_LONGEST_FIRST)})(?=...)", re.IGNORECASE)
_SHORTEST_REST = 3  # letters of the second half of a parted name
_APOSTROPHE = re.compile(r"['’ʼ]")
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])  # no names: World War II, Martin Luther King Jr.
_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "å": "aa",
        "ø": "oe",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Å": "Aa",
        "Ø": "Oe",
    }
)


class Roster(Struct, frozen=True):
    """Names as written, a line each: `First Last`, `Last, First` or a first name alone."""

    names: tuple[str, ...] = ()


class NameForms(Struct, frozen=True):
    """One name of the roster, folded; without Jr. and the like.

    `words` are its words in the order of the roster, `given` those that are given names.  `straight` and
    `turned` are the orders in which a full name can stand in a text, given name or family name first; both
    are empty for a name of one word.  `parted` are words of it in two, as others write them: DeAndre,
    De Andre.
    """

    words: tuple[str, ...]
    given: frozenset[str]
    straight: frozenset[tuple[str, ...]] = frozenset()
    turned: frozenset[tuple[str, ...]] = frozenset()
    parted: frozenset[tuple[str, str]] = frozenset()


def name_forms(name: str) -> NameForms | None:
    """The forms of a name as written in the roster; None where it has no letters.

    `Brown, Jaylen Lee` has the full names jaylen lee brown, jaylen brown, brown jaylen lee, brown jaylen.
    """
    parts = [_folded_words(part) for part in name.split(",")]
    if sum(map(len, parts)) > 1:
        parts = [[word for word in part if word not in _SUFFIXES] for part in parts]
    words = tuple(chain.from_iterable(parts))
    if not words:
        return None
    has_comma = len(parts) > 1 and bool(parts[1])
    surname_first = parts if has_comma else [words[1:], words[:1]]
    given = frozenset(parts[1] if has_comma else words[:1])
    parted = frozenset(_parted(name))
    if len(words) == 1:
        return NameForms(words, given, parted=parted)
    turned = tuple(chain.from_iterable(surname_first))
    straight = tuple(chain.from_iterable(reversed(surname_first)))
    first, last = straight[0], straight[-1]
    halves = [pair for pair in parted if "".join(pair) == first]
    return NameForms(
        words,
        given,
        frozenset([straight, (first, last), *((*pair, last) for pair in halves)]),
        frozenset([turned, (last, *straight[:-1]), (last, first), *((last, *pair) for pair in halves)]),
        parted,
    )


def other_spellings(name: str) -> Sequence[str]:
    """A name as it is written without umlauts: Joerg for Jörg; none where that is no other one."""
    composed = normalise(name)
    spelled = composed.translate(_UMLAUTS)
    return [] if spelled == composed else [spelled]


def _parted(name: str) -> Iterator[tuple[str, str]]:
    """The words of a name that can be written in two: at an apostrophe or a capital within, else after a
    usual beginning."""
    for word in _LETTERS.findall(normalise(name)):
        if apostrophe := _APOSTROPHE.search(word):
            cut = apostrophe.end()
        elif capital := _CAPITAL_WITHIN.search(word):
            cut = capital.start()
        elif beginning := _BEGINNING.match(word):
            cut = beginning.end()
        else:
            continue
        first, second = fold_word(word[:cut]), fold_word(word[cut:])
        if len(second) >= _SHORTEST_REST:
            yield first, second


def _folded_words(text: str) -> Sequence[str]:
    return [token.folded for token in tokenize(normalise(text)) if token.folded]
