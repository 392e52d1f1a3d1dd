"""For whom pages are made."""

import pytest

from generator.model import PublishReviews
from generator.site.audience import Audience


@pytest.mark.parametrize("setting", PublishReviews)
def test_only_the_author_sees_reviews_whatever_the_program_says(setting: PublishReviews) -> None:
    assert Audience.PUBLIC.publish_reviews(setting) is setting
    assert Audience.PREVIEW.publish_reviews(setting) is setting
    assert Audience.AUTHOR.publish_reviews(setting) is PublishReviews.ALWAYS


def test_drafts_are_not_for_everyone() -> None:
    assert [audience.sees_drafts for audience in Audience] == [False, True, True]
