"""One forest plot of a change idea: the picture, the table beside it and what the inquiries say together."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from generator.inert_markup import InertMarkup
from generator.memoize import digest
from generator.model import Prompt, PromptKind, Tool
from generator.runchart.forest_plot import (
    DETAIL,
    ForestPlot,
    ForestRow,
    ForestSummary,
    Interval,
    axis_range,
    axis_ticks,
)
from generator.runchart.forest_renderer import draw_forest
from generator.runchart.meta_analysis import RandomEffectsSummary, summarise_random_effects
from generator.site.inquiry.idea_steps import ConditionClasses, IdeaStep, StepScope
from generator.site.program.program_context import CardPair, ProgramContext
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import TeacherCard
from generator.words.translator import Translator
from generator.words.unit_names import unit_of_values


class IdeaTrial(Struct, frozen=True):
    """A step with whose it is and its number in the plots."""

    step: IdeaStep
    pair: CardPair
    number: int = 0


class ForestLine(Struct, frozen=True):
    """An inquiry in the table beside the plot; `number` is the one in the plot, `step` a step with its
    interval in figures, `points` the visits with a value in all its classes."""

    number: int
    inquiry: Link
    teacher: Link
    grade: str
    conditions: tuple[str, ...]
    classes: int
    points: int
    step: str


class ForestFigure(Struct, frozen=True):
    """A plot with its table; `part` is the condition or the group, empty for whole inquiries, `summary`
    what can be said of the inquiries together."""

    part: str
    scope: StepScope
    svg: Markup
    lines: tuple[ForestLine, ...]
    summary: tuple[str, ...]


class ForestFigureBuilder(Struct, frozen=True):
    """What the plots of one prompt have in common."""

    context: ProgramContext
    tool: Tool
    prompt: Prompt
    rows: slice  # those of its lists that the page shows

    @property
    def _translator(self) -> Translator:
        return self.context.translator

    def figure(self, scope: StepScope, part: str, trials: Sequence[IdeaTrial]) -> ForestFigure:
        """The plot of these inquiries, its table and its sentences; without a picture where the page has
        none of their rows."""
        lines = tuple(self._line(trial) for trial in trials[self.rows])
        if not lines:
            return ForestFigure(part, scope, Markup(), (), ())
        effects = self._random_effects(trials)
        plot = self._plot(part, trials, effects)
        key = digest("forest", repr(plot))
        svg = self.context.render.memoize(key, lambda: draw_forest(plot), InertMarkup)
        return ForestFigure(part, scope, Markup(svg), lines, self._summary(effects, len(trials)))

    def _random_effects(self, trials: Sequence[IdeaTrial]) -> RandomEffectsSummary | None:
        """None of fewer than five inquiries."""
        results = [trial.step.result for trial in trials]
        steps = [result.step for result in results if result.step is not None]
        return summarise_random_effects(steps, [result.step_se or 0.0 for result in results])

    def _plot(
        self, part: str, trials: Sequence[IdeaTrial], effects: RandomEffectsSummary | None
    ) -> ForestPlot:
        gettext = self._translator.gettext
        every_row = tuple(self._row(trial) for trial in trials)
        rows = every_row[self.rows]
        summary = self._forest_summary(effects, len(trials)) if effects else None
        x_from, x_to = axis_range(every_row, summary)
        title = gettext("Forest plot: {prompt}", prompt=self.prompt.text)
        shown = [f"{row.label} {row.amount}" for row in rows]
        if summary:
            shown.append(f"{summary.label} {summary.amount}")
        return ForestPlot(
            rows=rows,
            summary=summary,
            x_from=x_from,
            x_to=x_to,
            ticks=tuple((tick, self._signed(tick)) for tick in axis_ticks(x_from, x_to)),
            axis=gettext("{unit} (to the right: better)", unit=self._unit),
            title=f"{title}, {part}" if part else title,
            description="; ".join(shown),
        )

    def _row(self, trial: IdeaTrial) -> ForestRow:
        card, result = trial.pair[0], trial.step.result
        interval = Interval(result.step or 0.0, result.step_low or 0.0, result.step_high or 0.0)
        name = DETAIL.join(text for text in (card.name, self._grade(card)) if text)
        return ForestRow(interval, f"{trial.number} {name}".removeprefix("0 "), self._amount(interval))

    def _line(self, trial: IdeaTrial) -> ForestLine:
        card, inquiry = trial.pair
        result = trial.step.result
        return ForestLine(
            number=trial.number,
            inquiry=Link(inquiry.question or inquiry.title, inquiry.address),
            teacher=Link(card.name, card.address),
            grade=self._grade(card),
            conditions=tuple(
                self._condition(condition, len(result.classes)) for condition in trial.step.conditions
            ),
            classes=len(result.classes),
            points=result.points,
            step=self._row(trial).amount,
        )

    def _condition(self, condition: ConditionClasses, classes: int) -> str:
        """The condition, with in how many of the classes it held where not in all."""
        if condition.classes == classes:
            return condition.condition
        return self._translator.gettext(
            "{condition} (in {n} of {all} classes)",
            condition=condition.condition,
            n=self._translator.format_number(condition.classes),
            all=self._translator.format_number(classes),
        )

    def _grade(self, card: TeacherCard) -> str:
        """`grade 6`; a grade that is not a number as it is written."""
        if not card.grade[:1].isdigit():
            return card.grade
        return self._translator.gettext("grade {grade}", grade=card.grade)

    def _forest_summary(self, effects: RandomEffectsSummary, inquiries: int) -> ForestSummary:
        mean = Interval(effects.mean, effects.low, effects.high)
        label = self._translator.gettext("Mean of {n} inquiries", n=inquiries)
        return ForestSummary(mean, effects.prediction_low, effects.prediction_high, label, self._amount(mean))

    def _summary(self, effects: RandomEffectsSummary | None, inquiries: int) -> tuple[str, ...]:
        """What the inquiries say together; where there are fewer than five, nothing but that."""
        translator = self._translator
        if effects is None:
            sentence = translator.gettext("With fewer than five inquiries, no mean is given.")
            return (sentence,) if inquiries > 1 else ()
        values = {
            "mean": self._signed(effects.mean),
            "low": self._signed(effects.low),
            "high": self._signed(effects.high),
            "unit": self._unit,
        }
        predicted = {
            "low": self._signed(effects.prediction_low),
            "high": self._signed(effects.prediction_high),
            "unit": self._unit,
        }
        return (
            translator.gettext("Mean step: {mean} {unit} (95% interval {low} to {high}).", **values),
            translator.gettext(
                "In a new inquiry like these, the step would be between {low} and {high} {unit} 95 times "
                "out of 100.",
                **predicted,
            ),
            self._heterogeneity(effects),
        )

    def _heterogeneity(self, effects: RandomEffectsSummary) -> str:
        tau2 = self._translator.format_number(effects.tau2, 2)
        if tau2 == self._translator.format_number(0):
            return self._translator.gettext(
                "The inquiries differ no more than their visits alone would make them (tau² = 0)."
            )
        return self._translator.gettext(
            "The inquiries differ by more than their visits alone would make them: standard deviation "
            "{tau} {unit} (tau² = {tau2}).",
            tau=self._translator.format_number(effects.tau2**0.5, 1),
            unit=self._unit,
            tau2=tau2,
        )

    def _amount(self, interval: Interval) -> str:
        """`+12 (3 to 21)`."""
        return self._translator.gettext(
            "{step} ({low} to {high})",
            step=self._signed(interval.estimate),
            low=self._signed(interval.low),
            high=self._signed(interval.high),
        )

    def _signed(self, value: float) -> str:
        digits = {PromptKind.TALLY: 1, PromptKind.SCALE: 2}.get(self.prompt.kind, 0)
        return self._translator.format_signed(value, digits)

    @property
    def _unit(self) -> str:
        """What a step is measured in."""
        return unit_of_values(self._translator, self.prompt.kind, self.tool.unit)
