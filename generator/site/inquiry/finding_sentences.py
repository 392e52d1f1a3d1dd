"""What stands beside an inquiry's answer: its design, what it does not show, what two changes share."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct, field

from generator.credential.design_texts import DesignTexts
from generator.runchart.before_and_since import most_telling_phase
from generator.runchart.design import Design, DesignKind
from generator.runchart.what_works import SecondObserver
from generator.site.inquiry.chart_view import Chart
from generator.words.translator import Translator


class FindingSentences(Struct, frozen=True, dict=True):
    """`charts` are those of the main prompt, one for each class."""

    translator: Translator
    charts: Sequence[Chart]
    design: Design | None = None
    second_observer: SecondObserver = field(default_factory=SecondObserver)

    @cached_property
    def shared_changes(self) -> tuple[str, ...]:
        """For each class whose verdict belongs to more than the change that it is named after: which."""
        return tuple(
            self.translator.gettext(
                "In {class_name} change {later} began before this result was clear, so the result belongs to "
                "changes {all} together.",
                class_name=chart.class_name,
                later=chart.confounders[0],
                all=self.translator.format_list(
                    [str(number) for number in (_change_number(chart), *chart.confounders)]
                ),
            )
            for chart in self.charts
            if chart.confounders
        )

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """What the finding does not show, from what holds for every run chart to this inquiry's own data."""
        design = self.design
        if design is None or design.kind is DesignKind.NO_CHANGE or not self.charts:
            return ()
        general = self.translator.gettext(
            "A run chart shows that something changed and whether it lasted. It does not show why."
        )
        return (general, DesignTexts(self.translator, design).limit(), *self._rising_baselines(design))

    @cached_property
    def design_summary(self) -> str:
        """The name of the design and how often the improvement was demonstrated; empty without a design."""
        if self.design is None:
            return ""
        return DesignTexts(self.translator, self.design).summary()

    @cached_property
    def what_works(self) -> str:
        """The line on the standards of the What Works Clearinghouse; empty where no change was tried."""
        if self.design is None or self.design.kind is DesignKind.NO_CHANGE:
            return ""
        return DesignTexts(self.translator, self.design).what_works(self.second_observer)

    def _rising_baselines(self, design: Design) -> tuple[str, ...]:
        if not design.rising:
            return ()
        names = [chart.class_name for chart in self.charts if chart.class_id in design.rising]
        return (
            self.translator.gettext(
                "In {classes} the baseline may already have been improving before the change; some of the "
                "gain may have come without it.",
                classes=self.translator.format_list(names),
            ),
        )


def _change_number(chart: Chart) -> int | None:
    return most_telling_phase(chart.phases).series.change
