"""An inquiry on one page: what the evidence page answers first, and the way to the rest."""

from typing import Any

from generator.model import Program
from generator.site.inquiry.brief_page import MOST_CHARTS, BriefPage, build_brief_page
from generator.site.inquiry.evidence_page import build_evidence_page
from tests.site.inquiry.inquiries import (
    NO_SIGNAL,
    PROGRAM,
    SUSTAINED,
    change,
    inquiry,
    inquiry_context,
)


def brief(classes: dict[str, list[float]], program: Program = PROGRAM, **fields: Any) -> BriefPage:
    context = inquiry_context(inquiry(classes, **fields), program)
    return build_brief_page(context, build_evidence_page(context))


def test_it_has_the_answer_of_the_evidence_page_and_leads_back_to_it() -> None:
    context = inquiry_context(inquiry())
    page = build_evidence_page(context)
    on_one_page = build_brief_page(context, page)
    assert page.brief == on_one_page.address == "teachers/ana-lopez/visible-thinking/brief/"
    assert on_one_page.answer == context.answer
    assert on_one_page.heading == "Do more students explain?"
    assert on_one_page.evidence == on_one_page.trail[-1].address == page.address
    assert on_one_page.qr.startswith("<svg")


def test_one_class_is_drawn_wide_and_several_side_by_side() -> None:
    (alone,) = brief({"Period 2": SUSTAINED}).charts
    assert (alone.title, bool(alone.wide)) == ("Period 2: it held", True)
    both = brief({"Period 2": SUSTAINED, "Period 4": NO_SIGNAL}).charts
    assert [(chart.title, bool(chart.wide)) for chart in both] == [
        ("Period 2: it held", False),
        ("Period 4: no clear change", False),
    ]


def test_of_more_classes_than_fit_on_a_page_the_rest_is_counted() -> None:
    many = brief({f"Room {number}": SUSTAINED for number in range(9)})
    assert (len(many.charts), many.more) == (MOST_CHARTS, 3)


def test_what_was_tried_are_the_changes_of_the_classes_that_are_shown() -> None:
    changes = (change(), change(2, 9, classes=("period-4",)), change(3, 9, classes=("elsewhere",)))
    assert [tried.number for tried in brief({"Period 4": SUSTAINED}, changes=changes).changes] == [1, 2]


def test_a_result_that_two_changes_share_is_said() -> None:
    shared = brief({"Period 2": SUSTAINED}, changes=(change(), change(2, 10))).limits[0]
    assert shared.startswith("In Period 2 change 2 began before this result was clear")


def test_it_says_how_much_was_counted_when() -> None:
    assert (
        brief({"Period 2": SUSTAINED}).collected == "17 visits to 1 class, September 5 to December 26, 2025"
    )


def test_without_data_there_is_no_brief_and_without_an_address_no_code() -> None:
    assert build_evidence_page(inquiry_context(inquiry({}))).brief == ""
    assert brief({"Period 2": SUSTAINED}, Program("Offline", tools=PROGRAM.tools)).qr == ""
