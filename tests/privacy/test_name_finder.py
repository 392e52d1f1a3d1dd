"""A roster's names are found however they are typed, and ordinary words are left alone (P04)."""

from collections.abc import Collection

import pytest

from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.roster_file import read_roster

ROSTER = """
# Period 2
Jaylen Brown
Ortiz-Vance, Zaqueline
Mary-Kate O'Brien
Will Young
Li Wei
Łukasz Żak ; Period 4
Zoë
"""
NAMES = NameFinder(read_roster(ROSTER))


def certainties(text: str, adults: Collection[str] = (), *, cell: bool = False) -> list[bool]:
    """Whether each name that is found is surely meant."""
    return [hit.sure for hit in NAMES.find(normalise(text), adults, cell=cell)]


@pytest.mark.parametrize(
    "text",
    [
        "When Jaylen explained it, nobody spoke.",
        "when jaylen’s friend asked",
        "JAYLEN",
        "Jaylén",
        "ｊａｙｌｅｎ",
        "Jay\u200blen and Jay\u00adlen",
        "Brown, Jaylen",
        "jaylen_brown",
        "jaylenbrown",
        "Ortiz-Vance asked why",
        "the Ortiz‑Vance twins",
        "Mary-Kate",
        "mary kate obrien",
        "O’Brien’s question",
        "Li Wei drew it",
        "Lukasz",
        "zoe",
        "Will Young came late.",
        "# Jaylen Explains",
        "<!-- ask Jaylen -->",
        "https://example.org/jaylen",
    ],
)
def test_a_name_is_found(text: str) -> None:
    assert True in certainties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Will you explain it? Young students will try.",
        "will young students try?",
        "We walked to the brown door in May.",
        "Ms. Brown collected the data.",
        "The oboe, the zone, a jay.",
        "Everybody agréed.",
        "They said\nWill you explain it?",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    assert certainties(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "And then Will answered.",
        "I asked Young to stay.",
        "Jaylen Whitfield wrote the book.",
        "# A heading\n# Another one\nJaylen Whitfield wrote the book.",
        "Jaylen Wu wrote the book.",
        "The book is by Jaylen Whitfield",
        "In group X Will answered.",
        "as Vance (2009) says",
    ],
)
def test_what_may_be_somebody_else_is_a_question(text: str) -> None:
    assert certainties(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "title: Jaylen Explains",
        "  title: Jaylen Explains",
        "- {date: 2025-09-05, note: Jaylen Explains}",
        "title: T\n# Jaylen Explains",
        "Then Jaylen B asked.",
    ],
)
def test_a_capital_after_a_name_is_not_always_a_family_name(text: str) -> None:
    assert certainties(text) == [True]


def test_people_who_are_shown_by_name_are_not_taken_for_students() -> None:
    adults = {"zaqueline", "brown"}
    assert certainties("Zaqueline Brown teaches grade 6.", adults) == []
    assert certainties("Today Zaqueline was late.", adults) == [False]
    assert certainties("Today Zaqueline Brown teaches.", adults) == []
    assert certainties("Today our Zaqueline Brown teaches.", adults) == []
    assert certainties("Today Brown, Zaqueline teaches.", adults) == []
    assert certainties("Today Zaqueline & Brown are late.", adults) == [False, False]
    assert certainties("Jaylen Brown was late.", adults) == [True]


def test_in_a_cell_a_family_name_stands_before_a_comma() -> None:
    assert certainties("Young, Will", cell=True) == [True]
    assert certainties("Then Young, Will and others") == [False, False]
    assert certainties("Then [Young](a.html), Will and others") == [False]


def test_in_a_cell_a_capital_says_nothing() -> None:
    assert certainties("Will", cell=True) == [False]
    assert certainties("jaylen b.", cell=True) == [True]
    assert certainties("24", cell=True) == []
    assert certainties("maybe will come", cell=True) == [False]
    assert certainties("maybe will come back", cell=True) == []


@pytest.mark.parametrize(
    "page",
    [
        b"<p>It was Jaylen.</p>",
        b"<p>It was <strong>Jay</strong>len.</p>",
        b"<p>It was J&#97;ylen, and J&aacute;ylen.</p>",
        '<img alt="Jaylén at the board" src="x.jpg">'.encode(),
        "<p>Jay\u200blen</p>".encode(),
        b"<title>mary-kate</title>",
        b"<p>Z&#111;e</p>",
        b"<p>&#90;oe</p>",
        b"<p>&#90;&#111;&#101;</p>",
        b"<p>\xffZo\xc3\xab</p>",
    ],
)
def test_a_page_is_worth_a_closer_look(page: bytes) -> None:
    assert NAMES.may_be_in_page(page)


