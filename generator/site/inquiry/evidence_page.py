"""The evidence page: the answer to one question first, then the story, then all that it rests on."""

from datetime import date as Date
from typing import ClassVar, Protocol

from msgspec import Struct

from generator import addresses
from generator.reading.file_digests import CITED_DIGITS, combined_digest
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.inquiry_social_card import inquiry_social_card
from generator.site.inquiry.parts.answer_part import AnswerPart, build_answer_part
from generator.site.inquiry.parts.charts_part import ChartsPart, build_charts_part
from generator.site.inquiry.parts.data_part import DataPart, build_data_part
from generator.site.inquiry.parts.decision_part import DecisionPart, build_decision_part
from generator.site.inquiry.parts.plan_part import PlanPart, build_plan_part
from generator.site.inquiry.parts.privacy_part import PrivacyPart, build_privacy_part
from generator.site.inquiry.parts.provenance_part import ProvenancePart, build_provenance_part
from generator.site.inquiry.parts.question_part import QuestionPart, build_question_part
from generator.site.inquiry.parts.reflections_part import ReflectionsPart, build_reflections_part
from generator.site.inquiry.parts.results_part import ResultsPart, build_results_part
from generator.site.inquiry.parts.rubric_part import RubricPart, build_rubric_part
from generator.site.inquiry.parts.tool_part import ToolPart, build_tool_part
from generator.site.rendering.template_renderer import Link
from generator.site.social_card import SocialCard


class EvidencePart(Protocol):
    """A part of the page: a frozen view that its template sees as `part`, with its `number`."""

    template: ClassVar[str]


class EvidenceParts(Struct, frozen=True):
    """All parts of an inquiry's page.  The order of the fields is the order on the page: to move a part,
    move its field, and its place in `opening` or `sections`.

    Without data there is a plan, and of the rest only what the teacher or an assessor has written; without
    a micro-credential no rubric.
    """

    question: QuestionPart
    answer: AnswerPart
    charts: ChartsPart
    plan: PlanPart | None
    reflections: ReflectionsPart
    results: ResultsPart
    rubric: RubricPart | None
    provenance: ProvenancePart
    tool: ToolPart
    data: DataPart
    privacy: PrivacyPart
    decision: DecisionPart

    @property
    def opening(self) -> tuple[EvidencePart, ...]:
        """What the page answers with, before its numbered sections."""
        if self.plan:
            return self.question, self.plan
        return self.question, self.answer, self.charts

    @property
    def sections(self) -> tuple[EvidencePart, ...]:
        """The sections that have something to say, in order."""
        rubric = (self.rubric,) if self.rubric else ()
        if self.plan is None:
            return (
                self.reflections,
                self.results,
                *rubric,
                self.provenance,
                self.tool,
                self.data,
                self.privacy,
                self.decision,
            )
        texts = (self.reflections,) if self.reflections.has_texts else ()
        decided = (*rubric, self.decision) if self.decision.submitted else ()
        return (*texts, *decided)

    @property
    def numbered(self) -> tuple[tuple[int, EvidencePart], ...]:
        """The sections with their numbers, from 1, behind the opening, whose number is 0."""
        opening = tuple((0, part) for part in self.opening)
        return (*opening, *enumerate(self.sections, start=1))


class EvidencePage(Struct, frozen=True):
    """`social_card` is the picture for where the page is shared, `brief` the address of the same on one
    page to print; empty without data.  `latest` is the day of the latest visit, `digest` of the content."""

    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    teacher: Link
    draft: bool
    parts: EvidenceParts
    social_card: SocialCard | None
    brief: str
    latest: Date | None
    digest: str


def build_evidence_page(context: InquiryContext) -> EvidencePage:
    """The page of one inquiry."""
    program, inquiry, teacher = context.render.program, context.inquiry, context.teacher
    home_of_teacher = Link(teacher.name, addresses.teacher(teacher.id))
    return EvidencePage(
        address=context.address,
        title=inquiry.title,
        description=context.answer.text,
        trail=(
            Link(program.title, addresses.HOME),
            Link(context.translator.gettext("Teachers"), addresses.TEACHERS),
            home_of_teacher,
        ),
        teacher=home_of_teacher,
        draft=not inquiry.publish,
        parts=build_evidence_parts(context),
        social_card=inquiry_social_card(context),
        brief=addresses.brief(teacher.id, inquiry.id) if context.main_charts else "",
        latest=max(context.visit_days, default=None),
        digest=combined_digest(inquiry.digests)[:CITED_DIGITS],
    )


def build_evidence_parts(context: InquiryContext) -> EvidenceParts:
    """Every part by its own builder, from the same context."""
    return EvidenceParts(
        question=build_question_part(context),
        answer=build_answer_part(context),
        charts=build_charts_part(context),
        plan=None if context.has_data else build_plan_part(context),
        reflections=build_reflections_part(context),
        results=build_results_part(context),
        rubric=build_rubric_part(context),
        provenance=build_provenance_part(context),
        tool=build_tool_part(context),
        data=build_data_part(context),
        privacy=build_privacy_part(context),
        decision=build_decision_part(context),
    )
