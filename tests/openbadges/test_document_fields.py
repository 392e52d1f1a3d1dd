"""Fields of documents that anybody may have written: a wrong type reads as an empty value."""

from datetime import date

import pytest

from generator.openbadges.document_fields import (
    compare_documents,
    date_of,
    document_of,
    is_below,
    issuer_of,
    json_value,
    mapping,
    mappings,
    site_of,
)


def test_a_json_object_is_read() -> None:
    assert document_of(b'{"id": "a"}') == {"id": "a"}
    assert json_value(b"[1]") == [1]
    assert json_value(None) is None


@pytest.mark.parametrize("data", [b"", b"[1]", b"{", b'"text"', b"[" * 100_000, b"\xff"])
def test_anything_else_is_an_empty_document(data: bytes) -> None:
    assert document_of(data) == {}


def test_wrong_types_are_left_out() -> None:
    assert mapping("text") == {}
    assert mappings([{"id": "a"}, 5, None]) == [{"id": "a"}]
    assert mappings({"id": "a"}) == []


@pytest.mark.parametrize(
    ("issuer", "did"),
    [
        ("did:web:x.org", "did:web:x.org"),
        ({"id": "did:web:x.org"}, "did:web:x.org"),
        ({"id": 5}, ""),
        (None, ""),
    ],
)
def test_an_issuer_is_an_id_or_a_profile(issuer: object, did: str) -> None:
    assert issuer_of({"issuer": issuer}) == did


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-20T00:00:00Z", date(2026, 1, 20)),
        ("2026-01-20T23:59:59+02:00", date(2026, 1, 20)),
        ("2026-01-20T23:59:59-02:00", date(2026, 1, 21)),
        ("2026-01-20T00:00:00", None),  # of which zone?
        ("0001-01-01T00:00:00+14:00", None),
        ("2026-01-20", None),
        ("20260120T000000Z", None),
        ("2026-01-20T00:00:00.5Z", date(2026, 1, 20)),
        ("2026-13-01T00:00:00Z", None),
        (5, None),
    ],
)
def test_a_date_is_that_of_a_date_time(text: object, day: date | None) -> None:
    assert date_of({"validFrom": text}, "validFrom") == day
    assert date_of({}, "validFrom") is None


def test_the_site_is_what_stands_before_credentials() -> None:
    assert site_of({"id": "https://x.org/p/credentials/ana.talk.thinking.json"}) == "https://x.org/p/"
    assert site_of({"id": "https://x.org/credentials/a/credentials/b.json"}) == "https://x.org/credentials/a/"
    assert site_of({"id": "urn:uuid:5"}) == ""
    assert site_of({}) == ""


SITE = "https://x.org/p/"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.org/p/credentials/a.json", True),
        ("https://x.org/p/a..b/...", True),
        ("https://x.org/q/credentials/a.json", False),
        ("https://x.org/p/./a.json", False),
        ("https://x.org/p/../q/a.json", False),
        ("https://x.org/p/%2E%2e/q/a.json", False),
        ("https://x.org/p/a%2F..%2F..%2Fq/a.json", False),
        ("https://x.org/p/..\\q\\a.json", False),
        ("https://x.org/p/%5C..%5Cq", False),
    ],
)
def test_what_lies_below_a_site_lies_there_for_a_server_too(address: str, expected: bool) -> None:
    assert is_below(address, SITE) is expected
    assert not is_below(address, "")


@pytest.mark.parametrize(
    ("after", "changed", "added"),
    [
        ({"id": "a", "issuer": {"name": "M"}, "result": [{"value": "x"}]}, (), ()),
        ({"id": "a", "issuer": {"name": "N"}, "result": [{"value": "x"}]}, ("issuer.name",), ()),
        ({"id": "a", "issuer": {"name": "M", "url": "u"}, "result": [{"value": "x"}]}, (), ("issuer.url",)),
        ({"id": "a", "issuer": {"name": "M"}}, ("result",), ()),
        ({"id": "a", "issuer": {"name": "M"}, "result": [{"value": "x", "more": 1}]}, (), ("result.more",)),
        ({"id": "a", "issuer": {"name": "M"}, "result": []}, ("result",), ()),
        ({"id": "a", "issuer": {"name": "M"}, "result": 5}, ("result",), ()),
        ({"id": "a", "issuer": "M", "result": [{"value": "x"}]}, ("issuer",), ()),
    ],
)
def test_entries_that_changed_are_told_from_new_ones(
    after: dict[str, object], changed: tuple[str, ...], added: tuple[str, ...]
) -> None:
    before = {"id": "a", "issuer": {"name": "M"}, "result": [{"value": "x"}]}
    assert compare_documents(before, after) == (changed, added)
