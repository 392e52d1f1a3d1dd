"""The verdict of a run chart in plain words: what is so, what would settle it, how sure it is.

Never more than the data say, and never a judgement of the teacher (docs/method.md).
"""

from dataclasses import dataclass

from generator.model import FEWEST_POINTS, POINTS_HELD, Better, Finding, Verdict
from generator.words.translator import ENGLISH, Translator, round_half_up


@dataclass(frozen=True, slots=True)
class VerdictTexts:
    """What is said of a finding, in one language."""

    translator: Translator = ENGLISH

    def name(self, verdict: Verdict | None) -> str:
        """The verdict as every list, table and chart names it."""
        names = {
            Verdict.TOO_FEW_POINTS: self.translator.gettext("too few points"),
            Verdict.NO_SIGNAL: self.translator.gettext("no signal"),
            Verdict.WRONG_DIRECTION: self.translator.gettext("look into it"),
            Verdict.SHIFT_NOT_YET_SUSTAINED: self.translator.gettext("a shift, not yet sustained"),
            Verdict.DID_NOT_HOLD: self.translator.gettext("did not hold"),
            Verdict.SUSTAINED_IMPROVEMENT: self.translator.gettext("sustained improvement"),
        }
        return names[verdict] if verdict else self.translator.gettext("no verdict")

    def verdict(
        self, finding: Finding, *, share: bool, better: Better = Better.HIGHER, unit: str = ""
    ) -> str:
        """One or two sentences on the verdict, with this finding's own figures; empty without one.

        `share` says that values are percentages; `unit` is what other values are counted in, if it is
        to be said ("minutes").
        """
        median = "" if finding.median is None else self._format_amount(finding.median, share, unit)
        match finding.verdict:
            case None:
                return ""
            case Verdict.TOO_FEW_POINTS:
                return self._too_few(finding)
            case Verdict.NO_SIGNAL:
                return self._no_signal(finding, better, median)
            case Verdict.WRONG_DIRECTION:
                return self._wrong_direction(better, median)
            case Verdict.DID_NOT_HOLD:
                return self._did_not_hold(finding)
            case Verdict.SHIFT_NOT_YET_SUSTAINED:
                return self._not_yet_sustained(finding, better, median)
            case Verdict.SUSTAINED_IMPROVEMENT:
                return self._sustained(finding, better, median)

    def effect(self, finding: Finding, *, share: bool, better: Better = Better.HIGHER) -> str:
        """The size of the effect: difference of medians, and NAP with its 95 % interval."""
        if finding.median is None or finding.median_after is None or finding.verdict is None:
            return ""
        digits = 0 if share else 1
        before, after = (
            self._format_amount(finding.median, share),
            self._format_amount(finding.median_after, share),
        )
        # the difference of what is shown, so that nobody reads "from 23 % to 23 %: 1 point"
        difference = float(
            round_half_up(finding.median_after, digits) - round_half_up(finding.median, digits)
        )
        if before == after:
            text = self.translator.gettext("The median stayed at {before}.", before=before)
        else:
            direction = self.translator.gettext("more") if difference > 0 else self.translator.gettext("less")
            points = (
                self.translator.ngettext(
                    "{n} point {direction}", "{n} points {direction}", abs(difference), direction=direction
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
        pairs = self.translator.gettext(
            "In {pairs} of 100 pairs a visit after the change is better than a visit before "
            "(NAP {nap}, 95 % interval {low} to {high}).",
            pairs=self.translator.format_number(100 * finding.nap),
            nap=self.translator.format_decimal(finding.nap, 2),
            low=self.translator.format_decimal(finding.nap_low, 2),
            high=self.translator.format_decimal(finding.nap_high, 2),
        )
        return f"{text} {pairs}"

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
            "Shuffled at random, these same values would be called a sustained improvement "
            "in {chance} of cases.",
            chance=self.translator.format_probability(finding.by_luck),
        )

    def rising_baseline(self, finding: Finding) -> str:
        """The warning that the baseline was already getting better; empty where it was not."""
        if not finding.baseline_rising:
            return ""
        return self.translator.gettext(
            "The baseline was already getting better before the change; "
            "some of the gain may have come without it."
        )

    def _format_amount(self, value: float, share: bool, unit: str = "") -> str:
        """A value in its own measure: `35 %`, `4.5`, `4.5 minutes`."""
        if share:
            return self.translator.format_percent(value)
        return self.translator.format_number(value, 1) + (f"\u00a0{unit}" if unit else "")

    def _too_few(self, finding: Finding) -> str:
        has_before = finding.baseline_points or 0
        has_after = finding.useful_after or 0
        collected_after = finding.points - has_before
        missing = []
        if has_before < FEWEST_POINTS:
            missing.append(
                self.translator.ngettext(
                    "{n} visit before the change", "{n} visits before the change", FEWEST_POINTS - has_before
                )
            )
        if has_after < FEWEST_POINTS:
            missing.append(
                self.translator.ngettext(
                    "{n} visit after the change", "{n} visits after the change", FEWEST_POINTS - has_after
                )
            )
        sentences = [
            self.translator.gettext(
                "It is too early for a verdict. Still missing: {missing}.",
                missing=self.translator.format_list(missing),
            )
        ]
        # without a baseline there is no line for a point to lie on
        on_line = collected_after - has_after if has_before else 0
        if has_after < FEWEST_POINTS and on_line > 0:
            sentences.append(
                self.translator.ngettext(
                    "{n} point after the change lies exactly on the median and counts for neither side.",
                    "{n} points after the change lie exactly on the median and count for neither side.",
                    on_line,
                )
            )
        if has_before < FEWEST_POINTS and collected_after:
            sentences.append(self.translator.gettext("A next change can start from a longer baseline."))
        return " ".join(sentences)

    def _no_signal(self, finding: Finding, better: Better, median: str) -> str:
        good, useful = finding.on_good_side or 0, self.translator.format_number(finding.useful_after or 0)
        counted = (
            self.translator.ngettext(
                "{n} of {useful} points after the change lies above the baseline's median of {median}.",
                "{n} of {useful} points after the change lie above the baseline's median of {median}.",
                good,
                useful=useful,
                median=median,
            )
            if better is Better.HIGHER
            else self.translator.ngettext(
                "{n} of {useful} points after the change lies below the baseline's median of {median}.",
                "{n} of {useful} points after the change lie below the baseline's median of {median}.",
                good,
                useful=useful,
                median=median,
            )
        )
        rest = self.translator.gettext(
            "No six in a row after the change lie on one side, so there is no signal. "
            "That is not the same as no improvement: "
            "a small gain is easily missed, and more visits can show it."
        )
        return f"{counted} {rest}"

    def _wrong_direction(self, better: Better, median: str) -> str:
        moved = (
            self.translator.gettext(
                "Six or more points in a row after the change lie below the baseline's median of {median}.",
                median=median,
            )
            if better is Better.HIGHER
            else self.translator.gettext(
                "Six or more points in a row after the change lie above the baseline's median of {median}.",
                median=median,
            )
        )
        return (
            moved
            + " "
            + self.translator.gettext("That is worth looking into: what was different on these visits?")
        )

    def _did_not_hold(self, finding: Finding) -> str:
        # with a start, the good shift is the latest one and its last points fell back
        lost = (
            self.translator.gettext(
                "A shift for the better came, and six or more points in a row on the other side followed."
            )
            if finding.shift_start is None
            else self.translator.gettext(
                "A shift for the better came and went: {wrong} of the latest 6 points lie on the other side.",
                wrong=self.translator.format_number(finding.wrong_of_last_six or 0),
            )
        )
        return lost + " " + self.translator.gettext("What helped while it lasted?")

    def _not_yet_sustained(self, finding: Finding, better: Better, median: str) -> str:
        shift = (
            self.translator.gettext("A shift above the baseline's median of {median} began.", median=median)
            if better is Better.HIGHER
            else self.translator.gettext(
                "A shift below the baseline's median of {median} began.", median=median
            )
        )
        to_go = self.translator.ngettext(
            "{n} more point on the good side would make it a sustained improvement.",
            "{n} more points on the good side, one after another, would make it a sustained improvement.",
            finding.points_to_go or 0,
        )
        if (finding.useful_after or 0) < POINTS_HELD:
            to_go = (
                self.translator.gettext("So soon after the change nothing more can be shown.") + " " + to_go
            )
        return f"{shift} {to_go}"

    def _sustained(self, finding: Finding, better: Better, median: str) -> str:
        points = self.translator.format_number(finding.since_shift or 0)
        shift = (
            self.translator.gettext(
                "A shift above the baseline's median of {median} has held over {points} points",
                median=median,
                points=points,
            )
            if better is Better.HIGHER
            else self.translator.gettext(
                "A shift below the baseline's median of {median} has held over {points} points",
                median=median,
                points=points,
            )
        )
        if finding.wrong_of_last_six:
            return shift + self.translator.gettext(", with one of the latest 6 on the other side.")
        return f"{shift}."