def test_a_page_without_names_costs_no_closer_look() -> None:
    page = "<p>“They” talked – 35% of them &amp; we&#39;re glad.</p><svg><path d='M1 2'/></svg>".encode()
    assert not NAMES.may_be_in_page(page)
    assert not NAMES.may_be_in_page(b"<p>Mr Brown</p>", {"brown"})
    assert not NAMES.may_be_in_page("<p>“Brown”</p>".encode(), {"brown"})
    assert not NAMES.may_be_in_page(b"<p>Part o, part b</p>")
    nobody = NameFinder(read_roster(""))
    assert not nobody.may_be_in_page(b"anything")
    assert not nobody.may_be_in("anything")


def test_a_page_with_a_whole_name_of_words_of_adults_is_looked_at() -> None:
    assert NAMES.may_be_in_page(b"<p>Jaylen Brown</p>", {"jaylen", "brown"})


def test_a_page_with_a_name_between_words_without_spaces_is_looked_at() -> None:
    names = NameFinder(read_roster("王小明\n"))
    assert names.may_be_in_page(b"\xff" + "<p>今天王小明回答了问题</p>".encode())
    assert not names.may_be_in_page("<p>今天我们回答了问题</p>".encode())


@pytest.mark.parametrize("name", ["O'Brien", "T'Lo", "王小明"])
def test_a_page_with_a_name_of_other_signs_is_looked_at(name: str) -> None:
    page = f"<p>Then {name} spoke.</p>".encode()
    assert NameFinder(read_roster(f"{name}\n")).may_be_in_page(page)
    assert NameFinder(read_roster(f"Ana {name}\n")).may_be_in_page(b"\xff" + page)
    assert not NameFinder(read_roster("Ana Quispe\n王小明\n")).may_be_in_page("<p>他们说 “x”</p>".encode())


WAYS = NameFinder(
    read_roster(
        "Grace Lopez\nDeAndre Okafor\nMary-Kate O'Brien\nLa Toya Brooks\nBo Li\nXi Ng\n王小明\n王 芳\n"
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Then Grace M. Lopez drew it.",
        "Then Grace M Lopez drew it.",
        "Grace [Lopez]",
        "Grace (Lopez) drew",
        "We asked Grace/Lopez.",
        "We asked Grace\nLopez about it.",
        "| Grace | Lopez | 3 |",
        "[Grace](https://example.org/a) Lopez",
        "**Grace** *Lopez*",
        "Grace_Lopez",
        "“Grace” Lopez’s idea",
        "Then Grace Lopez’s turn, Grace Lopez's idea",
        "De Andre spoke.",
        "Deandre spoke.",
        "de-andre",
        "the LaToya way",
        "Latoya",
        "MaryKate",
        "Marykate and others",
        "Mary\nKate",
        "Mary Kate O Brien",
        "Then Bo explained it.",
        "Bo's idea",
        "Bo Li",
        "Xi drew it",
        "Gr\u2060ace Lo\u115fpez",
        "D\u0332e\u0332A\u0332ndre",
        "DeA\U000e0061ndre",
        "今天王小明回答了问题。",
        "王芳说",
        "okafor's notebook",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert True in [hit.sure for hit in WAYS.find(normalise(text))]


@pytest.mark.parametrize(
    "text",
    [
        "With good grace. Lopez Street is near.",
        "In Spanish: de andres, la toya.",
        "We do PE; ID and BO are on the form.",
        "3Bo9 and xBo",
        "今天我们回答了问题。",
    ],
)
def test_what_only_looks_alike_is_none(text: str) -> None:
    assert True not in [hit.sure for hit in WAYS.find(normalise(text))]


WORDS = NameFinder(
    read_roster("See Vang\nLight Yang\nBack Moua\nRule Person\nStill Page\nJan Kowalski\nJanuary Jones")
)


@pytest.mark.parametrize(
    "text",
    [
        "We see the light come back; still, the rule on page 3 is for each person. See below.",
        "On 12 Jan 2026, and from Jan. 15 to Jan 20.",
        "In the last week. January was cold.",
    ],
)
def test_words_of_every_text_are_no_names(text: str) -> None:
    assert WORDS.find(text) == [] or not any(hit.sure for hit in WORDS.find(text))


@pytest.mark.parametrize("text", ["See Vang drew it.", "Then Jan explained.", "Rule Person", "January Jones"])
def test_names_that_are_words_are_found_where_a_student_is_meant(text: str) -> None:
    assert any(hit.sure for hit in WORDS.find(text))


def test_a_frequent_name_that_is_a_word_of_spanish_is_told_by_its_capital() -> None:
    names = NameFinder(read_roster("Ella Quispe\n"))
    assert [hit.sure for hit in names.find("Ella drew it.")] == [True]
    assert names.find("Le dimos un turno a ella.") == []


@pytest.mark.parametrize(
    "text",
    [
        "digestSRI: sha384-upCDVU3ykLog4VI+HB7y3qac/Jan/AzbZabT6Le7BB",
        "sha256 of the file",
        "6f1ed002ab5595859014ebf0951522d9ada31a5b4c1d2e3f4a5b6c7d8e9f0a1b",
        "z3Jan4Bo5SAS8CXkSpTNQ9rGNy9Xi2bUQRVUsuVWjVrdqq",
    ],
)
def test_letters_of_a_digest_are_no_name(text: str) -> None:
    names = NameFinder(read_roster("Jan Kowalski\nSha Williams\nAda Quispe\nBo Li\nXi Ng\n"))
    assert names.find(text) == []


ABBREVIATED = NameFinder(read_roster("Grace Lopez\nWill Otis Young\nJaylen Brown\nHoward, Mark\n"))


def found(text: str) -> list[bool]:
    return [hit.sure for hit in ABBREVIATED.find(normalise(text))]


@pytest.mark.parametrize(
    "text",
    ["Grace L. asked why.", "Will Y. and Mark H. explained it.", "Then Grace L.’s group", "see Mark H."],
)
def test_a_name_with_the_initial_of_the_family_is_found(text: str) -> None:
    assert True in found(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Will I. ask?",
            "Will O. said",
            "Mark T. said",
            "Mark H. Smith wrote it",
            "Ms. Grace L. came",
            "Will Y ever end",
            "Mark h.",
        ),
        *("with grace L. and others", "Grace period. L. is a letter", "Will you? Y. is a letter"),
    ],
)
def test_other_initials_are_no_names(text: str) -> None:
    assert True not in found(text)


