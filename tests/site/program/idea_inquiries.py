"""Made-up inquiries about one change idea, and their forest plots."""

from datetime import date, timedelta
from typing import Any

from generator.model import (
    ChangeIdea,
    GrowthResult,
    Program,
    Prompt,
    PromptKind,
    Prose,
    Tool,
)
from generator.site.inquiry.idea_steps import IdeaStep, MissingStep, StepScope
from generator.site.program.idea_forests import IdeaForests, idea_forests
from generator.site.teacher_card import InquiryCard, TeacherCard
from tests.site.views import inquiry_card, program_context

IDEA = ChangeIdea("talk", "Exploratory talk", body=Prose("", "change-ideas/talk.md", 1))
TOOL = Tool("math-talk", "Math talk", (Prompt("explains", "Explains"), Prompt("asks", "Asks")))
TURNS = Tool("turns", "Turns", (Prompt("turns", "Turns", kind=PromptKind.TALLY),))
PROGRAM = Program("Maple Grove", tools={TOOL.id: TOOL, TURNS.id: TURNS}, change_ideas={IDEA.id: IDEA})
FIRST = date(2025, 9, 1)


def step(size: float | None, prompt: str = "explains", **fields: Any) -> IdeaStep:
    """A step with an interval of 10 to either side, of one class; None: it has too few visits."""
    result = GrowthResult(prompt, ("Period 2",), points=20)
    if size is not None:
        result = GrowthResult(
            prompt, ("Period 2",), 0.01, size, size - 10, size + 10, 0.0, step_se=4.0, points=20
        )
    given: dict[str, Any] = {
        "scope": StepScope.ALL,
        "part": "",
        "since": FIRST,
        "conditions": (),
        "missing": MissingStep.TOO_FEW_VISITS if size is None else None,
    }
    given |= {"idea": "talk", "prompt": prompt, "result": result}
    return IdeaStep(**(given | fields))


def inquiry(question: str, *steps: IdeaStep, **fields: Any) -> InquiryCard:
    given = {"tool": "math-talk", "main_prompts": ("explains",), "idea_steps": steps}
    return inquiry_card(question, **(given | fields))


def forests(*cards: TeacherCard) -> IdeaForests:
    return idea_forests(program_context(*cards, program=PROGRAM), IDEA)


def several(*sizes: float, **fields: Any) -> list[InquiryCard]:
    return [
        inquiry(f"Question {number}?", step(size, since=FIRST + timedelta(weeks=number), **fields))
        for number, size in enumerate(sizes)
    ]
