"""What the gate lets through of a teacher and of a program."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import (
    Attestation,
    Inquiry,
    MaskedLook,
    Photo,
    Program,
    Prose,
    Review,
    ReviewPlaces,
    Safeguard,
    SmallGroups,
    Teacher,
    Unit,
)
from generator.privacy.gate import SMALL_CLASS, GateResult, gate_program, gate_teacher
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.review_exceptions import ReviewException
from generator.privacy.roster_file import read_roster
from generator.problems import Place
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
        may_be_old=False,
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


def p13(*inquiries: Inquiry, program: Program = PROGRAM) -> list[str]:
    """What the rule says of small classes, a text for each inquiry."""
    teacher = replace(ANA, school="Hill", grade="6", inquiries=inquiries)
    return [problem.message for problem in gate(teacher, program=program).problems if problem.code == "P13"]


def test_a_class_is_as_large_as_at_its_largest_visit_whatever_its_groups() -> None:
    assert p13(inquiry("talk", 12, SMALL_CLASS, 11)) == []
    group = replace(visit(("ELL", 6, 12))[0], file=f"{FOLDER}/talk/data/period-2.csv")
    assert p13(replace(inquiry("talk"), observations=(group,))) == []


def test_a_small_class_is_said_beside_all_else() -> None:
    teacher = replace(ANA, school="Hill", grade="6", inquiries=(inquiry("few", 7),))
    result = gate(teacher)
    assert codes(result) == ["P06", "P13"]
    assert result.problems[1].values["kind"] == "small-class"


def test_a_photo_that_does_not_say_who_is_on_it_is_found_in_inquiry_md() -> None:
    photo = Photo("photos/board.jpg", "The board")
    talk = replace(inquiry("talk", 24), photos={"photos/board.jpg": photo})
    result = gate(replace(ANA, inquiries=(talk,)), {"talk/inquiry.md": "---\nphotos:\n  photos/board.jpg:\n"})
    (problem,) = result.problems
    assert (problem.code, problem.place.line) == ("P09", 3)


def test_a_file_of_the_program_named_after_a_student_is_refused() -> None:
    files = {"pages/jaylen.md": b"Nothing.\n", "pages/about.md": b"Nothing.\n"}
    refused, (problem,) = gate_program(files, PROGRAM, PRIVACY)
    assert "pages/jaylen.md" in refused and "pages/about.md" not in refused
    assert (problem.code, problem.place.file) == ("P04", "pages"), "the name itself is not shown"


def test_a_file_of_the_program_with_a_number_in_its_name_is_refused_unless_that_is_allowed() -> None:
    files = {"pages/555-123-4567.md": b"", "pages/about.md": b""}
    refused, (problem,) = gate_program(files, PROGRAM, PRIVACY)
    assert "pages/555-123-4567.md" in refused and "pages/about.md" not in refused
    reason = "The number of the school's office."
    dates = date(2026, 1, 10), date(2026, 6, 30)
    exception = ReviewException(
        "P03", "content/pages", problem.fingerprint, reason, "J. Park", *dates, 2, may_be_old=False
    )
    assert gate_program(files, PROGRAM, replace(PRIVACY, exceptions=(exception,)))[0] == frozenset()


def test_each_small_class_is_named_once_an_inquiry() -> None:
    small = inquiry("talk", 12, 13)
    rows = [replace(row, class_name=name) for name in ("Period 2", "Period 4") for row in small.observations]
    (message,) = p13(replace(small, observations=tuple(rows)))
    assert "15 students" in message
    assert "in: Period 2, Period 4." in message


def test_where_responses_are_counted_no_class_is_small() -> None:
    responses = replace(PROGRAM, tools={"talk": replace(TOOL, unit=Unit.RESPONSES)})
    assert p13(inquiry("talk", 12), program=responses) == []
    assert p13(replace(inquiry("talk", 12), tool="another")) == []


def test_what_was_done_in_one_inquiry_is_not_said_of_another() -> None:
    program = replace(PROGRAM, small_groups=SmallGroups.SUPPRESS)
    result = gate(replace(ANA, inquiries=(inquiry("talk", 24, 7), inquiry("ask", 24))), program=program)
    assert result.teacher is not None
    safeguards = {kept.id: kept.safeguards for kept in result.teacher.inquiries}
    assert safeguards == {"talk": (Safeguard("P06"),), "ask": ()}


def test_what_was_allowed_is_said_with_who_until_when_and_why() -> None:
    files = {"talk/inquiry.md": "Call 555-123-4567.\n"}
    (problem,) = gate(ANA, files).problems
    place = f"content/{FOLDER}/talk/inquiry.md"
    reason, until = "On the door of the school.", date(2026, 6, 30)
    exception = ReviewException(
        "P03", place, problem.fingerprint, reason, "J. Park", date(2026, 1, 10), until, 2, may_be_old=False
    )
    teacher = replace(ANA, inquiries=(inquiry("talk", 24),))
    result = gate(teacher, files, privacy=replace(PRIVACY, exceptions=(exception,)))
    assert result.teacher is not None
    (safeguard,) = result.teacher.inquiries[0].safeguards
    assert (safeguard.rule, safeguard.reviewer, safeguard.reason) == ("P03", "J. Park", reason)
    assert safeguard.until


def test_a_reviewers_file_with_an_error_is_set_aside_alone() -> None:
    good, bad = (Place(f"{FOLDER}/talk/reviews/{name}.yml") for name in ("a", "b"))
    first, second = (Place(f"{FOLDER}/talk/masked-looks/{name}.yml") for name in ("a", "b"))
    reviews = tuple(
        Review(place.file, date(2026, 1, 20), "A", places=ReviewPlaces(place=place)) for place in (good, bad)
    )
    looks = tuple(MaskedLook(date(2026, 1, 20), "B", "", True, {}, place) for place in (first, second))
    talk = replace(inquiry("talk", 24), reviews=reviews, masked_looks=looks)
    files = {
        f"talk/{folder}/{name}.yml": text
        for folder in ("reviews", "masked-looks")
        for name, text in (("a", "x: y\n"), ("b", "x: Jaylen\n"))
    }
    result = gate(replace(ANA, inquiries=(talk,)), files)
    assert (codes(result), result.withdrawn) == (["P04", "P04"], frozenset())
    assert result.teacher is not None
    (kept,) = result.teacher.inquiries
    assert (kept.reviews, kept.masked_looks) == (reviews[:1], looks[:1])


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
