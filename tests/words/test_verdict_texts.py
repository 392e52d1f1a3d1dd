"""Verdicts in plain words: each with its own figures, none with more than the data say."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Better, Finding, Verdict
from generator.runchart.verdict import evaluate_values
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

SENTENCES = VerdictTexts()
BASELINE = [52, 48, 55, 50, 47, 53, 51, 49]  # median 50.5, said as 50 %
GOOD, WRONG = 61, 40
NO_SIGNAL = (
    " No six in a row after the change lie on one side, so there is no signal. "
    "That is not the same as no improvement: a small gain is easily missed, and more visits can show it."
)


def finding(after: Sequence[float | None], baseline: Sequence[float | None] | None = None) -> Finding:
    before = BASELINE if baseline is None else baseline
    return evaluate_values([*before, *after], len(before))


def text(judged: Finding, better: Better = Better.HIGHER, share: bool = True, unit: str = "") -> str:
    said = SENTENCES.verdict(judged, share=share, better=better, unit=unit)
    return said.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("verdict", "name"),
    [
        (None, "no verdict"),
        (Verdict.TOO_FEW_POINTS, "too few points"),
        (Verdict.NO_SIGNAL, "no signal"),
        (Verdict.WRONG_DIRECTION, "look into it"),
        (Verdict.SHIFT_NOT_YET_SUSTAINED, "a shift, not yet sustained"),
        (Verdict.DID_NOT_HOLD, "did not hold"),
        (Verdict.SUSTAINED_IMPROVEMENT, "sustained improvement"),
    ],
)
def test_names(verdict: Verdict | None, name: str) -> None:
    assert SENTENCES.name(verdict) == name


TEXTS: dict[str, tuple[Sequence[float | None], str]] = {
    "two visits missing": (
        [GOOD] * 4,
        "It is too early for a verdict. Still missing: 2 visits after the change.",
    ),
    "points on the median cannot be counted": (
        [GOOD] * 5 + [50.5] * 2,
        (
            "It is too early for a verdict. Still missing: 1 visit after the change. "
            "2 points after the change lie exactly on the median and count for neither side."
        ),
    ),
    "a visit where nothing was collected is not one on the median": (
        [GOOD] * 5 + [None] * 2,
        "It is too early for a verdict. Still missing: 1 visit after the change.",
    ),
    "no signal": (
        [GOOD, WRONG] * 4,
        ("4 of 8 points after the change lie above the baseline's median of 51 %." + NO_SIGNAL),
    ),
    "one point on the good side": (
        [WRONG] * 5 + [GOOD] + [WRONG] * 5,
        ("1 of 11 points after the change lies above the baseline's median of 51 %." + NO_SIGNAL),
    ),
    "look into it": (
        [WRONG] * 7,
        (
            "Six or more points in a row after the change lie below the baseline's median of 51 %. "
            "That is worth looking into: what was different on these visits?"
        ),
    ),
    "a shift, too soon for more": (
        [GOOD] * 6,
        (
            "A shift above the baseline's median of 51 % began. "
            "So soon after the change nothing more can be shown. "
            "2 more points on the good side, one after another, would make it a sustained improvement."
        ),
    ),
    "a shift, one to go": (
        [GOOD] * 7,
        (
            "A shift above the baseline's median of 51 % began. "
            "So soon after the change nothing more can be shown. "
            "1 more point on the good side would make it a sustained improvement."
        ),
    ),
    "eight points are not too soon for more": (
        [WRONG] + [GOOD] * 7,
        (
            "A shift above the baseline's median of 51 % began. "
            "1 more point on the good side would make it a sustained improvement."
        ),
    ),
    "a shift that wavers": (
        [GOOD] * 7 + [WRONG, GOOD, WRONG, GOOD, GOOD],
        (
            "A shift above the baseline's median of 51 % began. "
            "4 more points on the good side, one after another, would make it a sustained improvement."
        ),
    ),
    "fell back": (
        [GOOD] * 7 + [WRONG] * 3,
        (
            "A shift for the better came and went: 3 of the latest 6 points lie on the other side. "
            "What helped while it lasted?"
        ),
    ),
    "turned round": (
        [GOOD] * 6 + [WRONG] * 6 + [GOOD] * 5,
        (
            "A shift for the better came, and six or more points in a row on the other side followed. "
            "What helped while it lasted?"
        ),
    ),
    "sustained": (
        [GOOD] * 9,
        "A shift above the baseline's median of 51 % has held over 9 points.",
    ),
    "sustained with one exception": (
        [GOOD] * 9 + [WRONG] + [GOOD] * 2,
        (
            "A shift above the baseline's median of 51 % has held over 12 points, "
            "with one of the latest 6 on the other side."
        ),
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_what_is_so_and_what_would_settle_it(case: str) -> None:
    after, said = TEXTS[case]
    assert text(finding(after)) == said


def test_where_fewer_is_better_the_other_side_is_named() -> None:
    for after, side in (([GOOD] * 7, "above"), ([WRONG] * 7, "below"), ([WRONG] * 9, "below")):
        judged = evaluate_values([*BASELINE, *after], len(BASELINE), Better.LOWER)
        assert f"{side} the baseline's median" in text(judged, Better.LOWER)


def test_a_short_baseline_asks_for_more_visits_before_the_change() -> None:
    waiting = finding([], baseline=[50, 52])
    assert text(waiting) == (
        "It is too early for a verdict. "
        "Still missing: 4 visits before the change and 6 visits after the change."
    )
    begun = finding([GOOD] * 6, baseline=[50, 52, 49, 53, 50])
    assert text(begun) == (
        "It is too early for a verdict. Still missing: 1 visit before the change. "
        "A next change can start from a longer baseline."
    )


def test_without_any_baseline_no_point_is_said_to_lie_on_its_median() -> None:
    assert "median" not in text(finding([GOOD] * 3, baseline=[]))


def test_without_a_verdict_there_is_nothing_to_say() -> None:
    described = evaluate_values(BASELINE, None)
    assert text(described) == SENTENCES.effect(described, share=True) == SENTENCES.luck(described) == ""


def test_other_values_are_said_in_their_own_unit() -> None:
    assert "median of 50.5 minutes has" in text(finding([GOOD] * 9), share=False, unit="minutes")
    assert "median of 50.5 has" in text(finding([GOOD] * 9), share=False)


EFFECTS = [
    ([35] * 6, [61] * 6, True, "From a median of 35 % to 61 %: 26 points more."),
    ([35] * 6, [36] * 6, True, "From a median of 35 % to 36 %: 1 point more."),
    ([35] * 6, [30] * 6, True, "From a median of 35 % to 30 %: 5 points less."),
    ([23.1] * 6, [23.4] * 6, True, "The median stayed at 23 %."),
    ([4] * 6, [7.5] * 6, False, "From a median of 4 to 7.5: 3.5 more."),
]


@pytest.mark.parametrize(("before", "after", "share", "said"), EFFECTS)
def test_the_difference_of_medians(
    before: Sequence[float | None], after: Sequence[float | None], share: bool, said: str
) -> None:
    whole = SENTENCES.effect(finding(after, before), share=share).replace("\N{NO-BREAK SPACE}", " ")
    assert whole.startswith(said + " In ")


def test_nap_with_its_interval() -> None:
    judged = finding([61, 64, 60, 46, 63, 65, 62, 67, 61, 66, 64, 63])
    assert SENTENCES.effect(judged, share=True).endswith(
        "In 92 of 100 pairs a visit after the change is better than a visit before "
        "(NAP 0.92, 95 % interval 0.67 to 0.98)."
    )


def test_luck_is_said_of_this_charts_own_values_once_there_is_a_verdict() -> None:
    enough = finding([GOOD] * 8)
    assert SENTENCES.luck(enough).replace("\N{NO-BREAK SPACE}", " ") == (
        "Shuffled at random, these same values would be called a sustained improvement in "
        f"{100 * (enough.by_luck or 0):.1f} % of cases."
    )
    assert SENTENCES.luck(finding([GOOD] * 5)) == ""


def test_a_rising_baseline_is_said_and_no_other() -> None:
    assert "already getting better" in SENTENCES.rising_baseline(
        finding([GOOD] * 8, [40, 41, 43, 44, 46, 47, 48, 50])
    )
    assert SENTENCES.rising_baseline(finding([GOOD] * 8)) == ""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.none() | st.integers(0, 100), max_size=20),
    st.integers(0, 20),
    st.sampled_from(Better),
    st.sampled_from(["en", "es"]),
)
def test_there_is_a_text_exactly_where_there_is_a_verdict(
    values: Sequence[float | None], baseline: int, better: Better, language: str
) -> None:
    judged = evaluate_values(values, min(baseline, len(values)), better)
    said = VerdictTexts(Translator(language)).verdict(judged, share=True, better=better)
    assert said.endswith((".", "?")) and "{" not in said
    assert "{" not in VerdictTexts(Translator(language)).effect(judged, share=True, better=better)
