"""Places, days, times and sources with a word of the roster in them are nobody; what only looks like them
may be a student."""

import pytest

from generator.privacy.name_contexts import has_title, is_cell, is_famous, is_of_nobody, is_saint, word_after
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import tokenize
from generator.privacy.roster_file import read_roster

ROSTER = (
    "Jordan Ellis\nCharlotte Day\nMay Sorensen\nSummer Mahoney\nMateo Fuentes\nLucia Romero\nJan Kowalski\n"
    "Tatiana Green\nKayden Price\nHope Nakamura\nPriya Long\nRose Okafor\nMin-jun Park\n"
)
NAMES = NameFinder(read_roster(ROSTER))
WORDS = {"jordan", "day", "park", "rose"}


def certainties(text: str) -> list[bool]:
    """Whether each name that is found is surely meant."""
    return [hit.sure for hit in NAMES.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "from Jordan Lake",
        "at Jordan Park Middle School",
        "near Green River",
        "before Labor Day",
        "on Veterans Day, on Presidents' Day, on Mother’s Day, and on D-Day",
        "seen in May, since May, and late May",
        "the mid-May visit",
        "what we saw last Summer",
        "as in Long (2014), and others (Green & Price, 2009; Day, 2011a)",
    ],
)
def test_a_place_a_day_a_time_or_a_source_is_nobody(text: str) -> None:
    assert certainties(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "we met Jordan Monday",
        "we met Jordan. School began",
        "we gave Jordan a School map",
        "then Charlie Day spoke",
        "about the school Day",
        "a talk with May, a change in May's answers",
        "a talk with Rose 2025-10-03",
        "a talk with Rose (2025-10-03)",
        "we saw Jordan Park",
    ],
)
def test_what_may_be_a_student_is_a_question(text: str) -> None:
    assert certainties(text)
    assert True not in certainties(text)


@pytest.mark.parametrize(
    "text",
    [
        *("in San Mateo", "from Santa Lucia", "St. Lucia", "a drawing of Jan van Eyck"),
        *("by Queen Lucia", "after Hurricane Lucia", "on Lake Lucia", "y Sor Lucia", "as Lucia the Great"),
        *("our coach Kowalski", "I told the coach Kayden was gone"),
    ],
)
def test_a_saint_and_an_other_person_are_a_question(text: str) -> None:
    assert certainties(text) == [False]


@pytest.mark.parametrize(
    "text", ["in the sun Mateo", "as San. And Mateo", "Jan, van Eyck", "Mateo de Lima", "Jan van Kowalski"]
)
def test_nobody_else_makes_a_name_unsure(text: str) -> None:
    assert True in certainties(text)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Las fuentes eran tres. Fuentes del dato", []),
        ("un romero", []),
        ("# Fuentes", []),
        ("y luego Fuentes habló", [True]),
        ("y luego mateo fuentes habló", [True]),
    ],
)
def test_a_word_of_spanish_is_a_name_by_its_capital(text: str, sure: list[bool]) -> None:
    assert certainties(text) == sure


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("K. Price came late.", [False]),
        ("J. Price wrote about it.", []),
        ("k. Price of silence", []),
        ("It ended. Price and value", []),
        ("Hope's answer was right.", [False]),
        ("Price's answer was right.", []),
        ("Hope is left.", []),
        ("| who | n |\n| --- | --- |\n| Rose | 3 |", [False]),
        ("| **Rose** | 3 |", [False]),
        ("| May | 3 |", []),
        ("| Rose petals | 3 |", []),
        ("| 3 |\nRose |", []),
    ],
)
def test_where_a_sentence_seems_to_begin_a_name_may_be_meant(text: str, sure: list[bool]) -> None:
    assert certainties(text) == sure


@pytest.mark.parametrize(
    "text",
    [
        *("Mrs. Lucia", "Mr Mateo", "Coach Mateo", "Nurse Lucia", "Principal Kayden"),
        *("la maestra Lucia", "don Mateo", "Miss Lucia", "Ms.Lucia"),
    ],
)
def test_an_adult_with_a_title_is_no_student(text: str) -> None:
    assert certainties(f"Then {text} spoke.") == []


@pytest.mark.parametrize(
    "text",
    [
        "I asked my coach. Kayden answered.",
        "They looked at the teacher, Kayden too.",
        "They looked at the Teacher (Kayden did not).",
        "“Thank you, Sir,” Kayden said.",
        "Fue la maestra. Kayden habló.",
        "I miss Kayden in class.",
        "Lucia the great",
        "a queen. Lucia said",
        "Lucia Monday was out",
        "3. Jan explained it.",
        "We met on 12. Jan explained it.",
        "In 2013 Jan explained it.",
    ],
)
def test_a_title_of_somebody_else_hides_no_student(text: str) -> None:
    assert certainties(text) == [True]


def test_the_word_after_is_told_over_particles_only() -> None:
    text = "Jan van der Berg said so. Then"
    words = tokenize(text)
    berg, said = word_after(words, 0, text), word_after(words, 3, text)
    assert berg is not None
    assert said is not None
    assert (berg.folded, said.folded) == ("berg", "said")
    assert word_after(words, 5, text) is None
    assert word_after(words, 6, text) is None
    text = "Jan van der den Berg"
    assert word_after(tokenize(text), 0, text) is None


