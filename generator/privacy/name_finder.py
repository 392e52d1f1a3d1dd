"""Finds where a text says a name of the roster (rule P04)."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.privacy.ambiguous_names import AMBIGUOUS_NAMES
from generator.privacy.name_normalisation import Token, fold_word, normalise, tokenize, vocabulary
from generator.privacy.roster import NameForms, Roster, name_forms

_LONGEST_BARE_CELL = 3  # words of a cell that is nothing but a name: two given names and a family name
_SHORTEST_ALONE = 3  # letters of a name that says something alone: most words of two letters are no names
_TITLE_WORDS = """
mr mrs ms miss mx dr prof professor coach principal sir madam teacher
sr sra srta don dona maestra maestro profesor profesora profe directora director
"""
_TITLES = frozenset(_TITLE_WORDS.split())
# what surrounds the name of somebody who is quoted from a book: (Name, 2009), Name et al. (2009)
_CITED = re.compile(
    r"(?:\s*(?:,|&|;|and|y|et al\.?|[A-Z]\.|[^\W\d_a-z][\w'’-]+)){0,6}\s*[(,]?\s*(?:19|20)\d\d"
)
_WITHIN_NAME = " ,.\t-‐‑–_"  # what may stand between the words of a full name
_BETWEEN = re.compile(r"[\W\d_]+")
_LETTERS = bytes(byte if byte >= 128 or chr(byte).isalpha() else 32 for byte in bytes(range(256)).lower())
# quotation marks, dashes, dots, spaces and relations that a page is full of, in UTF-8
_SIGNS = re.compile(
    rb"\xe2\x80[\x90-\xa6\xb0-\xba]|\xc2[\xa0\xab\xb7\xbb\xbf\xa1]|\xe2\x89[\xa4\xa5]|\xe2\x86."
)
_LETTER = rb"[A-Za-z\x80-\xff]"
_TORN = re.compile(_LETTER + rb"</?(?:a|b|i|em|strong|code|sub|sup|span)(?: [^>]*)?>" + _LETTER)
_CODED = rb"&(?!#3[49];|amp;|lt;|gt;|quot;)#?\w{2,8};"
_ENTITY = re.compile(_LETTER + _CODED + rb"|" + _CODED + rb"(?:" + _LETTER + rb"|&#)")
_BEFORE_SENTENCE = frozenset('.!?:;“”"«»¿¡([{*#>|-–—•/')
_CAPITALISED_LINES = ("#", "title:", "- {date")  # in headings and titles every word may have a capital


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name in a text, from `start` to `end`.  `sure`: nobody else is likely to be meant."""

    start: int
    end: int
    sure: bool


