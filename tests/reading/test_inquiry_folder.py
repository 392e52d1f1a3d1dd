"""An inquiry's folder -> the inquiry: which of its files are read."""

from generator.reading.inquiry_folder import InquiryFiles, read_inquiry
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from tests.reading.trees import Tree, folder

TALK = "teachers/ana/talk"
PROGRAM: Tree = {
    "program.yml": "title: Maple Grove\n",
    "tools/talk.yml": "title: Talk\nprompts: [{id: explains, text: Explains}]\n",
}
INQUIRY: Tree = {
    f"{TALK}/inquiry.md": "---\ntitle: Talk\ntool: talk\n---\n\nHow it went.\n",
    f"{TALK}/data/period-2.csv": "date,n,explains\n2025-09-05,24,6\n2025-10-10,24,9\n",
}


def read(tree: Tree) -> tuple[InquiryFiles, list[tuple[str, str]]]:
    """What was read, and (file, code) of every problem."""
    program, _ = read_program(folder("", PROGRAM))
    assert program is not None
    files, problems = read_inquiry(TALK, parse_folder(folder("teachers/ana", tree)), program, "ana")
    return files, [(problem.place.file, problem.code) for problem in problems]


def test_the_tables_in_data_are_read() -> None:
    files, problems = read(INQUIRY)
    assert problems == []
    assert list(files.tables) == [f"{TALK}/data/period-2.csv"]
    assert files.inquiry is not None
    assert [row.class_name for row in files.inquiry.observations] == ["Period 2", "Period 2"]


def test_a_table_without_n_has_the_usual_number_of_its_class() -> None:
    tree = {
        f"{TALK}/inquiry.md": (
            "---\ntitle: Talk\ntool: talk\nclasses: {Room 5: {also: [Period 2], students: 26}}\n---\n"
        ),
        f"{TALK}/data/period-2.csv": "date,explains\n2025-09-05,13\n",
    }
    files, problems = read(tree)
    assert problems == [(f"{TALK}/data/period-2.csv", "usual-size")]
    assert files.inquiry is not None
    assert [(row.class_name, row.value, row.n) for row in files.inquiry.observations] == [("Room 5", 50, 26)]


def test_a_change_outside_the_visits_is_named_at_its_line() -> None:
    changes = "changes:\n  - {date: 2027-01-01, title: Late}\n  - {date: 2025-09-01, title: Early}\n"
    settings = f"---\ntitle: Talk\ntool: talk\n{changes}---\n"
    program, _ = read_program(folder("", PROGRAM))
    assert program is not None
    parsed = parse_folder(folder("teachers/ana", {**INQUIRY, f"{TALK}/inquiry.md": settings}))
    _, problems = read_inquiry(TALK, parsed, program, "ana")
    outside = [problem.place.line for problem in problems if problem.code == "change-outside-visits"]
    assert sorted(line or 0 for line in outside) == [5, 6]


def test_a_table_in_a_folder_below_data_is_not_read_and_a_warning_says_so() -> None:
    old = f"{TALK}/data/old/period-3.csv"
    files, problems = read({**INQUIRY, old: "date,n,explains\n2024-09-05,24,1\n"})
    assert problems == [(f"{TALK}/data/old", "folder-in-data")]
    assert list(files.tables) == [f"{TALK}/data/period-2.csv"]
    assert files.inquiry is not None
    assert {row.class_name for row in files.inquiry.observations} == {"Period 2"}
    assert list(files.inquiry.digests) == ["data/period-2.csv", "inquiry.md"]


def test_a_folder_below_data_is_named_once() -> None:
    old = {f"{TALK}/data/old/period-{number}.csv": "date,n,explains\n" for number in (3, 4, 5)}
    _, problems = read({**INQUIRY, **old})
    assert problems == [(f"{TALK}/data/old", "folder-in-data")]


def test_a_table_with_the_name_of_a_copy_is_asked_about_and_not_read() -> None:
    copy = f"{TALK}/data/period-2 (1).csv"
    files, problems = read({**INQUIRY, copy: "date,n,explains\n2025-09-05,24,7\n"})
    assert problems == [(copy, "sync-copy")]
    assert list(files.tables) == [f"{TALK}/data/period-2.csv"]


def test_a_reflection_with_the_name_of_a_copy_is_shown_and_a_warning_says_so() -> None:
    text = "---\ndate: 2025-10-03\ntitle: Quiet\n---\n\nMore hands.\n"
    names = [f"{TALK}/reflections/2025-10-03{ending}.md" for ending in ("", " - Copy")]
    files, problems = read({**INQUIRY, **dict.fromkeys(names, text)})
    assert problems == [(names[1], "sync-copy")]
    assert files.inquiry is not None
    assert len(files.inquiry.reflections) == 2


def test_a_copied_table_gives_no_class_and_the_one_that_inquiry_md_names_is_the_original() -> None:
    rows = "date,n,explains\n2025-09-05,24,6\n2025-09-12,24,9\n2025-10-10,24,12\n"
    changed = (
        "---\ntitle: Talk\ntool: talk\nchanges: [{date: 2025-10-01, title: x, classes: [Period 2]}]\n---\n"
    )
    tree = {
        f"{TALK}/inquiry.md": changed,
        f"{TALK}/data/a-class.csv": rows,
        f"{TALK}/data/period-2.csv": rows,
    }
    files, problems = read(tree)
    assert problems == [(f"{TALK}/data/a-class.csv", "copied-table")]
    assert files.inquiry is not None
    assert {row.class_name for row in files.inquiry.observations} == {"Period 2"}


def test_a_change_in_a_copied_class_has_one_message() -> None:
    rows = "date,n,explains\n2025-09-05,24,6\n2025-09-12,24,9\n2025-10-10,24,12\n"
    changed = "---\ntitle: Talk\ntool: talk\nchanges: [{date: 2025-10-01, title: x, classes: [A, B]}]\n---\n"
    tree = {f"{TALK}/inquiry.md": changed, f"{TALK}/data/a.csv": rows, f"{TALK}/data/b.csv": rows}
    _, problems = read(tree)
    assert problems == [(f"{TALK}/data/b.csv", "copied-table")]
