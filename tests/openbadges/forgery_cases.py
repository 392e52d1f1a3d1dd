"""The table: what was tried, and what it must come to."""

import base64
import gzip
import json
import zlib
from typing import Any

from generator.openbadges.did import key_did
from tests.openbadges.awards import BASE, KEY, NAME
from tests.openbadges.forged_files import FORM, IMAGES
from tests.openbadges.forgeries import (
    BITS_OF_NONE,
    DID,
    LONG,
    STATUS,
    THIEF,
    Awarded,
    Case,
    Given,
    at,
    element,
    encoded,
    gone,
    on_site,
    png,
    published,
    signed,
    status_list,
    svg,
    text_chunk,
    unsigned,
    with_chunks,
    with_key,
    with_list,
    without,
)

GOOD, BAD, UNKNOWN = "good", "bad", "unknown"
SUBJECT, ACHIEVEMENT = "credentialSubject", ("credentialSubject", "achievement")
TEXT = b"openbadgecredential\0\0\0\0\0"


def _short_bits() -> str:
    bits = gzip.compress(bytes(100), mtime=0)
    return "u" + base64.urlsafe_b64encode(bits).decode().rstrip("=")


def _nothing(_: Any) -> None:
    pass


def _key_entry(**entries: str) -> Any:
    return lambda document: document["verificationMethod"][0].update(entries)


HONEST = {
    "the JSON": Case(lambda honest: Given(honest.text.encode()), GOOD),
    "the SVG": Case(svg(str), GOOD),
    "the PNG": Case(png(bytes), GOOD),
    "with a byte order mark": Case(lambda honest: Given(b"\xef\xbb\xbf" + honest.text.encode()), GOOD),
    "in one line": Case(unsigned(_nothing), GOOD),
    "keys in another order": Case(unsigned(lambda it: it.update(name=it.pop("name"))), GOOD),
    "letters escaped": Case(lambda honest: Given(json.dumps(honest.document).encode()), GOOD),
    "signed a second time": Case(with_key(_nothing), GOOD),
    "until today": Case(with_key(at("validUntil", value="2026-02-02T00:00:00Z")), GOOD),
    "until today in UTC, written elsewhere": Case(
        with_key(at("validUntil", value="2026-02-02T23:30:00-00:29")), GOOD
    ),
    "a proof that ends today": Case(with_key(_nothing, expires="2026-02-02T00:00:00Z"), GOOD),
    "a proof of today": Case(with_key(_nothing, created="2026-02-02T23:59:59Z"), GOOD),
    "a key whose last day is the proof's": Case(
        on_site("did.json", _key_entry(until="2026-01-20T23:59:59Z")), GOOD
    ),
    "a key that ends today": Case(on_site("did.json", _key_entry(expires="2026-02-02T00:00:00Z")), GOOD),
    "another number revoked": Case(
        lambda honest: Given(honest.text.encode(), site={STATUS: with_list(1)}), GOOD
    ),
    "a list that ends today": Case(status_list(at("validUntil", value="2026-02-02T00:00:00Z")), GOOD),
    "a thief's key listed by nobody": Case(on_site("did.json", _nothing), GOOD),
    "a comment before the SVG": Case(svg(lambda text: f"<!-- badge -->{text}"), GOOD),
    "an SVG with an XML declaration": Case(svg(lambda text: f'<?xml version="1.0"?>{text}'), GOOD),
    "CDATA in two parts": Case(svg(lambda text: text.replace('"name"', '"na]]><![CDATA[me"', 1)), GOOD),
    "an SVG with the element at its end": Case(
        svg(lambda text: text.replace(element(text), "").replace("</svg>", f"{element(text)}</svg>")), GOOD
    ),
    "an SVG whose elements have a prefix": Case(
        svg(
            lambda text: (
                f'<s:svg xmlns:s="http://www.w3.org/2000/svg" '
                f'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">{element(text)}</s:svg>'
            )
        ),
        GOOD,
    ),
    "a PNG with its text packed": Case(
        text_chunk(lambda data: b"openbadgecredential\0\1\0\0\0" + zlib.compress(data.removeprefix(TEXT))),
        GOOD,
    ),
    "a PNG with a language": Case(
        text_chunk(lambda data: b"openbadgecredential\0\0\0en\0badge\0" + data.removeprefix(TEXT)), GOOD
    ),
    "a PNG under the keyword of 2.0": Case(
        text_chunk(lambda data: b"openbadges\0\0\0\0\0" + data.removeprefix(TEXT)), GOOD
    ),
    "a PNG with other texts": Case(
        with_chunks(lambda parts: [parts[0], (b"tEXt", b"Title\0Badge"), *parts[1:]]), GOOD
    ),
    "a PNG with something behind its end": Case(png(lambda data: data + b"\r\n"), GOOD),
}


