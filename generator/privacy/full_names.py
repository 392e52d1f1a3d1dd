"""Full names in a text: the words of a name with anything but letters between them.

An initial may stand there too (Grace M. Lopez), and the target of a link ([Grace](...) Lopez).
"""

import re
from collections.abc import Collection, Container, Mapping, Sequence
from itertools import pairwise

from generator.privacy.name_normalisation import Token, fold_word

_MOST_INITIALS = 2
_LINK_TARGET = re.compile(r"\]\([^()\n]*\)|<[A-Za-z/][^<>]*>")
# a sentence or a paragraph that ends between two words parts them, except after an initial
_WITHIN_SENTENCE = re.compile(r"(?:[^.!?;:…\n]|[.:](?!\s)|\n(?!\s*\n))*")
_WITHIN_NAME = re.compile(r"(?:[^\w.,!?;:…\n]|_|\n(?!\s*\n))*|\.")
_HYPHEN = re.compile(r"[‐‑-]\n?")
# the second half is looked at without being taken, so that it can be a first half too
_HYPHENATED = re.compile(r"([^\W\d_]+)[‐‑-]\n?(?=([^\W\d_]+))")
_WITHIN_WORD = re.compile(r"[ '’ʼ_\n‐‑-]{1,2}")


def words_beside_links(words: Sequence[Token], text: str) -> Sequence[Token]:
    """The words without those of link targets and tags; the same words where there are none."""
    spans = [range(*match.span()) for match in _LINK_TARGET.finditer(text)]
    if not spans:
        return words
    return [word for word in words if not any(word.start in span for span in spans)]


def full_name_length(
    name: Sequence[str], words: Sequence[Token], at: int, text: str, *, may_have_comma: bool, is_common: bool
) -> int:
    """How many words from `at` on are this name, initials between its words among them; 0 for none.

    `may_have_comma`: the family name stands first.  `is_common`: every word of it is an ordinary word too:
    then all need a capital ("will young students" are not Will Young), and nothing that parts sentences or
    the items of a list ("Boston, Austin") may stand between them.
    """
    end = _end_of_name(name, words, at)
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


def is_parted_name(words: Sequence[Token], at: int, text: str, parted: Collection[tuple[str, str]]) -> bool:
    """Whether two words from `at` on are one word of a name: De Andre, de-andre."""
    pair = words[at : at + 2]
    if len(pair) < 2 or (pair[0].folded, pair[1].folded) not in parted:
        return False
    gap = text[pair[0].end : pair[1].start]
    return bool(_WITHIN_WORD.fullmatch(gap)) and (gap == "-" or all(word.capital for word in pair))


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


def hyphenated_length(words: Sequence[Token], at: int, text: str, names: Container[str]) -> int:
    """How many words from `at` on are one word of a name with a hyphen in it, also at the end of a line
    (Jay-len); 0 for none."""
    pair = words[at : at + 2]
    is_torn = len(pair) == 2 and _HYPHEN.fullmatch(text[pair[0].end : pair[1].start])
    return 2 if is_torn and pair[0].folded + pair[1].folded in names else 0


def hyphenated_words(text: str) -> set[str]:
    """The words of a text that have a hyphen in them, folded and without it."""
    return {fold_word(first) + fold_word(second) for first, second in _HYPHENATED.findall(text)}


def _end_of_name(name: Sequence[str], words: Sequence[Token], at: int) -> int:
    """Where a name ends that begins at `at`, initials passed over; 0 where it is not there."""
    index = at
    for part in name[1:]:
        index += 1
        initials = 0
        while index < len(words) and words[index].folded != part and initials < _MOST_INITIALS:
            if len(words[index].folded) > 1 or not words[index].capital:
                return 0
            index, initials = index + 1, initials + 1
        if index >= len(words) or words[index].folded != part:
            return 0
    return index + 1
