"""Charts that do not give away where the change is."""

from datetime import timedelta

from msgspec.structs import replace

from generator.model import Change, Observation
from generator.site.inquiry.masked_charts import UnmaskedSet, unmasked_set
from tests.site.inquiry.inquiries import (
    BEFORE,
    NO_SIGNAL,
    SUSTAINED,
    change,
    inquiry,
    inquiry_context,
    observations,
    week,
)


def charts(**fields: object) -> UnmaskedSet:
    masked = unmasked_set(inquiry_context(inquiry(**fields)))  # type: ignore[arg-type]
    assert masked is not None
    return masked


def test_each_class_has_a_chart_of_its_values_and_the_first_visit_after_its_change() -> None:
    masked = charts(
        classes={"Period 2": SUSTAINED, "Period 4": NO_SIGNAL},
        changes=(change(1, 8, classes=("period-2",)), Change(2, week(10), "Talk", classes=("period-4",))),
    )
    by_class = {chart.class_name: chart for chart in masked.charts}
    assert by_class["Period 2"].chart.values == tuple(100 * count / 24 for count in SUSTAINED)
    assert by_class["Period 2"].change_before == 9
    assert by_class["Period 4"].change_before == 11
    assert sorted(chart.chart.letter for chart in masked.charts) == ["A", "B"]


def test_a_class_without_a_change_is_shown_too() -> None:
    masked = charts(
        classes={"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}, changes=(change(1, 8, classes=("period-2",)),)
    )
    (comparison,) = [chart for chart in masked.charts if chart.class_name == "Period 4"]
    assert (comparison.has_change, comparison.change_before) == (False, None)


def test_neither_a_gap_in_time_nor_a_visit_without_a_value_can_be_seen() -> None:
    def later(row: Observation) -> Observation:
        assert row.date
        return replace(row, date=row.date + timedelta(weeks=5)) if row.date >= week(8) else row

    rows = observations("Period 2", SUSTAINED)
    apart = tuple(later(row) for row in rows)
    moved = Change(1, week(12), "Talk")
    missed = (*apart[:9], replace(apart[9], value=None, count=None), *apart[10:])
    assert charts(observations=apart, changes=(moved,)).masked == charts(observations=tuple(rows)).masked
    assert len(charts(observations=missed, changes=(moved,)).charts[0].chart.values) == len(SUSTAINED) - 1


def test_the_order_is_the_same_in_every_build_and_not_that_of_the_classes() -> None:
    classes = {f"Period {number}": [*BEFORE, *[float(number)] * 8] for number in range(1, 9)}
    first = charts(classes=classes)
    assert first == charts(classes=classes)
    names = [chart.class_name for chart in first.charts]
    assert names != sorted(names)
    assert [chart.chart.letter for chart in first.charts] == list("ABCDEFGH")


def test_other_values_are_other_charts() -> None:
    assert charts().digest != charts(classes={"Period 2": NO_SIGNAL}).digest


def test_without_visits_there_is_nothing_to_look_at() -> None:
    assert unmasked_set(inquiry_context(inquiry(classes={"Period 2": BEFORE[:5]}))) is None
    assert unmasked_set(inquiry_context(inquiry(tool=""))) is None
