"""One teacher's folder: about.md, the portrait, and what an inquiry's error withholds."""

from generator.model import Program
from generator.privacy.gate import gate_teacher
from generator.privacy.privacy_context import PrivacyContext
from generator.reading.parsed_folder import parse_folder
from generator.reading.teacher_folder import read_teacher
from tests.reading.trees import folder

PROGRAM = Program(title="Maple Grove")


def test_a_contact_with_an_apostrophe_is_shown_and_the_gate_lets_it_stand() -> None:
    about = (
        "---\nname: Ana O'Brien\ncontact: \"a.o'brien@school.org\"\n---\n\nWrite to a.o'brien@school.org.\n"
    )
    parsed = parse_folder(folder("teachers/ana", {"teachers/ana/about.md": about}))
    teacher, problems = read_teacher(parsed, PROGRAM)
    assert teacher and teacher.contact == "a.o'brien@school.org"
    assert problems == []
    gated = gate_teacher(teacher, parsed, PROGRAM, PrivacyContext())
    assert gated.teacher and gated.problems == ()
