"""Reviews, requirements and charts to decide on in tests."""

from collections.abc import Mapping
from datetime import date

from generator.credential.decision import (
    Decision,
    decide,
)
from generator.model import (
    Criterion,
    CriterionJudgement,
    EvaluatedSeries,
    GrowthRole,
    Impact,
    Inquiry,
    InquiryStatus,
    Mastery,
    MicroCredential,
    Point,
    Prompt,
    Prose,
    Recommendation,
    Review,
    ReviewRole,
    Series,
    Submission,
    Tool,
    Verdict,
)
from generator.runchart.replication import ClassResult, RequirementResult, evaluate_requirement
from generator.runchart.verdict import evaluate_series

QUESTION, ACTION = Criterion("question", "Asks a question"), Criterion("action", "Acts on it")
YES, NO = "demonstrated", "not yet"


def credential(*criteria: Criterion, assessors: int = 2) -> MicroCredential:
    rubric = Mastery(levels=(NO, YES, "exemplary"), passing=YES, assessors=assessors, criteria=criteria)
    return MicroCredential("visible", "Visible thinking", Prose("", ""), mastery=rubric)


ONE, TWO = credential(QUESTION), credential(QUESTION, ACTION)


def review(
    assessor: str,
    level: str = "",
    *,
    levels: Mapping[str, str] | None = None,
    day: int = 1,
    attempt: int | None = 1,
    role: ReviewRole = ReviewRole.ASSESSOR,
    recommend: Recommendation = Recommendation.NONE,
    feedback: str = "",
) -> Review:
    judged = {QUESTION.id: level} if level else levels or {}
    return Review(
        id=f"{role}-{assessor}-{day}".lower(),
        date=date(2026, 2, day),
        assessor=assessor,
        role=role,
        attempt=attempt,
        criteria={criterion: CriterionJudgement(given) for criterion, given in judged.items()},
        recommend=recommend,
        feedback=feedback,
    )


def requirement(met: bool, by_luck: float = 0.01) -> RequirementResult:
    verdict = Verdict.SUSTAINED_IMPROVEMENT if met else Verdict.NO_SIGNAL
    one = ClassResult("period-2", "Period 2", (("explains", verdict),), met, by_luck, False)
    return RequirementResult(
        Verdict.SUSTAINED_IMPROVEMENT, ("explains",), 1, (one,), by_luck, GrowthRole.SHOWN, ()
    )


MET, UNMET = requirement(True), requirement(False)


def decision(
    *reviews: Review,
    of: MicroCredential | None = ONE,
    impact: RequirementResult | None = MET,
    status: InquiryStatus = InquiryStatus.SUBMITTED,
    attempts: int = 1,
) -> Decision:
    frozen = tuple(Submission(number, date(2026, 1, number)) for number in range(1, attempts + 1))
    inquiry = Inquiry("i", "t", "T", Prose("", ""), status=status, submissions=frozen, reviews=reviews)
    return decide(inquiry, of, impact)


SHOWN = Impact(growth=GrowthRole.SHOWN)  # what is said of growth is not what these tests are about
BOTH = (review("A", YES), review("B", YES))


TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks")))
BASELINE, UP = [52, 48, 55, 50, 47, 53, 51, 49], [61] * 8
RISING = [40, 42, 41, 44, 46, 45, 48, 50]


def evaluated(
    name: str, after: list[int], prompt: str = "explains", before: list[int] = BASELINE
) -> EvaluatedSeries:
    points = tuple(Point(row, date(2025, 9, row), value) for row, value in enumerate(before + after, start=1))
    return evaluate_series(
        Series(name.lower().replace(" ", "-"), name, prompt, points, baseline=len(before), change=1)
    )


def decision_with_charts(*series: EvaluatedSeries, impact: Impact | None = None) -> Decision:
    return decision(*BOTH, impact=evaluate_requirement(series, impact or SHOWN, "explains", ()))
