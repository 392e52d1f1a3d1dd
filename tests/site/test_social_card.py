"""A card where a page names it."""

from generator.site.social_card import social_card_address


def test_a_picture_stands_beside_its_page() -> None:
    assert social_card_address("") == "card.png"
    assert social_card_address("change-ideas/talk/") == "change-ideas/talk/card.png"
