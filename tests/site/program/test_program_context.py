"""The inquiries of a program, in the order in which its pages list them."""

from datetime import date

from generator.model import Program
from generator.site.rendering.template_renderer import Link
from tests.site.views import inquiry_card, program_context, teacher_card


def test_the_most_recent_inquiry_of_all_teachers_comes_first_and_one_without_visits_last() -> None:
    old = inquiry_card("Old?", latest=date(2025, 9, 5))
    new = inquiry_card("New?", latest=date(2026, 1, 9))
    empty = inquiry_card("Empty?")
    ana, ben = teacher_card("Ana", empty, old), teacher_card("Ben", new)
    assert program_context(ana, ben).inquiries == ((ben, new), (ana, old), (ana, empty))


def test_above_every_page_of_the_program_is_its_home_page() -> None:
    assert program_context(program=Program("Hill School")).trail == (Link("Hill School", ""),)
