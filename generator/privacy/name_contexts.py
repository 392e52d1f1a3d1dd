"""What stands beside a word that is also a name and says that no student is meant: Green Bay, Labor Day, in
May, San Mateo, Long (2014)."""

import re
from collections.abc import Container, Sequence

from generator.privacy.name_normalisation import Token

# nobody's family name: Jaylen Monday asked
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
# hardly any of them is a family name
_OF_PLACES_WORDS = """
academy avenue bay beach boulevard city college county district drive elementary foundation high
institute island isd lake library middle museum press river road school schools street university
"""
_OF_PLACES = frozenset(_OF_PLACES_WORDS.split())
_BEFORE_DAY_WORDS = """
career christmas columbus d earth election family father fathers field flag game groundhog independence
kings labor may memorial mlk mother mothers opening pajama patrick patricks peoples pi picture president
presidents school snow spirit teacher teachers test thanksgiving valentine valentines veteran veterans
year years
"""
_BEFORE_DAY = frozenset(_BEFORE_DAY_WORDS.split())
_TIMES = frozenset(["april", "may", "june", "august", "summer", "autumn", "winter", "january", "july"])
_BEFORE_TIMES = frozenset(["early", "every", "in", "last", "late", "mid", "next", "since", "till", "until"])
_SAINTS = frozenset(["saint", "san", "santa", "santo", "sao", "st", "ste"])
_BEFORE_FAMOUS_WORDS = """
cape emperor empress fort hurricane huracan king lady lake lord mount mt papa pope port prince princess queen
rey reina sor storm tsar
"""
_BEFORE_FAMOUS = frozenset(_BEFORE_FAMOUS_WORDS.split()) | _SAINTS
_EPITHETS = frozenset(["bold", "builder", "conqueror", "explorer", "great", "rapper", "terrible", "wise"])
_BETWEEN_SAINT = frozenset([" ", ". "])
_ABBREVIATED_TITLES = frozenset(["mr", "mrs", "ms", "mx", "dr", "prof", "sr", "sra", "srta"])
_SPANISH_TITLES_WORDS = """
don dona maestra maestro profe profesor profesora director directora senor senora senorita subdirector
subdirectora
"""
_SPANISH_TITLES = frozenset(_SPANISH_TITLES_WORDS.split())
# in small letters a question at most: I told the coach Jaylen was gone
_JOBS = frozenset(
    [
        "coach",
        "counselor",
        "doctor",
        "nurse",
        "officer",
        "principal",
        "professor",
        "superintendent",
        "teacher",
    ]
)
_ENGLISH_TITLES = _JOBS | {"miss", "sir", "madam"}
_BETWEEN_DAY = frozenset([" ", "' ", "’ ", "-"])
_PADDING, _MOST_PADDING = " *_", 20  # signs around the words of a cell, of which it has so many at most
_MOST_AFTER = 3  # words between a name and what kind of place it is: Jordan Park Middle
# between the words of a family name of somebody else; not de, which is from in Spanish
_PARTICLES = frozenset(["da", "den", "der", "di", "du", "ter", "van", "von"])
# (Name, 2009), Name et al. (2009): never a date, as of a talk with a student
_CITED = re.compile(
    r"(?:\s*(?:,|&|;|and|y|et al\.?|[A-Z]\.|[^\W\d_a-z][\w'’-]+)){0,6}\s*[(,]\s*(?:19|20)\d\d[a-z]?\s*[),;:]"
)


def is_of_nobody(words: Sequence[Token], at: int, text: str, names: Container[str]) -> bool:
    """Whether a word with a capital, at `at`, belongs to a place, a day, a time or a source.  `names` are
    all words of the roster."""
    return (
        is_saint(words, at, text, names)
        or _is_place(words, at, text, names)
        or _is_day(words, at, text)
        or _is_time(words, at, text)
        or bool(_CITED.match(text, words[at].end))
    )


def is_saint(words: Sequence[Token], at: int, text: str, names: Container[str]) -> bool:
    """Whether a word follows San, Santa or St.: cities, schools, countries."""
    return _follows(_SAINTS, words, at, text, names)


def has_title(words: Sequence[Token], at: int, text: str) -> bool:
    """Whether a word follows the title of an adult in the same sentence: Mrs. Okafor, Coach Vargas, la
    maestra Lucía."""
    if not at:
        return False
    title, gap = words[at - 1], text[words[at - 1].end : words[at].start]
    if title.folded in _ABBREVIATED_TITLES:
        return gap in {" ", ". ", "."}
    is_title = title.folded in _SPANISH_TITLES or (title.capital and title.folded in _ENGLISH_TITLES)
    return is_title and gap == " "


def is_famous(words: Sequence[Token], at: int, text: str, names: Container[str]) -> bool:
    """Whether a word is the name of a ruler, a storm, a lake, or somebody at school: Queen Elizabeth,
    Alexander the Great, our coach Vargas."""
    if _follows(_BEFORE_FAMOUS, words, at, text, names):
        return True
    if at and words[at - 1].folded in _JOBS and text[words[at - 1].end : words[at].start] == " ":
        return True
    after = words[at + 1 : at + 3]
    is_epithet = len(after) > 1 and after[0].folded == "the" and after[1].folded in _EPITHETS
    return is_epithet and after[1].capital and text[words[at].end : after[1].start] == " the "


def word_after(words: Sequence[Token], at: int, text: str) -> Token | None:
    """The word that follows with nothing but a space, particles of a family name passed over: Eyck of Jan
    van Eyck."""
    for before, word in zip(words[at:], words[at + 1 : at + 4], strict=False):
        if text[before.end : word.start] != " ":
            return None
        if word.capital or word.folded not in _PARTICLES:
            return word
    return None


def is_cell(word: Token, text: str) -> bool:
    """Whether a word is all of a cell of a Markdown table; a month says when something was."""
    before = text[max(word.start - _MOST_PADDING, 0) : word.start].rstrip(_PADDING)
    after = text[word.end : word.end + _MOST_PADDING].lstrip(_PADDING)
    return before.endswith("|") and after.startswith("|") and word.folded not in _TIMES


def _follows(
    titles: Container[str], words: Sequence[Token], at: int, text: str, names: Container[str]
) -> bool:
    """Whether a word with a capital follows one of the titles with a capital that is no name itself."""
    if not at:
        return False
    before, word = words[at - 1], words[at]
    is_title = before.capital and before.folded in titles and before.folded not in names
    return is_title and word.capital and text[before.end : word.start] in _BETWEEN_SAINT


def _is_place(words: Sequence[Token], at: int, text: str, names: Container[str]) -> bool:
    for before, word in zip(words[at:], words[at + 1 : at + 1 + _MOST_AFTER], strict=False):
        if not word.capital or text[before.end : word.start] != " ":
            return False
        if word.folded in _OF_PLACES and word.folded not in names:
            return True
    return False


def _is_day(words: Sequence[Token], at: int, text: str) -> bool:
    if not at or words[at].folded != "day":
        return False
    before = words[at - 1]
    return (
        before.capital and before.folded in _BEFORE_DAY and text[before.end : words[at].start] in _BETWEEN_DAY
    )


def _is_time(words: Sequence[Token], at: int, text: str) -> bool:
    word = words[at]
    if not at or word.folded not in _TIMES or not text[word.start : word.end].isalpha():
        return False
    before = words[at - 1]
    return before.folded in _BEFORE_TIMES and text[before.end : word.start] in {" ", "-"}
