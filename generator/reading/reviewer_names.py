"""Whether two names are one person's: without case, accents, titles and the word assessor; and whether one
may be the other, shortened.

An alias is a name too; who is behind one only the program knows, so a program may list its assessors.
"""

import unicodedata
from collections import Counter

# what stands before a name; English and Spanish, as people sign
_ENGLISH_TITLES = ("mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor")
_SPANISH_TITLES = ("sr", "sra", "srta", "dra", "lic", "profe", "profa", "profesor", "profesora")
_TITLES = frozenset((*_ENGLISH_TITLES, *_SPANISH_TITLES))
_ROLES = frozenset(["assessor", "assessora", "evaluador", "evaluadora", "asesor", "asesora", "reviewer"])

# letters of other alphabets that look like Latin ones
_LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορν", "ABEKMHOPCTYXIJSaeopcyxijsdhABEZHIKMNOPTYXaopv"
)

PersonKey = tuple[str, ...]


def person_key(name: str) -> PersonKey:
    """Equal for two spellings of one person's name, also with the family name first; empty for no name."""
    return tuple(sorted(_telling_words(name)))


def may_be_one_person(name: str, other: str) -> bool:
    """Whether the shorter name may be the longer one shortened: `Ms. Lopez`, `A. Lopez`, `AnaLopez` and
    `Ana Maria Lopez` beside `Ana Lopez`.

    They share at least one word that is no initial; so aliases of one letter are never alike.
    """
    short, long = sorted((_telling_words(name), _telling_words(other)), key=len)
    if "".join(short) == "".join(long):
        return True
    shared = Counter(short) & Counter(long)
    without_partner = list((Counter(long) - shared).elements())
    for word in (Counter(short) - shared).elements():
        partner = next((longer for longer in without_partner if _is_initial(word, longer)), None)
        if partner is None:
            return False
        without_partner.remove(partner)
    return any(len(word) > 1 for word in shared)


def without_role(name: str) -> str:
    """The name without a leading word assessor: Assessor A -> A."""
    first, _, rest = " ".join(name.split()).partition(" ")
    is_role = tuple(_words(first)) and set(_words(first)) <= _ROLES
    return rest if is_role and rest else " ".join(name.split())


def _telling_words(name: str) -> list[str]:
    words = _words(name)
    return [word for word in words if word not in _TITLES and word not in _ROLES] or words


def _is_initial(word: str, other: str) -> bool:
    return 1 in (len(word), len(other)) and word[0] == other[0]


def _words(name: str) -> list[str]:
    letters = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", name.translate(_LOOKALIKES).casefold())
        if unicodedata.category(sign) not in ("Mn", "Cf") and sign not in "'’ʼ"
    )
    return "".join(sign if sign.isalnum() else " " for sign in letters).split()
