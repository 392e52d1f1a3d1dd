"""The list of teachers, in pages."""

from generator import addresses
from generator.site.program.teacher_list import teacher_list_pages
from tests.site.views import program_context, teacher_card


def test_a_long_list_has_pages_that_all_know_the_total() -> None:
    cards = [teacher_card(f"Teacher {n}") for n in range(addresses.PAGE_SIZE + 2)]
    first, second = teacher_list_pages(program_context(*cards))
    assert (first.address, first.total) == (addresses.TEACHERS, len(cards))
    assert (second.total, second.list_page.items) == (len(cards), tuple(cards[addresses.PAGE_SIZE :]))
    assert second.finder.root == addresses.path_to_root(second.address) != first.finder.root


def test_a_program_without_teachers_has_one_page() -> None:
    (view,) = teacher_list_pages(program_context())
    assert (view.list_page.items, view.finder.filters) == ((), ())
