"""Names and personal data are found in the files of a site, however they are written (P15)."""

import pytest

from generator.privacy.name_finder import NameFinder
from generator.privacy.output_scan import scan_output, visible_text
from generator.privacy.roster import Roster
from generator.privacy.roster_file import read_roster
from generator.words.problem_format import ProblemFormat

NAMES = NameFinder(read_roster("Jaylen Brown\nMary-Kate O'Brien\n"))
NOBODY = NameFinder(Roster())


def refused(file: str, text: str, names: NameFinder = NAMES, **options: str | set[str]) -> bool:
    """Whether the scan refuses a page with this text."""
    adults, allowed = options.get("adults", ()), options.get("allowed", ())
    problems = scan_output({file: text.encode()}, names, adults, str(options.get("contact", "")), allowed)
    assert [problem.place.file for problem in problems] in ([], [file])
    return bool(problems)


@pytest.mark.parametrize(
    "page",
    [
        "<p>It was Jaylen.</p>",
        "<p>It was <strong>Jay</strong>len.</p>",
        "<p>It was J&#97;ylen, and J&aacute;ylen.</p>",
        '<img alt="Jaylén at the board" src="x.jpg">',
        "<img alt='Jaylén at the board' src=x.jpg>",
        "<p>Jay\u200blen</p>",
        "<title>mary-kate</title>",
        '<a href="photos/jaylen.jpg">a photo</a>',
        '<p title="Jaylen">',
        '<p aria-label="Jaylen">',
        '<meta name="description" content="It was Jaylen">',
        '<input placeholder="Jaylen">',
        '<input value="Jaylen">',
        '<p data-note="Jaylen">',
    ],
)
def test_a_name_in_a_page_is_found_as_a_browser_reads_it(page: str) -> None:
    assert refused("index.html", page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>Mr Brown</p>",
        "<script>const jaylen = 1</script><style>.jaylen {}</style><!-- jaylen -->",
        "<p>They talked.</p>",
        '<p class="jaylen" id="jaylen">They talked.</p>',
    ],
)
def test_a_page_without_a_name_of_a_student_passes(page: str) -> None:
    assert not refused("index.html", page, adults={"brown"})


@pytest.mark.parametrize("file", ["data.csv", "feed.xml", "card.svg", "findings.json"])
def test_other_files_with_words_are_scanned_too(file: str) -> None:
    assert refused(file, "Jaylen spoke")


def test_pictures_and_scripts_are_not_read() -> None:
    assert scan_output({"photo.jpg": b"Jaylen", "assets/site.js": b"Jaylen"}, NAMES) == []


def test_json_is_read_as_who_reads_it_does() -> None:
    files = {"credentials/x.json": b'{"notes": "\\u004aaylen spoke"}', "y.json": b'{"notes": "\\u0041 \\u00'}
    assert [problem.place.file for problem in scan_output(files, NAMES)] == ["credentials/x.json"]


@pytest.mark.parametrize("notes", ["Jos\\u00e9 spoke", "\\ud800 Jaylen"])
def test_what_json_escapes_is_read(notes: str) -> None:
    assert refused(
        "x.json", f'{{"notes": "{notes}"}}', NameFinder(read_roster("José Quispe\nJaylen Brown\n"))
    )


def test_bytes_that_are_no_text_hide_nothing() -> None:
    (problem,) = scan_output({"data.csv": b"note\n\xff Jaylen\n"}, NAMES)
    assert problem.code == "P15"


def test_numbers_are_looked_for_in_pages_alone() -> None:
    assert not refused("data.csv", "555-123-4567", NOBODY)


def test_a_comment_sign_in_a_table_hides_nothing() -> None:
    assert refused("data.csv", "note\n<!-- Jaylen\n")


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-123-4567",
        "(555) 123 4567",
        "(555)123-4567",
        "+7 916 123 45 67",
        "+34 612 34 56 78",
        "+351 912 345 678",
        "+7 (916) 123 45 67",
        "+34 (612) 34 56 78",
        "+34612345678",
        "&#53;&#53;&#53;-123-4567",
        "&#053;&#053;&#053;-123-4567",
        "&#x35;&#x35;&#x35;-123-4567",
        "123-45-6789",
        "born 2013-05-04",
        "D.O.B. 5/4/2013",
        "nació el 4 de mayo",
        "date of birth: May 4",
        "Cumpleaños: 4 de mayo",
        "ana@example.org",
        "ana＠example.org",
        "ana (at) example.org",
        "ana [at] example.org",
        "ana{at}example.org",
        "ana(arroba)example.org",
        "ana at example dot org",
        "ana arroba example punto org",
        "ana&#64;example.org",
        "ana&#X0040;example.org",
        "ana&commat;example.org",
    ],
)
def test_personal_data_in_a_page_is_found(text: str) -> None:
    assert refused("index.html", f"<p>{text}</p>", NOBODY)


def test_the_contact_and_what_is_allowed_stand() -> None:
    assert not refused("index.html", "<p>ana@example.org</p>", NOBODY, contact="ana@example.org")
    assert not refused("index.html", "<p>Call 555-123-4567</p>", NOBODY, allowed={"555-123-4567"})
    assert refused("index.html", "<p>555-123-4567, 555-123-4568</p>", NOBODY, allowed={"555-123-4567"})


def test_a_chart_has_no_telephone_number() -> None:
    assert not refused("index.html", '<svg><path d="M555-123-4567"/></svg>', NOBODY)


def test_the_words_of_a_page_are_its_text_and_what_is_read_aloud() -> None:
    page = '<p>One <b>t</b>wo</p><img alt="three" src="x.png" width="4"><svg><path d="M1 2"></path></svg>'
    assert visible_text(page).split() == ["One", "two", "three", "x.png"]


@pytest.mark.parametrize(
    ("page", "where", "remedy"),
    [
        ("<p>It was Jaylen.</p>", "in its text or a table", "private/roster.txt"),
        ('<a href="photos/jaylen.jpg">a photo</a>', "a link, or a file name", "private/roster.txt"),
        ("<p>Call 555-123-4567</p>", "address or number", "Look at its text"),
    ],
)
def test_a_message_says_which_kind_of_place_and_not_which_word(page: str, where: str, remedy: str) -> None:
    (problem,) = scan_output({"index.html": page.encode()}, NAMES)
    message = " ".join(ProblemFormat().lines(problem))
    assert where in message
    assert remedy in message
    assert "aylen" not in message
    assert "4567" not in message
