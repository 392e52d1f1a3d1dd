"""The finding of an inquiry as sentences a parent understands, never saying more than the data do."""

from collections.abc import Sequence
from datetime import date as Date

from generator.model import Better, Inquiry, Prompt, Unit, Verdict
from generator.runchart.replication import Design, DesignKind
from generator.site.inquiry.inquiry_charts import Chart, most_telling_phase
from generator.words.translator import Translator

DAYS_A_WEEK = 7


def lead_sentence(
    translator: Translator, inquiry: Inquiry, prompt: Prompt | None, unit: Unit, charts: Sequence[Chart]
) -> str:
    """One sentence: in how many classes the main prompt changed, whether that lasted, and how long.

    `charts` are those of the main prompt, one a class.
    """
    said = _lead(translator, inquiry, prompt, unit, charts)
    return said[:1].upper() + said[1:]


def _lead(
    translator: Translator, inquiry: Inquiry, prompt: Prompt | None, unit: Unit, charts: Sequence[Chart]
) -> str:
    if not inquiry.observations or prompt is None or not charts:
        return translator.gettext("No data have been collected yet.")
    tried = [chart for chart in charts if chart.verdict is not None]
    if not tried:
        return translator.gettext("Data have been collected, but no change has been tried yet.")
    by_verdict = {verdict: [chart for chart in tried if chart.verdict is verdict] for verdict in Verdict}
    more = _more(translator, prompt, unit)
    if held := by_verdict[Verdict.SUSTAINED_IMPROVEMENT]:
        return _in_classes(translator, len(held), len(tried)) + translator.gettext(
            "{more} than before the change, and it has lasted {weeks}.",
            more=more,
            weeks=_lasted(translator, held),
        )
    if shifted := by_verdict[Verdict.SHIFT_NOT_YET_SUSTAINED]:
        return _in_classes(translator, len(shifted), len(tried)) + translator.gettext(
            "{more} than before the change. It is too early to say that this lasts.", more=more
        )
    if lost := by_verdict[Verdict.DID_NOT_HOLD]:
        return _in_classes(translator, len(lost), len(tried)) + translator.gettext(
            "{more} than before the change for a while, but it did not hold.", more=more
        )
    if wrong := by_verdict[Verdict.WRONG_DIRECTION]:
        return _in_classes(translator, len(wrong), len(tried)) + translator.gettext(
            "“{prompt}” moved the other way after the change. That is worth looking into.", prompt=prompt.text
        )
    if by_verdict[Verdict.NO_SIGNAL]:
        return translator.gettext(
            "So far the charts show no sign of a change in “{prompt}”. "
            "That is not the same as no improvement: small gains are easily missed.",
            prompt=prompt.text,
        )
    return translator.gettext("It is too early to say: there are too few visits before or after the change.")


def _in_classes(translator: Translator, some: int, all_classes: int) -> str:
    if all_classes == 1:
        return ""
    return translator.gettext(
        "In {some} of {all} classes: ",
        some=translator.format_number(some),
        all=translator.format_number(all_classes),
    )


def _more(translator: Translator, prompt: Prompt, unit: Unit) -> str:
    higher = prompt.better is Better.HIGHER
    if unit is Unit.STUDENTS and prompt.is_share:
        return (
            translator.gettext("more students show “{prompt}”", prompt=prompt.text)
            if higher
            else translator.gettext("fewer students show “{prompt}”", prompt=prompt.text)
        )
    return (
        translator.gettext("“{prompt}” is higher", prompt=prompt.text)
        if higher
        else translator.gettext("“{prompt}” is lower", prompt=prompt.text)
    )


def _lasted(translator: Translator, charts: Sequence[Chart]) -> str:
    """From the first point of the shift to the latest visit, in the class where it is shortest."""
    days = []
    for chart in charts:
        series, start = most_telling_phase(chart.phases).series, chart.finding.shift_start
        first = next((point.date for point in series.points if point.row == start), None)
        if first and chart.latest:
            days.append((chart.latest - first).days)
    weeks = min(days, default=0) // DAYS_A_WEEK
    return translator.ngettext("{n} week", "{n} weeks", weeks)


def together(translator: Translator, charts: Sequence[Chart]) -> tuple[str, ...]:
    """In which classes the verdict leans on more than the change that it is named after."""
    said = []
    for chart in charts:
        if chart.leans_on:
            numbers = (most_telling_phase(chart.phases).series.change, *chart.leans_on)
            said.append(
                translator.gettext(
                    "{class_name}: this verdict was not reached yet when change {later} began, "
                    "so it belongs to changes {all} together.",
                    class_name=chart.class_name,
                    later=chart.leans_on[0],
                    all=translator.format_list([str(number) for number in numbers]),
                )
            )
    return tuple(said)


def not_shown(
    translator: Translator, inquiry: Inquiry, design: Design | None, charts: Sequence[Chart]
) -> tuple[str, ...]:
    """What the finding does not say, from the general to what this inquiry's own data call for."""
    if design is None or design.kind is DesignKind.NO_CHANGE or not charts:
        return ()
    sentences = [
        translator.gettext(
            "A run chart shows that something changed and whether it lasted. It does not show why."
        )
    ]
    if design.kind is DesignKind.ONE_CLASS:
        sentences.append(
            translator.gettext(
                "One class cannot tell the change from anything else that began at the same time."
            )
        )
    elif design.kind is DesignKind.SAME_START:
        sentences.append(
            translator.gettext(
                "All classes started on the same day, so anything else that began then "
                "could have done the same."
            )
        )
    else:
        sentences.append(
            translator.gettext(
                "The classes started at different times, so one outside event is a less likely reason for "
                "what several of them show."
            )
        )
    if design.rising:
        names = [chart.class_name for chart in charts if chart.class_id in design.rising]
        sentences.append(
            translator.gettext(
                "In {classes} the baseline was already getting better before the change, so some of the "
                "gain may have come without it.",
                classes=translator.format_list(names),
            )
        )
    return tuple(sentences)


def design_text(translator: Translator, design: Design) -> str:
    """The name of the design and how often it was demonstrated (RUNCHARTS: replication)."""
    name = {
        DesignKind.NO_CHANGE: translator.gettext("No change has been tried yet"),
        DesignKind.ONE_CLASS: translator.gettext("One class"),
        DesignKind.SAME_START: translator.gettext("Several classes, same start"),
        DesignKind.STAGGERED: translator.gettext("Staggered starts (multiple baseline across classes)"),
    }[design.kind]
    if design.kind is DesignKind.NO_CHANGE:
        return name + "."
    shown = translator.ngettext(
        "{n} demonstration of a sustained improvement",
        "{n} demonstrations of a sustained improvement",
        design.demonstrations,
    )
    times = translator.ngettext("at {n} starting time", "at {n} starting times", design.times)
    return f"{name}: {shown} {times}." if design.demonstrations else f"{name}: {shown}."


def span_of(translator: Translator, dates: Sequence[Date]) -> str:
    return translator.format_date_range(min(dates), max(dates)) if dates else ""
