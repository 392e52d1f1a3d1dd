"""Verdicts in plain words: each with its own figures, none with more than the data say."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model import Better, EvaluatedSeries, Finding, Point, Series, Verdict
from generator.runchart.verdict import evaluate_series, evaluate_values
from generator.words.effect_texts import EffectTexts
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

SENTENCES = VerdictTexts()
BASELINE = [52, 48, 55, 50, 47, 53, 51, 49]  # median 50.5, said as 50%
GOOD, WRONG = 61, 40
NO_SIGNAL = (
    " No six visits in a row after the change are on one side, so there is no signal. That is not the "
    "same as no improvement: a small gain is easily missed, and more visits can show it."
)


def evaluated(
    after: Sequence[float | None],
    baseline: Sequence[float | None] | None = None,
    better: Better = Better.HIGHER,
) -> EvaluatedSeries:
    """A visit a week, from September 1, 2025."""
    before = BASELINE if baseline is None else baseline
    points = tuple(
        Point(row, date(2025, 9, 1) + timedelta(weeks=row - 1), value)
        for row, value in enumerate([*before, *after], start=1)
    )
    return evaluate_series(Series("a", "A", "explains", points, len(before), better=better))


def finding(after: Sequence[float | None], baseline: Sequence[float | None] | None = None) -> Finding:
    return evaluated(after, baseline).finding


def text(judged: EvaluatedSeries, share: bool = True, unit: str = "") -> str:
    return SENTENCES.verdict(judged, share=share, unit=unit).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("verdict", "name"),
    [
        (None, "no verdict"),
        (Verdict.TOO_FEW_POINTS, "too few points"),
        (Verdict.NO_SIGNAL, "no signal"),
        (Verdict.WRONG_DIRECTION, "worse: look into it"),
        (Verdict.SHIFT_NOT_YET_SUSTAINED, "shift, not yet sustained"),
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
            "It is too early for a verdict. Still missing: 1 visit after the change. 2 visits after the "
            "change are exactly on the median and count for neither side."
        ),
    ),
    "a visit where nothing was counted is not one on the median": (
        [GOOD] * 5 + [None] * 2,
        "It is too early for a verdict. Still missing: 1 visit after the change.",
    ),
    "no signal": (
        [GOOD, WRONG] * 4,
        ("4 of the 8 visits after the change are above the earlier level (51%)." + NO_SIGNAL),
    ),
    "one point on the good side": (
        [WRONG] * 5 + [GOOD] + [WRONG] * 5,
        ("1 of the 11 visits after the change is above the earlier level (51%)." + NO_SIGNAL),
    ),
    "look into it": (
        [WRONG] * 7,
        (
            "Six or more visits in a row after the change are below the earlier level (51%). "
            "That is worth looking into: what was different on these visits?"
        ),
    ),
    "a shift, too soon for more": (
        [GOOD] * 6,
        (
            "Above the earlier level (51%) on all 6 visits since October 27, 2025. It is too soon after "
            "the change to show more. 2 more visits in a row like the good ones would make it a "
            "sustained improvement."
        ),
    ),
    "a shift, one to go": (
        [GOOD] * 7,
        (
            "Above the earlier level (51%) on all 7 visits since October 27, 2025. It is too soon after "
            "the change to show more. 1 more visit like the good ones would make it a sustained "
            "improvement."
        ),
    ),
    "eight points are not too soon for more": (
        [WRONG] + [GOOD] * 7,
        (
            "Above the earlier level (51%) on all 7 visits since November 3, 2025. "
            "1 more visit like the good ones would make it a sustained improvement."
        ),
    ),
    "a shift that wavers": (
        [GOOD] * 7 + [WRONG, GOOD, WRONG, GOOD, GOOD],
        (
            "10 of the 12 visits since October 27, 2025 are above the earlier level (51%). None has been "
            "below it since January 5, 2026. 4 more visits in a row like the good ones would make it a "
            "sustained improvement."
        ),
    ),
    "fell back": (
        [GOOD] * 7 + [WRONG] * 3,
        (
            "The shift for the better since October 27, 2025 did not last: "
            "3 of the latest 6 visits are on the other side. "
            "What helped while it lasted?"
        ),
    ),
    "turned round": (
        [GOOD] * 6 + [WRONG] * 6 + [GOOD] * 5,
        (
            "There was a shift for the better, then six or more visits in a row on the other side. What "
            "helped while it lasted?"
        ),
    ),
    "sustained": (
        [GOOD] * 9,
        "Above the earlier level (51%) on all 9 visits since October 27, 2025.",
    ),
    "sustained with one exception": (
        [GOOD] * 9 + [WRONG] + [GOOD] * 2,
        (
            "11 of the 12 visits since October 27, 2025 are above the earlier level (51%). "
            "None has been below it since January 5, 2026."
        ),
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_what_is_so_and_what_would_settle_it(case: str) -> None:
    after, said = TEXTS[case]
    assert text(evaluated(after)) == said


def test_where_fewer_is_better_the_other_side_is_named() -> None:
    for after, side in (([GOOD] * 7, "above"), ([WRONG] * 7, "below"), ([WRONG] * 9, "below")):
        assert f"{side} the earlier level" in text(evaluated(after, better=Better.LOWER)).lower()


def test_a_short_baseline_asks_for_more_visits_before_the_change() -> None:
    waiting = evaluated([], baseline=[50, 52])
    assert text(waiting) == (
        "It is too early for a verdict. "
        "Still missing: 4 visits before the change and 6 visits after the change."
    )
    begun = evaluated([GOOD] * 6, baseline=[50, 52, 49, 53, 50])
    assert text(begun) == (
        "It is too early for a verdict. Still missing: 1 visit before the change. "
        "A next change can start from a longer baseline."
    )


def test_without_any_baseline_no_point_is_said_to_lie_on_its_median() -> None:
    assert "median" not in text(evaluated([GOOD] * 3, baseline=[]))


def test_without_a_verdict_there_is_nothing_to_say() -> None:
    described = evaluate_values(BASELINE, None)
    alone = EvaluatedSeries(Series("a", "A", "explains", ()), described)
    assert text(alone) == EffectTexts().effect(described, share=True) == EffectTexts().luck(described) == ""


def test_other_values_are_said_in_their_own_unit() -> None:
    assert "level (50.5 minutes) on" in text(evaluated([GOOD] * 9), share=False, unit="minutes")
    assert "level (50.5) on" in text(evaluated([GOOD] * 9), share=False)


def test_a_single_visit_after_a_relapse_is_no_span_of_time() -> None:
    relapsed = text(evaluated([*[GOOD] * 7, WRONG, GOOD]))
    assert "8 of the 9 visits since" in relapsed
    assert "None has been" not in relapsed
    assert "None has been below it since" in text(evaluated([*[GOOD] * 7, WRONG, GOOD, GOOD]))


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
    start = min(baseline, len(values))
    judged = evaluated(values[start:], values[:start], better)
    said = VerdictTexts(Translator(language)).verdict(judged, share=True)
    assert said.endswith((".", "?")) and "{" not in said
    assert "{" not in EffectTexts(Translator(language)).effect(judged.finding, share=True, better=better)


# ------------------------------------------------------------- after a relapse, late, or by luck


def test_after_a_relapse_made_good_no_visit_is_said_to_have_held() -> None:
    relapse = [GOOD] * 6 + [WRONG, WRONG, 50.5, WRONG] + [GOOD] * 9
    assert text(evaluated(relapse)) == (
        "15 of the 19 visits since October 27, 2025 are above the earlier level (51%). None has been "
        "below it since January 5, 2026. 1 visit after the change is exactly on the median and counts "
        "for neither side."
    )


def test_with_the_latest_visit_on_the_wrong_side_nothing_is_said_of_since_when() -> None:
    assert text(evaluated([GOOD] * 12 + [WRONG])) == (
        "12 of the 13 visits since October 27, 2025 are above the earlier level (51%)."
    )


def test_a_late_shift_names_its_date_and_how_long_after_the_change_it_began() -> None:
    assert text(evaluated([49, 51, 48, 47, *[GOOD] * 8])) == (
        "Above the earlier level (51%) on all 8 visits since November 24, 2025 (5 visits after the change)."
    )


def test_too_many_visits_on_the_median_to_tell_from_luck() -> None:
    rated = evaluated([3, 2, 2, 3, 2, 2, 3, 2, 3, 2, 2, 3, 3, 3, 3, 3], baseline=[3, 2, 1, 2, 2, 2])
    assert rated.finding.held_back_by_luck
    assert "Too many visits are on the median to tell a lasting improvement from luck." in text(rated)
    assert "would make it" not in text(rated)


def test_a_table_without_dates_names_rows() -> None:
    judged = evaluated([GOOD] * 9)
    rows = tuple(replace(point, date=None) for point in judged.series.points)
    assert text(replace(judged, series=replace(judged.series, points=rows))).endswith("visits since row 9.")


def counted(judged: EvaluatedSeries) -> str:
    return SENTENCES.counted(judged, share=True).replace("\N{NO-BREAK SPACE}", " ")


def test_a_table_has_what_was_counted_without_what_is_so_of_every_chart() -> None:
    assert counted(evaluated([52, 49, 53, 48, 52, 47, 55, 50])).startswith(
        "4 of the 8 visits after the change"
    )
    assert "small gain" not in counted(evaluated([52, 49, 53, 48, 52, 47, 55, 50]))
    assert counted(evaluated([GOOD] * 5)) == "Still missing: 1 visit after the change."
    assert "What helped" not in counted(evaluated([*[GOOD] * 6, *[WRONG] * 6]))
    assert text(evaluated([GOOD] * 8)).startswith(counted(evaluated([GOOD] * 8)))
