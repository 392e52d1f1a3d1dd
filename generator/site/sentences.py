"""The finding of an inquiry as sentences a parent understands, never saying more than the data do."""

from collections.abc import Sequence
from datetime import date as Date

from generator.model import Better, Inquiry, Prompt, Unit, Verdict
from generator.runchart.replication import Design, DesignKind
from generator.site.charts import Chart, telling
from generator.words.speech import Words

DAYS_A_WEEK = 7


def lead(words: Words, inquiry: Inquiry, prompt: Prompt | None, unit: Unit, charts: Sequence[Chart]) -> str:
    """One sentence: in how many classes the main prompt changed, whether that lasted, and how long.

    `charts` are those of the main prompt, one a class.
    """
    said = _lead(words, inquiry, prompt, unit, charts)
    return said[:1].upper() + said[1:]


def _lead(words: Words, inquiry: Inquiry, prompt: Prompt | None, unit: Unit, charts: Sequence[Chart]) -> str:
    if not inquiry.observations or prompt is None or not charts:
        return words.say("No data have been collected yet.")
    tried = [chart for chart in charts if chart.verdict is not None]
    if not tried:
        return words.say("Data have been collected, but no change has been tried yet.")
    by_verdict = {verdict: [chart for chart in tried if chart.verdict is verdict] for verdict in Verdict}
    more = _more(words, prompt, unit)
    if held := by_verdict[Verdict.SUSTAINED_IMPROVEMENT]:
        return _in_classes(words, len(held), len(tried)) + words.say(
            "{more} than before the change, and it has lasted {weeks}.", more=more, weeks=_lasted(words, held)
        )
    if shifted := by_verdict[Verdict.SHIFT_NOT_YET_SUSTAINED]:
        return _in_classes(words, len(shifted), len(tried)) + words.say(
            "{more} than before the change. It is too early to say that this lasts.", more=more
        )
    if lost := by_verdict[Verdict.DID_NOT_HOLD]:
        return _in_classes(words, len(lost), len(tried)) + words.say(
            "{more} than before the change for a while, but it did not hold.", more=more
        )
    if wrong := by_verdict[Verdict.WRONG_DIRECTION]:
        return _in_classes(words, len(wrong), len(tried)) + words.say(
            "“{prompt}” moved the other way after the change. That is worth looking into.", prompt=prompt.text
        )
    if by_verdict[Verdict.NO_SIGNAL]:
        return words.say(
            "So far the charts show no sign of a change in “{prompt}”. "
            "That is not the same as no improvement: small gains are easily missed.",
            prompt=prompt.text,
        )
    return words.say("It is too early to say: there are too few visits before or after the change.")


def _in_classes(words: Words, some: int, all_classes: int) -> str:
    if all_classes == 1:
        return ""
    return words.say("In {some} of {all} classes: ", some=words.number(some), all=words.number(all_classes))


def _more(words: Words, prompt: Prompt, unit: Unit) -> str:
    higher = prompt.better is Better.HIGHER
    if unit is Unit.STUDENTS and prompt.is_share:
        return (
            words.say("more students show “{prompt}”", prompt=prompt.text)
            if higher
            else words.say("fewer students show “{prompt}”", prompt=prompt.text)
        )
    return (
        words.say("“{prompt}” is higher", prompt=prompt.text)
        if higher
        else words.say("“{prompt}” is lower", prompt=prompt.text)
    )


def _lasted(words: Words, charts: Sequence[Chart]) -> str:
    """From the first point of the shift to the latest visit, in the class where it is shortest."""
    days = []
    for chart in charts:
        series, start = telling(chart.phases).series, chart.finding.shift_start
        first = next((point.date for point in series.points if point.row == start), None)
        if first and chart.latest:
            days.append((chart.latest - first).days)
    weeks = min(days, default=0) // DAYS_A_WEEK
    return words.count("{n} week", "{n} weeks", weeks)


def together(words: Words, charts: Sequence[Chart]) -> tuple[str, ...]:
    """In which classes the verdict leans on more than the change that it is named after."""
    said = []
    for chart in charts:
        if chart.leans_on:
            numbers = (telling(chart.phases).series.change, *chart.leans_on)
            said.append(
                words.say(
                    "{class_name}: this verdict was not reached yet when change {later} began, "
                    "so it belongs to changes {all} together.",
                    class_name=chart.class_name,
                    later=chart.leans_on[0],
                    all=words.listing([str(number) for number in numbers]),
                )
            )
    return tuple(said)


def not_shown(
    words: Words, inquiry: Inquiry, design: Design | None, charts: Sequence[Chart]
) -> tuple[str, ...]:
    """What the finding does not say, from the general to what this inquiry's own data call for."""
    if design is None or design.kind is DesignKind.NO_CHANGE or not charts:
        return ()
    sentences = [
        words.say("A run chart shows that something changed and whether it lasted. It does not show why.")
    ]
    if design.kind is DesignKind.ONE_CLASS:
        sentences.append(
            words.say("One class cannot tell the change from anything else that began at the same time.")
        )
    elif design.kind is DesignKind.SAME_START:
        sentences.append(
            words.say(
                "All classes started on the same day, so anything else that began then "
                "could have done the same."
            )
        )
    else:
        sentences.append(
            words.say(
                "The classes started at different times, so one outside event is a less likely reason for "
                "what several of them show."
            )
        )
    if design.rising:
        names = [chart.class_name for chart in charts if chart.class_id in design.rising]
        sentences.append(
            words.say(
                "In {classes} the baseline was already getting better before the change, so some of the "
                "gain may have come without it.",
                classes=words.listing(names),
            )
        )
    return tuple(sentences)


def design_text(words: Words, design: Design) -> str:
    """The name of the design and how often it was demonstrated (RUNCHARTS: replication)."""
    name = {
        DesignKind.NO_CHANGE: words.say("No change has been tried yet"),
        DesignKind.ONE_CLASS: words.say("One class"),
        DesignKind.SAME_START: words.say("Several classes, same start"),
        DesignKind.STAGGERED: words.say("Staggered starts (multiple baseline across classes)"),
    }[design.kind]
    if design.kind is DesignKind.NO_CHANGE:
        return name + "."
    shown = words.count(
        "{n} demonstration of a sustained improvement",
        "{n} demonstrations of a sustained improvement",
        design.demonstrations,
    )
    times = words.count("at {n} starting time", "at {n} starting times", design.times)
    return f"{name}: {shown} {times}." if design.demonstrations else f"{name}: {shown}."


def span_of(words: Words, dates: Sequence[Date]) -> str:
    return words.span(min(dates), max(dates)) if dates else ""
