"""Dates of birth in texts and cells, in English and Spanish; not those of history and of holidays."""

import re
from itertools import count

# dates before this year are read as history: hardly any student at school today was born earlier
EARLIEST_BIRTH = 1990
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|january|february|march|april|june|july"
    r"|august|sept|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|setiembre|octubre|noviembre|diciembre)"
)
_PARTY = r"(?! (?:party|problem|paradox|cake|card|song|graph|chart))"
_AGE = r"(?:four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh)teen)"
_SCHOOL_AGE = r"(?:[3-9]|1\d|2[0-2])"  # years: whoever turns 97 is no student
_NUMBERS = re.compile(r"NUMBER")


def _date(name: str) -> str:
    """The pattern of a date; its year, where it has one of four digits, is the group `name` and a number."""
    year = r"(?P<NUMBER>(?:1[0-9]|20)\d\d)"
    pattern = (
        rf"(?:{year}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-](?:{year}|\d\d)"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?[ .-]{{1,2}}(?:de |of )?{_MONTH}\b\.?"
        rf"(?:,?[ -](?:de |of )?(?:{year}|\d\d))?"
        rf"|{_MONTH}\b\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? {year})?)"
    )
    number = count()
    return _NUMBERS.sub(lambda _: f"{name}{next(number)}", pattern)


BIRTH_DATE = re.compile(
    r"\b(?:"
    r"(?:born|birth ?date|date of birth|d\.?o\.?b\.?|nacid[oa]|naci[oó]|nacimiento"
    rf"|(?:birth ?|b-?)day{_PARTY}|cumple ?a[nñ]os)(?!\w)"
    rf"[^.\n]{{0,25}}?(?<!\d){_date('born')}(?!\d)"
    # she turned twelve on May 3
    rf"|(?:turn(?:s|ed)? (?:{_SCHOOL_AGE}|{_AGE})(?: years old)?,? on (?:the )?"
    rf"|cumpl(?:e|i[oó]) (?:(?:{_SCHOOL_AGE}|[a-z]{{3,10}}) a[nñ]os |{_SCHOOL_AGE} )el "
    rf"){_date('turned')}(?!\d)"
    rf"|(?:born in|nacid[oa] en) {_MONTH},? (?:of |de )?(?P<in>(?:1[0-9]|20)\d\d)"
    r"|(?:birth ?|b-?)day\b(?:\W{1,3}| is | on )\d{1,2}/\d{1,2}(?![\d/])"
    r"|(?:dob|date of birth|born)\b\W{1,3}"
    r"(?:(?P<first>(?:19|20)\d\d)\d{4}|\d{4}(?P<last>(?:19|20)\d\d))(?!\d)"
    r")",
    re.IGNORECASE,
)
# of whom everybody may know the day
_OF_THE_FAMOUS = re.compile(
    r"(?:lincoln|washington|king|jr\.?|jefferson|ch[aá]vez|einstein|seuss|shakespeare|newton|noether|gauss|euler"
    r"|ramanujan|darwin|nation|country|republic|school)['’]?s?['’]? $",
    re.IGNORECASE,
)
_CELL_DATE = re.compile(
    r"(?:(\d{4})[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d\d(?!\d))"
    rf"|\d{{1,2}}[ .-](?:de )?{_MONTH}\.?[ -](?:de )?(\d{{4}})|{_MONTH}\.? \d{{1,2}},? (\d{{4}}))(?:\D.*)?",
    re.IGNORECASE,
)


def is_history(match: re.Match[str]) -> bool:
    """Whether what BIRTH_DATE found is the day of somebody whom students read about."""
    years = [int(year) for year in match.groupdict().values() if year]
    if years:
        return years[0] < EARLIEST_BIRTH
    return bool(_OF_THE_FAMOUS.search(match.string, max(match.start() - 15, 0), match.start()))


def year_of_date(cell: str) -> int | None:
    """The year of a cell that holds a date; of two digits, one of this century.  None for any other cell."""
    date = _CELL_DATE.fullmatch(cell)
    if date is None:
        return None
    year = next(filter(None, date.groups()))
    return int(year) + (2000 if len(year) == 2 else 0)
