"""What was read, said back in words."""

from generator.model import Inquiry, Prose, Teacher
from generator.reading.content_summary import ContentSummary
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from generator.reading.teacher_folder import read_teacher
from generator.words.translator import ENGLISH
from tests.conftest import ANA, PROGRAM
from tests.reading.trees import Tree, folder

SUMMARY = ContentSummary(ENGLISH)


def lines(changes: Tree) -> list[str]:
    """What is said of Ana Lopez, with some of the program's files changed."""
    tree = {**PROGRAM, **changes}
    program, _ = read_program(folder("", tree))
    assert program
    teacher, _ = read_teacher(parse_folder(folder("teachers/ana-lopez", tree)), program)
    assert teacher
    return SUMMARY.teacher(teacher)


def test_the_program_in_one_line() -> None:
    program, _ = read_program(folder("", PROGRAM))
    assert program
    assert SUMMARY.program(program) == ["Maple Grove: 1 tool, 1 micro-credential, 1 change idea, and 1 page"]


def test_visits_prompts_students_dates_classes_and_reflections() -> None:
    (line,) = lines({})
    assert line.startswith(
        "Ana Lopez, Making thinking visible: read 17 visits, 2 prompts, 24 students, September 5"
    )
    assert line.endswith(", Period 2, 1 reflection")


def test_students_from_the_fewest_to_the_most() -> None:
    table = "date,n,explains,asks\n2025-10-03,22,6,3\n2025-10-10,25,9,4\n"
    assert ", 22 to 25 students, " in lines({f"{ANA}/data/period-2.csv": table})[0]


def test_a_draft_without_data() -> None:
    inquiry = Inquiry("talk", "ana", "Talk", Prose("", ""))
    teacher = Teacher("ana", "Ana Lopez", Prose("", ""), inquiries=(inquiry,))
    assert SUMMARY.teacher(teacher) == [
        "Ana Lopez, Talk: no data yet, 0 reflections, a draft (publish: false), not in the site"
    ]


def test_an_inquiry_with_an_error_is_named() -> None:
    assert lines({f"{ANA}/inquiry.md": "---\ntitle: Talk\npublish: true\nfoo: bar\n---\n"}) == [
        "Ana Lopez, visible-thinking: has an error, so it is left out"
    ]
