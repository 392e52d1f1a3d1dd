"""What identifies a person by its form: addresses, telephone numbers, dates of birth, numbers (P03)."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from generator.email_address import ADDRESS_IN_TEXT, is_contact
from generator.problems import Phrase


class PersonalDataKind(StrEnum):
    """A kind of personal data.  The values are part of fingerprints in privacy-review.yml files, so they
    do not change."""

    EMAIL = "email"
    PHONE = "phone"
    SOCIAL_SECURITY = "social-security"
    BIRTH_DATE = "birth-date"
    IDENTITY_NUMBER = "identity-number"


PERSONAL_DATA_TEXTS: Mapping[PersonalDataKind, Phrase] = {
    PersonalDataKind.EMAIL: Phrase("an e-mail address"),
    PersonalDataKind.PHONE: Phrase("a telephone number"),
    PersonalDataKind.SOCIAL_SECURITY: Phrase("a social security number"),
    PersonalDataKind.BIRTH_DATE: Phrase("a date of birth"),
    PersonalDataKind.IDENTITY_NUMBER: Phrase("a personal number"),
}

_PHONE = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}"  # 555-123-4567, (555) 123 4567
    r"|\+\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}"  # +34 612 34 56 78
    r")(?![\w-]|[.,]\d)"
)
_CALLED = re.compile(
    r"\b(?:phone|telephone|tel|cell|mobile|call|text|whatsapp|tel[eé]fono|celular|m[oó]vil)\b[^\w\n]{0,3}(?:[^\W\d]+[^\w\n]{1,3}){0,3}?"
    r"(?P<number>(?:\d[ .-]?){6,11}\d)(?!\w)",
    re.IGNORECASE,
)
# "the text of 2024-2025", "call on 2025-10-03"
_YEARS = re.compile(
    r"(?:19|20)\d\d[ .-]{0,2}(?:(?:19|20)\d\d|\d{1,2}[ .-]\d{1,2})|\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d"
)
_SOCIAL = re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_DATE = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\.? (?:de |of )?[^\W\d_]{3,10}\.?(?:,? (?:de |of )?\d{4})?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)"
)
_BIRTH = re.compile(
    r"\b(?:born|birth ?day|birth ?date|date of birth|d\.?o\.?b\.?|nacid[oa]|naci[oó]|nacimiento"
    rf"|cumple ?(?:\d{{1,2}} )?a[nñ]os)(?!\w)[^.\n]{{0,25}}?(?<!\d){_DATE}(?!\d)",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"\b(?:(?:student|pupil|school|state|lunch|local|district)[ -]?(?:id|number|no|nr|#)"
    r"|id(?: (?:number|no|nr))?|matr[ií]cula|expediente|curp|dni|nie|ssn"
    r"|n[uú]mero de (?:estudiante|alumn[oa]|matr[ií]cula))\b\W{0,4}(?:is |was |es )?\W{0,2}"
    r"(?:[A-Z]{0,3}-?\d[\d-]{3,}\d|[A-Z]{4}\d{6}\w{6,8})",
    re.IGNORECASE,
)
_ID_FORMS = re.compile(r"\b(?:[A-Z]{4}\d{6}[HM][A-Z]{5}\w\d|\d{8}-?[A-HJ-NP-TV-Z]|[XYZ]\d{7}[A-Z])\b")
# dates before this year are read as history: hardly any student at school today was born earlier
_EARLIEST_BIRTH = 1990
# 7 digits are a local telephone number, 15 the most that an international one has (ITU-T E.164)
_BARE_NUMBER = re.compile(r"\+?\(?\d(?:[ .()-]?\d){6,14}")
_CELL_DATE = re.compile(r"(?:(\d{4})[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](\d{4}))(?:\D.*)?")
_ISO_DATE = re.compile(rb"20\d\d-\d\d-\d\d(?!\d)")
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
# five digits in a row, with signs between them left out: no personal number has fewer, most prose has no more
# than the four of a year
_MANY = b"00000"
OF_BIRTH = (b"born", b"birth", b"dob", b"d.o.b", b"naci", b"cumple")


class PatternMatch(Struct, frozen=True):
    """Something that identifies a person: its kind, and where in the text it begins and ends."""

    kind: PersonalDataKind
    start: int
    end: int


def find_personal_data(text: str, contact: str = "") -> Iterator[PatternMatch]:
    """Yields every match in a text that `normalise` has seen; matches do not overlap.  `contact` is the one
    e-mail address that is allowed."""
    taken: set[int] = set()
    for kind, pattern in _worth_trying(text):
        for match in pattern.finditer(text):
            if pattern is ADDRESS_IN_TEXT and is_contact(match, contact):
                continue
            if pattern is _CALLED and _YEARS.fullmatch(match["number"]):
                continue
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield PatternMatch(kind, *match.span())


def _worth_trying(text: str) -> Iterator[tuple[PersonalDataKind, re.Pattern[str]]]:
    """The patterns that can match in a text, by a quick look at its letters and digits: most texts have no
    more digits in a row than a date has."""
    letters = text.encode("utf-8", "surrogatepass").lower()
    if any(sign in letters for sign in (b"@", b"(at)", b"[at]")):
        yield PersonalDataKind.EMAIL, ADDRESS_IN_TEXT
    if any(word in letters for word in OF_BIRTH):
        yield PersonalDataKind.BIRTH_DATE, _BIRTH
    if _MANY in _ISO_DATE.sub(b" ", letters).translate(_DIGITS, b" .-()"):
        yield PersonalDataKind.SOCIAL_SECURITY, _SOCIAL
        yield PersonalDataKind.PHONE, _PHONE
        yield PersonalDataKind.PHONE, _CALLED
        yield PersonalDataKind.IDENTITY_NUMBER, _IDENTITY
        yield PersonalDataKind.IDENTITY_NUMBER, _ID_FORMS


def find_in_cell(cell: str, *, latest_birth: int) -> PersonalDataKind | None:
    """The kind of personal data that a cell of words holds, or None.

    Beside what `find_personal_data` finds, a bare number of seven digits or more is personal (one of 10 or
    11 digits is a telephone number of North America), and so is a date in a year up to `latest_birth`.
    """
    if date := _CELL_DATE.fullmatch(cell):
        year = int(date[1] or date[2])
        return PersonalDataKind.BIRTH_DATE if _EARLIEST_BIRTH <= year <= latest_birth else None
    if first := next(find_personal_data(cell), None):
        return first.kind
    if _BARE_NUMBER.fullmatch(cell):
        digits = sum(letter.isdigit() for letter in cell)
        return PersonalDataKind.PHONE if digits in (10, 11) else PersonalDataKind.IDENTITY_NUMBER
    return None
