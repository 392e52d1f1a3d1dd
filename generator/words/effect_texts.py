"""What stands beside a verdict: the size of the effect, luck, a baseline that was already rising."""

from msgspec import Struct

from generator.model import POINTS_HELD, Better, Finding, if_neighbours_resemble
from generator.words.translator import ENGLISH, Translator, decimals_of, round_half_up


class EffectTexts(Struct, frozen=True):
    """What stands beside a verdict, in one language."""

    translator: Translator = ENGLISH

    def effect(self, finding: Finding, *, share: bool, better: Better = Better.HIGHER) -> str:
        """The size of the effect: difference of medians, and NAP with its 95% interval."""
        if finding.median is None or finding.median_after is None or finding.verdict is None:
            return ""
        digits = 0 if share else max(decimals_of(finding.median), decimals_of(finding.median_after))
        before, after = (
            self.translator.format_percent(value) if share else self.translator.format_number(value, digits)
            for value in (finding.median, finding.median_after)
        )
        # the difference of what is shown, so that nobody reads "from 23% to 23%: 1 point"
        difference = float(
            round_half_up(finding.median_after, digits) - round_half_up(finding.median, digits)
        )
        if finding.median == finding.median_after:
            text = self.translator.gettext("The median stayed at {before}.", before=before)
        elif before == after:
            text = self.translator.gettext("The median stayed at about {before}.", before=before)
        else:
            direction = self.translator.gettext("higher" if difference > 0 else "lower")
            points = (
                self.translator.ngettext(
                    "{n} percentage point {direction}",
                    "{n} percentage points {direction}",
                    abs(difference),
                    direction=direction,
                )
                if share
                else self.translator.gettext(
                    "{n} {direction}",
                    n=self.translator.format_number(abs(difference), digits),
                    direction=direction,
                )
            )
            text = self.translator.gettext(
                "From a median of {before} to {after}: {points}.", before=before, after=after, points=points
            )
        if finding.nap is None or finding.nap_low is None or finding.nap_high is None:
            return text
        return f"{text} {self._overlap(finding.nap, finding.nap_low, finding.nap_high)}"

    def _overlap(self, nap: float, low: float, high: float) -> str:
        return self.translator.gettext(
            "In {pairs} of 100 pairs a visit after the change is better than a visit before; ties count half "
            "(NAP {nap}; 95% interval {low} to {high} if visits are independent).",
            pairs=self._inexact(100 * nap, 100, 0),
            nap=self._inexact(nap, 1, 2),
            low=self.translator.format_decimal(low, 2),
            high=self.translator.format_decimal(high, 2),
        )

    def _inexact(self, value: float, most: int, digits: int) -> str:
        """A value from 0 to `most`, which is shown as the least or the most only where it is just that."""
        step = 10**-digits
        if 0 < value < step / 2:
            return self.translator.gettext(
                "less than {number}", number=self.translator.format_decimal(step, digits)
            )
        if most - step / 2 <= value < most:
            return self.translator.gettext(
                "more than {number}", number=self.translator.format_decimal(most - step, digits)
            )
        return self.translator.format_decimal(value, digits)

    def luck(self, finding: Finding) -> str:
        """How often luck alone would give the verdict; empty where there are too few points."""
        if finding.by_luck is None:
            return ""
        if finding.by_luck == 0 and (finding.useful_after or 0) < POINTS_HELD:
            return self.translator.gettext(
                "With so few visits after the change, no order of these values "
                "could be called a sustained improvement."
            )
        return self.translator.gettext(
            "With these values shuffled at random, {chance} orders would be called a sustained "
            "improvement if visits are independent, {alike} if neighboring visits resemble each other as "
            "in published studies.",
            chance=self.translator.format_frequency(finding.by_luck),
            alike=self.translator.format_about_frequency(if_neighbours_resemble(finding.by_luck)),
        )

    def rising_baseline(self, finding: Finding) -> str:
        """The warning that the baseline may already have been getting better; empty without a sign of it."""
        if not finding.baseline_rising:
            return ""
        return self.translator.gettext(
            "The baseline may already have been improving before the change; some of the gain may have "
            "come without it."
        )

    def nap(self, finding: Finding) -> str:
        """The share of pairs with its interval, as a cell of a table: `0.92 (0.67 to 0.98)`; or empty."""
        if finding.nap is None or finding.nap_low is None or finding.nap_high is None:
            return ""
        return self.translator.gettext(
            "{nap} ({low}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{high})",
            nap=self._inexact(finding.nap, 1, 2),
            low=self.translator.format_decimal(finding.nap_low, 2),
            high=self.translator.format_decimal(finding.nap_high, 2),
        )

    def chances(self, finding: Finding) -> tuple[str, ...]:
        """How often luck alone would give the verdict, as a cell of a table: if visits have nothing to do
        with one another, and if neighbors resemble each other; empty with too few points."""
        if finding.by_luck is None:
            return ()
        if finding.by_luck == 0 and (finding.useful_after or 0) < POINTS_HELD:
            return (self.translator.gettext("none yet"),)
        return (
            self.translator.format_frequency(finding.by_luck),
            self.translator.format_about_frequency(if_neighbours_resemble(finding.by_luck)),
        )
