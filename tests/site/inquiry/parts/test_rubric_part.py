"""The rubric, criterion by criterion."""

import pytest
from msgspec.structs import replace

from generator.model import (
    Criterion,
    CriterionJudgement,
    InquiryStatus,
    Mastery,
    Prose,
    Reflection,
    Review,
    Standard,
)
from generator.site.inquiry.parts.rubric_part import RubricPart, build_rubric_part
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import CREDENTIAL, PROGRAM, inquiry, inquiry_context, week

HERE = "teachers/ana-lopez/visible-thinking/"


def rubric(*reviews: Review) -> RubricPart:
    criterion = Criterion("question", "Asks", standard="MP3", levels={"demonstrated": "asks why"})
    micro_credential = replace(
        CREDENTIAL,
        mastery=Mastery(criteria=(criterion,)),
        standards=(Standard("CCSS", "MP3", url="https://example.org/mp3"),),
    )
    program = replace(PROGRAM, micro_credentials={"visible": micro_credential})
    reflection = Reflection("2025-10-03", week(4), "First", Prose("", "reflections/2025-10-03.md"))
    submitted = inquiry(
        micro_credential="visible",
        status=InquiryStatus.SUBMITTED,
        reviews=reviews,
        reflections=(reflection,),
    )
    part = build_rubric_part(inquiry_context(submitted, program))
    assert part
    return part


def review(name: str, level: str = "demonstrated", evidence: str = "") -> Review:
    return Review(name, week(20), name, criteria={"question": CriterionJudgement(level, evidence, "Well.")})


def test_what_passes_and_where_the_standard_is_found() -> None:
    part = rubric()
    (line,) = part.criteria
    assert (line.title, line.passing) == ("Asks", "asks why")
    assert (line.standard, line.standard_url) == ("CCSS MP3", "https://example.org/mp3")
    assert part.credential == Link("Visible thinking", "micro-credentials/visible/")
    assert part.assessors_needed == 2


@pytest.mark.parametrize(
    ("reviews", "met", "waiting"),
    [
        ((), False, "Not yet judged."),
        ((review("A"),), False, "1 more assessor is needed."),
        ((review("A"), review("B", "not yet")), False, "The two assessors disagree; a third will decide."),
        ((review("A"), review("B")), True, ""),
    ],
)
def test_what_a_criterion_waits_for(reviews: tuple[Review, ...], met: bool, waiting: str) -> None:
    (line,) = rubric(*reviews).criteria
    assert (line.met, line.waiting) == (met, waiting)
    assert [(vote.assessor, vote.feedback) for vote in line.votes] == [
        (review.assessor, ("Well.",)) for review in reviews
    ]


@pytest.mark.parametrize(
    ("named", "links", "unlinked"),
    [
        ("reflections/2025-10-03.md", (Link("First", f"{HERE}#reflection-2025-10-03"),), ""),
        ("data", (Link("data", f"{HERE}#data"),), ""),
        ("data/period-2.csv", (Link("data/period-2.csv", f"{HERE}#data"),), ""),
        ("reflections/gone, a talk with her", (), "reflections/gone, a talk with her"),
        (
            "reflections/2025-10-03, the plan, data",
            (Link("First", f"{HERE}#reflection-2025-10-03"), Link("data", f"{HERE}#data")),
            "the plan",
        ),
        ("", (), ""),
    ],
)
def test_evidence_that_a_review_names_is_linked(named: str, links: tuple[Link, ...], unlinked: str) -> None:
    ((vote,),) = (line.votes for line in rubric(review("A", evidence=named)).criteria)
    assert (vote.evidence, vote.unlinked) == (links, unlinked)


def test_without_a_micro_credential_there_is_no_rubric() -> None:
    assert build_rubric_part(inquiry_context(inquiry())) is None
