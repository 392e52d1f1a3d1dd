"""What followed each change, class by class and prompt by prompt."""

from generator.model import Verdict
from generator.site.inquiry.results_after_change import (
    condition_of,
    group_results,
    results_after_changes,
)
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    SUSTAINED,
    change,
    inquiry,
    inquiry_context,
    observations,
    week,
)


def test_each_class_and_change_has_the_verdict_of_its_phase() -> None:
    changes = (change(1, 8, classes=("period-2",)), change(2, 9, classes=("period-10",)))
    classes = {"Period 10": NO_SIGNAL, "Period 2": SUSTAINED}
    evaluated = inquiry_context(inquiry(classes, changes=changes)).evaluated
    assert [
        (result.class_name, result.change.number, [one.verdict for one in result.results])
        for result in results_after_changes(evaluated)
    ] == [
        ("Period 2", 1, [Verdict.SUSTAINED_IMPROVEMENT]),
        ("Period 10", 2, [Verdict.NO_SIGNAL]),
    ]


def test_a_later_change_without_a_phase_is_not_separable_from_the_one_before() -> None:
    changes = (change(1), change(2, 10), change(3, 12), change(4, 14, new_phase=True), change(5, 15))
    results = results_after_changes(inquiry_context(inquiry(changes=changes)).evaluated)
    assert [result.not_separable_from for result in results] == [None, 1, 1, None, 4]
    assert [bool(result.results) for result in results] == [True, False, False, True, False]


def test_a_prompt_that_was_not_collected_has_no_result() -> None:
    rows = (*observations("Period 2", SUSTAINED), *observations("Period 4", NO_SIGNAL, "asks"))
    results = results_after_changes(inquiry_context(inquiry(observations=rows)).evaluated)
    assert [[one.prompt.id for one in result.results] for result in results] == [["explains"], ["asks"]]


def test_groups_of_students_by_class_and_name() -> None:
    rows = [
        row
        for class_name, group in (("Period 10", "new"), ("Period 2", "others"), ("Period 2", "new"))
        for row in observations(class_name, SUSTAINED, group=group)
    ]
    evaluated = inquiry_context(inquiry(observations=tuple(rows))).evaluated
    assert [
        (result.class_name, result.group, [one.verdict for one in result.results])
        for result in group_results(evaluated)
    ] == [
        ("Period 2", "new", [Verdict.SUSTAINED_IMPROVEMENT]),
        ("Period 2", "others", [Verdict.SUSTAINED_IMPROVEMENT]),
        ("Period 10", "new", [Verdict.SUSTAINED_IMPROVEMENT]),
    ]


def test_without_a_tool_nothing_was_judged() -> None:
    evaluated = inquiry_context(inquiry(tool="")).evaluated
    assert (results_after_changes(evaluated), group_results(evaluated)) == ((), ())


def test_a_condition_is_what_inquiry_md_declares_else_what_the_rows_say() -> None:
    rows = (
        *observations("Period 2", [6, 9], condition="co-taught"),
        *observations("Period 2", [7], condition="co-taught"),
        *observations("Period 4", [6], condition="in the gym"),
        *observations("Period 4", [7], condition="after lunch"),
    )
    declared = inquiry(observations=rows, conditions={"period-2": "double period"})
    assert condition_of(declared, "period-2") == "double period"
    assert condition_of(declared, "period-4") == "in the gym; after lunch"
    assert condition_of(declared, "period-9") == ""


def test_visits_of_a_year_in_which_nothing_was_changed_take_no_verdict_away() -> None:
    rows = [
        row
        for group in ("", "new")
        for row in observations("Period 2", [*SUSTAINED, 5.0, 6, 7, 5, 6, 7, 5], group=group)
    ]
    apart = inquiry(observations=tuple(rows), cohort_starts={"period-2": (week(len(SUSTAINED)),)})
    evaluated = inquiry_context(apart).evaluated
    (of_class,), (of_group,) = results_after_changes(evaluated), group_results(evaluated)
    assert [one.verdict for one in (*of_class.results, *of_group.results)] == [
        Verdict.SUSTAINED_IMPROVEMENT,
        Verdict.SUSTAINED_IMPROVEMENT,
    ]
