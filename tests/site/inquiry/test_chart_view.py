"""What pages and scripts read of a chart."""

from generator.model import Verdict
from generator.runchart.before_and_since import most_telling_phase
from generator.site.inquiry.chart_view import order_by_start
from tests.site.inquiry.inquiries import SUSTAINED, change, inquiry, inquiry_context, week


def test_classes_stand_in_the_order_in_which_they_started() -> None:
    late, early = change(1, 10, classes=("period-1",)), change(2, 8, classes=("period-2",))
    two_classes = inquiry({"Period 1": SUSTAINED, "Period 2": SUSTAINED}, changes=(late, early))
    charts = inquiry_context(two_classes).main_charts
    assert [chart.class_name for chart in charts] == ["Period 1", "Period 2"]
    assert [chart.class_name for chart in order_by_start(charts, (late, early))] == ["Period 2", "Period 1"]
    # a class without a change comes last
    assert [chart.class_name for chart in order_by_start(charts, (late,))] == ["Period 1", "Period 2"]
    assert [chart.class_name for chart in order_by_start(charts, (early,))] == ["Period 2", "Period 1"]


def test_a_phase_that_has_only_just_begun_takes_nothing_away() -> None:
    again = change(2, 16, new_phase=True)
    (chart,) = inquiry_context(inquiry(changes=(change(), again))).main_charts
    first, second = chart.phases
    assert second.finding.verdict is Verdict.TOO_FEW_POINTS
    assert most_telling_phase(chart.phases) is first
    assert chart.finding is first.finding
    assert chart.verdict is Verdict.SUSTAINED_IMPROVEMENT


def test_where_no_phase_has_enough_points_the_latest_is_told_of() -> None:
    (chart,) = inquiry_context(inquiry({"Period 2": [6, 9, 14]}, changes=(change(at=2),))).main_charts
    assert most_telling_phase(chart.phases) is chart.phases[-1]


def test_the_latest_visit_is_that_of_the_phase_with_the_verdict() -> None:
    (chart,) = inquiry_context(inquiry()).main_charts
    assert chart.latest == week(16)


def test_rows_of_a_table_by_phase() -> None:
    (chart,) = inquiry_context(inquiry()).main_charts
    assert [(phase, len(rows)) for phase, rows in chart.by_phase] == [("baseline", 8), ("after change 1", 9)]


def test_what_the_script_reads_of_a_table_is_days_since_the_first_visit() -> None:
    (chart,) = inquiry_context(inquiry({"Period 2": [12, None, *SUSTAINED[2:]]})).main_charts
    first, *rows = chart.packed_rows.split(";")
    assert first == str(week(0).toordinal())
    assert rows[:3] == ["0,50", "7,", "14,29.167"]
    assert rows[-1] == "112,66.667g"  # a point of the good shift


def test_the_latest_visit_up_to_a_day_passes_over_missed_ones() -> None:
    (chart,) = inquiry_context(inquiry({"Period 2": [12, None, *SUSTAINED[2:]]})).main_charts
    second, third = chart.latest_visit(week(1)), chart.latest_visit(week(2))
    assert second is not None
    assert second.date == week(0)
    assert third is not None
    assert third.date == week(2)
    assert chart.latest_visit(week(-1)) is None
