"""Honest and forged credentials, each with the verdict that the command and the page must come to.

Today is February 2, 2026; the award is of January 20.
"""

import json
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.openbadges.proof import sign_document
from generator.openbadges.signing_keys import SigningKey, new_key
from generator.openbadges.status_list import build_status_list, encode_bits
from tests.openbadges.awards import BASE, KEY, NAME

DID = "did:web:maple-grove.example.org:portfolios"
STATUS = "status/revocation.json"
ISSUED = "2026-01-20T00:00:00Z"
LONG = "https://www.w3.org/2018/credentials#"
THIEF = new_key()
OPENING, CLOSING = "<openbadges:credential><![CDATA[", "]]></openbadges:credential>"
Document = dict[str, Any]
Change = Callable[[Document], object]


@dataclass(frozen=True)
class Given:
    """A file to be checked, and what the issuer's site has in the place of its own files; None: nothing.
    `elsewhere` is what the web has at other addresses."""

    data: bytes
    suffix: str = ".json"
    site: dict[str, bytes | None] = field(default_factory=dict)
    elsewhere: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Awarded:
    """The honest award's files in all their forms."""

    output: Path

    def file(self, name: str) -> bytes:
        return (self.output / name).read_bytes()

    @property
    def document(self) -> Document:
        return dict(json.loads(self.file(f"credentials/{NAME}.json")))

    @property
    def text(self) -> str:
        return self.file(f"credentials/{NAME}.json").decode()

    @property
    def svg(self) -> str:
        return self.file(f"badges/{NAME}.svg").decode()

    @property
    def png(self) -> bytes:
        return self.file(f"badges/{NAME}.png")


Forgery = Callable[[Awarded], Given]


@dataclass(frozen=True)
class Case:
    """`verdict` is good, bad or unknown; `page` that of the page, where it cannot ask as much."""

    forgery: Forgery
    verdict: str
    page: str = ""


def encoded(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def signed(document: Document, key: SigningKey = KEY, created: str = ISSUED, **options: str) -> Document:
    """It, signed anew in its issuer's name."""
    bare = {name: value for name, value in document.items() if name != "proof"}
    issuer = bare["issuer"]
    did = issuer["id"] if isinstance(issuer, dict) else issuer
    return sign_document(bare, key, did, created, **options)


def unsigned(change: Change) -> Forgery:
    """The honest award, changed after it was signed."""

    def forgery(honest: Awarded) -> Given:
        document = honest.document
        change(document)
        return Given(encoded(document))

    return forgery


def with_key(change: Change, key: SigningKey = KEY, created: str = ISSUED, **options: str) -> Forgery:
    """Changed, and signed with a key; published, so that nothing but the change decides."""

    def forgery(honest: Awarded) -> Given:
        document = honest.document
        change(document)
        data = encoded(signed(document, key, created, **options))
        return Given(data, site={f"credentials/{NAME}.json": data})

    return forgery


def published(change: Change) -> Forgery:
    """Changed after it was signed, and published like this."""

    def forgery(honest: Awarded) -> Given:
        given = unsigned(change)(honest)
        return Given(given.data, site={f"credentials/{NAME}.json": given.data})

    return forgery


def on_site(name: str, change: Callable[[Document], object]) -> Forgery:
    """The honest award, on a site with another file of this name."""

    def forgery(honest: Awarded) -> Given:
        value = json.loads(honest.file(name))
        changed = change(value)
        data = encoded(value if changed is None or not isinstance(changed, dict) else changed)
        return Given(honest.text.encode(), site={name: data})

    return forgery


def status_list(change: Change, key: SigningKey = KEY, created: str = ISSUED, **options: str) -> Forgery:
    """The honest award, and a list of the revoked that was changed and signed."""

    def changed(value: Document) -> Document:
        change(value)
        return signed(value, key, created, **options)

    return on_site(STATUS, changed)


def without(name: str) -> Forgery:
    """The honest award, on a site that lacks a file."""
    return lambda honest: Given(honest.text.encode(), site={name: None})


def replaced_text(old: str, new: str) -> Forgery:
    """Its text with something else in it."""

    def forgery(honest: Awarded) -> Given:
        assert old in honest.text
        return Given(honest.text.replace(old, new, 1).encode())

    return forgery


def svg(change: Callable[[str], str]) -> Forgery:
    return lambda honest: Given(change(honest.svg).encode(), ".svg")


def png(change: Callable[[bytes], bytes]) -> Forgery:
    return lambda honest: Given(change(honest.png), ".png")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += 12 + size


def with_chunks(change: Callable[[list[tuple[bytes, bytes]]], list[tuple[bytes, bytes]]]) -> Forgery:
    """The picture with other chunks."""
    return png(lambda data: data[:8] + b"".join(chunk(*each) for each in change([*chunks(data)])))


def text_chunk(change: Callable[[bytes], bytes]) -> Forgery:
    """The picture with the chunk of the credential changed."""
    return with_chunks(
        lambda parts: [(kind, change(data) if kind == b"iTXt" else data) for kind, data in parts]
    )


def value_at(document: Document, path: tuple[str | int, ...]) -> Any:
    """What stands at a place in the document."""
    place: Any = document
    for name in path:
        place = place[name]
    return place


def at(*path: str | int, value: Any) -> Change:
    """Another value at a place in the document."""

    def change(document: Document) -> None:
        value_at(document, path[:-1])[path[-1]] = value

    return change


def gone(*path: str | int) -> Change:
    """Nothing at a place in the document."""

    def change(document: Document) -> None:
        del value_at(document, path[:-1])[path[-1]]

    return change


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a document."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for name, item in entries:
        yield (*path, name)
        yield from places(item, (*path, name))


def leaves(document: Document) -> list[tuple[str | int, ...]]:
    """The place of every text, number and truth in a document."""
    return [place for place in places(document) if not isinstance(value_at(document, place), dict | list)]


def other_value(value: Any) -> Any:
    """Another value of the same kind; of an address or a date one that is well-formed too."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str) and value[:4].isdecimal() and "T" in value:
        return value.replace(value[:4], str(int(value[:4]) - 1), 1)
    return f"{value[:-2]}X{value[-1:]}"


def with_list(*revoked: int, since: str = ISSUED, did: str = DID, key: SigningKey = KEY) -> bytes:
    """A signed list of the revoked."""
    listed = build_status_list(f"{BASE}{STATUS}", did, revoked, since)
    return encoded(sign_document(listed, key, did, since))


BITS_OF_NONE = encode_bits([])


def element(text: str) -> str:
    """The credential's element in an SVG."""
    return text[text.index(OPENING) : text.index(CLOSING) + len(CLOSING)]
