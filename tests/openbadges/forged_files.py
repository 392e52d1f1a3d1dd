"""Files that are no credential, or not quite: JSON, its terms, and the pictures that hold it."""

import struct
import zlib
from typing import Any

from tests.openbadges.forgeries import (
    CLOSING,
    OPENING,
    Awarded,
    Case,
    Forgery,
    Given,
    at,
    chunk,
    element,
    encoded,
    gone,
    png,
    published,
    replaced_text,
    svg,
    text_chunk,
    unsigned,
    with_chunks,
)

GOOD, BAD, UNKNOWN = "good", "bad", "unknown"
SUBJECT, ACHIEVEMENT = "credentialSubject", ("credentialSubject", "achievement")
TEXT = b"openbadgecredential\0\0\0\0\0"


def _inner(text: str) -> str:
    """The element without what a comment may not hold."""
    return element(text).replace("--", "")


def _more_text(entry: str, *, first: bool = False) -> Forgery:
    """One more entry in the text of the award, so that JSON's own rules are tried."""

    def forgery(honest: Awarded) -> Given:
        start = honest.text.strip()
        return Given((f"{{{entry},{start[1:]}" if first else f"{start[:-1]},{entry}}}").encode())

    return forgery


def _published_text(*path: str | int, value: Any) -> Forgery:
    """What our own signer refuses to sign: the honest award's text with it, published."""
    return published(at(*path, value=value))


FORM = {
    "not a credential": Case(lambda _: Given(b'{"hello": "world"}'), BAD),
    "a list": Case(lambda honest: Given(f"[{honest.text}]".encode()), BAD),
    "cut off": Case(lambda honest: Given(honest.text[:-40].encode()), BAD),
    "no type": Case(unsigned(gone("type")), BAD),
    "another type": Case(unsigned(at("type", value=["VerifiableCredential"])), BAD),
    "a type that is a text": Case(published(at("type", value="AchievementCredential")), BAD),
    "no subject": Case(unsigned(gone(SUBJECT)), BAD),
    "a subject that is a list": Case(unsigned(lambda it: it.update({SUBJECT: [it[SUBJECT]]})), BAD),
    "another suite": Case(unsigned(at("proof", 0, "cryptosuite", value="ecdsa-sd-2023")), UNKNOWN),
    "the contexts in another order": Case(unsigned(lambda it: it["@context"].reverse()), UNKNOWN),
    "a context less": Case(unsigned(lambda it: it["@context"].pop()), UNKNOWN),
    "a context more": Case(unsigned(lambda it: it["@context"].append("https://x.org/v1")), UNKNOWN),
    "a context of its own": Case(
        unsigned(lambda it: it["@context"].append({"name": "https://x.org/name"})), UNKNOWN
    ),
    "a context that is a text": Case(
        unsigned(lambda it: it.update({"@context": it["@context"][0]})), UNKNOWN
    ),
    "a context within": Case(published(at(SUBJECT, "@context", value={"name": "https://x.org/n"})), BAD),
    "a term nobody defined": Case(published(at("honours", value="summa")), BAD),
    "a term nobody defined, deep within": Case(published(at(*ACHIEVEMENT, "honours", value="summa")), BAD),
    "a term that is null": Case(published(at("honours", value=None)), BAD),
    "a keyword": Case(published(at("@id", value="https://x.org")), BAD),
    "a graph": Case(published(at("@graph", value=[])), BAD),
    "a blank node with a name": Case(published(at("evidence", 0, "id", value="_:b0")), BAD),
    "an id that is relative": Case(_published_text("evidence", 0, "id", value="visible-thinking/"), BAD),
    "__proto__": Case(_more_text('"__proto__": {"honours": "summa"}'), BAD),
    "__proto__ within": Case(
        replaced_text('"identityHash"', '"__proto__": {"hashed": true}, "identityHash"'), BAD
    ),
    "constructor": Case(_more_text('"constructor": "x"'), BAD),
    "a key twice, the honest one last": Case(_more_text('"name": "Mine"', first=True), BAD),
    "a key twice, the honest one first": Case(_more_text('"name": "Mine"'), BAD),
    "a key twice within": Case(
        replaced_text('"identityHash"', '"identityHash": "Mine", "identityHash"'), BAD
    ),
    "a key twice, once escaped": Case(_more_text('"n\\u0061me": "Mine"', first=True), BAD),
    "NaN": Case(_more_text('"credits": NaN'), BAD),
    "a number too large": Case(_more_text('"credits": 1e999'), BAD),
    "a long number": Case(_more_text('"credits": ' + "9" * 5_000), BAD),
    "a truth as a number": Case(published(at(SUBJECT, "identifier", 0, "hashed", value=0)), BAD),
    "a truth as a text": Case(published(at(SUBJECT, "identifier", 0, "hashed", value="false")), GOOD),
    "deep within": Case(_more_text('"evidence": ' + "[" * 3_000 + "]" * 3_000), BAD),
    "empty lists in lists": Case(published(at("evidence", 0, value=[[[]]])), BAD),
    "a control character": Case(_published_text("name", value="a\x07b"), BAD),
    "an open surrogate": Case(replaced_text('"name": "Visible', '"name": "\\ud800'), BAD),
    "a trailing comma": Case(lambda honest: Given(honest.text.rstrip()[:-1].encode() + b",}"), BAD),
    "a comment in the JSON": Case(_more_text("/* x */", first=True), BAD),
    "something behind": Case(lambda honest: Given(honest.text.encode() + b"{}"), BAD),
    "UTF-16": Case(lambda honest: Given(honest.text.encode("utf-16")), BAD),
    "UTF-16 without a mark": Case(lambda honest: Given(honest.text.encode("utf-16-le")), BAD),
    "UTF-32": Case(lambda honest: Given(honest.text.encode("utf-32-le")), BAD),
    "Latin 1": Case(
        lambda honest: Given(encoded(honest.document | {"name": "é"}).decode().encode("latin-1", "replace")),
        BAD,
    ),
    "two marks": Case(lambda honest: Given(b"\xef\xbb\xbf" * 2 + honest.text.encode()), BAD),
    "a space that JSON has not": Case(lambda honest: Given("\u00a0".encode() + honest.text.encode()), BAD),
    "as a JWT": Case(lambda _: Given(b"eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.AAAA"), BAD),
    "too large": Case(unsigned(at("name", value="m" * 600_000)), BAD),
}

