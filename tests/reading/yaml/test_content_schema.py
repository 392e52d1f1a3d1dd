"""The shapes take what the guides show and what teachers type, and editors are told the same."""

from datetime import date

import pytest

from generator.model import Better, PromptKind, Unit, Verdict
from generator.reading.submission_files import SubmissionFile
from generator.reading.yaml.content_schema import (
    AboutFile,
    InquiryFile,
    MicroCredentialFile,
    ProgramFile,
    ReviewFile,
    ToolFile,
)
from tests.reading.yaml.test_validation import Shaped, check

PROGRAM = """\
title: Maple Grove Teacher Leaders
url: https://maple-grove.github.io/portfolios/
language: en
description: Evidence of what changed for our students.
theme: default
min_group_size: 10
small_groups: refuse
school_year_starts: 08-15
privacy: {attested_by: J. Park, attested_on: 2026-01-30}
issuer: {name: Maple Grove District, did: "did:web:maple-grove.github.io:portfolios", keys: [z6Mk]}
"""
TOOL = """\
title: Exploratory math talk tally
version: "1"
adapted_from: a public protocol
focus: What students say and do while they work on a problem together
unit: turns
interval_minutes: 2
sensitivity: behaviour
prompts:
  - id: explains
    text: Explains own thinking
    look_for: "I think ... because ..."
    kind: tally
    better: lower
  - text: Asks a question
"""
CREDENTIAL = """\
title: Making student thinking visible
version: "1.0"
competency: The teacher ...
key_method: A cycle of inquiry with a colleague who collects data on student learning.
standards: [{framework: Teacher Leader Model Standards, code: III.c, name: Learning, url: https://a.example}]
mastery:
  levels: [not yet, demonstrated]
  pass: demonstrated
  assessors: 2
  criteria:
    - {id: question, title: Asks a question students' work can answer, standard: III.c,
       levels: {not yet: Not so, demonstrated: So}}
impact:
  verdict: sustained_improvement
  prompts: [explains]
  classes: 2
"""
INQUIRY = """\
title: Making thinking visible through exploratory talk
area_of_interest: Visible thinking
problem_of_practice: My students answer with one word when I ask why.
question: Does a routine of exploratory talk lead more students to explain their reasoning?
micro_credential: visible-thinking
tool: math-talk
colleague: M. Rivera, grade 7
planned_visits: 18
planned_end: 2026-01-30
publish: true
status: submitted
baseline_until: {Period 2: 2025-10-05, Period 4: 2025-10-26}
changes:
  - {date: 2025-10-06, title: Exploratory talk routine, idea: exploratory-talk, classes: [Period 2, Period 4]}
  - {date: 2025-10-27, title: The routine, idea: exploratory-talk, classes: Period 5, new_phase: yes}
photos:
  table-tent.jpg: {alt: Sentence starters on a table tent, people: none}
conditions: {Period 4: co-taught}
date_format: m/d/y
ignore_columns: []
classes: {Period 2: {also: [P2, 2nd period], students: 26}, Period 4: }
columns: {"Which period?": class, Comments: skip}
same_students: true
"""
REVIEW = """\
assessor: A
role: assessor
attempt: 1
date: 2026-02-10
criteria: {question: {level: demonstrated, evidence: reflections/2025-10-03, feedback: Clear.}}
recommend: grant
"""


def shaped(shape: type[Shaped], text: str) -> Shaped:
    value, problems = check(shape, text)
    assert value is not None, [one.message for one in problems]
    return value


def test_program() -> None:
    program = shaped(ProgramFile, PROGRAM)
    assert program.privacy is not None
    assert program.privacy.attested_on == date(2026, 1, 30)
    assert program.issuer is not None
    assert [listed.key for listed in program.issuer.keys] == ["z6Mk"]


def test_tool() -> None:
    tool = shaped(ToolFile, TOOL)
    assert (tool.unit, tool.interval_minutes, tool.version) == (Unit.TURNS, 2.0, "1")
    first, second = tool.prompts
    assert (first.kind, first.better) == (PromptKind.TALLY, Better.LOWER)
    assert (second.id, second.kind, second.better) == ("", PromptKind.COUNT_OF, Better.HIGHER)


def test_micro_credential() -> None:
    credential = shaped(MicroCredentialFile, CREDENTIAL)
    assert credential.mastery.passing == "demonstrated"
    assert credential.mastery.criteria[0].levels == {"not yet": "Not so", "demonstrated": "So"}
    assert credential.impact.verdict is Verdict.SUSTAINED_IMPROVEMENT
    assert credential.standards[0].code == "III.c"


def test_inquiry() -> None:
    inquiry = shaped(InquiryFile, INQUIRY)
    assert inquiry.publish
    assert inquiry.baseline_until == {"Period 2": date(2025, 10, 5), "Period 4": date(2025, 10, 26)}
    assert [one.classes for one in inquiry.changes] == [["Period 2", "Period 4"], ["Period 5"]]
    assert [one.new_phase for one in inquiry.changes] == [False, True]
    assert inquiry.photos["table-tent.jpg"].people == "none"


def test_review() -> None:
    review = shaped(ReviewFile, REVIEW)
    assert (review.attempt, review.date, review.criteria["question"].level) == (
        1,
        date(2026, 2, 10),
        "demonstrated",
    )


def test_one_baseline_for_every_class() -> None:
    assert shaped(InquiryFile, "title: x\nbaseline_until: 2025-10-05\n").baseline_until == {
        "": date(2025, 10, 5)
    }


def test_text_is_what_was_typed() -> None:
    about = shaped(AboutFile, "name: NO\ngrade: 06\nsubject: yes\nrole: 1.10\nschool: 12:30\n")
    assert (about.name, about.grade, about.subject, about.role, about.school) == (
        "NO",
        "06",
        "yes",
        "1.10",
        "12:30",
    )


@pytest.mark.parametrize(("typed", "meant"), [("true", True), ("yes", True), ("no", False), ("False", False)])
def test_switches(typed: str, meant: bool) -> None:
    assert shaped(InquiryFile, f"title: x\npublish: {typed}\n").publish is meant


def test_keys_without_a_value_are_as_if_not_there() -> None:
    keys = [name for name in InquiryFile.model_fields if name != "title"]
    assert shaped(InquiryFile, "title: x\n" + "".join(f"{key}:\n" for key in keys)) == InquiryFile(title="x")
    assert shaped(MicroCredentialFile, "title: x\nmastery:\nimpact: {classes: }\n").impact.classes == 2


def test_a_hyphen_without_text_is_no_class() -> None:
    assert shaped(InquiryFile, "title: x\nignore_columns:\n  - a\n  -\n").ignore_columns == ["a"]


def test_a_submission_of_a_later_version_is_read() -> None:
    value = SubmissionFile.model_validate({"schema": 1, "attempt": 2, "date": "2026-02-01", "later": True})
    assert (value.attempt, value.date) == (2, date(2026, 2, 1))
