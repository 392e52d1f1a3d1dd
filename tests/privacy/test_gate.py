"""What the gate lets through of a teacher and of a program."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import Attestation, Inquiry, Program, Prose, SmallGroups, Teacher
from generator.privacy.gate import SMALL_CLASS, GateResult, gate_program, gate_teacher
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.review_exceptions import ReviewException
from generator.privacy.roster_file import read_roster
from generator.reading.content_files import ContentFolder
from generator.reading.file_digests import combined_digest
from generator.reading.parsed_folder import parse_folder
from tests.privacy.visits import TOOL, inquiry_of, visit

PROGRAM = Program("Program", tools={"talk": TOOL})
PRIVACY = PrivacyContext(read_roster("Jaylen Brown\n"), has_roster=True)
ANA = Teacher("ana", "Ana", Prose("", "about.md"))
FOLDER = "teachers/ana"


def inquiry(name: str, *sizes: float) -> Inquiry:
    """An inquiry in a folder of this name, with a visit of the class for each number of students."""
    rows = [row for day, n in enumerate(sizes, start=2) for row in visit(("", n / 2, n), day=day)]
    file = f"{FOLDER}/{name}/data/period-2.csv"
    rows = [replace(row, file=file) for row in rows]
    return replace(inquiry_of(*rows, id=name), body=Prose("", f"{FOLDER}/{name}/inquiry.md"))


def gate(
    teacher: Teacher | None,
    files: dict[str, str] | None = None,
    program: Program = PROGRAM,
    privacy: PrivacyContext = PRIVACY,
) -> GateResult:
    data = {f"{FOLDER}/{name}": text.encode() for name, text in (files or {}).items()}
    return gate_teacher(teacher, parse_folder(ContentFolder(FOLDER, data)), program, privacy)


def codes(result: GateResult) -> list[str]:
    return [problem.code for problem in result.problems]


def test_an_error_withdraws_its_inquiry_and_no_other() -> None:
    teacher = replace(ANA, inquiries=(inquiry("talk", 24), inquiry("few", 7)), withheld=("few", "broken"))
    result = gate(teacher)
    assert codes(result) == ["P06"]
    assert result.withdrawn == {"few"}
    assert result.teacher is not None
    assert [kept.id for kept in result.teacher.inquiries] == ["talk"]
    assert result.teacher.withheld == ("broken",)


def test_an_error_of_the_teachers_own_withdraws_all() -> None:
    result = gate(replace(ANA, inquiries=(inquiry("talk", 24),)), {"about.md": "Jaylen likes it.\n"})
    assert result.teacher is None
    assert result.withdrawn == {""}


def test_files_of_a_teacher_who_cannot_be_read_are_searched_too() -> None:
    result = gate(None, {"talk/inquiry.md": "Jaylen\n"})
    assert (result.teacher, codes(result)) == (None, ["P04"])


def test_what_was_hidden_is_a_safeguard_of_the_inquiry() -> None:
    program = replace(PROGRAM, small_groups=SmallGroups.SUPPRESS)
    result = gate(replace(ANA, inquiries=(inquiry("talk", 24, 7),)), program=program)
    assert result.teacher is not None
    (kept,) = result.teacher.inquiries
    assert [safeguard.rule for safeguard in kept.safeguards] == ["P06"]
    assert [row.n for row in kept.observations] == [24, None]


def test_an_exception_lets_a_number_stand() -> None:
    files = {"about.md": "Call 555-123-4567.\n"}
    (problem,) = gate(ANA, files).problems
    exception = ReviewException(
        "P03",
        f"content/{FOLDER}/about.md",
        problem.fingerprint,
        "On the door of the school.",
        "J. Park",
        date(2026, 1, 10),
        date(2026, 6, 30),
        2,
    )
    result = gate(ANA, files, privacy=replace(PRIVACY, exceptions=(exception,)))
    assert result.teacher is not None
    assert result.allowed == {"555-123-4567"}


@pytest.mark.parametrize(
    ("sizes", "warned"), [((SMALL_CLASS - 1, 12), True), ((SMALL_CLASS, 12), False), ((), False)]
)
def test_a_class_that_was_always_small_is_a_question(sizes: tuple[int, ...], warned: bool) -> None:
    teacher = replace(ANA, school="Hill", grade="6", inquiries=(inquiry("talk", *sizes),))
    assert codes(gate(teacher)) == (["P13"] if warned else [])
    assert codes(gate(replace(teacher, grade="", role="Grade 6"))) == (["P13"] if warned else [])
    assert codes(gate(replace(teacher, school=""))) == []
    assert codes(gate(replace(teacher, grade=""))) == []


def test_the_programs_own_files_are_refused_one_by_one() -> None:
    files = {"pages/about.md": b"Jaylen\n", "pages/more.md": b"Nothing.\n"}
    refused, problems = gate_program(files, PROGRAM, PRIVACY)
    assert refused == {"pages/about.md"}
    assert [problem.code for problem in problems] == ["P04"]


def test_an_inquiry_knows_who_read_this_version() -> None:
    read = Attestation(combined_digest({}), "J. Park", date(2026, 1, 30))
    privacy = replace(PRIVACY, attestations={"t/talk": read})
    teacher = replace(ANA, id="t", inquiries=(replace(inquiry("talk", 20), publish=True),))
    result = gate(teacher, privacy=privacy)
    assert result.teacher and result.teacher.inquiries[0].attestation == read
    assert codes(result) == []
    assert codes(gate(teacher)) == ["P14"]