KEYS = {
    "a thief's key": Case(with_key(_nothing, key=THIEF), BAD),
    "a thief's key under the listed one's name": Case(
        lambda honest: Given(encoded(_renamed_key(signed(honest.document, THIEF)))), BAD
    ),
    "a proof of another document": Case(
        lambda honest: Given(encoded(honest.document | {"name": "X", "proof": honest.document["proof"]})),
        BAD,
    ),
    "the list's proof": Case(
        lambda honest: Given(encoded(honest.document | {"proof": json.loads(honest.file(STATUS))["proof"]})),
        BAD,
    ),
    "no proof": Case(unsigned(gone("proof")), BAD),
    "two proofs": Case(unsigned(lambda it: it["proof"].append(it["proof"][0])), BAD),
    "a proof for another purpose": Case(
        unsigned(at("proof", 0, "proofPurpose", value="authentication")), BAD
    ),
    "no date of the proof": Case(unsigned(gone("proof", 0, "created")), BAD),
    "a proof of tomorrow": Case(with_key(_nothing, created="2026-02-03T00:00:00Z"), BAD),
    "a proof of the day after": Case(with_key(_nothing, created="2026-02-04T00:00:00Z"), BAD),
    "a proof without a zone": Case(with_key(_nothing, created="2026-01-20T00:00:00"), BAD),
    "a proof of February 30": Case(with_key(_nothing, created="2026-02-30T00:00:00Z"), BAD),
    "a proof at 24 hours": Case(with_key(_nothing, created="2026-01-20T24:00:00Z"), BAD),
    "a proof without seconds": Case(with_key(_nothing, created="2026-01-20T00:00Z"), BAD),
    "a proof that ended yesterday": Case(with_key(_nothing, expires="2026-02-01T23:59:59Z"), BAD),
    "a proof that ends at no date": Case(with_key(_nothing, expires="never"), BAD),
    "a key whose last day was before": Case(
        on_site("did.json", _key_entry(until="2026-01-19T23:59:59Z")), BAD
    ),
    "a key whose last day is no date": Case(on_site("did.json", _key_entry(until="x")), BAD),
    "a last day that is before in UTC": Case(
        on_site("did.json", _key_entry(until="2026-01-20T00:30:00+01:00")), BAD
    ),
    "a key that ended yesterday": Case(on_site("did.json", _key_entry(expires="2026-02-01T23:59:59Z")), BAD),
    "a key that was revoked": Case(on_site("did.json", _key_entry(revoked="2026-02-01T00:00:00Z")), BAD),
    "a key of another controller": Case(on_site("did.json", _key_entry(controller="did:web:x.org")), BAD),
    "a key that may not assert": Case(on_site("did.json", at("assertionMethod", value=[])), BAD),
    "a did.json of another": Case(on_site("did.json", at("id", value="did:web:x.org")), BAD),
    "no did.json": Case(without("did.json"), UNKNOWN),
    "a did.json that is no JSON": Case(
        lambda honest: Given(honest.text.encode(), site={"did.json": b"<html>"}), UNKNOWN
    ),
    "a did:key of a thief": Case(with_key(at("issuer", "id", value=key_did(THIEF.public)), key=THIEF), BAD),
    "a did:web of a thief": Case(
        with_key(at("issuer", "id", value="did:web:thief.example.org"), key=THIEF), UNKNOWN
    ),
    "the issuer's key as a did:key": Case(with_key(at("issuer", "id", value=key_did(KEY.public))), GOOD),
}


def _renamed_key(document: dict[str, Any]) -> dict[str, Any]:
    document["proof"][0]["verificationMethod"] = f"{DID}#{KEY.public}"
    return document


