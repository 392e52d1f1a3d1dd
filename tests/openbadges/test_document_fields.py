"""Fields of documents that anybody may have written: a wrong type reads as an empty value."""

from datetime import date

import pytest

from generator.openbadges.document_fields import (
    compare_documents,
    date_of,
    document_of,
    issuer_of,
    json_value,
    mapping,
    mappings,
    site_of,
)


def test_a_json_object_is_read() -> None:
    assert document_of(b'{"id": "a"}') == {"id": "a"}
    assert json_value(b"[1]") == [1]


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
        ("2026-13-01T00:00:00Z", None),
        (5, None),
    ],
)
def test_a_date_is_that_of_a_date_time(text: object, day: date | None) -> None:
    assert date_of({"validFrom": text}, "validFrom") == day
    assert date_of({}, "validFrom") is None


def test_the_site_is_what_stands_before_credentials() -> None:
    assert site_of({"id": "https://x.org/p/credentials/ana.talk.thinking.json"}) == "https://x.org/p/"
    assert site_of({"id": "urn:uuid:5"}) == ""
    assert site_of({}) == ""


@pytest.mark.parametrize(
    ("after", "changed", "added"),
    [
        ({"id": "a", "issuer": {"name": "M"}, "result": [{"value": "x"}]}, (), ()),
        ({"id": "a", "issuer": {"name": "N"}, "result": [{"value": "x"}]}, ("issuer.name",), ()),
        ({"id": "a", "issuer": {"name": "M", "url": "u"}, "result": [{"value": "x"}]}, (), ("issuer.url",)),
        ({"id": "a", "issuer": {"name": "M"}}, ("result",), ()),
        ({"id": "a", "issuer": {"name": "M"}, "result": [{"value": "x", "more": 1}]}, (), ("result.more",)),
        ({"id": "a", "issuer": {"name": "M"}, "result": []}, ("result",), ()),
    ],
)
def test_entries_that_changed_are_told_from_new_ones(
    after: dict[str, object], changed: tuple[str, ...], added: tuple[str, ...]
) -> None:
    before = {"id": "a", "issuer": {"name": "M"}, "result": [{"value": "x"}]}
    assert compare_documents(before, after) == (changed, added)