IMAGES = {
    "an SVG: in a comment": Case(svg(lambda it: it.replace(element(it), f"<!--{_inner(it)}-->")), BAD),
    "an SVG: one in a comment besides": Case(
        svg(lambda it: it.replace(OPENING, f"<!-- {OPENING[:19]} -->{OPENING}")), GOOD
    ),
    "an SVG: two": Case(svg(lambda it: it.replace(element(it), element(it) * 2)), BAD),
    "an SVG: an empty one first": Case(
        svg(lambda it: it.replace(OPENING, f"<openbadges:credential/>{OPENING}")), BAD
    ),
    "an SVG: one within the other": Case(
        svg(
            lambda it: it.replace(OPENING, "<openbadges:credential>" + OPENING[:-9] + "<![CDATA[").replace(
                CLOSING, f"{CLOSING}</openbadges:credential>"
            )
        ),
        BAD,
    ),
    "an SVG: one within, empty": Case(
        svg(lambda it: it.replace(CLOSING, "]]><openbadges:credential/></openbadges:credential>")), BAD
    ),
    "an SVG: verify beside the text": Case(
        svg(
            lambda it: it.replace(
                OPENING, OPENING.replace("credential>", 'credential verify="eyJh.eyJ2.AA">')
            )
        ),
        BAD,
    ),
    "an SVG: an empty verify": Case(
        svg(lambda it: it.replace(OPENING, OPENING.replace("credential>", 'credential verify="">'))), GOOD
    ),
    "an SVG: another namespace": Case(svg(lambda it: it.replace("ob/v3p0", "ob/v2p0", 1)), BAD),
    "an SVG: a namespace of a prefix that is not bound": Case(
        svg(lambda it: it.replace("xmlns:openbadges=", "xmlns:other=", 1)), BAD
    ),
    "an SVG: within foreignObject": Case(
        svg(lambda it: it.replace(element(it), f"<foreignObject>{element(it)}</foreignObject>")), GOOD
    ),
    "an SVG: another in foreignObject": Case(
        svg(lambda it: it.replace("</svg>", f"<foreignObject>{element(it)}</foreignObject></svg>")), BAD
    ),
    "an SVG: in an element of its own": Case(
        svg(
            lambda it: it.replace(OPENING, "<openbadges:credential><g>" + OPENING[23:]).replace(
                CLOSING, "]]></g></openbadges:credential>"
            )
        ),
        BAD,
    ),
    "an SVG: a document type": Case(svg(lambda it: f"<!DOCTYPE svg>{it}"), BAD),
    "an SVG: an entity": Case(svg(lambda it: f'<!DOCTYPE svg [<!ENTITY x "y">]>{it}'), BAD),
    "an SVG: not closed": Case(svg(lambda it: it.replace("</svg>", "")), BAD),
    "an SVG: with its text changed": Case(svg(lambda it: it.replace("Ana Lopez", "Ann Lopez")), BAD),
    "an SVG: none": Case(svg(lambda it: it.replace(element(it), "")), BAD),
    "an SVG: UTF-16": Case(lambda honest: Given(honest.svg.encode("utf-16"), ".svg"), BAD),
    "an SVG: a picture for the eye changed": Case(svg(lambda it: it.replace("</svg>", "<g/></svg>")), GOOD),
    "a PNG: saved again": Case(
        with_chunks(lambda parts: [part for part in parts if part[0] != b"iTXt"]), BAD
    ),
    "a PNG: two": Case(with_chunks(lambda parts: [parts[0], parts[1], *parts[1:]]), BAD),
    "a PNG: two, the second under the keyword of 2.0": Case(
        with_chunks(lambda parts: [*parts[:-1], (b"iTXt", b"openbadges\0\0\0\0\0{}"), parts[-1]]), BAD
    ),
    "a PNG: another kind of chunk": Case(
        with_chunks(lambda parts: [(b"tEXt" if kind == b"iTXt" else kind, data) for kind, data in parts]), BAD
    ),
    "a PNG: another keyword": Case(
        text_chunk(lambda data: data.replace(b"openbadge", b"closebadge", 1)), BAD
    ),
    "a PNG: in UTF-16": Case(
        text_chunk(lambda data: TEXT + data.removeprefix(TEXT).decode().encode("utf-16")), BAD
    ),
    "a PNG: with its text changed": Case(text_chunk(lambda data: data.replace(b"Ana", b"Ann")), BAD),
    "a PNG: packed, and damaged": Case(
        text_chunk(lambda data: b"openbadgecredential\0\1\0\0\0" + data.removeprefix(TEXT)), BAD
    ),
    "a PNG: packed, and huge": Case(
        text_chunk(lambda _: b"openbadgecredential\0\1\0\0\0" + zlib.compress(b" " * 9_000_000)), BAD
    ),
    "a PNG: packed in another way": Case(
        text_chunk(lambda data: b"openbadgecredential\0\1\7\0\0" + zlib.compress(data.removeprefix(TEXT))),
        BAD,
    ),
    "a PNG: cut off": Case(png(lambda data: data[:-30]), BAD),
    "a PNG: a second one behind its end": Case(png(lambda data: data + chunk(b"iTXt", TEXT + b"{}")), GOOD),
    "a PNG: a chunk longer than the file": Case(
        png(lambda data: data[:33] + struct.pack(">I", 2**31 - 1) + data[37:]), BAD
    ),
    "a PNG: its first bytes changed": Case(png(lambda data: data[:4] + b"XXXX" + data[8:]), BAD),
}
