"""The tables of docs/method.md on growth that was already under way.  `make bench` prints them."""

import os
from dataclasses import replace

import pytest

from tests.runchart.simulated_inquiries import SAME_START, STAGGERED, Scenario, rates

pytestmark = pytest.mark.bench
RUNS = int(os.environ.get("BENCH_INQUIRIES", "20000"))
NEAR = 1.0 if RUNS >= 20_000 else 3.0  # points of %

SCENARIOS = {
    "nothing": Scenario(),
    "growth 0.05 SD": Scenario(growth=0.05),
    "growth 0.1 SD": Scenario(growth=0.1),
    "growth 0.2 SD": Scenario(growth=0.2),
    "step 1 SD": Scenario(step=1.0),
    "step 1.5 SD": Scenario(step=1.5),
    "step 2 SD": Scenario(step=2.0),
    "2 SD over 5 visits": Scenario(step=2.0, visits=5),
}
VERDICTS: dict[tuple[int, ...], tuple[float, ...]] = {
    SAME_START: (0.3, 8, 45, 98, 42, 85, 99, 96),
    STAGGERED: (0.3, 13, 67, 100, 43, 87, 99, 97),
}
MET: dict[tuple[tuple[int, ...], float], tuple[float, ...]] = {
    (SAME_START, 0.0): (0, 0.9, 3.2, 4.1, 28.5, 75, 97, 68),
    (STAGGERED, 0.0): (0, 1.3, 3.5, 4.6, 31, 80, 98, 87),
    (SAME_START, 0.3): (0.3, 1.9, 4.7, 6.0, 28, 68, 93, 56),
    (STAGGERED, 0.3): (0.3, 2.4, 5.2, 6.2, 31, 72, 95, 72),
}


@pytest.mark.parametrize("rho", [0.0, 0.3])
@pytest.mark.parametrize("baselines", [SAME_START, STAGGERED])
@pytest.mark.parametrize("column", range(len(SCENARIOS)), ids=list(SCENARIOS))
def test_two_of_three_classes(baselines: tuple[int, ...], rho: float, column: int) -> None:
    name = list(SCENARIOS)[column]
    simulated = rates(replace(SCENARIOS[name], rho=rho), baselines, RUNS)
    print(
        f"\n{name}, {baselines}, rho {rho}: {simulated.verdicts:.1f} %, with growth_p {simulated.met:.1f} %"
    )
    if not rho:
        assert simulated.verdicts == pytest.approx(VERDICTS[baselines][column], abs=NEAR)
    assert simulated.met == pytest.approx(MET[baselines, rho][column], abs=NEAR)


@pytest.mark.parametrize(
    ("scenario", "baselines", "expected"),
    [
        pytest.param(Scenario(step=1.5, visits=5), SAME_START, 38, id="1.5 SD over five visits"),
        pytest.param(Scenario(step=1.5, visits=5), STAGGERED, 54, id="the same, staggered"),
        pytest.param(Scenario(event=1.5), SAME_START, 74.5, id="an event at the first start"),
        pytest.param(Scenario(event=1.5), STAGGERED, 1.9, id="an event at the first start, staggered"),
        pytest.param(Scenario(growth=0.3, ceiling=0.85), SAME_START, 48, id="growth into a ceiling"),
        pytest.param(Scenario(growth=0.3, ceiling=0.85), STAGGERED, 0.1, id="the same, staggered"),
    ],
)
def test_limits(scenario: Scenario, baselines: tuple[int, ...], expected: float) -> None:
    simulated = rates(scenario, baselines, RUNS)
    print(f"\n{scenario}, {baselines}: {simulated.met:.1f} %")
    assert simulated.met == pytest.approx(expected, abs=NEAR)


def test_classes_that_move_together() -> None:
    """growth_p alone, where nothing happened and a class's errors are correlated with the others' by 0.3."""
    for baselines, expected in ((SAME_START, 9), (STAGGERED, 2.8)):
        simulated = rates(Scenario(together=0.3), baselines, RUNS, growth_alone=True)
        print(f"\nclasses that move together, {baselines}: {simulated.growth_alone:.1f} %")
        assert simulated.growth_alone == pytest.approx(expected, abs=NEAR)


@pytest.mark.parametrize(
    ("baselines", "after", "power"),
    [((8, 8, 8), 12, 74.5), ((12, 12, 12), 12, 79), ((8, 8, 8), 16, 87), ((8, 8, 8, 8), 12, 90)],
)
def test_planning_figures(baselines: tuple[int, ...], after: int, power: float) -> None:
    simulated = rates(Scenario(step=1.5, after=after), baselines, RUNS)
    print(f"\n{baselines} + {after}, step 1.5 SD: {simulated.met:.1f} %")
    assert simulated.met == pytest.approx(power, abs=NEAR)