STATUS_LISTS = {
    "revoked": Case(lambda honest: Given(honest.text.encode(), site={STATUS: with_list(0)}), BAD),
    "revoked, by the last of many": Case(
        lambda honest: Given(honest.text.encode(), site={STATUS: with_list(0, 1, 2, 9, 131_071)}), BAD
    ),
    "no list": Case(without(STATUS), UNKNOWN),
    "a list that a thief signed": Case(status_list(_nothing, key=THIEF), UNKNOWN),
    "a list changed after it was signed": Case(
        on_site(STATUS, at(SUBJECT, "encodedList", value=BITS_OF_NONE + "A")), UNKNOWN
    ),
    "a list of another issuer": Case(status_list(at("issuer", value="did:web:x.org")), UNKNOWN),
    "a list with another id": Case(status_list(at("id", value=f"{BASE}status/other.json")), UNKNOWN),
    "a list that has ended": Case(status_list(at("validUntil", value="2026-02-01T23:59:59Z")), UNKNOWN),
    "a list that ends at no date": Case(status_list(at("validUntil", value="soon")), UNKNOWN),
    "a list of the day after": Case(status_list(at("validFrom", value="2026-02-04T00:00:00Z")), UNKNOWN),
    "a list of tomorrow": Case(status_list(at("validFrom", value="2026-02-03T00:00:00Z")), UNKNOWN),
    "a list without a beginning": Case(status_list(gone("validFrom")), UNKNOWN),
    "a list for suspension": Case(status_list(at(SUBJECT, "statusPurpose", value="suspension")), UNKNOWN),
    "a list too short": Case(status_list(at(SUBJECT, "encodedList", value=_short_bits())), UNKNOWN),
    "a list that is not packed": Case(status_list(at(SUBJECT, "encodedList", value="uAAAA")), UNKNOWN),
    "a list in another alphabet": Case(
        status_list(at(SUBJECT, "encodedList", value=f"z{BITS_OF_NONE[1:]}")), UNKNOWN
    ),
    "a list of another type": Case(status_list(at("type", value=["VerifiableCredential"])), UNKNOWN),
    "a list whose proof is of tomorrow": Case(status_list(_nothing, created="2026-02-04T00:00:00Z"), UNKNOWN),
    "a list without a proof": Case(on_site(STATUS, gone("proof")), UNKNOWN),
    "a list with a term nobody defined": Case(on_site(STATUS, at("honours", value="x")), UNKNOWN),
    "another number": Case(unsigned(at("credentialStatus", "statusListIndex", value="1")), BAD),
    "no entry": Case(with_key(gone("credentialStatus")), BAD),
    "an entry for suspension": Case(
        with_key(at("credentialStatus", "statusPurpose", value="suspension")), BAD
    ),
    "an entry of another type": Case(
        published(at("credentialStatus", "type", value="1EdTechRevocationList")), BAD
    ),
    "an entry with a number beyond the list": Case(
        with_key(at("credentialStatus", "statusListIndex", value="999999999")), UNKNOWN
    ),
    "an entry with a padded number": Case(
        with_key(at("credentialStatus", "statusListIndex", value="00")), BAD
    ),
    "an entry with a negative number": Case(
        with_key(at("credentialStatus", "statusListIndex", value="-1")), BAD
    ),
    "an entry of a list elsewhere": Case(
        with_key(at("credentialStatus", "statusListCredential", value="https://x.org/list.json")), UNKNOWN
    ),
}

DATES_AND_LEVELS = {
    "ended yesterday": Case(with_key(at("validUntil", value="2026-02-01T23:59:59Z")), BAD),
    "ended yesterday in UTC": Case(with_key(at("validUntil", value="2026-02-02T00:30:00+01:00")), BAD),
    "from tomorrow on": Case(with_key(at("validFrom", value="2026-02-03T00:00:00Z")), BAD),
    "no beginning": Case(with_key(gone("validFrom")), BAD),
    "a beginning without a time": Case(with_key(at("validFrom", value="2026-01-20")), BAD),
    "a beginning without a zone": Case(with_key(at("validFrom", value="2026-01-20T00:00:00")), BAD),
    "an end that is not a date": Case(with_key(at("validUntil", value="2026-13-01T00:00:00Z")), BAD),
    "an end on February 30": Case(with_key(at("validUntil", value="2027-02-30T00:00:00Z")), BAD),
    "an end that says never": Case(with_key(at("validUntil", value="never")), BAD),
    "an end that is null": Case(unsigned(at("validUntil", value=None)), BAD),
    "an end under its full address": Case(unsigned(at(f"{LONG}validUntil", value="2026-01-21")), BAD),
    "a level below": Case(with_key(lambda it: _lower_level(it)), BAD),
    "a level that is not described": Case(
        with_key(at(SUBJECT, "result", 0, "achievedLevel", value=f"{BASE}achievements/visible.json#x")), BAD
    ),
    "a level in a list, which the signature fits": Case(unsigned(lambda it: _list_level(it)), BAD),
    "a level with a number of thousands of digits": Case(
        with_key(
            at(*ACHIEVEMENT, "resultDescription", 0, "rubricCriterionLevel", 1, "level", value="2" * 5000)
        ),
        BAD,
    ),
    "no result of a criterion": Case(with_key(gone(SUBJECT, "result", 0)), BAD),
    "no result of the impact": Case(with_key(gone(SUBJECT, "result", 1)), BAD),
    "an impact in progress": Case(with_key(at(SUBJECT, "result", 1, "status", value="InProgress")), BAD),
    "no requirement of impact": Case(with_key(gone(*ACHIEVEMENT, "resultDescription", 1)), BAD),
    "an impact under another id": Case(
        with_key(at(*ACHIEVEMENT, "resultDescription", 1, "id", value=f"{BASE}achievements/visible.json#x")),
        BAD,
    ),
    "levels numbered in words": Case(
        with_key(at(*ACHIEVEMENT, "resultDescription", 0, "rubricCriterionLevel", 1, "level", value="two")),
        BAD,
    ),
    "levels numbered as hexadecimal": Case(
        with_key(at(*ACHIEVEMENT, "resultDescription", 0, "rubricCriterionLevel", 1, "level", value="0x2")),
        BAD,
    ),
    "levels in another order": Case(with_key(lambda it: _levels(it).reverse()), GOOD),
}


