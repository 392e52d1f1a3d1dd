"""The verdict of a run chart in plain words: what is so, what would settle it, how sure it is.

Never more than the data say, and never a judgement of the teacher (docs/method.md).
"""

from generator.model import FEWEST_POINTS, Better, Finding, Verdict
from generator.words.speech import Words, half_up

HELD = 8  # useful points a shift must have lasted to be sustained (runchart/chance.py)


def verdict_name(words: Words, verdict: Verdict | None) -> str:
    """The verdict as every list, table and chart names it."""
    names = {
        Verdict.TOO_FEW_POINTS: words.say("too few points"),
        Verdict.NO_SIGNAL: words.say("no signal"),
        Verdict.WRONG_DIRECTION: words.say("look into it"),
        Verdict.SHIFT_NOT_YET_SUSTAINED: words.say("a shift, not yet sustained"),
        Verdict.DID_NOT_HOLD: words.say("did not hold"),
        Verdict.SUSTAINED_IMPROVEMENT: words.say("sustained improvement"),
    }
    return names[verdict] if verdict else words.say("no verdict")


def verdict_text(
    words: Words, finding: Finding, *, share: bool, better: Better = Better.HIGHER, unit: str = ""
) -> str:
    """One or two sentences on the verdict, with this finding's own figures; empty without one.

    `share` says that values are percentages; `unit` is what other values are counted in, if it is
    to be said ("minutes").
    """
    median = "" if finding.median is None else _amount(words, finding.median, share, unit)
    match finding.verdict:
        case None:
            return ""
        case Verdict.TOO_FEW_POINTS:
            return _too_few(words, finding)
        case Verdict.NO_SIGNAL:
            return _no_signal(words, finding, better, median)
        case Verdict.WRONG_DIRECTION:
            return _wrong_direction(words, better, median)
        case Verdict.DID_NOT_HOLD:
            return _did_not_hold(words, finding)
        case Verdict.SHIFT_NOT_YET_SUSTAINED:
            return _not_yet(words, finding, better, median)
        case Verdict.SUSTAINED_IMPROVEMENT:
            return _sustained(words, finding, better, median)


def effect_text(words: Words, finding: Finding, *, share: bool, better: Better = Better.HIGHER) -> str:
    """The size of the effect: difference of medians, and NAP with its 95 % interval."""
    if finding.median is None or finding.median_after is None or finding.verdict is None:
        return ""
    digits = 0 if share else 1
    before, after = _amount(words, finding.median, share), _amount(words, finding.median_after, share)
    # the difference of what is shown, so that nobody reads "from 23 % to 23 %: 1 point"
    difference = float(half_up(finding.median_after, digits) - half_up(finding.median, digits))
    if before == after:
        text = words.say("The median stayed at {before}.", before=before)
    else:
        direction = words.say("more") if difference > 0 else words.say("less")
        points = (
            words.count(
                "{n} point {direction}", "{n} points {direction}", abs(difference), direction=direction
            )
            if share
            else words.say("{n} {direction}", n=words.number(abs(difference), digits), direction=direction)
        )
        text = words.say(
            "From a median of {before} to {after}: {points}.", before=before, after=after, points=points
        )
    if finding.nap is None or finding.nap_low is None or finding.nap_high is None:
        return text
    pairs = words.say(
        "In {pairs} of 100 pairs a visit after the change is better than a visit before "
        "(NAP {nap}, 95 % interval {low} to {high}).",
        pairs=words.number(100 * finding.nap),
        nap=words.decimal(finding.nap, 2),
        low=words.decimal(finding.nap_low, 2),
        high=words.decimal(finding.nap_high, 2),
    )
    return f"{text} {pairs}"


def luck_text(words: Words, finding: Finding) -> str:
    """How often luck alone would give the verdict; empty where there are too few points."""
    if finding.by_luck is None:
        return ""
    if finding.by_luck == 0 and (finding.useful_after or 0) < HELD:
        return words.say(
            "With so few visits after the change, no order of these values "
            "could be called a sustained improvement."
        )
    return words.say(
        "Shuffled at random, these same values would be called a sustained improvement in {chance} of cases.",
        chance=words.chance(finding.by_luck),
    )


def rising_text(words: Words, finding: Finding) -> str:
    """The warning that the baseline was already getting better; empty where it was not."""
    if not finding.baseline_rising:
        return ""
    return words.say(
        "The baseline was already getting better before the change; "
        "some of the gain may have come without it."
    )


