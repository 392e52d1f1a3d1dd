"""Words with signs within them: Jay-len, Jay_len, Jay**len, O`Brien, J-a-y-l-e-n, and words grown together:
JaylenB, myJaylen."""

import re
from collections.abc import Container, Sequence
from operator import add

from generator.privacy.name_normalisation import Token, fold_word
from generator.privacy.roster import BEGINNINGS

_MOST_PIECES = 16  # as many letters as a name that is spelled has
_SIGN = r"(?:[‐‑‒–−-]\n?|[_*~`\\‘‛′ʻʹ]{1,4}|</?[A-Za-z][^<>]{0,200}>)"
_SPELLED = r"(?:[ ·.‐‑-]|\. )"
_WITHIN = re.compile(_SIGN)
_BETWEEN_LETTERS = re.compile(_SPELLED)
_TORN = re.compile(rf"(?<![^\W\d_])[^\W\d_]++(?:{_SIGN}[^\W\d_]++)++")
_SPELLED_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_](?:{_SPELLED}[^\W\d_](?![^\W\d_])){{4,}}+")
_PIECE = re.compile(rf"{_SIGN}|{_SPELLED}")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_SHORTEST_GROWN = 5  # letters of a name that is told in a word grown together: no iPhone, no YouTube


def torn_length(words: Sequence[Token], at: int, text: str, names: Container[str]) -> int:
    """How many words from `at` on are one word of a name with signs in it, also at the end of a line, or a
    name that is spelled; 0 for none."""
    joined = words[at].folded
    for end in range(at + 1, min(at + _MOST_PIECES, len(words))):
        before, word = words[end - 1], words[end]
        gap = text[before.end : word.start]
        is_spelled = len(word.folded) == len(before.folded) == 1 and _BETWEEN_LETTERS.fullmatch(gap)
        if not is_spelled and (gap == " " or not _WITHIN.fullmatch(gap)):
            return 0
        joined += word.folded
        if joined in names:
            return end - at + 1
    return 0


def torn_words(text: str) -> set[str]:
    """What `torn_length` can find in a text, folded and without the signs."""
    chains = {*_TORN.findall(text), *_SPELLED_WORD.findall(text)}
    pieces_of = ([fold_word(piece) for piece in _PIECE.split(chain) if piece] for chain in chains)
    return {
        "".join(pieces[begin:end])
        for pieces in pieces_of
        for begin in range(len(pieces))
        for end in range(begin + 2, min(begin + _MOST_PIECES, len(pieces)) + 1)
    }


def grown_together(word: str) -> Sequence[str]:
    """The words within one that has capitals within, folded, and each two of them as one: jaylen of JaylenB,
    deandre of DeAndreW.  None where it has not."""
    if word[1:].islower():  # nearly every word: a third of the time of the whole search
        return ()
    pieces = [fold_word(piece) for piece in _CAPITAL_WITHIN.split(word)]
    if len(pieces) < 2:
        return ()
    alone = [] if pieces[0] in BEGINNINGS else pieces  # MacKenzie is no Kenzie
    return [piece for piece in [*alone, *map(add, pieces, pieces[1:])] if len(piece) >= _SHORTEST_GROWN]