def _levels(document: dict[str, Any]) -> list[dict[str, Any]]:
    levels = document[SUBJECT]["achievement"]["resultDescription"][0]["rubricCriterionLevel"]
    assert isinstance(levels, list)
    return levels


def _list_level(document: dict[str, Any]) -> None:
    result = document[SUBJECT]["result"][0]
    result["achievedLevel"] = [result["achievedLevel"]]


def _lower_level(document: dict[str, Any]) -> None:
    result = document[SUBJECT]["result"][0]
    result["achievedLevel"] = _levels(document)[0]["id"]


EVIDENCE = {
    "data changed": Case(
        lambda honest: _with_evidence(honest, "data.csv", lambda data: data.replace(b",14,", b",15,", 1)), BAD
    ),
    "a finding changed": Case(
        lambda honest: _with_evidence(honest, "finding.json", lambda data: data.replace(b"17", b"18", 1)), BAD
    ),
    "no data": Case(without(f"credentials/{NAME}/data.csv"), UNKNOWN),
    "no finding": Case(without(f"credentials/{NAME}/finding.json"), UNKNOWN),
    "another digest": Case(with_key(at("relatedResource", 0, "digestSRI", value="sha384-AAAA")), BAD),
    "data elsewhere": Case(with_key(at("relatedResource", 0, "id", value="https://x.org/data.csv")), UNKNOWN),
    "data named with a query": Case(with_key(lambda it: _more(it, "?x")), BAD),
    "data named with a fragment": Case(with_key(lambda it: _more(it, "#x")), BAD),
    "data named twice": Case(
        with_key(lambda it: it["relatedResource"].append(dict(it["relatedResource"][0]))), BAD
    ),
    "no data under the signature": Case(with_key(gone("relatedResource", 0)), BAD),
    "nothing under the signature": Case(with_key(gone("relatedResource")), BAD),
}


def _more(document: dict[str, Any], tail: str) -> None:
    document["relatedResource"][0]["id"] += tail


def _with_evidence(honest: Awarded, name: str, change: Any) -> Given:
    path = f"credentials/{NAME}/{name}"
    data = change(honest.file(path))
    assert data != honest.file(path)
    return Given(honest.text.encode(), site={path: data})


def _without_id(honest: Awarded) -> dict[str, Any]:
    return {name: value for name, value in honest.document.items() if name != "id"}


def _at_thief(honest: Awarded) -> Given:
    """Signed with a stolen key, and published where the thief can."""
    address = "https://x.org/credentials/a.json"
    data = encoded(signed(honest.document | {"id": address}))
    return Given(data, elsewhere={address: data})


def _by_dots(honest: Awarded) -> Given:
    address = f"{BASE}credentials/%2e%2e/../../thief/credentials/a.json"
    data = encoded(signed(honest.document | {"id": address}))
    return Given(data, elsewhere={address: data})


PUBLISHED = {
    "the site has none": Case(without(f"credentials/{NAME}.json"), BAD),
    "the site has another": Case(
        lambda honest: Given(encoded(signed(honest.document | {"name": "Mine"}))), BAD
    ),
    "under a name of the thief's": Case(
        lambda honest: Given(encoded(signed(honest.document | {"id": f"{BASE}credentials/friend.json"}))), BAD
    ),
    "at another site": Case(
        lambda honest: Given(encoded(signed(honest.document | {"id": "https://x.org/credentials/a.json"}))),
        UNKNOWN,
    ),
    "at the thief's own site, which has it": Case(_at_thief, UNKNOWN),
    "at another program of the same host, by dots": Case(_by_dots, UNKNOWN),
    "without an id": Case(lambda honest: Given(encoded(signed(_without_id(honest)))), UNKNOWN),
    "the site's is no JSON": Case(
        lambda honest: Given(honest.text.encode(), site={f"credentials/{NAME}.json": b"<html>"}), UNKNOWN
    ),
}


CASES = {
    f"{room}: {name}": case
    for room, cases in {
        "honest": HONEST,
        "keys": KEYS,
        "status": STATUS_LISTS,
        "dates": DATES_AND_LEVELS,
        "evidence": EVIDENCE,
        "published": PUBLISHED,
        "form": FORM,
        "image": IMAGES,
    }.items()
    for name, case in cases.items()
}