def _amount(words: Words, value: float, share: bool, unit: str = "") -> str:
    """A value in its own measure: `35 %`, `4.5`, `4.5 minutes`."""
    if share:
        return words.percent(value)
    return words.number(value, 1) + (f"\u00a0{unit}" if unit else "")


def _too_few(words: Words, finding: Finding) -> str:
    has_before = finding.baseline_points or 0
    has_after = finding.useful_after or 0
    collected_after = finding.points - has_before
    missing = []
    if has_before < FEWEST_POINTS:
        missing.append(
            words.count(
                "{n} visit before the change", "{n} visits before the change", FEWEST_POINTS - has_before
            )
        )
    if has_after < FEWEST_POINTS:
        missing.append(
            words.count(
                "{n} visit after the change", "{n} visits after the change", FEWEST_POINTS - has_after
            )
        )
    said = [
        words.say("It is too early for a verdict. Still missing: {missing}.", missing=words.listing(missing))
    ]
    # without a baseline there is no line for a point to lie on
    on_line = collected_after - has_after if has_before else 0
    if has_after < FEWEST_POINTS and on_line > 0:
        said.append(
            words.count(
                "{n} point after the change lies exactly on the median and counts for neither side.",
                "{n} points after the change lie exactly on the median and count for neither side.",
                on_line,
            )
        )
    if has_before < FEWEST_POINTS and collected_after:
        said.append(words.say("A next change can start from a longer baseline."))
    return " ".join(said)


def _no_signal(words: Words, finding: Finding, better: Better, median: str) -> str:
    good, useful = finding.on_good_side or 0, words.number(finding.useful_after or 0)
    counted = (
        words.count(
            "{n} of {useful} points after the change lies above the baseline's median of {median}.",
            "{n} of {useful} points after the change lie above the baseline's median of {median}.",
            good,
            useful=useful,
            median=median,
        )
        if better is Better.HIGHER
        else words.count(
            "{n} of {useful} points after the change lies below the baseline's median of {median}.",
            "{n} of {useful} points after the change lie below the baseline's median of {median}.",
            good,
            useful=useful,
            median=median,
        )
    )
    rest = words.say(
        "No six in a row after the change lie on one side, so there is no signal. "
        "That is not the same as no improvement: "
        "a small gain is easily missed, and more visits can show it."
    )
    return f"{counted} {rest}"


def _wrong_direction(words: Words, better: Better, median: str) -> str:
    moved = (
        words.say(
            "Six or more points in a row after the change lie below the baseline's median of {median}.",
            median=median,
        )
        if better is Better.HIGHER
        else words.say(
            "Six or more points in a row after the change lie above the baseline's median of {median}.",
            median=median,
        )
    )
    return moved + " " + words.say("That is worth looking into: what was different on these visits?")


def _did_not_hold(words: Words, finding: Finding) -> str:
    # with a start, the good shift is the latest one and its last points fell back
    lost = (
        words.say("A shift for the better came, and six or more points in a row on the other side followed.")
        if finding.shift_start is None
        else words.say(
            "A shift for the better came and went: {wrong} of the latest 6 points lie on the other side.",
            wrong=words.number(finding.wrong_of_last_six or 0),
        )
    )
    return lost + " " + words.say("What helped while it lasted?")


def _not_yet(words: Words, finding: Finding, better: Better, median: str) -> str:
    shift = (
        words.say("A shift above the baseline's median of {median} began.", median=median)
        if better is Better.HIGHER
        else words.say("A shift below the baseline's median of {median} began.", median=median)
    )
    to_go = words.count(
        "{n} more point on the good side would make it a sustained improvement.",
        "{n} more points on the good side, one after another, would make it a sustained improvement.",
        finding.points_to_go or 0,
    )
    if (finding.useful_after or 0) < HELD:
        to_go = words.say("So soon after the change nothing more can be shown.") + " " + to_go
    return f"{shift} {to_go}"


def _sustained(words: Words, finding: Finding, better: Better, median: str) -> str:
    points = words.number(finding.since_shift or 0)
    shift = (
        words.say(
            "A shift above the baseline's median of {median} has held over {points} points",
            median=median,
            points=points,
        )
        if better is Better.HIGHER
        else words.say(
            "A shift below the baseline's median of {median} has held over {points} points",
            median=median,
            points=points,
        )
    )
    if finding.wrong_of_last_six:
        return shift + words.say(", with one of the latest 6 on the other side.")
    return f"{shift}."