@pytest.mark.parametrize(
    ("text", "of_nobody"),
    [
        ("Jordan Tall Oak Middle", True),
        ("Jordan Walker Tall Oak Middle", False),
        ("Labor Day", True),
        ("Labor Rose", False),
        ("in May", True),
        ("mid-May", True),
        ("in Rose", False),
        ("with May", False),
        ("in: May", False),
    ],
)
def test_words_that_stand_beside_a_name_say_whose_it_is(text: str, of_nobody: bool) -> None:
    words = tokenize(text)
    at = 0 if text.startswith("Jordan") else len(words) - 1
    assert is_of_nobody(words, at, text, WORDS) is of_nobody


def test_the_first_word_has_no_title_and_is_not_famous() -> None:
    words = tokenize("Rose the Great")
    assert not has_title(words, 0, "Rose the Great")
    assert is_famous(words, 0, "Rose the Great", WORDS)
    assert not is_famous(words[:2], 0, "Rose the Great", WORDS)
    assert not is_famous(words, 2, "Rose the Great", WORDS)


def test_a_saint_whose_name_is_on_the_roster_is_none() -> None:
    words = tokenize("San Rose")
    assert is_saint(words, 1, "San Rose", WORDS)
    assert is_of_nobody(words, 1, "San Rose", WORDS)
    assert not is_saint(words, 1, "San Rose", {*WORDS, "san"})
    assert not is_saint(words, 0, "San Rose", WORDS)


def test_a_cell_is_a_word_alone_between_bars() -> None:
    text = "| Rose | Rose x|"
    words = tokenize(text)
    assert [is_cell(word, text) for word in words] == [True, False, False]


@pytest.mark.parametrize("month", ["January", "April", "May", "June", "July", "August"])
@pytest.mark.parametrize("before", ["early", "every", "in", "last", "late", "mid", "next"])
def test_a_month_after_a_word_of_time_is_no_one(before: str, month: str) -> None:
    assert is_of_nobody(tokenize(f"{before} {month}"), 1, f"{before} {month}", WORDS)


@pytest.mark.parametrize("text", ["since Summer", "till Autumn", "until Winter"])
def test_a_season_after_a_word_of_time_is_no_one(text: str) -> None:
    assert is_of_nobody(tokenize(text), 1, text, WORDS)


@pytest.mark.parametrize("saint", ["Saint", "San", "Santa", "Santo", "Sao", "St.", "Ste"])
def test_each_way_of_calling_a_saint(saint: str) -> None:
    assert is_saint(tokenize(f"{saint} Rose"), 1, f"{saint} Rose", WORDS)


@pytest.mark.parametrize(
    "epithet", ["Bold", "Builder", "Conqueror", "Explorer", "Great", "Rapper", "Terrible", "Wise"]
)
def test_each_way_of_calling_somebody_famous(epithet: str) -> None:
    text = f"Rose the {epithet}"
    assert is_famous(tokenize(text), 0, text, WORDS)


JOBS = (
    *("Coach", "Counselor", "Doctor", "Nurse", "Officer"),
    *("Principal", "Professor", "Superintendent", "Teacher"),
)


@pytest.mark.parametrize(
    "title",
    [
        *("Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Prof.", "Sr.", "Sra.", "Srta.", "mr", "Miss", "Sir", "Madam"),
        *JOBS,
    ],
)
def test_each_title_of_an_adult(title: str) -> None:
    text = f"{title} Rose"
    assert has_title(tokenize(text), 1, text)


@pytest.mark.parametrize("job", JOBS)
def test_a_job_in_small_letters_is_no_title_but_makes_a_name_unsure(job: str) -> None:
    text = f"our {job.lower()} Rose"
    assert not has_title(tokenize(text), 2, text)
    assert is_famous(tokenize(text), 2, text, WORDS)


@pytest.mark.parametrize("text", ["Labor Day", "D-Day", "Presidents' Day", "Mother’s Day", "Mothers’ Day"])
def test_what_may_stand_before_the_word_day(text: str) -> None:
    words = tokenize(text)
    assert is_of_nobody(words, len(words) - 1, text, WORDS)


@pytest.mark.parametrize("particle", ["da", "den", "der", "di", "du", "ter", "van", "von"])
def test_each_particle_of_a_family_name(particle: str) -> None:
    text = f"Jan {particle} Berg"
    after = word_after(tokenize(text), 0, text)
    assert after is not None
    assert after.folded == "berg"


@pytest.mark.parametrize(
    "weekday", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
)
def test_a_weekday_after_a_name_is_no_family_name(weekday: str) -> None:
    assert certainties(f"Lucia {weekday} was out") == [True]


@pytest.mark.parametrize(("spaces", "is_alone"), [(19, True), (20, False)])
def test_a_cell_is_padded_by_so_much_at_most(spaces: int, is_alone: bool) -> None:
    text = f"| Rose{' ' * spaces}|"
    assert is_cell(tokenize(text)[0], text) is is_alone


def test_an_initial_goes_with_the_last_word_of_a_name_not_with_the_middle_one() -> None:
    names = NameFinder(read_roster("Kayden Lee Price"))
    assert [hit.sure for hit in names.find("K. Price came late.")] == [False]
    assert names.find("K. Lee came late.") == []
