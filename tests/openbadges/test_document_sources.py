"""Where the files come from that a credential is checked against."""

from generator.openbadges.document_sources import FallbackSource, mapping_source, never_absent

WEB = mapping_source({"https://x.org/did.json": b"web"})
FOLDER = mapping_source({"https://x.org/did.json": b"folder", "https://x.org/issuer.json": b"folder"})


def test_the_second_source_is_asked_only_for_what_the_first_does_not_have() -> None:
    source = FallbackSource(WEB, FOLDER)
    assert source("https://x.org/did.json") == b"web"
    assert source("https://x.org/issuer.json") == b"folder"
    assert source("https://x.org/none.json") is None
    assert source.from_second == ["https://x.org/issuer.json"]


def test_a_source_that_cannot_tell_says_of_no_file_that_it_is_not_there() -> None:
    assert not never_absent("https://x.org/none.json")


def test_there_may_be_no_second_source() -> None:
    source = FallbackSource(WEB, None)
    assert source("https://x.org/issuer.json") is None
    assert source.from_second == []
