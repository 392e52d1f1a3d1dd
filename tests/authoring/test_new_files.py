"""The text of new files: what was answered, and hints for what was not."""

from datetime import date

import pytest
import yaml

from generator.authoring.new_file_requests import (
    NewChange,
    NewChangeIdea,
    NewInquiry,
    NewMicroCredential,
    NewReflection,
    NewReview,
    NewTeacher,
    NewTool,
)
from generator.authoring.new_files import NewFileWriter, file_name
from generator.model import Criterion, Mastery, MicroCredential, Prose, Unit
from generator.words.translator import ENGLISH, Translator

WRITER = NewFileWriter(ENGLISH)
RUBRIC = MicroCredential(
    "talk",
    "Student talk",
    Prose("", "micro-credentials/talk.md"),
    mastery=Mastery(
        levels=("not yet", "demonstrated"),
        passing="demonstrated",
        criteria=(Criterion("question", "Asks a question"), Criterion("reflection", "Reflects")),
    ),
)


def front_matter(text: str) -> dict[str, object]:
    return dict(yaml.safe_load(text.split("---\n")[1]))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana López", "ana-lopez"),
        ("CON", "con-1"),
        ("?!", ""),
        ("x" * 80, "x" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_title_becomes_the_name_of_a_file(text: str, name: str) -> None:
    assert file_name(text) == name


def test_a_teacher_has_what_was_answered_and_hints_for_the_rest() -> None:
    file = WRITER.teacher(NewTeacher("Ana López", grade="6"))
    assert file.path == "teachers/ana-lopez/about.md"
    assert front_matter(file.text) == {"name": "Ana López", "grade": "6"}
    assert "# role: for example: Grade 6 mathematics\n" in file.text


def test_an_inquiry_with_a_change() -> None:
    change = NewChange(date(2025, 10, 27), "Think first", "think-pair-share", ("Period 2",))
    file = WRITER.inquiry(NewInquiry("ana-lopez", "More talk", planned_visits=16, change=change))
    assert file.path == "teachers/ana-lopez/more-talk/inquiry.md"
    assert front_matter(file.text) == {
        "title": "More talk",
        "planned_visits": 16,
        "publish": False,
        "status": "draft",
        "changes": [
            {
                "date": date(2025, 10, 27),
                "title": "Think first",
                "idea": "think-pair-share",
                "classes": ["Period 2"],
            }
        ],
    }


def test_an_inquiry_without_a_change_shows_how_to_write_one() -> None:
    text = WRITER.inquiry(NewInquiry("ana-lopez", "More talk")).text
    assert "changes" not in front_matter(text)
    assert "#   - {date: 2025-10-27, title: What you tried, classes: [Period 2]}\n" in text


def test_a_reflection_is_named_after_its_date() -> None:
    request = NewReflection("teachers/ana/talk", date(2025, 10, 3), "They asked", visit=date(2025, 10, 2))
    file = WRITER.reflection(request)
    assert file.path == "teachers/ana/talk/reflections/2025-10-03.md"
    assert front_matter(file.text) == {
        "date": date(2025, 10, 3),
        "title": "They asked",
        "visit": date(2025, 10, 2),
    }


def test_prompts_get_ids_of_as_few_words_as_tell_them_apart() -> None:
    prompts = ("Asks a question", "Asks a friend", "???", "Explains")
    tool = yaml.safe_load(WRITER.tool(NewTool("Partner talk", prompts, interval=2.5)).text)
    assert [prompt["id"] for prompt in tool["prompts"]] == ["asks", "asks-a", "prompt-3", "explains"]
    assert tool["interval_minutes"] == 2.5


@pytest.mark.parametrize(("unit", "kind"), [(Unit.STUDENTS, "count_of"), (Unit.TURNS, "tally")])
def test_students_are_counted_out_of_a_number(unit: Unit, kind: str) -> None:
    tool = yaml.safe_load(WRITER.tool(NewTool("Talk", ("Asks",), unit=unit)).text)
    assert tool["prompts"][0]["kind"] == kind


def test_a_micro_credential_has_a_rubric_to_start_from() -> None:
    file = WRITER.micro_credential(NewMicroCredential("Student talk", prompts=("asks",)))
    fields = front_matter(file.text)
    assert file.path == "micro-credentials/student-talk.md"
    assert fields["impact"] == {
        "verdict": "sustained_improvement",
        "prompts": ["asks"],
        "classes": 2,
        "growth": "required",
    }
    assert dict(fields["mastery"])["pass"] == "demonstrated"  # type: ignore[call-overload]


def test_a_change_idea() -> None:
    file = WRITER.change_idea(NewChangeIdea("Think, pair, share", source="Lyman 1981"))
    assert file.path == "change-ideas/think-pair-share.md"
    assert front_matter(file.text) == {"title": "Think, pair, share", "source": "Lyman 1981"}


def test_a_review_has_a_level_or_a_comment_for_each_criterion() -> None:
    request = NewReview(
        "teachers/ana/talk",
        "B",
        date(2025, 11, 1),
        RUBRIC,
        levels={"question": "demonstrated"},
        feedback={"question": "Clear: it can be counted"},
    )
    file = WRITER.review(request)
    assert file.path == "teachers/ana/talk/reviews/b-attempt-1.yml"
    assert yaml.safe_load(file.text)["criteria"] == {
        "question": {"level": "demonstrated", "feedback": "Clear: it can be counted"}
    }
    assert "  # reflection:\n" in file.text


def test_hints_are_in_the_language_of_the_program() -> None:
    text = NewFileWriter(Translator("es")).teacher(NewTeacher("Ana")).text
    assert "for example" not in text
