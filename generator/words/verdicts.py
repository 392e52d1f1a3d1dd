"""The verdict of a run chart in plain words: what is so, what would settle it, how sure it is.

Never more than the data say, and never a judgement of the teacher (docs/method.md).
"""

from generator.model import FEWEST_POINTS, Better, Finding, Verdict
from generator.words.speech import Words


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


def verdict_text(words: Words, finding: Finding, *, share: bool, better: Better = Better.HIGHER) -> str:
    """One or two sentences on the verdict, with this finding's own figures; empty without one."""
    match finding.verdict:
        case None:
            return ""
        case Verdict.TOO_FEW_POINTS:
            return _too_few(words, finding)
        case Verdict.NO_SIGNAL:
            return words.say(
                "No six points in a row lie on one side of the baseline's median. "
                "No signal is not the same as no improvement: a small gain is often missed."
            )
        case Verdict.WRONG_DIRECTION:
            return words.say(
                "Six or more points in a row moved the other way. "
                "Look into what was different on these visits."
            )
        case Verdict.DID_NOT_HOLD:
            return words.say(
                "There was a shift for the better, and it did not last to the latest visits. "
                "What helped while it was there?"
            )
        case Verdict.SHIFT_NOT_YET_SUSTAINED:
            return _not_yet(words, finding, better)
        case Verdict.SUSTAINED_IMPROVEMENT:
            return _sustained(words, finding, better)


def effect_text(words: Words, finding: Finding, *, share: bool, better: Better = Better.HIGHER) -> str:
    """The size of the effect: difference of medians, and NAP with its 95 % interval."""
    if finding.median is None or finding.median_after is None or finding.verdict is None:
        return ""
    digits = 0 if share else 1
    amount = words.percent if share else (lambda value: words.number(value, 1))
    before, after = amount(finding.median), amount(finding.median_after)
    # the difference of what is shown, so that nobody reads "from 23 % to 23 %: 1 point"
    difference = round(finding.median_after, digits) - round(finding.median, digits)
    if before == after:
        text = words.say("The median stayed at {before}.", before=before)
    else:
        text = words.count(
            "From a median of {before} to {after}: {n} point {direction}.",
            "From a median of {before} to {after}: {n} points {direction}.",
            round(abs(difference), digits),
            before=before,
            after=after,
            direction=words.say("more") if difference > 0 else words.say("less"),
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


def _too_few(words: Words, finding: Finding) -> str:
    before = max(FEWEST_POINTS - (finding.baseline_points or 0), 0)
    after = max(FEWEST_POINTS - (finding.useful_after or 0), 0)
    missing = []
    if before:
        missing.append(words.count("{n} visit before the change", "{n} visits before the change", before))
    if after:
        missing.append(words.count("{n} visit after it", "{n} visits after it", after))
    text = words.say(
        "It is too early for a verdict: still missing are {missing}.", missing=words.listing(missing)
    )
    after_change = finding.points - (finding.baseline_points or 0)
    on_line = after_change - (finding.useful_after or 0)
    if after and on_line > 0:
        text += " " + words.count(
            "{n} point after the change lies exactly on the median and cannot be counted on either side.",
            "{n} points after the change lie exactly on the median and cannot be counted on either side.",
            on_line,
        )
    return text


def _not_yet(words: Words, finding: Finding, better: Better) -> str:
    return (
        _shift(words, finding, better)
        + " "
        + words.count(
            "{n} more point on the good side would make it a sustained improvement.",
            "{n} more points on the good side, one after another, would make it a sustained improvement.",
            finding.points_to_go or 0,
        )
    )


def _sustained(words: Words, finding: Finding, better: Better) -> str:
    wrong = finding.wrong_of_last_six or 0
    held = (
        words.say("and it has held to the latest visit.")
        if not wrong
        else words.say("and it has held, with one of the latest six points on the other side.")
    )
    return _shift(words, finding, better, stop="") + ", " + held


def _shift(words: Words, finding: Finding, better: Better, stop: str = ".") -> str:
    visits = finding.since_shift or 0
    if better is Better.HIGHER:
        text = words.count(
            "A shift above the baseline's median began with the latest visit",
            "A shift above the baseline's median began {n} counted visits ago",
            visits,
        )
    else:
        text = words.count(
            "A shift below the baseline's median began with the latest visit",
            "A shift below the baseline's median began {n} counted visits ago",
            visits,
        )
    return text + stop
