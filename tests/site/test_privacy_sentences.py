"""What two pages say of privacy in the same words."""

from generator.site.privacy_sentences import names_compared, smallest_published
from generator.words.translator import ENGLISH


def test_the_smallest_group_is_named() -> None:
    assert smallest_published(ENGLISH, 5) == "A visit with fewer than 5 students is not published."


def test_without_a_roster_no_comparison_is_claimed() -> None:
    assert "were compared with students' names" in names_compared(ENGLISH, has_roster=True)
    assert "without a list of students' names" in names_compared(ENGLISH, has_roster=False)
