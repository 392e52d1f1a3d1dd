"""The card of an inquiry: all that the teacher's page and the program's pages show of it."""

from markupsafe import Markup

from generator.model import Unit
from generator.runchart.chart_spec import SPARKLINE
from generator.site.inquiry.evidence_page import EvidenceParts
from generator.site.inquiry.idea_steps import idea_steps
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.inquiry_social_card import inquiry_social_card
from generator.site.inquiry.masked_charts import unmasked_set
from generator.site.program.review_card import WAITING, review_card
from generator.site.teacher_card import InquiryCard, Sparkline, is_awarded


def build_inquiry_card(context: InquiryContext, parts: EvidenceParts) -> InquiryCard:
    """The card, from what the evidence page shows."""
    inquiry, evaluated = context.inquiry, context.evaluated
    days = sorted({*context.visit_days} | {reflection.date for reflection in inquiry.reflections})
    sparks = _sparklines(context)
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
        main=sparks[0] if sparks else None,
        verdicts=tuple((spark.class_name, spark.verdict) for spark in sparks),
        main_prompts=evaluated.main_prompts,
        followed=parts.results.results,
        groups=parts.results.groups,
        sparks=sparks,
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


def _sparklines(context: InquiryContext) -> tuple[Sparkline, ...]:
    charts = context.main_charts
    pictures = context.render.draw_charts(SPARKLINE, [chart.plot for chart in charts])
    return tuple(
        Sparkline(
            chart.class_name,
            chart.prompt.text,
            chart.verdict,
            Markup(picture),
            rising=bool(chart.finding.baseline_rising),
        )
        for chart, picture in zip(charts, pictures, strict=True)
    )


def _searched_text(context: InquiryContext) -> str:
    """What an inquiry is about, in its author's words: what the search looks through."""
    inquiry, tool = context.inquiry, context.tool
    texts = [inquiry.area_of_interest, inquiry.problem_of_practice]
    texts += [change.title for change in inquiry.changes]
    texts += [prompt.text for prompt in tool.prompts] if tool else []
    texts += [reflection.title for reflection in inquiry.reflections]
    return " ".join(text for text in texts if text)
