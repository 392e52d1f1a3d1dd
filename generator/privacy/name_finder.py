"""Finds where a text says a name of the roster (rule P04)."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from generator.privacy.ambiguous_names import AMBIGUOUS_NAMES, SPANISH_WORDS, TELLING_SURNAMES
from generator.privacy.common_words import common_words
from generator.privacy.full_names import (
    full_name_length,
    is_abbreviated_name,
    is_parted_name,
    stands_alone,
    words_beside_links,
)
from generator.privacy.name_contexts import WEEKDAYS, has_title, is_cell, is_famous, is_of_nobody, word_after
from generator.privacy.name_normalisation import (
    Token,
    blank_digests,
    fold_word,
    normalise,
    tokenize,
    vocabulary,
    written_words,
)
from generator.privacy.ordinary_words import is_ordinary
from generator.privacy.plural_names import may_be_another, plural_of
from generator.privacy.roster import NameForms, Roster, name_forms, other_spellings
from generator.privacy.torn_words import grown_together, torn_length, torn_words
from generator.privacy.unspaced_names import UnspacedNames

_LONGEST_BARE_CELL = 3  # words of a cell that is nothing but a name: two given names and a family name
_SHORT = 2  # letters: so short a name is one where it is written like one, Bo and not BO or 3Bo9
_SHORTEST_JOINED = 5  # letters of several words of a name that others write as one: LaToya
# what surrounds the name of somebody who is quoted from a book: (Name, 2009), Name et al. (2009)
_CITED = re.compile(
    r"(?:\s*(?:,|&|;|and|y|et al\.?|[A-Z]\.|[^\W\d_a-z][\w'’-]+)){0,6}\s*[(,]?\s*(?:19|20)\d\d"
)
_DAY_BEFORE = re.compile(r"(?<!\d)\d\d?(?:st|nd|rd|th|º|ª)?[ -]?(?:of |de )?$")  # 3. Jan is an item of a list
_DAY_AFTER = re.compile(r"[.,]?[ .-]*(?:de )?\d")
_MONTH_WORDS = "jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago set dic"
_MONTHS = frozenset(_MONTH_WORDS.split())
# frequent names that are words of Spanish: with a capital a student is meant, in small letters nobody
_NAMES_BY_CAPITAL = frozenset(["dan", "ella"])
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


class NameMatch(Struct, frozen=True):
    """A name in a text, from `start` to `end`.  `sure`: nobody else is likely to be meant."""

    start: int
    end: int
    sure: bool


class NameFinder:
    """A roster made ready for looking.  A text without any of its words costs one pass over it."""

    def __init__(self, roster: Roster) -> None:
        self._full: dict[str, set[tuple[str, ...]]] = defaultdict(set)  # by first word: full names
        self._turned: set[tuple[str, ...]] = set()  # those that have a comma in them, or could
        self._parted: set[tuple[str, str]] = set()
        self._initials: dict[str, set[str]] = defaultdict(set)  # of family names, by given name
        self._given_initials: dict[str, set[str]] = defaultdict(set)  # by family name
        self._alone: dict[str, bool] = {}  # a part of a name -> whether it is a given name
        self._ambiguous = _ambiguous_words(roster)
        for name in roster.names:
            for spelling in (name, *other_spellings(name)):
                if forms := name_forms(spelling):
                    self._add(forms)
        self._add_plurals()
        self._whole_words = frozenset(
            word for word in self._alone if len(word) >= _SHORTEST_JOINED and word not in self._ambiguous
        )
        # one of these stands wherever a name does
        self._first = frozenset([*self._full, *self._alone, *(second for _, second in self._parted)])
        pieces = {piece for name in roster.names for piece in _pieces(name)} | self._first
        self._hints = frozenset(piece.encode() for piece in pieces)
        self._unspaced = UnspacedNames(roster.names)

    def _add(self, forms: NameForms) -> None:
        for word in forms.words:
            if len(word) >= _SHORT or len(forms.words) == 1:
                is_given = word in forms.given and word not in _NAMES_BY_CAPITAL
                self._alone[word] = self._alone.get(word, False) or is_given
        for order in forms.straight:
            self._initials[order[0]].add(order[-1][0])
            self._given_initials[order[-1]].add(order[0][0])
        self._turned |= forms.turned
        self._parted |= forms.parted
        for order in forms.straight | forms.turned:
            self._full[order[0]].add(order)
            self._alone["".join(order)] = True  # as file names have it
        for first, second in pairwise(forms.words):
            joined = first + second
            if len(joined) >= _SHORTEST_JOINED and joined not in self._ambiguous:
                self._alone[joined] = True

    def _add_plurals(self) -> None:
        """Of every word of a name, unless it is another one of the roster."""
        plurals = {plural_of(word, self._ambiguous): is_given for word, is_given in self._alone.items()}
        new = {plural: is_given for plural, is_given in plurals.items() if plural}
        self._ambiguous |= set(filter(may_be_another, new.keys() - self._alone.keys()))
        self._alone = new | self._alone

    def __bool__(self) -> bool:
        return bool(self._first)

    def may_be_in(self, text: str) -> bool:
        """Whether any word of the roster stands in a text; `text` as `normalise` gives it."""
        if not self._first:
            return False
        words = written_words(text)
        return (
            not self._first.isdisjoint(map(fold_word, words))
            or not self._whole_words.isdisjoint(torn_words(text))
            or any(not self._whole_words.isdisjoint(grown_together(word)) for word in words)
            or self._unspaced.may_be_in(text)
        )

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
        if self._unspaced.may_be_in(data.decode("utf-8", "replace")):
            return True
        accented = {word.decode("utf-8", "replace") for word in words if not word.isascii()}
        return any(not self._first.isdisjoint(vocabulary(normalise(word))) for word in accented)

    def find(self, text: str, adults: Collection[str] = (), *, cell: bool = False) -> list[NameMatch]:
        """Every name in a text that `normalise` has seen.

        `adults` are folded words of the names of people who are shown here by name.  A `cell` is a value
        alone: in one of few words a capital says nothing.
        """
        if not self.may_be_in(text):
            return []
        text = blank_digests(text)
        words = tokenize(text)
        cell = cell and len(words) <= _LONGEST_BARE_CELL
        matches = [NameMatch(*place) for place in self._unspaced.find(text)]
        at = 0
        while at < len(words):
            length = self._full_name_length(words, at, text, cell=cell)
            if length:
                matches.append(NameMatch(words[at].start, words[at + length - 1].end, sure=True))
            elif match := self._match_alone(words, at, text, adults, cell):
                matches.append(match)
            at += length or 1
        return _sorted_apart([*self._linked_matches(words, text), *matches])

    def _linked_matches(self, words: Sequence[Token], text: str) -> list[NameMatch]:
        """Full names with the target of a link between their words."""
        beside_links = words_beside_links(words, text)
        if len(beside_links) == len(words):
            return []
        lengths = ((at, self._full_name_length(beside_links, at, text)) for at in range(len(beside_links)))
        return [
            NameMatch(beside_links[at].start, beside_links[at + length - 1].end, sure=True)
            for at, length in lengths
            if length
        ]

    def _full_name_length(self, words: Sequence[Token], at: int, text: str, *, cell: bool = False) -> int:
        """How many words from here on are a full name of the roster; 0 for none.  In a cell of few words a
        comma makes no list of cities: Lopez, Grace."""
        lengths = (
            full_name_length(
                name,
                words,
                at,
                text,
                may_have_comma=self._may_have_comma(name, words, at, text, cell),
                is_common=self._is_common(name) and not (cell and len(words) == len(name)),
            )
            for name in self._full.get(words[at].folded, ())
        )
        if length := max(lengths, default=0):
            return length
        if self._parted and is_parted_name(words, at, text, self._parted, cell=cell):
            return 2
        is_teacher = has_title(words, at, text)  # Mrs. Grace L.
        if not is_teacher and is_abbreviated_name(words, at, text, self._initials):
            return 2
        return torn_length(words, at, text, self._whole_words)

    def _may_have_comma(
        self, name: tuple[str, ...], words: Sequence[Token], at: int, text: str, cell: bool
    ) -> bool:
        if name not in self._turned:
            return False
        if cell or not all(word in self._ambiguous for word in name):
            return True
        return not self._is_common(name) and stands_alone(words, at, at + len(name), text)

    def _is_common(self, name: Sequence[str]) -> bool:
        """Whether every word of a name may be something else than a name."""
        return all(word in self._ambiguous and word not in TELLING_SURNAMES for word in name)

    def _match_alone(
        self, words: Sequence[Token], at: int, text: str, adults: Collection[str], cell: bool
    ) -> NameMatch | None:
        """A word that is a part of a name of the roster, where it stands for a person."""
        word = words[at]
        if word.folded not in self._alone:
            pieces = grown_together(text[word.start : word.end])
            return (
                None if self._whole_words.isdisjoint(pieces) else NameMatch(word.start, word.end, sure=True)
            )
        if not self._can_be_alone(words, at, text, cell):
            return None
        if word.folded in adults and _has_neighbour(words, at, text, adults):
            return None
        sure = word.folded not in self._ambiguous and word.folded not in adults
        if cell:
            return NameMatch(word.start, word.end, sure)
        if sure and not self._is_written_like_a_name(word, text):
            return NameMatch(word.start, word.end, sure=False)
        if not sure and not self._may_be_meant(words, at, text):
            return None
        sure = sure and not self._is_another_person(words, at, text)
        return NameMatch(word.start, word.end, sure)

    def _may_be_meant(self, words: Sequence[Token], at: int, text: str) -> bool:
        """Whether a name that is also a word, or a name of people who are shown, may be a student here."""
        word = words[at]
        if not word.capital or (
            word.folded in self._ambiguous and is_of_nobody(words, at, text, self._alone)
        ):
            return False
        return not _begins_sentence(text, word.start) or self._is_telling_beginning(words, at, text)

    def _is_telling_beginning(self, words: Sequence[Token], at: int, text: str) -> bool:
        """Whether a word is meant though a sentence seems to begin: K. Price, Hope's answer, | Rose |."""
        word = words[at]
        if at and text[words[at - 1].end : word.start] == ". ":
            return words[at - 1].capital and words[at - 1].folded in self._given_initials[word.folded]
        is_possessive = not text[word.start : word.end].isalpha()
        return self._alone[word.folded] and (is_possessive or is_cell(word, text))

    def _can_be_alone(self, words: Sequence[Token], at: int, text: str, cell: bool) -> bool:
        """Whether a word is a part of a name, and is written like one where it stands."""
        word = words[at]
        if cell:
            return True
        if word.folded in SPANISH_WORDS and (not word.capital or _begins_sentence(text, word.start)):
            return False
        if has_title(words, at, text) or _is_short_word(word, text) or _is_month(word, text):
            return False
        return len(word.folded) >= _SHORTEST_JOINED or self._is_written_like_a_name(word, text)

    def _is_written_like_a_name(self, word: Token, text: str) -> bool:
        """A family name in small letters is often a word too: a line, a bridge; o'brien is none."""
        return self._alone[word.folded] or word.capital or not text[word.start : word.end].isalpha()

    def _is_another_person(self, words: Sequence[Token], at: int, text: str) -> bool:
        """A part of somebody else's full name, or of a source: Maria Montessori, Ortiz (2009)."""
        word = words[at]
        if _CITED.match(text, word.end) or is_famous(words, at, text, self._alone):
            return True
        line = text[: word.start].rpartition("\n")[2]
        if line.lstrip().startswith(_CAPITALISED_LINES):
            return False
        after = word_after(words, at, text)
        return bool(
            after
            and word.capital
            and after.capital
            and len(after.folded) > 1
            and after.folded not in self._alone
            and after.folded not in WEEKDAYS
        )


