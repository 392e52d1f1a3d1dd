"""The answer to the question: short, with the figures of the charts, and without a class left out."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model import Better, Program, Prompt, PromptKind, SchoolYearStart, Tool, Unit
from generator.site.inquiry.answer import Answer
from tests.site.inquiry.inquiries import (
    BEFORE,
    NO_SIGNAL,
    SUSTAINED,
    TOOL,
    change,
    inquiry,
    inquiry_context,
    observations,
)

SHIFTED = [*BEFORE, 14.0, 15, 13, 16, 15, 14]
LOST = [*BEFORE, 14.0, 15, 13, 16, 15, 14, 3, 2, 4, 3, 2, 4]
WORSE = [*BEFORE, 2.0, 3, 1, 2, 3, 1, 2]
RISING = [3.0, 4, 5, 6, 7, 8, 9, 10, *SUSTAINED[8:]]


def answer(classes: Mapping[str, Sequence[float | None]], tool: Tool = TOOL, **fields: Any) -> Answer:
    program = Program("Maple Grove", tools={tool.id: tool})
    return inquiry_context(inquiry(classes, **fields), program).answer


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}%", "%").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("counts", "headline", "rest"),
    [
        (
            SUSTAINED,
            "It got better, and it lasted.",
            (
                "More students show “Explains own thinking”: 31% before, 63% since. It has lasted 8 weeks. "
                "This is more than steady growth would explain."
            ),
        ),
        (
            SHIFTED,
            "It got better; it is too soon to say whether that lasts.",
            (
                "More students show “Explains own thinking”: 31% before, 60% since. "
                "Two more visits in a row like the good ones and it counts as lasting."
            ),
        ),
        (
            LOST,
            "It got better for six visits, but that did not last.",
            "“Explains own thinking”: 60% for six visits, 13% since; before: 31%.",
        ),
        (
            WORSE,
            "It moved the wrong way after the change.",
            "“Explains own thinking”: 31% before, 8% since.",
        ),
        (
            NO_SIGNAL,
            "No clear change so far.",
            "“Explains own thinking”: 31% before, 29% since. A small gain or loss could be hidden.",
        ),
        (SUSTAINED[:10], "Too early to say.", "Still missing: 4 visits after the change."),
        ([], "No data have been collected yet.", ""),
        ([None, None], "No data have been collected yet.", ""),
    ],
)
def test_one_class(counts: list[float | None], headline: str, rest: str) -> None:
    about_one = answer({"Period 2": counts})
    assert (about_one.headline, plain(about_one.rest)) == (headline, rest)
    assert about_one.text == f"{about_one.headline} {about_one.rest}".strip()


def test_data_without_a_change_have_nothing_to_be_held_against() -> None:
    untried = answer({"Period 2": SUSTAINED}, changes=())
    assert untried.text == "No change has been tried yet. The visits so far are a baseline."
    (of_class,) = untried.classes
    assert (of_class.title, plain(of_class.figures)) == ("Period 2: no change was tried", "median 54%")


def test_the_best_classes_lead_and_each_other_one_is_named_bad_news_first() -> None:
    mixed = answer({"Period 2": SUSTAINED, "Period 4": SHIFTED, "Period 5": WORSE, "Period 6": LOST})
    assert mixed.headline == "In one of four classes it got better, and it lasted."
    assert plain(mixed.rest).endswith(
        "In Period 6 it got better, but that did not last (60% for six visits, 13% since; before: 31%). "
        "In Period 5 it moved the wrong way (31% before, 8% since). "
        "In Period 4 it got better, and it is too soon to say whether that lasts (31% before, 60% since). "
        "This is more than steady growth would explain."
    )


def test_each_class_has_the_caption_of_its_chart() -> None:
    mixed = answer({"Period 2": SUSTAINED, "Period 4": LOST})
    assert [(of_class.title, plain(of_class.figures)) for of_class in mixed.classes] == [
        ("Period 2: it held", "31% before, 63% since"),
        ("Period 4: it did not last", "60% for six visits, 13% since; before: 31%"),
    ]


def test_of_many_classes_the_quiet_ones_are_counted_and_the_worse_ones_named() -> None:
    series = [SUSTAINED, *[NO_SIGNAL] * 3, WORSE, *[LOST] * 8]
    many = answer({f"Room {number}": counts for number, counts in enumerate(series, start=1)})
    assert many.headline == "In one of 13 classes it got better, and it lasted."
    assert (
        "In Room 6, Room 7, Room 8, Room 9, Room 10, Room 11, and 2 more classes it got better, but that "
        "did not last. In Room 5 it moved the wrong way (31% before, 8% since). "
        "In three classes there is no clear change."
    ).replace(", and 2", " and 2") in plain(many.rest).replace(", and 2", " and 2")


@pytest.mark.parametrize(
    ("classes", "figures"),
    [
        ([SUSTAINED, SHIFTED], "31% before, 63% since"),
        ([SUSTAINED, [*BEFORE, *[12.0] * 9]], "31% before, 63% and 50% since"),
        ([SUSTAINED, RISING], "31% before, 63% since (Room 1); 27% before, 63% since (Room 2)"),
        ([SUSTAINED] * 3 + [RISING], "27% to 31% before, 63% since"),
        ([LOST] * 4, "31% before, 60% while it lasted, 13% since"),
    ],
)
def test_the_figures_of_several_classes(classes: Sequence[Sequence[float]], figures: str) -> None:
    several = answer({f"Room {number}": counts for number, counts in enumerate(classes, start=1)})
    assert f"“Explains own thinking”: {figures}. " in f"{plain(several.rest)} "


def test_classes_without_a_change_are_not_counted() -> None:
    classes = {"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}
    only_one = answer(classes, changes=(change(classes=("period-2",)),))
    assert only_one.headline == "It got better, and it lasted."
    assert "Period 4" not in only_one.text


@pytest.mark.parametrize(
    ("better", "kind", "counts", "begins"),
    [
        (
            Better.LOWER,
            PromptKind.COUNT_OF,
            [24 - count for count in SUSTAINED],
            "Fewer students show “Waits”",
        ),
        (Better.LOWER, PromptKind.COUNT_OF, SUSTAINED, "“Waits”: 31%"),
        (Better.HIGHER, PromptKind.TALLY, SUSTAINED, "“Waits”: 31.3 students before, 62.5 students since"),
    ],
)
def test_what_is_counted_and_which_way_is_better(
    better: Better, kind: PromptKind, counts: list[float | None], begins: str
) -> None:
    tool = replace(TOOL, prompts=(Prompt("explains", "Waits", kind=kind, better=better),))
    assert plain(answer({"Period 2": counts}, tool).rest).startswith(begins)


def test_shares_of_something_else_than_students_are_no_students() -> None:
    assert answer({"Period 2": SUSTAINED}, replace(TOOL, unit=Unit.RESPONSES)).rest.startswith("“Explains")


def test_a_prompt_that_moved_the_wrong_way_and_a_rising_baseline_are_named() -> None:
    rows = [
        *observations("Period 2", RISING),
        *observations("Period 2", [24 - count for count in SUSTAINED], "asks"),
    ]
    beside = answer({}, observations=tuple(rows)).rest
    assert "It may already have been getting better before the change." in beside
    assert beside.endswith("“Asks a question” moved the wrong way.")


# ------------------------------------------------------------------------- what "lasted" may say


def test_weeks_are_those_since_the_last_relapse() -> None:
    relapse = [*BEFORE, 14.0, 15, 13, 16, 15, 14, 3, 2, *[15.0] * 9]
    assert "It has lasted 8 weeks." in answer({"Period 2": relapse}).rest


def test_of_classes_that_differ_the_least_weeks_are_said() -> None:
    longer = [*SUSTAINED, 15.0, 16]
    assert "It has lasted at least 8 weeks." in answer({"Period 2": SUSTAINED, "Period 4": longer}).rest


def test_with_the_latest_visit_on_the_wrong_side_visits_are_counted() -> None:
    dipped = [*SUSTAINED, 14.0, 15, 16, 2]
    assert "12 of the 13 visits since this began are better than before." in answer({"Period 2": dipped}).rest


def test_a_late_start_is_named_with_its_date() -> None:
    late = [*BEFORE, 6.0, 9, 7, *[15.0] * 8]
    assert "It has lasted 7 weeks. It began on" in answer({"Period 2": late}).rest
    assert "2025 (4 visits after the change)." in answer({"Period 2": late}).rest
    assert "In Period 2 it began on" in answer({"Period 2": late, "Period 4": SUSTAINED}).rest


def test_no_week_of_a_summer_is_counted() -> None:
    """The same students before and after the first day of the school year."""
    program = Program("Maple Grove", tools={TOOL.id: TOOL}, school_year_starts=SchoolYearStart(12, 1))
    rest = inquiry_context(inquiry({"Period 2": SUSTAINED}), program).answer.rest
    assert "9 of the 9 visits since this began are better than before." in rest


def test_too_many_visits_on_the_median_are_said_in_the_answer() -> None:
    tool = replace(TOOL, prompts=(Prompt("explains", "Explains", kind=PromptKind.SCALE),))
    rated = [3.0, 2, 1, 2, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 3, 2, 2, 3, 3, 3, 3, 3]
    rows = tuple(replace(row, value=row.count, count=None, n=None) for row in observations("Period 2", rated))
    held_back = answer({}, tool, observations=rows, changes=(change(at=6),))
    assert held_back.headline == "It got better, but luck could explain it."
    assert "Too many visits lie on the median to tell a lasting improvement from luck." in held_back.rest
    assert held_back.classes[0].title == "Period 2: better, but luck could explain it"


def test_steady_growth_that_would_explain_it_is_said() -> None:
    growing = [
        float(count) for count in (2, 3, 2, 4, 5, 5, 7, 6, 8, 8, 10, 9, 11, 12, 12, 14, 13, 15, 16, 15)
    ]
    assert "But steady growth that was already under way could explain it too." in (
        answer({"Period 2": growing}).rest
    )


def test_a_straight_line_cannot_be_compared() -> None:
    growing = [float(count) for count in range(2, 22)]
    assert "These visits cannot tell it from steady growth." in answer({"Period 2": growing}).rest
