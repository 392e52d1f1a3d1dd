"""Names of students (private/roster.txt) and where a text says one of them (rule P04).

The roster is compared and never shown: messages say where a name stands, not which one.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.privacy.ambiguous_names import AMBIGUOUS_NAMES
from generator.privacy.name_normalisation import Token, fold_word, normalise, tokenize, vocabulary

MOST_NAMES = 50_000
_FEW = 3  # words of a cell that is nothing but a name
_SHORTEST = 3  # letters of a name that says something alone
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "coach",
        "principal",
        "sir",
        "madam",
        "teacher",
        "sr",
        "sra",
        "srta",
        "don",
        "dona",
        "maestra",
        "maestro",
        "profesor",
        "profesora",
        "profe",
        "directora",
        "director",
    ]
)
# what surrounds the name of somebody who is quoted from a book: (Name, 2009), Name et al. (2009)
_CITED = re.compile(
    r"(?:\s*(?:,|&|;|and|y|et al\.?|[A-Z]\.|[^\W\d_a-z][\w'’-]+)){0,6}\s*[(,]?\s*(?:19|20)\d\d"
)
_BETWEEN = re.compile(r"[\W\d_]+")
_LETTERS = bytes(sign if sign >= 128 or chr(sign).isalpha() else 32 for sign in bytes(range(256)).lower())
_INLINE = rb"(?:a|b|i|em|strong|code|sub|sup|span)"
# quotation marks, dashes, dots, spaces and relations that a page is full of, in UTF-8
_SIGNS = re.compile(
    rb"\xe2\x80[\x90-\xa6\xb0-\xba]|\xc2[\xa0\xab\xb7\xbb\xbf\xa1]|\xe2\x89[\xa4\xa5]|\xe2\x86."
)
_LETTER = rb"[A-Za-z\x80-\xff]"
_TORN = re.compile(_LETTER + rb"</?(?:a|b|i|em|strong|code|sub|sup|span)(?: [^>]*)?>" + _LETTER)
_CODED = rb"&(?!#3[49];|amp;|lt;|gt;|quot;)#?\w{2,8};"
_ENTITY = re.compile(_LETTER + _CODED + rb"|" + _CODED + rb"(?:" + _LETTER + rb"|&#)")
_BEGINS = frozenset('.!?:;“”"«»¿¡([{*#>|-–—•/')


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name in a text, from `start` to `end`.  `sure`: nobody else is likely to be meant."""

    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Roster:
    """Names as written, a line each: `First Last`, `Last, First` or a first name alone."""

    names: tuple[str, ...] = ()


def read_roster(text: str) -> Roster:
    """A name a line; what follows a # is a comment.  Lists copied from a spreadsheet are fine."""
    lines = (line.partition("#")[0].strip(" \t;,\"'") for line in text.splitlines())
    return Roster(tuple(dict.fromkeys(line for line in lines if line))[:MOST_NAMES])


