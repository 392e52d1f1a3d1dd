"""Contexts and cards with only what a test names; all else is empty."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.credential.decision import DecisionState
from generator.model import MicroCredential, Outcome, Program, Prompt, Prose, Unit, Verdict
from generator.privacy.privacy_context import PrivacyContext
from generator.runchart.before_and_since import BeforeAndSince
from generator.site.inquiry.answer import Answer
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import RenderContext, make_render_context
from generator.site.rendering.theme import Theme, load_theme
from generator.site.teacher_card import ClassCard, InquiryCard, TeacherCard
from generator.slugs import slug

TODAY = date(2026, 2, 1)


@cache
def default_theme() -> Theme:
    """The theme that comes with the program."""
    theme, problems = load_theme("default", Path("no-such-folder"))
    assert not problems
    return theme


def render_context(
    program: Program | None = None, theme: Theme | None = None, privacy: PrivacyContext | None = None
) -> RenderContext:
    """The context of a program called Maple Grove, with the default theme and no roster."""
    return make_render_context(
        program or Program("Maple Grove"), theme or default_theme(), privacy or PrivacyContext(), TODAY
    )


def program_context(
    *cards: TeacherCard, program: Program | None = None, files: frozenset[str] = frozenset()
) -> ProgramContext:
    """The context of a program whose teachers have these cards."""
    return ProgramContext(render_context(program), cards, LinkTargets(files))


def teacher_card(name: str, *inquiries: InquiryCard, **fields: Any) -> TeacherCard:
    """The card of a teacher with these inquiries."""
    empty = {"role": "", "grade": "", "subject": "", "school": ""}
    address = f"teachers/{slug(name)}/"
    return TeacherCard(id=slug(name), name=name, address=address, inquiries=inquiries, **(empty | fields))


def inquiry_card(question: str, **fields: Any) -> InquiryCard:
    """The card of an inquiry with this question, in nobody's folder."""
    empty: dict[str, Any] = {
        "teacher": "",
        "id": slug(question),
        "address": f"teachers/t/{slug(question)}/",
        "title": question,
        "question": question,
        "answer": Answer("", ""),
        "micro_credential": "",
        "tool": "",
        "unit": Unit.STUDENTS,
        "state": DecisionState.SHARED,
        "decision": "",
        "main_prompts": (),
        "followed": (),
        "groups": (),
        "classes": (),
        "tile": Markup(),
        "design": "",
        "visits": 0,
        "reflections": 0,
        "first": None,
        "latest": None,
    }
    return InquiryCard(**(empty | fields))


VERDICTS = {
    Outcome.LASTED: Verdict.SUSTAINED_IMPROVEMENT,
    Outcome.TOO_SOON: Verdict.SHIFT_NOT_YET_SUSTAINED,
    Outcome.MAY_BE_LUCK: Verdict.SHIFT_NOT_YET_SUSTAINED,
    Outcome.DID_NOT_LAST: Verdict.DID_NOT_HOLD,
    Outcome.WORSE: Verdict.WRONG_DIRECTION,
    Outcome.NO_CLEAR_CHANGE: Verdict.NO_SIGNAL,
    Outcome.TOO_FEW: Verdict.TOO_FEW_POINTS,
}


def class_card(name: str, outcome: Outcome | None = None, **fields: Any) -> ClassCard:
    """The card of a class whose prompt is counted as a share; without an outcome no change was tried."""
    empty: dict[str, Any] = {
        "prompt": Prompt("explains", "Explains own thinking"),
        "svg": Markup("<svg/>"),
        "verdict": VERDICTS[outcome] if outcome else None,
        "outcome": outcome,
    }
    return ClassCard(name, **(empty | fields))


def levels(before: float | None, since: float | None = None) -> BeforeAndSince:
    """The levels of a class, in percent."""
    return BeforeAndSince(before, since)


def micro_credential(id_: str, title: str, **fields: Any) -> MicroCredential:
    """A micro-credential without a text."""
    return MicroCredential(id_, title, Prose("", f"micro-credentials/{id_}.md", 1), **fields)