def _ambiguous_words(roster: Roster) -> frozenset[str]:
    """The words of a roster that are ordinary words too, and all that anybody may be called."""
    if not roster.names:
        return AMBIGUOUS_NAMES
    words = vocabulary(normalise("\n".join(roster.names)))
    return (AMBIGUOUS_NAMES | common_words() | set(filter(is_ordinary, words))) - _NAMES_BY_CAPITAL


def _is_short_word(word: Token, text: str) -> bool:
    """Whether a word of two letters is not written like a name, or is a part of a longer sign."""
    if len(word.folded) > _SHORT or not word.folded.isascii():
        return False
    around = text[max(word.start - 1, 0) : word.start] + text[word.end : word.end + 1]
    return not text[word.start : word.start + _SHORT].istitle() or any(map(str.isdecimal, around))


def _is_month(word: Token, text: str) -> bool:
    """Whether a word is the month of a date: 12 Jan, Jan. 12."""
    if word.folded not in _MONTHS:
        return False
    before = text[: word.start].rpartition("\n")[2]
    return bool(_DAY_BEFORE.search(before) or _DAY_AFTER.match(text, word.end))


def _sorted_apart(matches: Sequence[NameMatch]) -> list[NameMatch]:
    """The matches in the order of the text, without those that begin within another."""
    apart: list[NameMatch] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not apart or match.start >= apart[-1].end:
            apart.append(match)
    return apart


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
