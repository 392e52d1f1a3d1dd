"""The words of the model are those that are typed in files."""

from generator.model import InquiryStatus, PhotoPeople, Recommendation, ReviewRole


def test_what_is_typed_is_a_member() -> None:
    assert InquiryStatus("submitted") is InquiryStatus.SUBMITTED
    assert PhotoPeople("not identifiable") is PhotoPeople.NOT_IDENTIFIABLE
    assert Recommendation("return incomplete") is Recommendation.RETURN_INCOMPLETE
    assert f"{ReviewRole.PRECHECK}" == "precheck"


def test_nothing_typed_is_no_recommendation_and_nobody_named() -> None:
    assert Recommendation("") is Recommendation.NONE
    assert PhotoPeople("") is PhotoPeople.UNSTATED
