"""What a submission freezes of the rules, and what is seen of one that was typed by hand."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.model import (
    REQUIRED_VERDICTS,
    Criterion,
    FrozenRequirement,
    GrowthRole,
    Impact,
    Inquiry,
    Mastery,
    MicroCredential,
    Program,
    Prompt,
    Prose,
    Submission,
    Tool,
    Verdict,
)
from generator.reading.submission_checks import (
    asks_less,
    changed_basis,
    check_submissions,
    freeze_basis,
    freeze_requirement,
)

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains"), Prompt("asks", "Asks")), digest="t")
RUBRIC = Mastery(
    ("not yet", "begun", "shown"), "shown", 2, (Criterion("q", "Asks", levels={"shown": "..."}),)
)
CREDENTIAL = MicroCredential("visible", "Visible", Prose("", ""), mastery=RUBRIC, digest="m")
PROGRAM = Program("Maple", tools={"talk": TOOL}, micro_credentials={"visible": CREDENTIAL})
FROZEN = freeze_requirement(CREDENTIAL, TOOL)
BASIS = {"micro-credentials/visible": "m", "tools/talk": "t"}
FOLDER = "teachers/ana/talk"


def submission(
    requirement: FrozenRequirement = FROZEN, basis: dict[str, str] = BASIS, attempt: int = 1, day: int = 2
) -> Submission:
    return Submission(attempt, date(2026, 2, day), requirement=requirement, basis=basis)


def codes(*submissions: Submission) -> list[tuple[str, str]]:
    inquiry = Inquiry("talk", "ana", "T", Prose("", ""), tool="talk", submissions=submissions)
    return [(one.code, str(one.place)) for one in check_submissions(inquiry, PROGRAM, FOLDER)]


def test_the_prompts_are_named_and_the_rubric_is_kept_without_its_words() -> None:
    assert FROZEN.impact.prompts == ("explains",)
    assert (FROZEN.mastery.passing, FROZEN.mastery.criteria) == ("shown", (Criterion("q", "Asks"),))
    assert freeze_basis(CREDENTIAL, TOOL) == BASIS


def test_what_was_frozen_is_no_mistake_also_where_the_program_asks_for_something_else_since() -> None:
    assert codes(submission(), submission(attempt=2)) == []
    easier = replace(FROZEN, impact=replace(FROZEN.impact, growth=GrowthRole.SHOWN))
    assert codes(submission(easier, BASIS | {"micro-credentials/visible": "of then"})) == []


def test_a_requirement_that_its_unchanged_micro_credential_does_not_have() -> None:
    easier = replace(FROZEN, mastery=replace(FROZEN.mastery, assessors=1))
    assert codes(submission(easier)) == [("altered-submission", f"{FOLDER}/submissions/1.json")]


def test_a_tool_or_micro_credential_that_is_another_one_than_it_was() -> None:
    assert changed_basis(submission(), BASIS) == ()
    assert changed_basis(submission(), BASIS | {"tools/talk": "of today"}) == ("tools/talk",)
    assert changed_basis(submission(basis={}), BASIS) == (), "the first edition kept none"


def test_a_requirement_without_the_version_that_it_is_of() -> None:
    assert codes(submission(basis={})) == [("altered-submission", f"{FOLDER}/submissions/1.json")]


def test_an_attempt_that_is_older_than_the_one_before() -> None:
    assert codes(submission(day=9), submission(attempt=2, day=8)) == [
        ("altered-submission", f"{FOLDER}/submissions/2.json")
    ]


@pytest.mark.parametrize(
    "easier",
    [
        {"impact": Impact(REQUIRED_VERDICTS[1], ("explains",))},
        {"impact": Impact(prompts=("asks",))},
        {"impact": Impact(prompts=("explains",), classes=1)},
        {"impact": Impact(prompts=("explains",), growth=GrowthRole.SHOWN)},
        {"mastery": replace(FROZEN.mastery, assessors=1)},
        {"mastery": replace(FROZEN.mastery, criteria=())},
        {"mastery": replace(FROZEN.mastery, passing="begun")},
        {"mastery": replace(FROZEN.mastery, levels=("anything",), passing="anything")},
        {"mastery": replace(FROZEN.mastery, levels=FROZEN.mastery.levels[::-1])},
    ],
)
def test_a_requirement_that_asks_less_in_any_part(easier: dict[str, object]) -> None:
    assert asks_less(replace(FROZEN, **easier), FROZEN)


def test_one_that_asks_for_the_same_or_more_does_not() -> None:
    more = Impact(Verdict.SUSTAINED_IMPROVEMENT, ("explains", "asks"), 3)
    assert not asks_less(FROZEN, FROZEN)
    assert not asks_less(replace(FROZEN, impact=more), FROZEN)
