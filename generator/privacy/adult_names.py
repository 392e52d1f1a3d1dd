"""Words of the names of adults and places that are shown on purpose, so that they are no students' names."""

from generator.model import Program, Teacher
from generator.privacy.name_normalisation import normalise, tokenize


def declared_contacts(program: Program, teacher: Teacher | None) -> str:
    """The e-mail addresses that are shown on purpose, parted by spaces: the teacher's and the issuer's."""
    return " ".join(
        [teacher.contact if teacher else "", program.issuer.email if program.issuer else ""]
    ).strip()


def adult_words(program: Program, teacher: Teacher | None) -> frozenset[str]:
    """The folded words of all names that a page of a teacher, or of the program alone, shows on purpose:
    of the teacher, the school, colleagues, the issuer, and whoever read the inquiries."""
    names = [program.issuer.name] if program.issuer else []
    if teacher:
        names += [teacher.name, teacher.school]
        names += [inquiry.colleague for inquiry in teacher.inquiries]
        names += [inquiry.attestation.reader for inquiry in teacher.inquiries if inquiry.attestation]
    return adult_words_of(*names)


def adult_words_of(*names: str) -> frozenset[str]:
    """The folded words of some people's and places' names."""
    return frozenset(word.folded for name in names for word in tokenize(normalise(name)))
