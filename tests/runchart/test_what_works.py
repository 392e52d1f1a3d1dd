"""What the What Works Clearinghouse asks of a single-case study, and what is missing for it."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.runchart.design import Design, DesignKind
from generator.runchart.what_works import (
    SecondObserver,
    WhatWorksRating,
    WhatWorksShortfall,
    assess_design,
)

DESIGN = Design(
    DesignKind.MULTIPLE_BASELINE,
    {name: date(2025, 9, 1) for name in "abc"},
    demonstrations=3,
    times=3,
    fewest_points=5,
)
OBSERVER = SecondObserver(share=0.25, agreement=91.0)
DOES_NOT_MEET = WhatWorksRating.DOES_NOT_MEET


def test_three_demonstrations_at_three_times_and_five_points_meet() -> None:
    assert assess_design(DESIGN, OBSERVER).rating is WhatWorksRating.MEETS


@pytest.mark.parametrize(
    ("points", "rating"),
    [
        (5, WhatWorksRating.MEETS),
        (4, WhatWorksRating.WITH_RESERVATIONS),
        (3, WhatWorksRating.WITH_RESERVATIONS),
        (2, DOES_NOT_MEET),
    ],
)
def test_few_points_a_phase_are_a_reservation(points: int, rating: WhatWorksRating) -> None:
    assert assess_design(replace(DESIGN, fewest_points=points), OBSERVER).rating is rating


@pytest.mark.parametrize(
    ("design", "observer", "shortfall"),
    [
        (replace(DESIGN, demonstrations=2), OBSERVER, WhatWorksShortfall.DEMONSTRATIONS),
        (replace(DESIGN, times=2), OBSERVER, WhatWorksShortfall.START_TIMES),
        (replace(DESIGN, overlapping=False), OBSERVER, WhatWorksShortfall.OVERLAP),
        (DESIGN, SecondObserver(), WhatWorksShortfall.NO_SECOND_OBSERVER),
        (DESIGN, SecondObserver(0.1, 95), WhatWorksShortfall.FEW_OBSERVED_TWICE),
        (DESIGN, SecondObserver(0.5, 79), WhatWorksShortfall.AGREEMENT),
    ],
)
def test_whatever_else_is_missing_does_not_meet(
    design: Design, observer: SecondObserver, shortfall: WhatWorksShortfall
) -> None:
    assessment = assess_design(design, observer)
    assert (assessment.rating, assessment.shortfalls) == (DOES_NOT_MEET, (shortfall,))


def test_a_reservation_does_not_make_up_for_what_is_missing() -> None:
    assert assess_design(replace(DESIGN, fewest_points=4), SecondObserver()).rating is DOES_NOT_MEET
