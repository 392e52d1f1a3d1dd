"""A long list in pages: nothing lost, nothing twice, the first page where the list always was."""

from hypothesis import given
from hypothesis import strategies as st

from generator.site.rendering.pagination import paginate


def test_a_short_list_is_one_page_where_the_list_stands() -> None:
    (only,) = paginate(["a", "b"], "tools/talk/")
    assert (only.address, only.number, only.items) == ("tools/talk/", 1, ("a", "b"))


def test_an_empty_list_still_has_its_page() -> None:
    (only,) = paginate(list[str](), "tools/talk/")
    assert only.items == ()


def test_each_page_knows_all_of_them() -> None:
    first, second = paginate(["a", "b", "c"], "teachers/", size=2)
    assert second.items == ("c",)
    assert first.pages == second.pages == ((1, "teachers/"), (2, "teachers/page-2/"))


@given(st.lists(st.integers(), max_size=50), st.integers(1, 9))
def test_nothing_is_lost_and_nothing_comes_twice(items: list[int], size: int) -> None:
    pages = paginate(items, "x/", size)
    assert [one for page in pages for one in page.items] == items
    assert all(len(page.items) == size for page in pages[:-1])
