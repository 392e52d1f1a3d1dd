"""Files are searched as tables, as prose or as settings, by what they are."""

import pytest

from generator.model import Program, Prose, Teacher
from generator.privacy.name_finder import NameFinder
from generator.privacy.roster_file import read_roster
from generator.privacy.source_scan import scan_sources
from generator.reading.content_files import ContentFolder
from generator.reading.parsed_folder import parse_folder
from tests.privacy.visits import TOOL, inquiry_of

NAMES = NameFinder(read_roster("Jaylen Brown\n"))
PROGRAM = Program("Program", tools={"talk": TOOL})
FOLDER = "teachers/ana"


def findings(file: str, text: str | bytes, teacher: Teacher | None = None) -> list[tuple[str, str]]:
    data = text.encode() if isinstance(text, str) else text
    folder = parse_folder(ContentFolder(FOLDER, {f"{FOLDER}/{file}": data}))
    problems = scan_sources(folder, PROGRAM, NAMES, teacher)
    return [(problem.code, str(problem.place).removeprefix(f"{FOLDER}/")) for problem in problems]


def test_a_table_is_searched_by_row() -> None:
    table = "date,n,explains,note\n2025-09-05,24,9,Jaylen\n"
    assert findings("talk/data/a.csv", table) == [("P04", "talk/data/a.csv, row 2, column note")]


def test_a_table_that_cannot_be_read_is_searched_as_text() -> None:
    assert findings("talk/data/a.yml", "date: 2025\nwho: Jaylen\n") == [("P04", "talk/data/a.yml:2")]
    assert findings("talk/data/notes.txt", "Jaylen\n") == [("P04", "talk/data/notes.txt:1")]


@pytest.mark.parametrize("file", ["about.md", "talk/reviews/a.yml", "talk/submissions/1.json"])
def test_texts_are_searched_by_line(file: str) -> None:
    assert findings(file, "x: 1\ny: Jaylen\n") == [("P04", f"{file}:2")]


def test_quoted_speech_is_looked_for_in_prose_only() -> None:
    quote = 'x: A girl said, "I think it is five."\n'
    assert findings("talk/inquiry.md", quote) == [("P13", "talk/inquiry.md:1")]
    assert findings("talk/settings.yml", quote) == []


def test_pictures_are_not_read_and_documents_are_refused() -> None:
    assert findings("talk/photos/board.jpg", "Jaylen") == []
    assert findings("talk/plan.pdf", "%PDF") == [("P11", "talk/plan.pdf")]


def test_the_teachers_contact_and_name_are_shown_on_purpose() -> None:
    teacher = Teacher("ana", "Ana Brown", Prose("", "about.md"), contact="ana@example.org")
    assert findings("about.md", "name: Ana Brown\ncontact: ana@example.org\n", teacher) == []
    assert findings("about.md", "contact: ana@example.org\n") == [("P03", "about.md:1")]


def test_the_prompts_of_the_inquirys_tool_are_no_columns_of_students() -> None:
    rows = "\n".join(f"2025-09-05,P2,{who}" for who in ("all", "some", "few"))
    table = f"date,class,explains\n{rows}\n"
    teacher = Teacher("ana", "Ana", Prose("", "about.md"), inquiries=(inquiry_of(id="talk"),))
    assert findings("talk/data/a.csv", table, teacher) == []
    assert findings("talk/data/a.csv", table) == [("P02", "talk/data/a.csv, row 1, column explains")]


ONLY_ONE = "the only student who speaks Somali"


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("talk/data/a.csv", f"date,n,explains,note\n2025-09-05,24,9,{ONLY_ONE}\n", ", row 2, column note"),
        ("talk/data/a.yml", f"- {{date: 2025-09-05, n: 24, explains: 9, note: {ONLY_ONE}}}\n", None),
        ("talk/reviews/a.yml", f"assessor: M\nfeedback: {{question: {ONLY_ONE}}}\n", ":2"),
        ("talk/masked-looks/a.yml", f"reader: M\nnote: {ONLY_ONE}\n", ":2"),
    ],
)
def test_what_is_typed_freely_is_searched_for_a_single_student(
    file: str, text: str, place: str | None
) -> None:
    ((code, at),) = findings(file, text)
    assert code == "P13"
    assert place is None or at == f"{file}{place}"
