"""The example program shows every case, and its words and data keep what it promises."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.credential.decision import DecisionState
from generator.credential.evaluated_inquiry import EvaluatedInquiry, evaluate_inquiry
from generator.model import Better, EvaluatedSeries, Program, Teacher, Verdict
from generator.privacy.gate import gate_inquiry
from generator.problems import Problem
from generator.reading.content_files import load_program, load_teacher, teacher_names
from generator.reading.inquiry_folder import read_inquiry
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from generator.reading.teacher_folder import read_teacher

CONTENT = Path(__file__).parent.parent / "content"
ANA = "ana-lopez/visible-thinking"
BEN = "ben-carter/because-sentences"
ROSA = "rosa-delgado/less-waiting"
LARGEST_IMAGE = 60 * 1024
IMAGES = [path for path in CONTENT.rglob("*") if path.suffix in (".jpg", ".jpeg", ".png", ".webp", ".gif")]

Cases = Mapping[str, EvaluatedInquiry]


@pytest.fixture(scope="module")
def whole() -> tuple[Program, list[Teacher], list[Problem]]:
    """Everything in content/, read once, with all that is wrong in it."""
    folder, problems = load_program(CONTENT)
    program, found = read_program(folder)
    assert program is not None
    problems = [*problems, *found]
    names, found = teacher_names(CONTENT)
    problems += found
    teachers = []
    for name in names:
        own, found = load_teacher(CONTENT, name)
        teacher, more = read_teacher(parse_folder(own), program)
        problems += [*found, *more]
        assert teacher is not None
        teachers.append(teacher)
    return program, teachers, problems


@pytest.fixture(scope="module")
def program(whole: tuple[Program, list[Teacher], list[Problem]]) -> Program:
    return whole[0]


@pytest.fixture(scope="module")
def teachers(whole: tuple[Program, list[Teacher], list[Problem]]) -> list[Teacher]:
    return whole[1]


@pytest.fixture(scope="module")
def cases(program: Program, teachers: list[Teacher]) -> Cases:
    """Every inquiry, judged and decided, by TEACHER/INQUIRY."""
    return {
        f"{teacher.id}/{inquiry.id}": evaluate_inquiry(program, inquiry)
        for teacher in teachers
        for inquiry in teacher.inquiries
    }


def everything(cases: Cases) -> list[EvaluatedSeries]:
    return [judged for evaluated in cases.values() for judged in evaluated.series]


def verdicts(evaluated: EvaluatedInquiry, prompt: str, phase: int = 1) -> dict[str, Verdict | None]:
    """Class -> verdict, of one prompt."""
    return {
        judged.series.class_name: judged.finding.verdict
        for judged in evaluated.series
        if judged.series.prompt == prompt and judged.series.phase == phase and not judged.series.group
    }


def test_nothing_in_it_needs_attention(whole: tuple[Program, list[Teacher], list[Problem]]) -> None:
    program, teachers, problems = whole
    for teacher in teachers:
        for inquiry in teacher.inquiries:
            problems = [*problems, *gate_inquiry(inquiry, program.tools.get(inquiry.tool), program)[1]]
    assert [problem.code for problem in problems] == ["usual-size", "old-encoding"], problems


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_occurs(cases: Cases, verdict: Verdict) -> None:
    published = [evaluated for evaluated in cases.values() if evaluated.inquiry.publish]
    assert verdict in {judged.finding.verdict for case in published for judged in case.series}


def test_ana_shows_it_in_two_classes_and_waits_for_the_third(cases: Cases) -> None:
    assert verdicts(cases[ANA], "explains") == {
        "Period 2": Verdict.SUSTAINED_IMPROVEMENT,
        "Period 4": Verdict.SUSTAINED_IMPROVEMENT,
        "Period 5": Verdict.SHIFT_NOT_YET_SUSTAINED,
    }


def test_what_ana_says_of_questions_is_what_the_charts_say(cases: Cases) -> None:
    assert set(verdicts(cases[ANA], "asks").values()) == {Verdict.NO_SIGNAL}


def test_ana_starts_three_classes_at_three_times_after_eight_points(cases: Cases) -> None:
    explains = [one for one in cases[ANA].series if one.series.prompt == "explains"]
    baselines = [one.finding.baseline_points for one in explains]
    assert baselines == [8, 10, 13]


def test_ana_has_gaps_that_are_not_zeros(cases: Cases) -> None:
    blank = [point for one in cases[ANA].series for point in one.series.points if point.value is None]
    assert len(blank) == 5


def test_ana_earned_it(cases: Cases) -> None:
    assert cases[ANA].decision.state is DecisionState.EARNED


def test_ben_shows_the_skills_and_lost_the_gain(cases: Cases) -> None:
    decision = cases[BEN].decision
    assert verdicts(cases[BEN], "reason") == {"Room 12": Verdict.DID_NOT_HOLD}
    assert (decision.mastery_met, decision.impact_met) == (True, False)
    assert decision.state is DecisionState.NOT_YET_EARNED


def test_ben_carter_submitted_again_and_both_assessors_read_it_again(
    cases: Cases,
) -> None:
    reviews = cases[BEN].inquiry.reviews
    assert sorted((review.attempt, review.assessor) for review in reviews) == [
        (1, "A"),
        (1, "C"),
        (2, "A"),
        (2, "C"),
    ]
    assert (cases[BEN].decision.attempt, len(cases[BEN].decision.reviews)) == (2, 2)


def test_rosas_assessors_differ_so_a_third_is_asked(cases: Cases) -> None:
    decision = cases[ROSA].decision
    assert decision.third_assessor_needed
    assert decision.state is DecisionState.IN_REVIEW


def test_a_declared_phase_is_judged_on_its_own(cases: Cases) -> None:
    assert verdicts(cases[ROSA], "waiting", phase=1)["Morning"] is Verdict.SUSTAINED_IMPROVEMENT
    assert verdicts(cases[ROSA], "waiting", phase=2) == {"Morning": Verdict.TOO_FEW_POINTS}


def test_a_baseline_that_was_already_getting_better_is_flagged(cases: Cases) -> None:
    flagged = [one.series.class_name for one in cases[ROSA].series if one.finding.baseline_rising]
    assert flagged == ["Afternoon"]


def test_a_class_that_no_change_names_is_there_to_compare_with(cases: Cases) -> None:
    compared = {one.series.class_name for one in everything(cases) if one.series.baseline is None}
    assert compared == {"Block F"}


def test_some_prompts_are_better_when_lower(cases: Cases) -> None:
    lower = {one.series.prompt for one in everything(cases) if one.series.better is Better.LOWER}
    assert lower == {"procedure", "waiting"}


def test_a_class_is_also_looked_at_by_group(cases: Cases) -> None:
    groups = {one.series.group for one in everything(cases)}
    assert groups == {"", "back tables", "first row of tables"}


def test_two_people_counted_on_some_visits(cases: Cases) -> None:
    rows = cases["mei-tanaka/questions-in-the-lab"].inquiry.observations
    days = {row.observer: {one.date for one in rows if one.observer == row.observer} for row in rows}
    assert sorted(len(dates) for dates in days.values()) == [3, 18]


def test_one_inquiry_has_no_data_yet(cases: Cases) -> None:
    empty = [key for key, evaluated in cases.items() if not evaluated.inquiry.observations]
    assert empty == ["sam-whitfield/rehearsal-letters"]


def test_only_the_draft_is_a_draft_and_says_so(cases: Cases) -> None:
    drafts = [evaluated.inquiry for evaluated in cases.values() if not evaluated.inquiry.publish]
    assert [draft.id for draft in drafts] == ["listening-logs"]
    assert all("zebrafinch" in draft.title and "zebrafinch" in draft.body.text for draft in drafts)


def test_the_drafts_word_stands_nowhere_else() -> None:
    holding = [path.parent.name for path in CONTENT.rglob("*.md") if "zebrafinch" in path.read_text("utf-8")]
    assert holding == ["listening-logs"]


def test_one_teacher_has_inquiries_of_two_years(teachers: list[Teacher]) -> None:
    ben = next(teacher for teacher in teachers if teacher.id == "ben-carter")
    first = [min(row.date for row in one.observations if row.date) for one in ben.inquiries]
    assert sorted(day.year for day in first) == [2024, 2025]


def test_two_change_ideas_are_tried_by_more_than_one_teacher(teachers: list[Teacher]) -> None:
    tried = {
        (change.idea, teacher.id)
        for teacher in teachers
        for inquiry in teacher.inquiries
        for change in inquiry.changes
        if change.idea
    }
    ideas = [idea for idea, _ in tried]
    assert {idea for idea in ideas if ideas.count(idea) > 1} == {"exploratory-talk", "ask-three"}


def test_it_says_that_it_is_invented(program: Program, teachers: list[Teacher]) -> None:
    ana = next(teacher for teacher in teachers if teacher.id == "ana-lopez")
    about = next(page for page in program.pages if page.id == "about")
    assert all("invented" in text for text in (program.description, about.body.text, ana.body.text))


def test_there_are_images_to_see() -> None:
    assert len(IMAGES) >= 3


@pytest.mark.parametrize("image", IMAGES, ids=lambda path: path.name)
def test_no_image_is_heavy(image: Path) -> None:
    assert image.stat().st_size < LARGEST_IMAGE


@pytest.mark.parametrize("name", ["aaa", "zzz", "period-2 (1)", "Second half"])
@pytest.mark.parametrize("inquiry_id", [ANA, ROSA])
def test_a_copied_table_changes_no_decision(
    program: Program, cases: Cases, inquiry_id: str, name: str
) -> None:
    teacher = inquiry_id.split("/")[0]
    own, _ = load_teacher(CONTENT, teacher)
    data = f"teachers/{inquiry_id}/data/"
    for table in [path for path in own.files if path.startswith(data)]:
        copied = {**own.files, data + name + table[-4:]: own.files[table]}
        parsed = parse_folder(replace(own, files=dict(sorted(copied.items()))))
        read, problems = read_inquiry(f"teachers/{inquiry_id}", parsed, program, teacher)
        assert read.inquiry is not None
        assert {problem.code for problem in problems if problem.is_error} <= {"copied-table", "sync-copy"}
        assert any(problem.is_error for problem in problems)
        unchanged = replace(read.inquiry, digests=cases[inquiry_id].inquiry.digests)
        assert evaluate_inquiry(program, unchanged).decision == cases[inquiry_id].decision
