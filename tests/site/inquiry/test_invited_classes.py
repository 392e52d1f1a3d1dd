"""The invitation's links to the tally page: which classes, with which number of students."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from msgspec.structs import replace

from generator import addresses
from generator.model import DeclaredClass, Observation
from generator.site.inquiry.invited_classes import invited_classes, usual_size
from tests.conftest import ANA, Site
from tests.site.inquiry.inquiries import inquiry, inquiry_context, observations

TALLY = "tools/math-talk/tally/"


def invited(*declared: DeclaredClass, rows: tuple[Observation, ...] = ()) -> list[tuple[str, str]]:
    made = inquiry_context(replace(inquiry(), classes=declared, observations=rows))
    return [(one.label, one.fragment) for one in invited_classes(made, TALLY)]


def visit(day: int, n: float | None, group: str = "") -> Observation:
    return Observation(date(2025, 9, day), "period-2", "Period 2", "explains", 50.0, None, n, group)


def test_the_classes_of_the_tables_have_their_usual_number() -> None:
    rows = (visit(1, 26), visit(2, 24), visit(3, 26), *observations("Block C", [5.0]))
    assert invited(rows=rows) == [
        ("Period 2, 26 students", "class=Period%202&n=26"),
        ("Block C, 24 students", "class=Block%20C&n=24"),
    ]


def test_the_classes_of_inquiry_md_stand_before_those_of_the_tables() -> None:
    declared = DeclaredClass("A & B+", students=31), DeclaredClass("Period 2", also=("P2",))
    assert invited(*declared, rows=(visit(1, 26),)) == [
        ("A & B+, 31 students", "class=A%20%26%20B%2B&n=31"),
        ("Period 2, 26 students", "class=Period%202&n=26"),
    ]


@pytest.mark.parametrize("students", [None, 6])
def test_a_number_that_is_not_known_or_too_small_to_be_published_is_left_to_the_visitor(
    students: int | None,
) -> None:
    assert invited(DeclaredClass("Período 2", students=students)) == [("Período 2", "class=Per%C3%ADodo%202")]


def test_without_classes_there_is_no_link_and_without_a_tally_page_no_code() -> None:
    assert invited() == []
    context = inquiry_context(replace(inquiry(), classes=(DeclaredClass("Period 2", students=26),)))
    (without,) = invited_classes(context, "")
    assert (without.fragment, without.qr) == ("class=Period%202&n=26", "")


def test_a_group_or_a_mean_number_says_nothing_of_the_class() -> None:
    assert usual_size([visit(1, 12, group="A"), visit(2, 24.5), visit(3, None)]) is None
    assert usual_size([visit(1, 24), visit(2, 25)]) == 25


def test_each_class_has_a_link_and_a_code_of_its_own(site: Callable[..., Site]) -> None:
    program = site()
    built = program.build()
    assert not built.problems
    page = program.page(f"{ANA}/visit")
    links = re.findall(r'href="[^"]*tally/index.html#([^"]*)"', page)
    assert links
    assert all(re.fullmatch(r"class=[^&]+&n=\d+", unescape(link)) for link in links)
    assert page.count('class="qr"') == len(links)
    assert addresses.tally("math-talk") in page
    assert re.findall(r'href="[^"]*sheet/index.html#([^"]*)"', page) == links
