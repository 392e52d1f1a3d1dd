"""What identifies a person by its form: addresses, telephone numbers, dates of birth, numbers (P03)."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from generator.email_address import ADDRESS_IN_TEXT, is_contact
from generator.privacy.birth_dates import BIRTH_DATE, EARLIEST_BIRTH, is_history, year_of_date
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
    r"(?:\+?1[ .-]?)?(?:\(\d{3}\)[ -]?|\d{3}[ ./-])\d{3}[ .-]\d{4}"  # 555-123-4567, (555) 123 4567
    r"|\+\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}"  # +34 612 34 56 78
    r"|00\d{2,3} \d{2,3}(?: \d{2,4}){1,4}"  # 0034 612 345 678
    r")(?!(?!x\d)[\w-]|[.,]\d)"
)
_CALLED = re.compile(
    r"(?<![\w?&/#=-])(?:phone|telephone|tel|cell|mobile|call|dial|fax|text|whatsapp|tel[eé]fono|celular|m[oó]vil|llam(?:ar|e|en))"
    r"\b[^\w\n]{0,3}(?:[^\W\d]+[^\w\n]{1,3}){0,3}?(?P<number>(?:\d[ .-]?){6,11}\d)(?!\w)",
    re.IGNORECASE,
)
_DAY = r"20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])"  # 20251003
# "the text of 2024-2025", "call on 2025-10-03"
_YEARS = re.compile(
    r"(?:19|20)\d\d[ .-]{0,2}(?:(?:19|20)\d\d|\d{1,2}[ .-]\d{1,2})|\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d"
    rf"|{_DAY}|(?:(?:19|20)\d\d[ .-]){{2,}}(?:19|20)\d\d"
)
_SOCIAL = re.compile(
    r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"
    r"|\b(?:ssn|social security|seguro social)\b[^\d\n]{0,15}\d{3}[ .-]?\d{2}[ .-]?\d{4}(?![\w-])",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"(?<![\w?&/#=-])(?:(?:student|pupil|school|state|lunch|local|district|perm|iep|medicaid)[ _-]?"
    r"(?:id(?:entifi(?:er|cation))?|number|no|nr|pin|#)(?:[ _](?:number|no|nr))?"
    r"|id(?: (?:number|no|nr))?|(?:ss|sas)id|matr[ií]cula|expediente|curp|dni|nie|ssn|passport|pasaporte"
    r"|n[uú]mero de (?:estudiante|alumn[oa]|matr[ií]cula))\b\W{0,4}(?:is |was |es )?\W{0,2}"
    r"(?:[A-Z]{0,3}-?\d[\d-]{3,}\d|[A-Z]{4}\d{6}\w{6,8})",
    re.IGNORECASE,
)
_ID_FORMS = re.compile(
    rf"\b(?:[A-Z]{{4}}\d{{6}}[HM][A-Z]{{5}}\w\d|(?!{_DAY})\d{{8}}-?[A-HJ-NP-TV-Z]|[XYZ]\d{{7}}[A-Z])\b"
)
# 7 digits are a local telephone number, 15 the most that an international one has (ITU-T E.164)
_BARE_NUMBER = re.compile(r"\+?\(?\d(?:[ .()-]?\d){6,14}")
# dashes of every length as the one of the keyboard
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# nobody's digits: a date of a visit, and a figure of data.csv or findings.json, with more decimals than any
# number of a person has digits
_OF_NOBODY = re.compile(rb"20\d\d-\d\d-\d\d(?!\d)|\d\.\d{12,}")
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
# five digits in a row, with signs between them left out: no personal number has fewer, most prose has no more
# than the four of a year
_MANY = b"00000"
OF_BIRTH = (b"born", b"birth", b"bday", b"b-day", b"dob", b"d.o.b", b"naci", b"cumple", b"cumpli")
_OF_BIRTHDAYS = (*OF_BIRTH, b"turned ", b"turns ")
_KEYWORD = b'"@'  # of JSON-LD: before the sign of an address stands no quotation mark
_OF_ADDRESSES = (b"@", b"(at)", b"[at]", b"{at}", b"(arroba)", b" dot ", b" punto ")


class PatternMatch(Struct, frozen=True):
    """Something that identifies a person: its kind, and where in the text it begins and ends."""

    kind: PersonalDataKind
    start: int
    end: int


def find_personal_data(text: str, contact: str = "") -> Iterator[PatternMatch]:
    """Yields every match in a text that `normalise` has seen; matches do not overlap.  `contact` is the one
    e-mail address that is allowed."""
    if not text.isascii():
        text = text.translate(_DASHES)
    taken: set[int] = set()
    for kind, pattern in _worth_trying(text):
        for match in pattern.finditer(text):
            if _is_of_nobody(pattern, match, contact):
                continue
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield PatternMatch(kind, *match.span())


def _is_of_nobody(pattern: re.Pattern[str], match: re.Match[str], contact: str) -> bool:
    """Whether what a pattern found is shown on purpose, years, or history."""
    if pattern is ADDRESS_IN_TEXT:
        return is_contact(match, contact)
    if pattern is _CALLED:
        return bool(_YEARS.fullmatch(match["number"]))
    return pattern is BIRTH_DATE and is_history(match)


def _worth_trying(text: str) -> Iterator[tuple[PersonalDataKind, re.Pattern[str]]]:
    """The patterns that can match in a text, by a quick look at its letters and digits: most texts have no
    more digits in a row than a date has."""
    letters = text.encode("utf-8", "surrogatepass").lower()
    signs = letters.replace(_KEYWORD, b"")
    if any(sign in signs for sign in _OF_ADDRESSES):
        yield PersonalDataKind.EMAIL, ADDRESS_IN_TEXT
    if any(word in letters for word in _OF_BIRTHDAYS):
        yield PersonalDataKind.BIRTH_DATE, BIRTH_DATE
    if _MANY in _OF_NOBODY.sub(b" ", letters).translate(_DIGITS, b" .-()"):
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
    if (year := year_of_date(cell)) is not None:
        return PersonalDataKind.BIRTH_DATE if EARLIEST_BIRTH <= year <= latest_birth else None
    if first := next(find_personal_data(cell), None):
        return first.kind
    if _YEARS.fullmatch(cell):
        return None
    if _BARE_NUMBER.fullmatch(cell):
        digits = sum(letter.isdigit() for letter in cell)
        return PersonalDataKind.PHONE if digits in (10, 11) else PersonalDataKind.IDENTITY_NUMBER
    return None
