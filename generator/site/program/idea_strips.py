"""The plot of many classes: a strip a change idea, a dot a class, where it has moved since the change.

The dots are stacked as in a dot plot (Wilkinson 1999, The American Statistician 53:276): each stands at the
nearest step of the scale, those of one step above one another, the best outcomes below.  To the right is
better, whatever the prompt; only shares are drawn, because other measures have no common scale.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator import addresses
from generator.model import Better, ChangeIdea, Outcome
from generator.site.program.outcome_order import OUTCOME_ORDER
from generator.site.program.program_context import CardPair
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import ClassCard
from generator.words.outcome_texts import OUTCOME_FORMS
from generator.words.translator import Translator

WIDTH = 640  # of a strip, in its own units
REACH = 50  # percentage points to each side of no change; a class further off stands at the end
_RADIUS = 3.2
_HIGHEST = 40  # dots in a stack, above which a dot stands for several classes


class OutcomeDots(Struct, frozen=True):
    """The dots of one outcome as the data of a path whose points are drawn round, and in words."""

    outcome: Outcome
    path: str
    heading: str
    classes: int


class IdeaStrip(Struct, frozen=True):
    """A change idea with all its classes.  `link` has no address where a change names no idea; `not_drawn`
    is how many classes have no two shares to compare; `classes_a_dot` is 1 but for very many classes."""

    link: Link
    classes: int
    height: float
    dots: tuple[OutcomeDots, ...]
    not_drawn: int
    classes_a_dot: int


def idea_strips(
    translator: Translator, pairs: Iterable[CardPair], ideas: Mapping[str, ChangeIdea]
) -> tuple[IdeaStrip, ...]:
    """A strip for each change idea that the verdict of some class is about, most classes first."""
    by_idea: dict[str, list[ClassCard]] = defaultdict(list)
    for _, inquiry in pairs:
        for of_class in inquiry.classes:
            if of_class.outcome is not None:
                by_idea[of_class.idea if of_class.idea in ideas else ""].append(of_class)
    most_first = sorted(by_idea.items(), key=lambda item: (not item[0], -len(item[1])))
    return tuple(
        _strip(translator, _idea_link(translator, ideas.get(idea)), classes) for idea, classes in most_first
    )


def moved(of_class: ClassCard) -> float | None:
    """By how many percentage points a class is better than before; None where that cannot be said."""
    before, since = of_class.levels.before, of_class.levels.since
    if before is None or since is None or not of_class.prompt.is_share:
        return None
    return since - before if of_class.prompt.better is Better.HIGHER else before - since


def _idea_link(translator: Translator, idea: ChangeIdea | None) -> Link:
    if idea is None:
        return Link(translator.gettext("Other changes"), "")
    return Link(idea.title, addresses.change_idea(idea.id))


def _strip(translator: Translator, link: Link, classes: list[ClassCard]) -> IdeaStrip:
    stacks = _stacks(classes)
    tallest = max((sum(stack.values()) for stack in stacks.values()), default=0)  # whole numbers
    classes_a_dot = max(-(-tallest // _HIGHEST), 1)
    dots = [[-(-number // classes_a_dot) for number in stack.values()] for stack in stacks.values()]
    height = 2 * _RADIUS * max(map(sum, dots), default=1) + 2
    paths = _paths(stacks, classes_a_dot, height)
    counted = Counter(of_class.outcome for of_class in classes)
    return IdeaStrip(
        link=link,
        classes=len(classes),
        height=round(height, 1),
        dots=tuple(
            OutcomeDots(
                outcome,
                paths[outcome],
                translator.gettext(OUTCOME_FORMS[outcome].heading),
                counted[outcome],
            )
            for outcome in OUTCOME_ORDER
            if counted[outcome]
        ),
        not_drawn=len(classes) - sum(sum(stack.values()) for stack in stacks.values()),  # whole numbers
        classes_a_dot=classes_a_dot,
    )


def _stacks(classes: Iterable[ClassCard]) -> dict[int, Counter[Outcome]]:
    """Step of the scale -> how many classes of each outcome stand there, from left to right."""
    steps = int(WIDTH / (2 * _RADIUS)) - 1
    stacks: dict[int, Counter[Outcome]] = defaultdict(Counter)
    for of_class in classes:
        change = moved(of_class)
        if change is not None and of_class.outcome is not None:
            stacks[_step(change, steps)][of_class.outcome] += 1
    return dict(sorted(stacks.items()))


def _paths(
    stacks: Mapping[int, Mapping[Outcome, int]], classes_a_dot: int, height: float
) -> dict[Outcome, str]:
    """Path data of the dots of each outcome."""
    points: dict[Outcome, list[str]] = {outcome: [] for outcome in OUTCOME_ORDER}
    for step, stack in stacks.items():
        below = 0
        for outcome in OUTCOME_ORDER:
            dots = -(-stack.get(outcome, 0) // classes_a_dot)
            x = (step + 1) * 2 * _RADIUS
            points[outcome] += [
                f"M{x:.1f} {height - 1 - (2 * dot + 1) * _RADIUS:.1f}h0" for dot in range(below, below + dots)
            ]
            below += dots
    return {outcome: "".join(of_outcome) for outcome, of_outcome in points.items()}


def _step(change: float, steps: int) -> int:
    """The nearest of the steps from the left end of the scale to its right end."""
    share = (min(max(change, -REACH), REACH) + REACH) / (2 * REACH)
    return round(share * (steps - 1))