@pytest.mark.parametrize(
    "text", ["Jay-len", "JAY-LEN", "then Jay-\nlen asked", "jay‐len", "(Jay-len)", "a-Jay-len"]
)
def test_a_hyphen_within_a_name_hides_nothing(text: str) -> None:
    assert True in found(text)


@pytest.mark.parametrize("text", ["jay len", "Jay, len", "well-being", "Gr-ace period", "Jay - len"])
def test_other_hyphens_make_no_name(text: str) -> None:
    assert True not in found(text)


SPELLED = NameFinder(
    read_roster(
        "Jaylen Brown\nGrace Lopez\nDeAndre Williams\nSiobhan O'Brien\nJörg Müller\nLuca Rossi\nWill Young\n"
        "Kowalski, Jan\n"
    )
)


@pytest.mark.parametrize(
    "text",
    [
        # an s without an apostrophe
        *("Jaylens idea", "both Jaylens", "O’Briens"),
        # a middle name, digits and lists that are none
        *("Jaylen Lee Brown", "Grace Maria Lopez", "Grace 3 Lopez", "We saw Lopez, Grace here"),
        # small letters
        *("grace lopez", "de andre williams", "o'brien"),
        # signs, capitals and letters of other alphabets in a word
        *(
            "Jay_len",
            "Jay**len",
            "O`Brien",
            "O‘Brien",
            "J-a-y-l-e-n",
            "J a y l e n",
            "Xime<br>na and Jay<wbr>len",
        ),
        *("JaylenB", "myJaylen", "J\u0430yl\u0435n", "Joerg", "Mueller, Joerg"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(text: str) -> None:
    assert True in [hit.sure for hit in SPELLED.find(normalise(f"Then {text} came."))]


@pytest.mark.parametrize(
    "text",
    [
        # other people: Lucas, Roberts; lists of people; a title
        *("Lucas came.", "Ana Lopez, Grace Kim, and Bo came.", "We asked Lopez, Grace, and James."),
        *("Will Students Young People Help?", "will young students come", "a kowalski is a blacksmith"),
        "World War II and King Jr.",
    ],
)
def test_what_is_somebody_elses_is_at_most_a_question(text: str) -> None:
    assert True not in [hit.sure for hit in SPELLED.find(normalise(text))]


def test_in_a_cell_a_whole_name_of_words_is_one() -> None:
    assert [hit.sure for hit in SPELLED.find("will young", cell=True)] == [True]
    assert [hit.sure for hit in SPELLED.find("de andre", cell=True)] == [True]
    assert True not in [hit.sure for hit in SPELLED.find("will young students speak", cell=True)]
