"""The size of an effect, luck and a rising baseline, in sentences and in the cells of a table."""

from collections.abc import Sequence

import pytest

from generator.words.effect_texts import EffectTexts
from tests.words.test_verdict_texts import GOOD, finding

TEXTS = EffectTexts()
EFFECTS = [
    ([35] * 6, [61] * 6, True, "From a median of 35% to 61%: 26 percentage points higher."),
    ([35] * 6, [36] * 6, True, "From a median of 35% to 36%: 1 percentage point higher."),
    ([35] * 6, [30] * 6, True, "From a median of 35% to 30%: 5 percentage points lower."),
    ([23.1] * 6, [23.1] * 6, True, "The median stayed at 23%."),
    ([23.1] * 6, [23.4] * 6, True, "The median stayed at about 23%."),
    ([0.02] * 6, [0.04] * 6, False, "From a median of 0.02 to 0.04: 0.02 higher."),
    ([4] * 6, [7.5] * 6, False, "From a median of 4 to 7.5: 3.5 higher."),
]


@pytest.mark.parametrize(("before", "after", "share", "said"), EFFECTS)
def test_the_difference_of_medians(
    before: Sequence[float | None], after: Sequence[float | None], share: bool, said: str
) -> None:
    whole = TEXTS.effect(finding(after, before), share=share).replace("\N{NO-BREAK SPACE}", " ")
    assert whole.startswith(said + " In ")


def test_nap_with_its_interval() -> None:
    judged = finding([61, 64, 60, 46, 63, 65, 62, 67, 61, 66, 64, 63])
    assert TEXTS.effect(judged, share=True).endswith(
        "In 92 of 100 pairs a visit after the change is better than a visit before; "
        "ties count half (NAP 0.92; 95% interval 0.67 to 0.98 if visits are independent)."
    )


def test_luck_is_said_of_this_charts_own_values_once_there_is_a_verdict() -> None:
    enough = finding([GOOD] * 8)
    assert TEXTS.luck(enough).replace("\N{NO-BREAK SPACE}", " ") == (
        "With these values shuffled at random, 13 in 1,000 orders would be called a sustained "
        "improvement if visits are independent, about 3 in 100 if neighboring visits resemble each other "
        "as in published studies."
    )
    assert TEXTS.luck(finding([GOOD] * 5)) == ""


def test_a_rising_baseline_is_said_and_no_other() -> None:
    assert "may already have been improving" in TEXTS.rising_baseline(
        finding([GOOD] * 8, [40, 41, 43, 44, 46, 47, 48, 50])
    )
    assert TEXTS.rising_baseline(finding([GOOD] * 8)) == ""


@pytest.mark.parametrize(
    ("after", "share"),
    [
        ([*[60] * 79, 53], "more than 99 of 100 pairs"),
        ([60] * 8, "100 of 100 pairs"),
        ([*[40] * 99, 50], "less than 1 of 100 pairs"),
        ([40] * 8, "0 of 100 pairs"),
    ],
)
def test_all_pairs_or_none_are_said_only_where_it_is_so(after: Sequence[float], share: str) -> None:
    assert f"In {share}" in TEXTS.effect(finding(after, [*[50] * 5, 54]), share=True)


def test_the_cells_of_a_table_have_the_figures_alone() -> None:
    judged = finding([61, 64, 60, 46, 63, 65, 62, 67, 61, 66, 64, 63])
    assert TEXTS.nap(judged).replace("\N{NO-BREAK SPACE}", " ") == "0.92 (0.67 to 0.98)"
    chance, alike = TEXTS.chances(finding([GOOD] * 8))
    assert (chance.replace("\N{NO-BREAK SPACE}", " "), alike) == ("13 in 1,000", "about 3 in 100")


def test_cells_without_figures() -> None:
    assert TEXTS.nap(finding([])) == ""
    assert TEXTS.chances(finding([GOOD] * 5)) == ()
    assert TEXTS.chances(finding([GOOD] * 6)) == ("none yet",)
