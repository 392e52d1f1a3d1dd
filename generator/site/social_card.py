"""A social card where a page names it: the picture that is shown where the page is shared."""

from msgspec import Struct


class SocialCard(Struct, frozen=True):
    """The address of the picture, and what it shows in words."""

    address: str
    alt: str


def social_card_address(page: str) -> str:
    """The picture for the page at an address."""
    return f"{page}card.png"