class NameFinder:
    """A roster made ready for looking.  A text without any of its words costs one pass over it."""

    def __init__(self, roster: Roster) -> None:
        self._full: dict[str, set[tuple[str, ...]]] = defaultdict(set)  # by first word: full names
        self._turned: set[tuple[str, ...]] = set()  # those that have a comma in them, or could
        self._alone: dict[str, bool] = {}  # a part of a name -> whether it is a given name
        for name in roster.names:
            if forms := name_forms(name):
                self._add(forms)
        self._words = {word for orders in self._full.values() for order in orders for word in order}
        self._words |= self._alone.keys()
        self._first = frozenset([*self._full, *self._alone])  # any name begins with one of these
        pieces = {piece for name in roster.names for piece in _pieces(name)} | self._first
        self._hints = frozenset(piece.encode() for piece in pieces)

    def _add(self, forms: NameForms) -> None:
        for word in forms.words:
            if len(word) >= _SHORTEST_ALONE or len(forms.words) == 1:
                self._alone[word] = self._alone.get(word, False) or word in forms.given
        self._turned |= forms.turned
        for order in forms.straight | forms.turned:
            self._full[order[0]].add(order)
            self._alone["".join(order)] = True  # as file names have it

    def __bool__(self) -> bool:
        return bool(self._first)

    def may_be_in(self, text: str) -> bool:
        """Whether any word of the roster stands in a text; `text` as `normalise` gives it."""
        return bool(self._first) and not self._first.isdisjoint(vocabulary(text))

    def may_be_in_page(self, data: bytes, adults: Collection[str] = ()) -> bool:
        """The same for the bytes of a page, quickly: True where a closer look is worth its time.  A single
        word of the `adults` is not."""
        if not self._first:
            return False
        if _TORN.search(data) or _ENTITY.search(data):
            return True  # <em>Jay</em>len, J&#97;ylen
        bare = _SIGNS.sub(b" ", data)
        words = bare.translate(_LETTERS).split()
        if not self._hints.isdisjoint(words):
            hits = {word.decode() for word in self._hints.intersection(words)}
            if len(hits) > 1 or hits.difference(adults):
                return True
        if bare.isascii():
            return False
        accented = {word.decode("utf-8", "replace") for word in words if not word.isascii()}
        return any(not self._first.isdisjoint(vocabulary(normalise(word))) for word in accented)

    def find(self, text: str, adults: Collection[str] = (), *, cell: bool = False) -> list[NameMatch]:
        """Every name in a text that `normalise` has seen.

        `adults` are folded words of the names of people who are shown here by name.  A `cell` is a value
        alone: in one of few words a capital says nothing.
        """
        if not self.may_be_in(text):
            return []
        words = tokenize(text)
        cell = cell and len(words) <= _LONGEST_BARE_CELL
        matches: list[NameMatch] = []
        at = 0
        while at < len(words):
            length = self._full_name_length(words, at, text)
            if length:
                matches.append(NameMatch(words[at].start, words[at + length - 1].end, sure=True))
            elif match := self._match_alone(words, at, text, adults, cell):
                matches.append(match)
            at += length or 1
        return matches

    def _full_name_length(self, words: Sequence[Token], at: int, text: str) -> int:
        """How many words from here on are a full name of the roster; 0 for none."""
        lengths = (
            len(name)
            for name in self._full.get(words[at].folded, ())
            if self._is_full_name(name, words[at : at + len(name)], text)
        )
        return max(lengths, default=0)

    def _is_full_name(self, name: tuple[str, ...], words: Sequence[Token], text: str) -> bool:
        """Whether these words of a text are a name of the roster, and not by chance."""
        if tuple(word.folded for word in words) != name:
            return False
        gaps = [text[word.end : following.start] for word, following in pairwise(words)]
        if any(gap.strip(_WITHIN_NAME) for gap in gaps):
            return False
        has_comma = any("," in gap for gap in gaps)
        if has_comma and name not in self._turned:
            return False
        if all(word.folded in AMBIGUOUS_NAMES for word in words):
            # "will young students ..." is not Will Young, and "Boston, Austin" is a list of cities
            return not has_comma and all(word.capital for word in words)
        return True

    def _match_alone(
        self, words: Sequence[Token], at: int, text: str, adults: Collection[str], cell: bool
    ) -> NameMatch | None:
        """A word that is a part of a name of the roster, where it stands for a person."""
        word = words[at]
        if word.folded not in self._alone or (at and words[at - 1].folded in _TITLES and not cell):
            return None
        if word.folded in adults and _has_neighbour(words, at, text, adults):
            return None
        if not (self._alone[word.folded] or word.capital or cell):
            return None  # a family name is often a word too: a line, a bridge
        sure = word.folded not in AMBIGUOUS_NAMES and word.folded not in adults
        if not sure and not cell and (not word.capital or _begins_sentence(text, word.start)):
            return None
        if sure and not cell and self._is_another_person(words, at, text):
            sure = False
        return NameMatch(word.start, word.end, sure)

    def _is_another_person(self, words: Sequence[Token], at: int, text: str) -> bool:
        """A part of somebody else's full name, or of a source: Maria Montessori, Ortiz (2009)."""
        word = words[at]
        if _CITED.match(text, word.end):
            return True
        line = text[text.rfind("\n", 0, word.start) + 1 : word.start]
        if line.lstrip().startswith(_CAPITALISED_LINES):
            return False
        after = words[at + 1] if at + 1 < len(words) else None
        return bool(
            after
            and word.capital
            and after.capital
            and len(after.folded) > 1
            and text[word.end : after.start] == " "
            and after.folded not in self._words
        )


def _has_neighbour(words: Sequence[Token], at: int, text: str, adults: Collection[str]) -> bool:
    """Whether a word of a shown person's name has another one of it next to it, two signs away at most."""
    word = words[at]
    neighbours = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    return any(
        other.folded in adults and len(text[min(other.end, word.end) : max(other.start, word.start)]) <= 2
        for other in neighbours
    )


def _pieces(name: str) -> list[str]:
    """A name's parts as they stand between anything but letters: `o` and `brien`."""
    folded = (fold_word(part) for part in _BETWEEN.split(normalise(name)))
    return [piece for piece in folded if len(piece) > 1]


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence or a value begins here, so that a capital says nothing."""
    before = text[:start].rstrip(" \t_'’‘")
    return not before or before[-1] == "\n" or before[-1] in _BEFORE_SENTENCE


@lru_cache(maxsize=4)
def name_finder(roster: Roster) -> NameFinder:
    """The finder of a roster, made once."""
    return NameFinder(roster)
