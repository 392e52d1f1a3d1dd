"""The comparison with steady growth, and the pooled step, in plain words."""

from decimal import Decimal

from msgspec import Struct

from generator.model import GROWTH_P_LIMIT, RISE_VISITS, GrowthResult
from generator.words.translator import ENGLISH, Translator, decimals_of, round_half_up

_SMALLEST_P = 0.001  # that is written with its digits
_MOST_DIGITS = 12
_LIMIT = Decimal(repr(GROWTH_P_LIMIT))


class GrowthTexts(Struct, frozen=True):
    """What is said of one prompt, all classes together, in one language."""

    translator: Translator = ENGLISH

    def name(self, is_more_than_growth: bool | None) -> str:
        """The outcome as lists name it, without a full stop; None where nothing could be compared."""
        match is_more_than_growth:
            case True:
                return self.translator.gettext("more than steady growth")
            case False:
                return self.translator.gettext("not separable from steady growth")
            case None:
                return self.translator.gettext(
                    "too few visits, or too little variation, to compare with steady growth"
                )

    def comparison(self, result: GrowthResult, *, lasted: bool = True) -> str:
        """The outcome in full, for a prompt that is better than before; `lasted`: it is sustained."""
        outcome = self._outcome(result, lasted)
        return f"{outcome} {self._left_out(result)}".strip()

    def _outcome(self, result: GrowthResult, lasted: bool) -> str:
        gettext = self.translator.gettext
        match result.is_more_than_growth:
            case True if result.is_gradual:
                return gettext(
                    "More than steady growth: in all classes together, a change that builds up over the "
                    "first {visits} visits after the start fits better than the straight line each class "
                    "was on ({p}).",
                    visits=self.translator.format_number(RISE_VISITS),
                    p=self.p_value(result.p or 0.0),
                )
            case True:
                return gettext(
                    "More than steady growth: in all classes together, a change at the start fits better "
                    "than the straight line each class was on ({p}).",
                    p=self.p_value(result.p or 0.0),
                )
            case None:
                return gettext("Too few visits, or too little variation, to compare with steady growth.")
        better = (
            gettext("Better than before, and it has lasted.") if lasted else gettext("Better than before.")
        )
        but = gettext(
            "But steady growth that was already under way would explain these visits as well. More visits "
            "before the change, another class, or starts further apart can tell them apart. "
            "This says nothing against the change."
        )
        return f"{better} {but}"

    def _left_out(self, result: GrowthResult) -> str:
        """The classes that "all classes together" does not mean; empty where nothing was compared."""
        if result.p is None or not result.left_out:
            return ""
        return self.translator.gettext(
            "Not in this comparison, because of too few visits before or after the change or too little "
            "variation: {classes}.",
            classes=self.translator.format_list(result.left_out),
        )

    def pooled_step(self, result: GrowthResult, *, share: bool) -> str:
        """The third size of the effect with its interval; empty where it cannot be computed.  `share` says
        that values are percentages."""
        if result.step is None or result.step_low is None or result.step_high is None:
            return ""
        step, low, high = self._interval((result.step, result.step_low, result.step_high), share)
        pooled = self.translator.gettext(
            "Pooled step, the change of level over and above each class's own straight line: {step} "
            "(95% interval {low} to {high}; above 0 is better).",
            step=step,
            low=low,
            high=high,
        )
        if not (result.is_gradual and result.is_more_than_growth):
            return pooled
        only_sudden = self.translator.gettext(
            "It measures a change that is there from the first visit, so it does not show the full size "
            "of one that builds up."
        )
        return f"{pooled} {only_sudden}"

    def of_one_class(self, result: GrowthResult, *, share: bool) -> str:
        """The step of one chart alone with its interval, as a cell of a table, `12 points (3 to 21)`; it
        settles nothing.  Empty where it cannot be computed."""
        if result.step is None or result.step_low is None or result.step_high is None:
            return ""
        step, low, high = self._interval((result.step, result.step_low, result.step_high), share)
        return self.translator.gettext(
            "{step} ({low}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{high})", step=step, low=low, high=high
        )

    def p_value(self, p: float) -> str:
        """`p = 0.012`, `p < 0.001`; never rounded across the limit that decides."""
        if p < _SMALLEST_P:
            return self.translator.gettext("p < {p}", p=self.translator.format_decimal(_SMALLEST_P, 3))
        enough = (
            digits
            for digits in range(3 if p < 0.1 else 2, _MOST_DIGITS)
            if (round_half_up(p, digits) <= _LIMIT) is (p <= GROWTH_P_LIMIT)
        )
        digits = next(enough, _MOST_DIGITS)
        return self.translator.gettext("p = {p}", p=self.translator.format_decimal(p, digits))

    def _interval(self, figures: tuple[float, float, float], share: bool) -> tuple[str, ...]:
        """A difference in its measure (points of percent, or as it is) and the ends of its interval, all
        with as many decimals as the largest of them is worth."""
        digits = 0 if share else decimals_of(max(map(abs, figures)))
        step, low, high = (self.translator.format_number(figure, digits) for figure in figures)
        if share:
            step = self.translator.ngettext("{n} point", "{n} points", float(round_half_up(figures[0], 0)))
        return step, low, high
