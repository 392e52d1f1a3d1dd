"""What the What Works Clearinghouse asks of a single-case study, held against an inquiry.

Kratochwill et al. 2010, Single-case designs technical documentation, What Works Clearinghouse: three
demonstrations at three different times, five points a phase (three to four: with reservations), cases
that were observed at the same time, and a second observer on at least 20% of the visits who agrees
in at least 80%.
"""

from enum import StrEnum

from msgspec import Struct

from generator.runchart.design import Design

DEMONSTRATIONS = 3  # at as many different times
POINTS_A_PHASE = 5
POINTS_WITH_RESERVATIONS = 3
VISITS_OBSERVED_TWICE = 0.2  # of all visits, at least
AGREEMENT = 80.0  # percent, at least


class WhatWorksRating(StrEnum):
    """How far an inquiry meets what is asked."""

    MEETS = "meets"
    WITH_RESERVATIONS = "meets_with_reservations"
    DOES_NOT_MEET = "does_not_meet"


class WhatWorksShortfall(StrEnum):
    """What is missing."""

    DEMONSTRATIONS = "demonstrations"
    START_TIMES = "start_times"
    POINTS = "points"
    OVERLAP = "overlap"
    NO_SECOND_OBSERVER = "no_second_observer"
    FEW_OBSERVED_TWICE = "few_observed_twice"
    AGREEMENT = "agreement"


class SecondObserver(Struct, frozen=True):
    """How much of the data a second observer counted too: share of the visits (0 to 1), and how far
    the two agree, in percent; None where nothing was counted twice."""

    share: float = 0.0
    agreement: float | None = None


class WhatWorksAssessment(Struct, frozen=True):
    """The rating, and what is missing for a better one."""

    rating: WhatWorksRating
    shortfalls: tuple[WhatWorksShortfall, ...]


def assess_design(design: Design, observer: SecondObserver) -> WhatWorksAssessment:
    """A design held against the standards; with few points a phase and nothing else missing it meets
    them with reservations."""
    missing = {
        WhatWorksShortfall.DEMONSTRATIONS: design.demonstrations < DEMONSTRATIONS,
        WhatWorksShortfall.START_TIMES: design.times < DEMONSTRATIONS <= design.demonstrations,
        WhatWorksShortfall.POINTS: design.fewest_points < POINTS_A_PHASE,
        WhatWorksShortfall.OVERLAP: not design.overlapping,
        WhatWorksShortfall.NO_SECOND_OBSERVER: observer.agreement is None,
        WhatWorksShortfall.FEW_OBSERVED_TWICE: observer.agreement is not None
        and observer.share < VISITS_OBSERVED_TWICE,
        WhatWorksShortfall.AGREEMENT: observer.agreement is not None and observer.agreement < AGREEMENT,
    }
    shortfalls = tuple(shortfall for shortfall, is_missing in missing.items() if is_missing)
    if not shortfalls:
        rating = WhatWorksRating.MEETS
    elif shortfalls == (WhatWorksShortfall.POINTS,) and design.fewest_points >= POINTS_WITH_RESERVATIONS:
        rating = WhatWorksRating.WITH_RESERVATIONS
    else:
        rating = WhatWorksRating.DOES_NOT_MEET
    return WhatWorksAssessment(rating, shortfalls)
