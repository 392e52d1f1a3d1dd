"""Very many classes: a strip a change idea, a dot a class."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Better, ChangeIdea, Outcome, Prompt, PromptKind, Prose
from generator.site.program.idea_strips import IdeaStrip, idea_strips, moved
from generator.site.teacher_card import ClassCard
from generator.words.translator import ENGLISH
from tests.site.views import class_card, inquiry_card, levels, teacher_card

IDEAS = {"talk": ChangeIdea("talk", "Exploratory talk", Prose("", "change-ideas/talk.md", 1))}


def strips(*classes: ClassCard) -> tuple[IdeaStrip, ...]:
    return idea_strips(ENGLISH, [(teacher_card("Ana"), inquiry_card("Talk?", classes=classes))], IDEAS)


def dots_of(strip: IdeaStrip) -> int:
    return sum(dots.path.count("h0") for dots in strip.dots)


def test_a_class_is_a_dot_of_its_outcome_on_the_strip_of_its_idea() -> None:
    talk = class_card("A", Outcome.LASTED, levels=levels(30, 60), idea="talk")
    other = class_card("B", Outcome.WORSE, levels=levels(30, 20))
    first, second = strips(talk, other, class_card("C"))
    assert (first.link.text, first.link.address) == ("Exploratory talk", "change-ideas/talk/")
    assert (second.link.text, second.link.address) == ("Other changes", "")
    assert [(dots.outcome, dots.classes) for dots in first.dots] == [(Outcome.LASTED, 1)]
    assert dots_of(first) == dots_of(second) == 1


def test_to_the_right_is_better_whatever_the_prompt() -> None:
    waits = Prompt("waits", "Waits", better=Better.LOWER)
    assert moved(class_card("A", Outcome.LASTED, levels=levels(30, 60))) == 30
    assert moved(class_card("A", Outcome.LASTED, prompt=waits, levels=levels(60, 30))) == 30


def test_a_class_without_two_shares_is_counted_and_not_drawn() -> None:
    tally = Prompt("asks", "Asks", kind=PromptKind.TALLY)
    (strip,) = strips(
        class_card("A", Outcome.LASTED, prompt=tally, levels=levels(3, 6), idea="talk"),
        class_card("B", Outcome.TOO_FEW, levels=levels(30), idea="talk"),
    )
    assert (strip.classes, strip.not_drawn, dots_of(strip)) == (2, 2, 0)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=300))
def test_every_class_has_a_dot_inside_the_strip(values: list[float]) -> None:
    (strip,) = strips(
        *(class_card("A", Outcome.LASTED, levels=levels(value, 100 - value), idea="talk") for value in values)
    )
    points = [point.split("h0")[0].split() for dots in strip.dots for point in dots.path.split("M")[1:]]
    assert all(0 <= float(x) <= 640 and 0 <= float(y) <= strip.height for x, y in points)
    assert len(points) * strip.classes_a_dot >= len(values)
    if strip.classes_a_dot == 1:
        assert len(points) == len(values)
