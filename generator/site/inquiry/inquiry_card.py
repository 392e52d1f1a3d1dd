"""The card of an inquiry: all that the teacher's page and the program's pages show of it."""

from markupsafe import Markup

from generator.model import Unit
from generator.runchart.before_and_since import most_telling_phase
from generator.runchart.chart_spec import SPARKLINE, TILE
from generator.site.inquiry.answer_figures import levels_of
from generator.site.inquiry.evidence_page import EvidenceParts
from generator.site.inquiry.idea_steps import idea_steps
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.inquiry_social_card import inquiry_social_card
from generator.site.inquiry.masked_charts import unmasked_set
from generator.site.program.review_card import WAITING, review_card
from generator.site.teacher_card import ClassCard, InquiryCard, is_awarded


def build_inquiry_card(context: InquiryContext, parts: EvidenceParts) -> InquiryCard:
    """The card, from what the evidence page shows."""
    inquiry, evaluated = context.inquiry, context.evaluated
    days = sorted({*context.visit_days} | {reflection.date for reflection in inquiry.reflections})
    charts = unmasked_set(context) if context.outcome.state in WAITING else None
    return InquiryCard(
        teacher=context.teacher.id,
        id=inquiry.id,
        address=context.address,
        title=inquiry.title,
        question=inquiry.question,
        answer=context.answer,
        micro_credential=inquiry.micro_credential,
        tool=inquiry.tool,
        unit=context.tool.unit if context.tool else Unit.RESPONSES,
        state=evaluated.decision.state,
        decision=parts.decision.headline,
        main_prompts=evaluated.main_prompts,
        followed=parts.results.results,
        groups=parts.results.groups,
        classes=_class_cards(context),
        tile=_tile(context),
        design=parts.results.design,
        visits=len(context.visits),
        reflections=len(inquiry.reflections),
        first=days[0] if days else None,
        latest=days[-1] if days else None,
        school_year=context.school_year,
        text=_searched_text(context),
        idea_steps=idea_steps(evaluated),
        review=review_card(
            inquiry,
            context.outcome,
            evaluated.decision,
            awarded=is_awarded(context.awards, inquiry.micro_credential),
            masked=charts.masked if charts else None,
        ),
        awards=context.awards,
        draft=not inquiry.publish,
        social_card=inquiry_social_card(context),
    )


def _class_cards(context: InquiryContext) -> tuple[ClassCard, ...]:
    charts = context.main_charts
    pictures = context.draw_charts(SPARKLINE, [chart.plot for chart in charts])
    ideas = {change.number: change.idea for change in context.inquiry.changes}
    return tuple(
        ClassCard(
            chart.class_name,
            chart.prompt,
            chart.verdict,
            Markup(picture),
            outcome=chart.finding.outcome,
            rising=bool(chart.finding.baseline_rising),
            levels=levels_of(chart),
            figures=of_class.figures,
            idea=ideas.get(most_telling_phase(chart.phases).series.change or 0, ""),
        )
        for chart, picture, of_class in zip(charts, pictures, context.answer.classes, strict=True)
    )


def _tile(context: InquiryContext) -> Markup:
    first = context.main_charts[:1]
    return Markup("".join(context.draw_charts(TILE, [chart.plot for chart in first])))


def _searched_text(context: InquiryContext) -> str:
    """What an inquiry is about, in its author's words: what the search looks through."""
    inquiry, tool = context.inquiry, context.tool
    texts = [inquiry.area_of_interest, inquiry.problem_of_practice]
    texts += [change.title for change in inquiry.changes]
    texts += [prompt.text for prompt in tool.prompts] if tool else []
    texts += [reflection.title for reflection in inquiry.reflections]
    return " ".join(text for text in texts if text)
