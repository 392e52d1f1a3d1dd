"""The words of the model are those that are typed in files."""

from generator.model import InquiryStatus, Outcome, PhotoPeople, Recommendation, ReviewRole, Verdict


def test_what_is_typed_is_a_member() -> None:
    assert InquiryStatus("submitted") is InquiryStatus.SUBMITTED
    assert PhotoPeople("not identifiable") is PhotoPeople.NOT_IDENTIFIABLE
    assert Recommendation("return incomplete") is Recommendation.RETURN_INCOMPLETE
    assert f"{ReviewRole.PRECHECK}" == "precheck"


def test_nothing_typed_is_no_recommendation_and_nobody_named() -> None:
    assert Recommendation("") is Recommendation.NONE
    assert PhotoPeople("") is PhotoPeople.UNSTATED


def test_bad_news_is_what_is_worse_than_before() -> None:
    assert [outcome for outcome in Outcome if outcome.is_bad_news] == [Outcome.DID_NOT_LAST, Outcome.WORSE]


def test_a_verdict_that_things_became_better_is_no_bad_news() -> None:
    better = [verdict for verdict in Verdict if verdict.is_better]
    assert better == [Verdict.SHIFT_NOT_YET_SUSTAINED, Verdict.SUSTAINED_IMPROVEMENT]
    assert not any(verdict.outcome.is_bad_news for verdict in better)
