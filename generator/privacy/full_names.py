"""Full names in a text: the words of a name with anything but letters between them.

An initial or a middle name may stand there too (Grace M. Lopez, Grace Maria Lopez), and the target of a
link ([Grace](...) Lopez).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from generator.privacy.name_normalisation import Token
from generator.privacy.ordinary_words import is_ordinary

_MOST_BETWEEN = 2  # initials and middle names
_LINK_TARGET = re.compile(r"\]\([^()\n]*\)|<[A-Za-z/][^<>]*>")
# a sentence or a paragraph that ends between two words parts them, except after an initial
_WITHIN_SENTENCE = re.compile(r"(?:[^.!?;:…\n]|[.:](?!\s)|\n(?!\s*\n))*")
_WITHIN_NAME = re.compile(r"(?:[^\w.,!?;:…\n]|_|\n(?!\s*\n))*|\.")
_IN_LIST = re.compile(r"[,&]")
_JOINING = frozenset(["and", "or", "y", "e", "o", "u"])
_WITHIN_WORD = re.compile(r"[ '’ʼ_\n‐‑-]{1,2}")


def words_beside_links(words: Sequence[Token], text: str) -> Sequence[Token]:
    """The words without those of link targets and tags; the same words where there are none."""
    spans = [match.span() for match in _LINK_TARGET.finditer(text)]
    if not spans:
        return words
    begins = [begin for begin, _ in spans]
    return [word for word in words if not _is_within(word.start, spans, begins)]


def _is_within(place: int, spans: Sequence[tuple[int, int]], begins: Sequence[int]) -> bool:
    """Whether a place is in one of the spans, which begin at `begins`: the last that begins before it."""
    before = bisect_right(begins, place)
    return bool(before) and place < spans[before - 1][1]


def full_name_length(
    name: Sequence[str], words: Sequence[Token], at: int, text: str, *, may_have_comma: bool, is_common: bool
) -> int:
    """How many words from `at` on are this name, initials and middle names between its words among them;
    0 for none.

    `may_have_comma`: the family name stands first.  `is_common`: every word of it is an ordinary word too:
    then all need a capital ("will young students" are not Will Young), and nothing that parts sentences or
    the items of a list ("Boston, Austin") may stand between them.
    """
    end = _end_of_name(name, words, at, text)
    if not end:
        return 0
    between = _WITHIN_NAME if is_common else _WITHIN_SENTENCE
    for word, following in pairwise(words[at:end]):
        gap = _LINK_TARGET.sub("", text[word.end : following.start])
        if "," in gap and not may_have_comma:
            return 0
        gap = gap.replace(",", "", 1)
        if not between.fullmatch(gap.removeprefix(".") if len(word.folded) == 1 else gap):
            return 0
    if is_common and not all(word.capital for word in words[at:end]):
        return 0
    return end - at


def is_parted_name(
    words: Sequence[Token], at: int, text: str, parted: Collection[tuple[str, str]], *, cell: bool = False
) -> bool:
    """Whether two words from `at` on are one word of a name: De Andre, de-andre.  In a `cell` a capital says
    nothing."""
    pair = words[at : at + 2]
    if len(pair) < 2 or (pair[0].folded, pair[1].folded) not in parted:
        return False
    gap = text[pair[0].end : pair[1].start]
    is_within = bool(_WITHIN_WORD.fullmatch(gap))
    return is_within and (cell or gap == "-" or all(word.capital for word in pair))


def stands_alone(words: Sequence[Token], at: int, end: int, text: str) -> bool:
    """Whether the words from `at` to before `end` are no items of a list and no parts of longer names: not
    `Ana Lopez, Grace Kim` and not `Thomas, Grace, and James`."""
    if end > len(words):
        return False
    start, stop = words[at].start, words[end - 1].end
    if _IN_LIST.search(text[max(start - 2, 0) : start]) or _IN_LIST.search(text[stop : stop + 2]):
        return False
    beside = [*words[max(at - 1, 0) : at], *words[end : end + 1]]
    return not any(
        word.folded in _JOINING or (word.capital and not is_ordinary(word.folded)) for word in beside
    )


def is_abbreviated_name(
    words: Sequence[Token], at: int, text: str, initials: Mapping[str, Collection[str]]
) -> bool:
    """Whether a given name stands with the initial of its family name and a full stop: Grace L.

    `initials` are by given name.  A word with a capital behind them is somebody else's family name.
    """
    pair = words[at : at + 3]
    if len(pair) < 2 or not (pair[0].capital and pair[1].capital):
        return False
    if pair[1].folded not in initials.get(pair[0].folded, ()) or text[pair[0].end : pair[1].start] != " ":
        return False
    is_initial = text[pair[1].end : pair[1].end + 1] == "."
    return is_initial and not (
        len(pair) > 2 and pair[2].capital and text[pair[1].end : pair[2].start] == ". "
    )


def _end_of_name(name: Sequence[str], words: Sequence[Token], at: int, text: str) -> int:
    """Where a name ends that begins at `at`, initials and middle names passed over; 0 where it is not
    there."""
    index = at
    for part in name[1:]:
        index += 1
        between = 0
        while index < len(words) and words[index].folded != part and between < _MOST_BETWEEN:
            if not _may_stand_between(words[index], words[index - 1], text):
                return 0
            index, between = index + 1, between + 1
        if index >= len(words) or words[index].folded != part:
            return 0
    return index + 1


def _may_stand_between(word: Token, before: Token, text: str) -> bool:
    """Whether a word is an initial or a middle name."""
    if not word.capital:
        return False
    is_middle = text[before.end : word.start] == " " and before.capital and not is_ordinary(word.folded)
    return len(word.folded) == 1 or is_middle