class NameFinder:
    """A roster made ready for looking.  A text without any of its words costs one pass over it."""

    def __init__(self, roster: Roster) -> None:
        self._full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._turned: set[tuple[str, ...]] = set()  # those that have a comma in them, or could
        self._alone: dict[str, bool] = {}  # a part of a name -> whether it is a given name
        for name in roster.names:
            self._learn(name)
        self._words = {word for full in self._full.values() for one in full for word in one} | set(
            self._alone
        )
        self._first = frozenset(self._full) | set(self._alone)
        pieces = {piece for name in roster.names for piece in _pieces(name)} | self._first
        self._hints = frozenset(piece.encode() for piece in pieces)

    def _learn(self, name: str) -> None:
        parts = [[word.folded for word in tokenize(normalise(part))] for part in name.split(",")]
        words = tuple(word for part in parts for word in part if word)
        if not words:
            return
        given = parts[1] if len(parts) > 1 and parts[1] else words[:1]
        for word in words:
            if len(word) >= _SHORTEST or len(words) == 1:
                self._alone[word] = self._alone.get(word, False) or word in given
        if len(words) == 1:
            return
        surname_first = parts if len(parts) > 1 and parts[1] else [words[1:], words[:1]]
        turned = tuple(word for part in surname_first for word in part)
        straight = tuple(word for part in reversed(surname_first) for word in part)
        for order in {straight, (straight[0], straight[-1])}:
            self._full[order[0]].add(order)
            self._alone["".join(order)] = True  # as file names have it
        for order in {turned, (straight[-1], *straight[:-1]), (straight[-1], straight[0])}:
            self._full[order[0]].add(order)
            self._turned.add(order)
            self._alone["".join(order)] = True

    def __bool__(self) -> bool:
        return bool(self._first)

    def may_be_in(self, text: str) -> bool:
        """Whether any word of the roster stands there at all; `text` as `plain` gives it."""
        return bool(self._first) and not self._first.isdisjoint(vocabulary(text))

    def may_be_in_page(self, data: bytes, adults: Collection[str] = ()) -> bool:
        """The same for the bytes of a page, quickly: True where a closer look is worth its time.  One word
        of the `adults` alone is not."""
        if not self._first:
            return False
        if _TORN.search(data) or _ENTITY.search(data):
            return True  # <em>Jay</em>len, J&#97;ylen
        bare = _SIGNS.sub(b" ", data)
        words = bare.translate(_LETTERS).split()
        if not self._hints.isdisjoint(words):
            found = {word.decode() for word in self._hints.intersection(words)}
            if len(found) > 1 or found.difference(adults):
                return True
        if bare.isascii():
            return False
        others = {word.decode("utf-8", "replace") for word in words if not word.isascii()}
        return any(not self._first.isdisjoint(vocabulary(normalise(word))) for word in others)

    def find(self, text: str, adults: Collection[str] = (), *, cell: bool = False) -> list[NameMatch]:
        """Every name in a text that `plain` has seen.  `adults` are words of the names of people who
        are shown here by name; a `cell` is a value alone: in one of few words a capital says nothing."""
        if not self.may_be_in(text):
            return []
        words = tokenize(text)
        cell = cell and len(words) <= _FEW
        hits = []
        at = 0
        while at < len(words):
            length = self._full_at(words, at, text)
            if length:
                hits.append(NameMatch(words[at].start, words[at + length - 1].end, True))
                at += length
                continue
            hits += self._alone_at(words, at, text, adults, cell)
            at += 1
        return hits

    def _full_at(self, words: Sequence[Token], at: int, text: str) -> int:
        """How many words from here on are a full name of the roster; 0 for none."""
        best = 0
        for name in self._full.get(words[at].folded, ()):
            here = words[at : at + len(name)]
            if len(name) <= best or tuple(word.folded for word in here) != name:
                continue
            gaps = [text[one.end : two.start] for one, two in pairwise(here)]
            if any(gap.strip(" ,.\t-‐‑–_") != "" or "\n" in gap for gap in gaps):
                continue
            listed = any("," in gap for gap in gaps)
            if listed and name not in self._turned:
                continue
            # "will young students ..." is no Will Young, and "Boston, Austin" a list of cities
            ordinary = all(word.folded in AMBIGUOUS_NAMES for word in here)
            if ordinary and (listed or not all(word.capital for word in here)):
                continue
            best = len(name)
        return best

    def _alone_at(
        self, words: Sequence[Token], at: int, text: str, adults: Collection[str], cell: bool
    ) -> Iterator[NameMatch]:
        word = words[at]
        if word.folded not in self._alone or (at and words[at - 1].folded in _TITLES and not cell):
            return
        if word.folded in adults and _beside_another(words, at, text, adults):
            return
        sure = word.folded not in AMBIGUOUS_NAMES and word.folded not in adults
        if not (self._alone[word.folded] or word.capital or cell):
            return  # a family name is often a word too: a line, a bridge
        if not sure and not cell and (not word.capital or _begins(text, word.start)):
            return
        if sure and not cell and self._is_another(words, at, text):
            sure = False
        yield NameMatch(word.start, word.end, sure)

    def _is_another(self, words: Sequence[Token], at: int, text: str) -> bool:
        """A part of somebody else's full name, or of a source: Maria Montessori, Ortiz (2009)."""
        word = words[at]
        if _CITED.match(text, word.end):
            return True
        line = text[text.rfind("\n", 0, word.start) + 1 : word.start]
        if line.lstrip().startswith(("#", "title:", "- {date")):  # where every word may have a capital
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


def _beside_another(words: Sequence[Token], at: int, text: str, adults: Collection[str]) -> bool:
    """Whether a word of a shown person's name has another one of it next to it."""
    word = words[at]
    before, after = words[max(at - 1, 0) : at], words[at + 1 : at + 2]
    return any(
        other.folded in adults and len(text[min(other.end, word.end) : max(other.start, word.start)]) <= 2
        for other in (*before, *after)
    )


def _pieces(name: str) -> list[str]:
    """A name's parts as they stand between anything but letters: `o` and `brien`."""
    return [
        piece for piece in (fold_word(part) for part in _BETWEEN.split(normalise(name))) if len(piece) > 1
    ]


def _begins(text: str, start: int) -> bool:
    """Whether a sentence or a value begins here, so that a capital says nothing."""
    before = text[:start].rstrip(" \t_'’‘")
    return not before or before[-1] == "\n" or before[-1] in _BEGINS


@lru_cache(maxsize=4)
def name_finder(roster: Roster) -> NameFinder:
    """Made once for a roster."""
    return NameFinder(roster)
