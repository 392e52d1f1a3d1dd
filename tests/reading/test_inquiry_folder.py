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


def test_a_table_in_a_folder_below_data_is_not_read_and_a_warning_says_so() -> None:
    old = f"{TALK}/data/old/period-3.csv"
    files, problems = read({**INQUIRY, old: "date,n,explains\n2024-09-05,24,1\n"})
    assert problems == [(old, "stray-file")]
    assert list(files.tables) == [f"{TALK}/data/period-2.csv"]
    assert files.inquiry is not None
    assert {row.class_name for row in files.inquiry.observations} == {"Period 2"}
    assert list(files.inquiry.digests) == ["data/period-2.csv", "inquiry.md"]
