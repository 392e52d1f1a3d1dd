"""Whether two names are one person's: without case, accents, titles and the word assessor.

An alias is a name too; who is behind one only the program knows, so a program may list its assessors.
"""

import unicodedata

# what stands before a name; English and Spanish, as people sign
_ENGLISH_TITLES = ("mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor")
_SPANISH_TITLES = ("sr", "sra", "srta", "dra", "lic", "profe", "profa", "profesor", "profesora")
_TITLES = frozenset((*_ENGLISH_TITLES, *_SPANISH_TITLES))
_ROLES = frozenset(["assessor", "assessora", "evaluador", "evaluadora", "asesor", "asesora", "reviewer"])

PersonKey = tuple[str, ...]


def person_key(name: str) -> PersonKey:
    """Equal for two spellings of one person's name, also with the family name first; empty for no name."""
    words = _words(name)
    telling = [word for word in words if word not in _TITLES and word not in _ROLES]
    return tuple(sorted(telling or words))


def without_role(name: str) -> str:
    """The name without a leading word assessor: Assessor A -> A."""
    first, _, rest = " ".join(name.split()).partition(" ")
    is_role = tuple(_words(first)) and set(_words(first)) <= _ROLES
    return rest if is_role and rest else " ".join(name.split())


def _words(name: str) -> list[str]:
    letters = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", name.casefold())
        if unicodedata.category(sign) not in ("Mn", "Cf") and sign not in "'’ʼ"
    )
    return "".join(sign if sign.isalnum() else " " for sign in letters).split()
