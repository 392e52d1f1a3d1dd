"""The author's text, reflections in order of time, photos that no text shows."""

from datetime import date

import pytest
from markupsafe import Markup

from generator.model import Change, Photo, Prose, Reflection
from generator.site.inquiry.inquiry_context import InquiryTexts
from generator.site.inquiry.parts.reflections_part import build_reflections_part
from generator.site.rendering.content_links import PublishedImage
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import (
    SUSTAINED,
    inquiry,
    inquiry_context,
    observations,
    week,
)

HERE = "teachers/ana-lopez/visible-thinking/"


def reflection(
    name: str, day: date, *, visit: date | None = None, change: str = "", class_name: str = ""
) -> Reflection:
    text = Prose(f"<p>{name}</p>", f"reflections/{name}.md")
    return Reflection(name, day, name.title(), text, visit, change, class_name)


def test_reflections_by_day_and_on_one_day_as_people_count() -> None:
    later = reflection("a", week(9))
    tenth, second = reflection("part 10", week(4)), reflection("part 2", week(4))
    part = build_reflections_part(inquiry_context(inquiry(reflections=(later, tenth, second))))
    assert [block.id for block in part.reflections] == ["part 2", "part 10", "a"]
    assert part.reflections[0].html == Markup("<p>part 2</p>")


def test_a_reflection_on_a_visit_that_no_chart_shows_names_its_classes() -> None:
    # counted with the second prompt, which is not drawn beside reflections
    rows = (
        *observations("Period 2", SUSTAINED, "asks"),
        *observations("Period 4", SUSTAINED[:1], "asks"),
        *observations("Period 2", [None, None, None, None, *SUSTAINED]),
    )
    looks_back = (
        reflection("first", week(1), visit=week(0)),
        reflection("later", week(2), visit=week(1)),
        reflection("nobody came", week(3), visit=date(2025, 9, 20)),
    )
    part = build_reflections_part(inquiry_context(inquiry(observations=rows, reflections=looks_back)))
    assert [block.looks_back_on for block in part.reflections] == [
        (Link("Visit of September 5, Period 2 and Period 4", f"{HERE}#data"),),
        (Link("Visit of September 12, Period 2", f"{HERE}#data"),),
        (Link("Visit of September 20", f"{HERE}#data"),),
    ]


def test_the_visit_stands_ringed_in_a_small_copy_of_the_chart() -> None:
    looks_back = (
        reflection("before", week(-1)),
        reflection("named", week(5), visit=week(1)),
        reflection("nearest", week(3)),
    )
    part = build_reflections_part(inquiry_context(inquiry(reflections=looks_back)))
    before, nearest, named = part.reflections
    assert before.moment is None
    assert named.moment is not None
    assert (named.moment.text, named.moment.data) == (
        "Period 2, September 12: 38%",
        f"{HERE}#data-period-2",
    )
    assert named.looks_back_on == ()
    assert nearest.moment is not None
    assert nearest.moment.text == "Period 2, September 26: 33%"


def test_of_several_classes_the_one_that_it_names_or_its_change_was_tried_in_is_shown() -> None:
    tried = Change(1, week(8), "Talk", classes=("period-4",))
    context = inquiry_context(
        inquiry(
            {"Period 2": SUSTAINED, "Period 4": SUSTAINED},
            changes=(tried,),
            reflections=(
                reflection("first", week(9), change="1"),
                reflection("second", week(9), class_name="period 2"),
                reflection("third", week(9), change="1", class_name="Period 2"),
            ),
        )
    )
    moments = [block.moment for block in build_reflections_part(context).reflections]
    assert [moment and moment.text.partition(",")[0] for moment in moments] == [
        "Period 4",
        "Period 2",
        "Period 2",
    ]


def test_which_of_several_classes_of_a_day_is_meant_is_not_guessed() -> None:
    context = inquiry_context(
        inquiry(
            {"Period 2": SUSTAINED, "Period 4": SUSTAINED[:-1]},
            reflections=(
                reflection("all", week(9), visit=week(9)),
                reflection("day", week(9)),
                reflection("one", week(40), visit=week(len(SUSTAINED) - 1)),
            ),
        )
    )
    both, undated, one = build_reflections_part(context).reflections
    assert (both.moment, undated.moment) == (None, None)
    assert both.looks_back_on == (Link("Visit of November 7, Period 2 and Period 4", f"{HERE}#data"),)
    assert one.moment is not None
    assert one.moment.text.startswith("Period 2, ")


def test_the_problem_of_practice_stands_in_the_plan_before_the_first_visit() -> None:
    assert build_reflections_part(inquiry_context(inquiry(problem_of_practice="Why?"))).problem_of_practice
    planned = build_reflections_part(inquiry_context(inquiry({}, problem_of_practice="Why?")))
    assert (planned.problem_of_practice, planned.has_texts) == ("", False)


@pytest.mark.parametrize("named", ["2", str(week(10)), "Talk more", "talk", " 2 "])
def test_a_reflection_names_a_change_by_number_day_title_or_idea(named: str) -> None:
    first = Change(1, week(8), "Sit in fours", idea="fours")
    second = Change(2, week(10), "Talk more", idea="talk")
    block = reflection("first", week(12), change=named)
    part = build_reflections_part(inquiry_context(inquiry(changes=(first, second), reflections=(block,))))
    assert part.reflections[0].looks_back_on == (Link("Change 2: Talk more", f"{HERE}#change-2"),)


@pytest.mark.parametrize("named", ["", "3", "something else"])
def test_a_change_that_is_not_there_is_not_linked(named: str) -> None:
    block = reflection("first", week(12), change=named)
    part = build_reflections_part(inquiry_context(inquiry(reflections=(block,))))
    assert part.reflections[0].looks_back_on == ()


def test_photos_that_a_text_shows_do_not_stand_below_again() -> None:
    photos = {name: Photo(name, f"A {name}") for name in ("wall.jpg", "desk.jpg", "not-published.jpg")}
    images = {
        f"photos/{name}": PublishedImage(f"{HERE}photos/{name}", 4, 3) for name in ("wall.jpg", "desk.jpg")
    }
    texts = InquiryTexts(Markup('<p><img src="photos/wall.jpg" alt=""></p>'), {})
    part = build_reflections_part(inquiry_context(inquiry(photos=photos), images=images, texts=texts))
    assert [(block.photo.name, block.image.address) for block in part.photos] == [
        ("desk.jpg", f"{HERE}photos/desk.jpg")
    ]
