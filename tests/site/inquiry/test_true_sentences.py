"""Every sentence on a page about a series is true of it: kind by kind, over random series.

The series have relapses, ties with the median, gaps, ceilings, late shifts and summers.  Each text is
taken apart into sentences of known kinds, and each is held against the values themselves, worked out
here and not by the rules; a sentence of no known kind fails.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import (
    Better,
    Finding,
    Observation,
    Program,
    Prompt,
    PromptKind,
    RulesEdition,
    SchoolYearStart,
    Unit,
    Verdict,
)
from generator.runchart.before_and_since import most_telling_phase
from generator.runchart.chance import probability_by_luck
from generator.runchart.verdict import evaluate_values
from generator.site.inquiry.parts.results_part import build_results_part
from generator.words.effect_texts import EffectTexts
from generator.words.translator import ENGLISH
from generator.words.verdict_texts import VerdictTexts
from tests.site.inquiry.inquiries import TOOL, change, inquiry, inquiry_context
from tests.site.inquiry.random_series import Counted, counted

SUMMER = SchoolYearStart(12, 1)  # early, so that short series reach beyond it
DATE = r"(?P<date>\w+ \d+, \d{4})"
LATE = rf"{DATE}(?: \((?P<late>\d+) visits? after the change\))?"
SIDE = "(?P<side>above|below)"
LEVEL = r"the earlier level \([^)]*\)"
OFTEN = "(?:fewer than 1 in 1,000|\\d+ in (?:100|1,000))"
AMOUNT = r"[\d.]+(?: ?%)?"
BEFORE, SINCE = rf"(?P<before>{AMOUNT}) before", rf"(?P<since>{AMOUNT}) since"
IN_WORDS = {ENGLISH.spell_out(number): number for number in range(2, 100)} | {"one": 1}


def day_of(match: re.Match[str]) -> date:
    """The day that a sentence names."""
    month, number, year = match["date"].replace(",", "").split()
    names = ENGLISH.month_names()
    return date(int(year), [name[:3] for name in names].index(month[:3]) + 1, int(number))


def counted_since(match: re.Match[str], series: Counted, _: Finding) -> None:
    sides = series.sides(day_of(match))
    assert (int(match["good"]), int(match["visits"])) == (sides.count(match["side"]), len(sides))
    assert match["side"] == series.good


def all_since(match: re.Match[str], series: Counted, _: Finding) -> None:
    sides = series.sides(day_of(match))
    assert sides == [match["side"].lower()] * int(match["visits"]) and sides[0] == series.good


def none_since(match: re.Match[str], series: Counted, _: Finding) -> None:
    assert match["side"] not in series.sides(day_of(match))
    assert match["side"] != series.good


def counted_after(match: re.Match[str], series: Counted, _: Finding) -> None:
    sides = series.sides()
    assert (int(match["good"]), int(match["visits"])) == (sides.count(match["side"]), len(sides))


def no_six(_: re.Match[str], series: Counted, __: Finding) -> None:
    assert max(series.longest_run("above"), series.longest_run("below")) < 6


def six_in_a_row(match: re.Match[str], series: Counted, _: Finding) -> None:
    assert match["side"] != series.good and series.longest_run(match["side"]) >= 6


def did_not_last(match: re.Match[str], series: Counted, _: Finding) -> None:
    wrong = {"above": "below", "below": "above"}[series.good]
    latest = series.useful()[-6:]
    assert int(match["wrong"]) == latest.count(wrong) >= 3
    if not match["off"]:
        assert "on" not in series.sides()
    assert series.useful(day_of(match))[:6] == [series.good] * 6


def turned_round(_: re.Match[str], series: Counted, __: Finding) -> None:
    assert min(series.longest_run("above"), series.longest_run("below")) >= 6


def on_the_median(match: re.Match[str], series: Counted, _: Finding) -> None:
    assert int(match["n"]) == series.sides().count("on") > 0


def still_to_come(match: re.Match[str], series: Counted, _: Finding) -> None:
    good = [value for value in series.values[series.before :] if value is not None]
    like_these = median(value for value in good if series.side(value) == series.good)

    def verdict(more: int) -> Verdict | None:
        return evaluate_values([*series.values, *[like_these] * more], series.before, series.better).verdict

    assert verdict(int(match["n"])) is Verdict.SUSTAINED_IMPROVEMENT
    assert all(verdict(fewer) is not Verdict.SUSTAINED_IMPROVEMENT for fewer in range(int(match["n"])))


def one_more(match: re.Match[str], series: Counted, finding: Finding) -> None:
    assert IN_WORDS[match["more"].lower()] == finding.points_to_go


def too_soon(_: re.Match[str], series: Counted, __: Finding) -> None:
    assert len(series.useful()) < 8


def not_from_luck(_: re.Match[str], series: Counted, __: Finding) -> None:
    collected = sum(value is not None for value in series.values[: series.before])
    luck = probability_by_luck(series.values, collected, series.better is Better.HIGHER)
    first = evaluate_values(series.values, series.before, series.better, RulesEdition.FIRST)
    assert luck is not None and luck > 0.1 and first.verdict is Verdict.SUSTAINED_IMPROVEMENT


def lasted(match: re.Match[str], series: Counted, _: Finding) -> None:
    """Of the last so many weeks up to the latest visit off the median, every one is good; no summer."""
    useful = [(day, side) for day, side in series.visits() if side != "on"]
    latest = useful[-1][0]
    since = latest - timedelta(weeks=int(match["weeks"]))
    so_long_ago = [day for day, _ in useful if day <= since][-1]
    assert int(match["weeks"]) > 0
    assert all(side == series.good for day, side in useful if day >= so_long_ago)
    assert not SUMMER.starts_between([so_long_ago, latest])


def shown(amount: str) -> float:
    return float(amount.rstrip("% "))


def levels(match: re.Match[str], series: Counted, _: Finding) -> None:
    after = median(value for value in series.values[series.before :] if value is not None)
    assert abs(shown(match["before"]) - series.level) <= 0.5 >= abs(shown(match["since"]) - after)
    if match["more"]:
        assert series.side(after) == series.good
        assert match["more"].startswith("More") is (series.better is Better.HIGHER)


def lost_levels(match: re.Match[str], series: Counted, finding: Finding) -> None:
    """The latest six or more on the good side, on the median or not in between; and all that followed."""
    pattern = "".join({series.good: "x", "on": "o"}.get(side, ".") for side in series.sides())
    run = [stretch for stretch in re.finditer("x[xo]*", pattern) if stretch[0].count("x") >= 6][-1]
    end = run.start() + run[0].rindex("x") + 1
    after = [value for value in series.values[series.before :] if value is not None]
    assert abs(shown(match["lasted"]) - median(after[run.start() : end])) <= 0.5
    assert abs(shown(match["since"]) - median(after[end:])) <= 0.5
    assert IN_WORDS[match["visits"]] == end - run.start()
    assert abs(shown(match["before"]) - series.level) <= 0.5
    assert finding.verdict is Verdict.DID_NOT_HOLD


def held(_: re.Match[str], series: Counted, __: Finding) -> None:
    sides = series.useful()
    assert series.longest_run(series.good) >= 6 and sides[-6:].count(series.good) >= 5


def better_for_now(_: re.Match[str], series: Counted, __: Finding) -> None:
    assert series.longest_run(series.good) >= 6 and series.useful()[-6:].count(series.good) >= 4


def visits_since_it_began(match: re.Match[str], series: Counted, finding: Finding) -> None:
    assert finding.shift_start is not None
    sides = series.sides(series.days[finding.shift_start - 1])
    assert (int(match["good"]), int(match["visits"])) == (sides.count(series.good), len(sides))


def began(match: re.Match[str], series: Counted, _: Finding) -> None:
    assert series.useful(day_of(match))[:6] == [series.good] * 6


def missing(match: re.Match[str], series: Counted, _: Finding) -> None:
    before = sum(value is not None for value in series.values[: series.before])
    told = {place: int(n) for n, place in re.findall(r"(\d+) visits? (before|after) the change", match[0])}
    needed = {"before": 6 - before, "after": 6 - len(series.useful() if before else [])}
    assert told == {place: n for place, n in needed.items() if n > 0}


def pairs(match: re.Match[str], series: Counted, _: Finding) -> None:
    before = [value for value in series.values[: series.before] if value is not None]
    after = [value for value in series.values[series.before :] if value is not None]
    better = sum(series_better(series, old, new) for old in before for new in after)
    share = 100 * better / (len(before) * len(after))
    assert (match["pairs"] == "100") == (share == 100) and (match["pairs"] == "0") == (share == 0)
    if match["pairs"].isdigit():
        assert abs(int(match["pairs"]) - share) <= 0.5 + 1e-9


def medians(match: re.Match[str], series: Counted, finding: Finding) -> None:
    before, after = float(match["before"]), float(match["after"])
    assert float(match["difference"]) == round(abs(after - before), 1) > 0
    assert (match["way"] == "higher") == (after > before)
    assert finding.median_after is not None
    assert abs(before - series.level) <= 0.5 and abs(after - finding.median_after) <= 0.5


def same_medians(match: re.Match[str], series: Counted, finding: Finding) -> None:
    assert finding.median_after is not None
    assert abs(series.level - finding.median_after) <= 1 >= abs(series.level - float(match["before"]))


def series_better(series: Counted, old: float, new: float) -> float:
    if abs(new - old) <= 1e-9:
        return 0.5
    return float((new > old) == (series.better is Better.HIGHER))


def shuffled(match: re.Match[str], series: Counted, finding: Finding) -> None:
    assert finding.by_luck is not None
    for told, chance in ((match["alone"], finding.by_luck), (match["alike"], finding.by_luck * 2.2)):
        if told.startswith("fewer"):
            assert chance < 0.001
        else:
            n, everything = (int(part.replace(",", "")) for part in told.removeprefix("about ").split(" in "))
            assert abs(n / everything - min(chance, 1)) <= 0.5 / everything + 1e-9


def straight_line_and_step(match: re.Match[str], series: Counted, _: Finding) -> None:
    """The change of level beside a straight line in days, by least squares; positive is better."""
    dated = list(zip(series.days, series.values, strict=True))
    rows = [
        (1, (day - series.days[0]).days, place >= series.before)
        for place, (day, value) in enumerate(dated)
        if value is not None
    ]
    values = [value for value in series.values if value is not None]
    step = np.linalg.lstsq(np.array(rows, dtype=float), np.array(values), rcond=None)[0][2]
    low, middle, high = (float(match[name].replace("−", "-")) for name in ("low", "step", "high"))
    assert low <= middle <= high
    assert abs(middle - (step if series.better is Better.HIGHER else -step)) <= 0.5 + 1e-6


def rising(_: re.Match[str], __: Counted, finding: Finding) -> None:
    assert finding.baseline_rising


def held_for_a_while(_: re.Match[str], series: Counted, __: Finding) -> None:
    assert series.longest_run(series.good) >= 6


def moved_the_other_way(_: re.Match[str], series: Counted, __: Finding) -> None:
    assert series.longest_run("below" if series.good == "above" else "above") >= 6


def always(_: re.Match[str], __: Counted, ___: Finding) -> None:
    """A question, an advice or a remark that names nothing of the series."""


KINDS: dict[str, Callable[[re.Match[str], Counted, Finding], None]] = {
    rf"(?P<good>\d+) of the (?P<visits>\d+) visits since {LATE} are {SIDE} {LEVEL}\.": counted_since,
    rf"(?P<side>Above|Below) {LEVEL} on all (?P<visits>\d+) visits since {LATE}\.": all_since,
    rf"None has been {SIDE} it since {DATE}\.": none_since,
    rf"(?P<good>\d+) of the (?P<visits>\d+) visits after the change (?:is|are) "
    rf"{SIDE} {LEVEL}\.": counted_after,
    r"No six visits in a row after the change are on one side, so there is no signal\.": no_six,
    r"That is not the same as no improvement: a small gain is easily missed, and "
    r"more visits can show it\.": always,
    rf"Six or more visits in a row after the change are {SIDE} {LEVEL}\.": six_in_a_row,
    r"That is worth looking into: what was different on these visits\?": always,
    rf"The shift for the better since {LATE} did not last: (?P<wrong>\d) of the latest 6 visits"
    r"(?P<off> that are not on the median)? are on the other side\.": did_not_last,
    r"There was a shift for the better, then six or more visits in a row on the other side\.": turned_round,
    r"What helped while it lasted\?": always,
    r"(?P<n>\d+) visits? after the change (?:is|are) exactly on the median and "
    r"counts? for neither side\.": on_the_median,
    r"(?P<n>\d+) more visits?(?: in a row)? like the good ones would "
    r"make it a sustained improvement\.": still_to_come,
    r"It is too soon after the change to show more\.": too_soon,
    r"More visits can show whether it lasts\.": always,
    r"Too many visits are on the median to tell a lasting improvement from luck\.": not_from_luck,
    r"It is too early for a verdict\. Still missing: [^.]*\.": missing,
    r"A next change can start from a longer baseline\.": always,
    r"From a median of (?P<before>[\d.]+)%? to (?P<after>[\d.]+)%?: "
    r"(?P<difference>[\d.]+)(?: percentage points?)? "
    r"(?P<way>higher|lower)\.": medians,
    r"The median stayed at (?:about )?(?P<before>[\d.]+)%?\.": same_medians,
    r"In (?P<pairs>\d+|more than 99|less than 1) of 100 pairs a visit after the "
    r"change is better than a visit "
    r"before; ties count half \(NAP [^)]* if visits are independent\)\.": pairs,
    rf"With these values shuffled at random, (?P<alone>{OFTEN}) orders would be called a sustained "
    rf"improvement if visits are independent, (?P<alike>(?:about )?{OFTEN}) "
    rf"if neighboring visits resemble "
    r"each other as in published studies\.": shuffled,
    r"With so few visits after the change, no order of these values could be "
    r"called a sustained improvement\.": too_soon,
    r"Over and above this class's own straight line: (?P<step>[-−]?[\d.]+)(?: points?)? \(95% interval "
    r"(?P<low>[-−]?[\d.]+) to (?P<high>[-−]?[\d.]+); above 0 is better\)\.": straight_line_and_step,
    r"The baseline may already have been improving before the change; some "
    r"of the gain may have come "
    r"without it\.": rising,
    r"It got better, and it lasted\.": held,
    r"It got better; it is too soon to say whether that lasts\.": better_for_now,
    r"It got better, but luck could explain it\.": not_from_luck,
    r"It got better for (?P<visits>\w+) visits, but that did not last\.": held_for_a_while,
    r"It moved the wrong way after the change\.": moved_the_other_way,
    r"No clear change so far\.": no_six,
    r"Too early to say\.": always,
    r"Still missing: [^.]*\.": missing,
    rf"(?P<more>(?:More|Fewer) students show )?“Explains”: {BEFORE}, {SINCE}\.": levels,
    rf"“Explains”: (?P<lasted>{AMOUNT}) for (?P<visits>\w+) visits, {SINCE}; before: "
    rf"(?P<before>{AMOUNT})\.": lost_levels,
    r"It has lasted (?P<weeks>\d+) weeks?\.": lasted,
    r"(?P<good>\d+) of the (?P<visits>\d+) visits since this began are better than before\."
    r"": visits_since_it_began,
    rf"It began on {LATE}\.": began,
    r"(?P<more>\w+) more visits? (?:in a row )?like the good ones and it counts as lasting\.": one_more,
    r"A small gain or loss could be hidden\.": always,
    r"It may already have been getting better before the change\.": rising,
    r"This is more than steady growth would explain\.": always,
    r"But steady growth that was already under way could explain it too\.": always,
    r"These visits cannot tell it from steady growth\.": always,
}
PATTERNS = {re.compile(pattern): check for pattern, check in KINDS.items()}


def check_every_sentence(text: str, series: Counted, finding: Finding) -> Iterator[str]:
    """Take a text apart into sentences of known kinds, and hold each against the series."""
    rest = text.replace("\N{NO-BREAK SPACE}", " ").strip()
    while rest:
        match, check = next(
            ((match, check) for pattern, check in PATTERNS.items() if (match := pattern.match(rest))),
            (None, None),
        )
        assert match and check, f"a sentence of no known kind: {rest}"
        check(match, series, finding)
        check_late_start(match, series, finding)
        yield match[0]
        rest = rest[match.end() :].strip()


def check_late_start(match: re.Match[str], series: Counted, finding: Finding) -> None:
    """Where a shift began after more than two visits, its date is named with how many; never else."""
    groups = match.groupdict()
    if "late" not in groups:
        return
    visit = len([day for day, _ in series.visits() if day <= day_of(match)])
    assert (groups["late"] or "") == (str(visit) if visit > 2 else "")
    assert finding.progress is not None


def context_of(series: Counted, unit: Unit = Unit.STUDENTS) -> tuple[Sequence[str], str, Finding]:
    """All sentences on a chart, the answer and the finding of an inquiry with this one class."""
    kind = PromptKind.PERCENT if series.level > 4 else PromptKind.SCALE
    tool = replace(
        TOOL, unit=unit, prompts=(Prompt("explains", "Explains", kind=kind, better=series.better),)
    )
    rows = tuple(
        Observation(day, "period-2", "Period 2", "explains", value, None, None)
        for day, value in zip(series.days, series.values, strict=True)
    )
    start = (
        series.days[series.before]
        if series.before < len(series.days)
        else series.days[-1] + timedelta(days=1)
    )
    begun = replace(change(), date=start)
    program = Program("Maple Grove", tools={tool.id: tool}, school_year_starts=SUMMER)
    context = inquiry_context(inquiry({}, observations=rows, changes=(begun,)), program)
    (chart,) = context.main_charts
    (row,) = (row for prompt in build_results_part(context).prompts for row in prompt.rows)
    telling, share = most_telling_phase(chart.phases), chart.prompt.is_share
    effects = EffectTexts()
    sentences = (
        VerdictTexts().verdict(telling, share=share),
        effects.effect(chart.finding, share=share, better=series.better),
        effects.luck(chart.finding),
        effects.rising_baseline(chart.finding),
        *row.details,
    )
    return [text for text in sentences if text], context.answer.text, chart.finding


@settings(max_examples=100, deadline=None)
@given(counted(), st.sampled_from([Unit.STUDENTS, Unit.RESPONSES]))
def test_every_sentence_about_a_series_is_true_of_it(series: Counted, unit: Unit) -> None:
    if all(value is None for value in series.values[: series.before]):
        return
    explained, answer, finding = context_of(series, unit)
    for text in (*explained, answer):
        assert list(check_every_sentence(text, series, finding))
    reached = finding.verdict in (Verdict.SUSTAINED_IMPROVEMENT, Verdict.SHIFT_NOT_YET_SUSTAINED)
    if reached and finding.progress and finding.progress.is_late:
        told = f"({finding.progress.visit} visits after the change)"
        assert told in answer and told in explained[0], "a late shift never goes without its date"
