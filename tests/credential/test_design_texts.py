"""A design in words: its name as the field has it, and what is missing by the field's standards."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.credential.design_texts import DesignTexts
from generator.runchart.design import Design, DesignKind
from generator.runchart.what_works import SecondObserver
from generator.words.translator import ENGLISH

DESIGN = Design(
    DesignKind.MULTIPLE_BASELINE,
    {name: date(2025, 9, 1) for name in "abc"},
    groups=(("a",), ("b",), ("c",)),
    visits_between=4,
    demonstrations=3,
    times=3,
    fewest_points=8,
)
STANDARDS = "What Works Clearinghouse design standards (2010): "


@pytest.mark.parametrize(
    ("design", "name"),
    [
        (replace(DESIGN, kind=DesignKind.NO_CHANGE), "No change has been tried yet"),
        (replace(DESIGN, kind=DesignKind.ONE_CLASS), "One class"),
        (replace(DESIGN, kind=DesignKind.SAME_START), "Several classes, same start"),
        (
            replace(DESIGN, kind=DesignKind.SAME_START, days_apart=3),
            "Several classes, same start, 3 days apart",
        ),
        (replace(DESIGN, kind=DesignKind.STAGGERED), "Several classes, staggered"),
        (DESIGN, "Multiple baseline across classes"),
        (replace(DESIGN, kind=DesignKind.NOT_AT_THE_SAME_TIME), "Several classes, not at the same time"),
        (
            replace(DESIGN, kind=DesignKind.TOO_FEW_VISITS_BETWEEN),
            "Different starts, too few visits between them",
        ),
    ],
)
def test_names_are_those_of_single_case_research(design: Design, name: str) -> None:
    assert DesignTexts(ENGLISH, design).name() == name


def summary(design: Design) -> str:
    return DesignTexts(ENGLISH, design).summary().replace("\N{NO-BREAK SPACE}", " ")


def test_a_summary_counts_demonstrations_starting_times_and_the_visits_between() -> None:
    assert summary(DESIGN) == (
        "Multiple baseline across classes: 3 demonstrations of a sustained improvement at 3 starting times. "
        "From one start to the next, at least 4 visits to the class still waiting (3 needed, 5 recommended)."
    )
    two = replace(DESIGN, groups=(("a",), ("b",)), demonstrations=1, times=1, visits_between=1)
    assert summary(two).endswith(
        "1 demonstration of a sustained improvement at 1 starting time. From one start to the next, "
        "at least 1 visit to the class still waiting (3 needed, 5 recommended)."
    )


def test_a_summary_leaves_out_what_there_is_none_of() -> None:
    alone = replace(DESIGN, kind=DesignKind.ONE_CLASS, groups=(("a",),), demonstrations=0)
    assert summary(alone) == "One class: 0 demonstrations of a sustained improvement."
    untried = DesignTexts(ENGLISH, replace(DESIGN, kind=DesignKind.NO_CHANGE))
    assert (untried.summary(), untried.limit()) == ("No change has been tried yet.", "")


@pytest.mark.parametrize("kind", DesignKind)
def test_only_staggered_starts_speak_against_an_outside_event(kind: DesignKind) -> None:
    limit = DesignTexts(ENGLISH, replace(DESIGN, kind=kind)).limit()
    assert ("less likely" in limit) == (kind in (DesignKind.STAGGERED, DesignKind.MULTIPLE_BASELINE))


@pytest.mark.parametrize(
    ("design", "observer", "rating"),
    [
        (DESIGN, SecondObserver(0.3, 90), "meets."),
        (
            replace(DESIGN, fewest_points=4),
            SecondObserver(0.3, 90),
            "meets with reservations, because the shortest phase has 4 visits (5 required).",
        ),
        (
            replace(DESIGN, demonstrations=1, times=1),
            SecondObserver(),
            "does not meet, because there is 1 demonstration of 3 and no second observer counted.",
        ),
        (
            replace(DESIGN, times=1),
            SecondObserver(0.194, 0.0),
            (
                "does not meet, because the demonstrations have 1 starting time of 3, a second observer "
                "counted on 19% of the visits (20% required), and two observers agree on 0% (80% required)."
            ),
        ),
        (
            replace(DESIGN, times=1, overlapping=False),
            SecondObserver(0.1, 70),
            (
                "does not meet, because the demonstrations have 1 starting time of 3, not all classes "
                "were visited at the same time, a second observer counted on 10% of the visits (20% "
                "required), and two observers agree on 70% (80% required)."
            ),
        ),
    ],
)
def test_the_standards_of_the_field_with_their_reasons(
    design: Design, observer: SecondObserver, rating: str
) -> None:
    line = DesignTexts(ENGLISH, design).what_works(observer).replace("\N{NO-BREAK SPACE}", " ")
    assert line == STANDARDS + rating
