"""What a teacher is made of."""

from generator.model import Prose, Teacher


def test_a_teacher_may_have_a_name_and_nothing_else() -> None:
    teacher = Teacher("ana", "Ana", Prose("", "teachers/ana/about.md"))
    assert (teacher.contact, teacher.portrait, teacher.inquiries, teacher.withheld) == ("", None, (), ())
