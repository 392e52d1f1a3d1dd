"""The forest plots of a change idea: one a prompt, a row an inquiry, and the same rows by condition and by
group of students.

Only inquiries with the same tool and prompt share an axis, and there is no mean over several prompts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator import addresses
from generator.model import ChangeIdea, Prompt, Tool
from generator.site.inquiry.idea_steps import MissingStep, StepScope
from generator.site.program.idea_forest_figure import ForestFigure, ForestFigureBuilder, IdeaTrial
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.template_renderer import Link
from generator.slugs import natural_key, slug
from generator.words.translator import Translator

_FEWEST_IN_A_PART = 2  # inquiries of one condition or group, for a plot of their own


class LeftOutLine(Struct, frozen=True):
    """An inquiry that stands in no plot, and why."""

    inquiry: Link
    teacher: str
    reason: str


class PromptForest(Struct, frozen=True):
    """All inquiries that counted one prompt of one tool after the idea."""

    id: str
    tool: Link
    prompt: Prompt
    whole: ForestFigure
    parts: tuple[ForestFigure, ...]
    left_out: tuple[LeftOutLine, ...]

    @property
    def has_rows(self) -> bool:
        """Whether the page shows any of it."""
        return bool(self.whole.lines or self.left_out)


class IdeaForests(Struct, frozen=True):
    """What a change idea's page shows of all its inquiries.  `left_out` are those that stand in none of
    the plots."""

    forests: tuple[PromptForest, ...]
    left_out: tuple[LeftOutLine, ...]


def idea_forests(context: ProgramContext, idea: ChangeIdea, rows: slice = slice(None)) -> IdeaForests:
    """The plots of every prompt that some inquiry's requirement names and whose step can be computed.

    Each page of a long list shows some `rows` of each plot, on one scale and with the mean of all.
    """
    trials = [
        IdeaTrial(step, (card, inquiry))
        for card, inquiry in context.inquiries
        for step in inquiry.idea_steps
        if step.idea == idea.id
    ]
    trials.sort(key=_by_start)
    by_prompt: dict[tuple[str, str], list[IdeaTrial]] = defaultdict(list)
    for trial in trials:
        by_prompt[trial.pair[1].tool, trial.step.prompt].append(trial)
    plotted = {
        key: of_prompt
        for key, of_prompt in by_prompt.items()
        if key[0] in context.program.tools and _has_plot(key[1], of_prompt)
    }
    forests = (
        _prompt_forest(context, context.program.tools[tool], prompt, of_prompt, rows)
        for (tool, prompt), of_prompt in plotted.items()
    )
    left_out = _left_out(
        context.translator, trials, [trial for of_one in plotted.values() for trial in of_one]
    )
    return IdeaForests(tuple(forest for forest in forests if forest.has_rows), left_out[rows])


def _left_out(
    translator: Translator, trials: Iterable[IdeaTrial], plotted: Iterable[IdeaTrial]
) -> tuple[LeftOutLine, ...]:
    """The inquiries with a trial and none in the plots, each once."""
    addresses_in_plots = {trial.pair[1].address for trial in plotted if trial.step.scope is StepScope.ALL}
    lines: dict[str, LeftOutLine] = {}
    for trial in trials:
        address = trial.pair[1].address
        if address not in addresses_in_plots and trial.step.scope is StepScope.ALL:
            lines.setdefault(address, _left_out_line(translator, trial))
    return tuple(lines.values())


def _by_start(trial: IdeaTrial) -> tuple[object, ...]:
    """By the day on which the first class started, then by address."""
    return trial.step.since, trial.pair[1].address


def _has_plot(prompt: str, trials: Iterable[IdeaTrial]) -> bool:
    """Whether an inquiry declared the prompt beforehand as the one that counts, and one has a step of it."""
    whole = [trial for trial in trials if trial.step.scope is StepScope.ALL]
    is_declared = any(prompt in trial.pair[1].main_prompts for trial in whole)
    return is_declared and any(trial.step.missing is None for trial in whole)


def _prompt_forest(
    context: ProgramContext, tool: Tool, prompt_id: str, trials: Sequence[IdeaTrial], rows: slice
) -> PromptForest:
    prompt = tool.prompt(prompt_id)
    figures = ForestFigureBuilder(context, tool, prompt, rows)
    whole = [trial for trial in trials if trial.step.scope is StepScope.ALL]
    computed = _numbered([trial for trial in whole if trial.step.missing is None])
    numbers = {trial.pair[1].address: trial.number for trial in computed}
    return PromptForest(
        id=f"{tool.id}-{prompt.id}",
        tool=Link(tool.title, addresses.tool(tool.id)),
        prompt=prompt,
        whole=figures.figure(StepScope.ALL, "", computed),
        parts=tuple(
            figures.figure(scope, of_part[0].step.part, of_part)
            for scope in (StepScope.CONDITION, StepScope.GROUP)
            for of_part in _parts(trials, scope, numbers)
            if of_part[rows]
        ),
        left_out=tuple(
            _left_out_line(context.translator, trial) for trial in whole if trial.step.missing is not None
        )[rows],
    )


def _numbered(trials: Iterable[IdeaTrial]) -> list[IdeaTrial]:
    return [IdeaTrial(trial.step, trial.pair, number) for number, trial in enumerate(trials, start=1)]


def _parts(
    trials: Iterable[IdeaTrial], scope: StepScope, numbers: Mapping[str, int]
) -> list[list[IdeaTrial]]:
    """The trials of each condition (or group) that at least two inquiries have, however it is spelled, with
    the numbers that the inquiries have in the plot of all."""
    by_part: dict[str, list[IdeaTrial]] = defaultdict(list)
    for trial in trials:
        if trial.step.scope is scope:
            number = numbers.get(trial.pair[1].address, 0)
            by_part[slug(trial.step.part)].append(IdeaTrial(trial.step, trial.pair, number))
    return [
        by_part[part] for part in sorted(by_part, key=natural_key) if len(by_part[part]) >= _FEWEST_IN_A_PART
    ]


def _left_out_line(translator: Translator, trial: IdeaTrial) -> LeftOutLine:
    card, inquiry = trial.pair
    gettext = translator.gettext
    reasons = {
        MissingStep.NO_DATA: gettext("no data yet"),
        MissingStep.ANOTHER_CHANGE_FIRST: gettext("another change came first in the same class"),
        MissingStep.TOO_FEW_VISITS: gettext("no class has five visits before the change and five after it"),
        MissingStep.NOTHING_VARIES: gettext("the values of a class do not vary around their line"),
    }
    reason = reasons[trial.step.missing] if trial.step.missing else ""
    return LeftOutLine(Link(inquiry.question or inquiry.title, inquiry.address), card.name, reason)
