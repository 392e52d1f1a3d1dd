"""The answer to the question: short, and without a class left out."""

import pytest
from msgspec.structs import replace

from tests.site.inquiry.inquiries import (
    LOST,
    NO_SIGNAL,
    SHIFTED,
    SUSTAINED,
    WORSE,
    answer_of,
    change,
    inquiry,
    inquiry_context,
    observations,
    plain,
)


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
        (SUSTAINED[:8], "No visit follows a change yet.", "The visits so far are a baseline."),
        ([], "No data have been collected yet.", ""),
        ([None, None], "No data have been collected yet.", ""),
    ],
)
def test_one_class(counts: list[float | None], headline: str, rest: str) -> None:
    about_one = answer_of({"Period 2": counts})
    assert (about_one.headline, plain(about_one.rest)) == (headline, rest)
    assert about_one.text == f"{about_one.headline} {about_one.rest}".strip()


def test_data_without_a_change_have_nothing_to_be_held_against() -> None:
    untried = answer_of({"Period 2": SUSTAINED}, changes=())
    assert untried.text == "No change has been tried yet. The visits so far are a baseline."
    (of_class,) = untried.classes
    assert (of_class.title, plain(of_class.figures)) == ("Period 2: no change was tried", "median 54%")


def test_the_best_classes_lead_and_each_other_one_is_named_bad_news_first() -> None:
    mixed = answer_of({"Period 2": SUSTAINED, "Period 4": SHIFTED, "Period 5": WORSE, "Period 6": LOST})
    assert mixed.headline == "In one of four classes it got better, and it lasted."
    assert plain(mixed.rest) == (
        "More students show “Explains own thinking”: 31% before, 63% since. It has lasted 8 weeks. "
        "This is more than steady growth would explain. "
        "In Period 6 it did not last (60% for six visits, 13% since; before: 31%). "
        "In Period 5 it moved the wrong way (31% before, 8% since). "
        "In Period 4 it is too soon to say whether it lasts (31% before, 60% since)."
    )


def test_each_class_has_the_caption_of_its_chart() -> None:
    mixed = answer_of({"Period 2": SUSTAINED, "Period 4": LOST})
    assert [(of_class.title, plain(of_class.figures)) for of_class in mixed.classes] == [
        ("Period 2: it held", "31% before, 63% since"),
        ("Period 4: it did not last", "60% for six visits, 13% since; before: 31%"),
    ]


def test_of_many_classes_the_quiet_ones_are_counted_and_the_worse_ones_named() -> None:
    series = [SUSTAINED, *[NO_SIGNAL] * 3, WORSE, *[LOST] * 8]
    many = answer_of({f"Room {number}": counts for number, counts in enumerate(series, start=1)})
    assert many.headline == "In one of 13 classes it got better, and it lasted."
    assert (
        "In Room 6, Room 7, Room 8, Room 9, Room 10, Room 11, and 2 more classes it did "
        "not last. In Room 5 it moved the wrong way (31% before, 8% since). "
        "In three classes there is no clear change."
    ).replace(", and 2", " and 2") in plain(many.rest).replace(", and 2", " and 2")


def test_classes_without_a_change_are_not_counted() -> None:
    classes = {"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}
    only_one = answer_of(classes, changes=(change(classes=("period-2",)),))
    assert only_one.headline == "It got better, and it lasted."
    assert "Period 4" not in only_one.text


def test_counts_that_are_all_hidden_are_not_called_missing() -> None:
    hidden = tuple(
        replace(row, value=None, count=None, bound="n < 10") for row in observations("Period 2", SUSTAINED)
    )
    assert (
        inquiry_context(inquiry(observations=hidden)).answer.text == "What was counted cannot be published."
    )
