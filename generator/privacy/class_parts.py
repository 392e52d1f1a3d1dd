"""Which classes are one class in two spellings, and which classes and groups are a part of another: Period 2,
P 2 ELL.

Counts of such classes on one day tell by subtraction how many students are in the one and not in the other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import permutations

from generator.reading.declared_classes import class_core
from generator.slugs import slug

_OTHERS = frozenset(["non", "not", "no", "never", "former", "ex", "sin"])  # non-ELL is beside ELL
_SECTION = re.compile(r"[a-z]|\d+")  # Period 2 A is beside Period 2, and Period 2 ELL in it


def class_key(name: str) -> str:
    """The same for every spelling of a class: of P2, Period 2 and 2nd period."""
    return class_core(name) or slug(name)


def group_key(name: str) -> str:
    """The words of a group, for the same comparison."""
    return slug(name).replace("-", " ")


@lru_cache(maxsize=4096)  # the same few classes meet on every visit, for every prompt
def is_part_of(part: str, whole: str) -> bool:
    """Whether the class or group of a key has the words of another one and at least one more that is no
    section, and does not only say who is not in it."""
    more = Counter(part.split(" "))
    fewer = Counter(whole.split(" "))
    if not whole or fewer - more:
        return False
    added = more - fewer
    return any(not _SECTION.fullmatch(word) and word not in _OTHERS for word in added)


def parts_and_wholes(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every (part, whole) among the keys of classes."""
    return ((part, whole) for part, whole in permutations(dict.fromkeys(keys), 2) if is_part_of(part, whole))
