"""One rule for the contact that is declared and for the addresses that are looked for."""

import pytest

from generator.email_address import ADDRESS_IN_TEXT, is_contact, is_email_address, mailto_link

ADDRESSES = [
    "ana@school.org",
    "a.o'brien@school.org",
    "j+k@mail.example.com",
    "josé@escuela.edu.mx",
    "A_B@x-y.org",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_may_be_declared_and_is_found_in_a_text(address: str) -> None:
    assert is_email_address(address)
    match = ADDRESS_IN_TEXT.search(f"Write to '{address}', or call.")
    assert match and match[0] == address and is_contact(match, address.upper())


@pytest.mark.parametrize(
    "text",
    ["ana", "ana@school", "ana@@school.org", "a b@school.org", "ana@school.org.", "<ana@school.org>", ""],
)
def test_what_is_not_an_address(text: str) -> None:
    assert not is_email_address(text)


def test_an_address_whose_first_signs_the_search_leaves_out_is_still_the_contact() -> None:
    match = ADDRESS_IN_TEXT.search("mailto:a&b@school.org")
    assert match and match[0] == "b@school.org" and is_contact(match, "a&b@school.org")


def test_another_address_that_ends_like_the_contact_is_not_it() -> None:
    match = ADDRESS_IN_TEXT.search("a.o'brien@school.org")
    assert match and not is_contact(match, "brien@school.org")
    assert not is_contact(match, "")


def test_an_address_in_disguise_is_found() -> None:
    match = ADDRESS_IN_TEXT.search("Ask ana (at) school [dot] org today")
    assert match and match[0] == "ana (at) school [dot] org"


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("ana@example.org", "mailto:ana@example.org"),
        ("a&b?c@example.org", "mailto:a%26b%3Fc@example.org"),
        ("50%#x@example.org", "mailto:50%25%23x@example.org"),
        ("", ""),
    ],
)
def test_a_link_that_writes_to_an_address(contact: str, link: str) -> None:
    assert mailto_link(contact) == link
