"""Inquiries in memory, evaluated and ready for their pages: tests say only what differs."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from markupsafe import Markup
from msgspec.structs import replace

from generator.credential.evaluated_inquiry import evaluate_inquiry
from generator.model import (
    Change,
    ChangeIdea,
    Criterion,
    Impact,
    Inquiry,
    Mastery,
    MicroCredential,
    Observation,
    Program,
    Prompt,
    Prose,
    PublishReviews,
    Teacher,
    Tool,
)
from generator.privacy.privacy_context import PrivacyContext
from generator.runchart.chart_spec import ChartLayout
from generator.runchart.plot import Plot
from generator.site.inquiry.answer import Answer
from generator.site.inquiry.inquiry_context import InquiryContext, InquiryTexts, make_inquiry_context
from generator.site.rendering.context import RenderContext
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.site.rendering.template_renderer import LayoutContext, TemplateRenderer
from generator.site.rendering.theme import load_theme
from generator.slugs import slug
from generator.words.translator import ENGLISH

FIRST = date(2025, 9, 5)
BEFORE = [6.0, 9, 7, 8, 5, 9, 7, 8]  # of 24 students, a visit a week
SUSTAINED = [*BEFORE, 14.0, 15, 13, 16, 15, 14, 17, 15, 16]
NO_SIGNAL = [*BEFORE, 6.0, 9, 7, 8, 5, 9, 7, 8, 6]
SHIFTED = [*BEFORE, 14.0, 15, 13, 16, 15, 14]
LOST = [*BEFORE, 14.0, 15, 13, 16, 15, 14, 3, 2, 4, 3, 2, 4]
WORSE = [*BEFORE, 2.0, 3, 1, 2, 3, 1, 2]
RISING = [3.0, 4, 5, 6, 7, 8, 9, 10, *SUSTAINED[8:]]

TOOL = Tool(
    "math-talk",
    "Math talk",
    (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks a question")),
)
CREDENTIAL = MicroCredential(
    "visible",
    "Visible thinking",
    Prose("", "micro-credentials/visible.md"),
    mastery=Mastery(criteria=(Criterion("question", "Asks a question"),)),
    impact=Impact(classes=1),
)
PROGRAM = Program(
    "Maple Grove",
    publish_reviews=PublishReviews.ALWAYS,
    url="https://maple-grove.example.org/",
    tools={TOOL.id: TOOL},
    micro_credentials={CREDENTIAL.id: CREDENTIAL},
    change_ideas={"talk": ChangeIdea("talk", "Exploratory talk", Prose("", "change-ideas/talk.md"))},
)
ANA = Teacher("ana-lopez", "Ana Lopez", Prose("", "teachers/ana-lopez/about.md"), role="Grade 6")


def week(number: int) -> date:
    """The day of a visit; visits count from 0."""
    return FIRST + timedelta(weeks=number)


def change(number: int = 1, at: int = 8, **fields: Any) -> Change:
    """A change in week `at`; from the eighth on, the visits before it are a baseline."""
    return Change(number, week(at), "Talk", **fields)


def observations(
    class_name: str, counts: Sequence[float | None], prompt: str = "explains", **fields: Any
) -> list[Observation]:
    """Weekly counts of 24 students."""
    given = {"n": 24.0} | fields
    return [
        Observation(
            week(number),
            slug(class_name),
            class_name,
            prompt,
            None if count is None else 100 * count / 24,
            count,
            **given,
        )
        for number, count in enumerate(counts)
    ]


def inquiry(classes: Mapping[str, Sequence[float | None]] | None = None, **fields: Any) -> Inquiry:
    """An inquiry with the counts of each class; by default one class with a sustained improvement."""
    counts = {"Period 2": SUSTAINED} if classes is None else classes
    rows = [row for name, values in counts.items() for row in observations(name, values)]
    given: dict[str, Any] = {
        "tool": TOOL.id,
        "question": "Do more students explain?",
        "publish": True,
        "changes": (change(),),
        "observations": tuple(rows),
    }
    body = Prose("", "teachers/ana-lopez/visible-thinking/inquiry.md")
    return Inquiry("visible-thinking", ANA.id, "Making thinking visible", body, **(given | fields))


def render_context(program: Program = PROGRAM, **fields: Any) -> RenderContext:
    """The default theme in English; pictures are empty."""
    theme, _ = load_theme("default", Path("no-such-folder"))
    layout = LayoutContext(program.title, "", "en", program.url, "", theme.script_addresses, (), True, "")
    context = RenderContext(
        program=program,
        translator=ENGLISH,
        renderer=TemplateRenderer(theme, ENGLISH, layout),
        converter=MarkdownConverter(ENGLISH),
        tally={},
        privacy=PrivacyContext(),
        today=date(2026, 2, 1),
        draw_charts=empty_pictures,
    )
    return replace(context, **fields)


def empty_pictures(layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot] = ()) -> list[str]:
    """A picture of each plot, in which nothing is drawn."""
    return [
        f'<svg viewBox="0 0 9 9" id="{layout.name}-{number}"/>' for number, _ in enumerate(plots, start=1)
    ]


def inquiry_context(
    inquiry: Inquiry, program: Program = PROGRAM, teacher: Teacher = ANA, **fields: Any
) -> InquiryContext:
    """The inquiry evaluated, its texts as they are written; `fields` are those of InquiryContext."""
    texts = InquiryTexts(
        Markup(inquiry.body.text), {one.id: Markup(one.body.text) for one in inquiry.reflections}
    )
    context = make_inquiry_context(
        render_context(program), teacher, evaluate_inquiry(program, inquiry), texts, images={}
    )
    return replace(context, **fields)


def answer_of(classes: Mapping[str, Sequence[float | None]], tool: Tool = TOOL, **fields: Any) -> Answer:
    """The answer of an inquiry of classes that were counted like this."""
    program = Program("Maple Grove", tools={tool.id: tool})
    return inquiry_context(inquiry(classes, **fields), program).answer


def plain(text: str) -> str:
    """A text without the spaces that do not break."""
    return text.replace("\N{NO-BREAK SPACE}%", "%").replace("\N{NO-BREAK SPACE}", " ")
