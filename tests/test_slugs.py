"""Names as addresses, and in the order a person would put them in."""

from generator.slugs import natural_key, slug


def test_a_slug_is_lower_case_ascii_with_hyphens() -> None:
    assert slug("Period 2: Núñez & López") == "period-2-nunez-lopez"
    assert slug("¡!") == ""


def test_period_2_comes_before_period_10() -> None:
    assert sorted(["Period 10", "period 2", "Block C"], key=natural_key) == [
        "Block C",
        "period 2",
        "Period 10",
    ]


def test_slugs_of_cell_texts_do_not_fill_the_memory() -> None:
    limit = slug.cache_info().maxsize
    assert limit is not None
    for number in range(limit + 100):
        slug(f"a note of its own, number {number}")
    assert slug.cache_info().currsize <= limit
