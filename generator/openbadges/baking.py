"""A credential into a badge image, and out of it again (Open Badges 3.0, section 5.3).

An image with the credential in it can be handed on as a picture and checked as a document.
"""

import json
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from itertools import islice
from xml.parsers.expat import ExpatError, ParserCreate

from generator.openbadges.document_sources import LARGEST

_NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
_KEYWORD = b"openbadgecredential"
_KEYWORDS = (_KEYWORD, b"openbadges")  # that of Open Badges 2.0, which some still bake 3.0 ones under
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = re.compile(r"<svg\b[^>]*>")
_END = b"IEND"
_JWT = re.compile(r"eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
# whether the text of an iTXt chunk is packed: the flag and the method (PNG, section 11.3.4.5)
_PACKINGS = {b"\0\0": False, b"\1\0": True}
LARGEST_CREDENTIAL = 512 * 1024  # letters; ours have some ten thousand


class AbsenceReason(StrEnum):
    """Why no credential was taken from a file."""

    FORM = auto()  # neither JSON, SVG nor PNG
    NONE = auto()
    MANY = auto()
    LARGE = auto()
    JWT = auto()  # a credential in a form that is not checked here


class NoCredentialFound(Exception):
    """There is no credential in the file, or none that can be taken."""

    def __init__(self, reason: AbsenceReason) -> None:
        self.reason = reason


def bake_svg(svg: str, credential: bytes) -> str:
    """The image with the credential as the first element in it."""
    tag = _SVG.search(svg)
    assert tag is not None, "it is an SVG"
    # only a text in the JSON can hold this, so that an escape says the same
    text = credential.decode().strip().replace("]]>", "]]\\u003e")
    element = f"<openbadges:credential><![CDATA[{text}]]></openbadges:credential>"
    opening = tag[0].replace("<svg", f'<svg xmlns:openbadges="{_NAMESPACE}"')
    return svg[: tag.start()] + opening + element + svg[tag.end() :]


def bake_png(png: bytes, credential: bytes) -> bytes:
    """The image with the credential in one uncompressed iTXt chunk, behind the header."""
    chunks = list(_chunks(png))
    text = _KEYWORD + b"\0\0\0\0\0" + credential.strip()
    baked = [chunks[0], (b"iTXt", text), *chunks[1:]]
    return _PNG + b"".join(_chunk(kind, data) for kind, data in baked)


def extract_credential(data: bytes) -> bytes:
    """The credential's JSON out of a .json, .svg or .png file.  Raises NoCredentialFound."""
    if len(data) > LARGEST:
        raise NoCredentialFound(AbsenceReason.LARGE)
    if data.startswith(_PNG):
        return _only(list(islice(_texts(data), 2)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoCredentialFound(AbsenceReason.FORM) from None
    if text.lstrip().startswith("{") or _JWT.fullmatch(text.strip()):
        return text.encode()
    if not text.lstrip().startswith("<"):
        raise NoCredentialFound(AbsenceReason.FORM)
    return _only([element.encode() for element in _elements(text)])


def parse_document(data: bytes) -> dict[str, object]:
    """The credential itself.  Raises NoCredentialFound."""
    text = extract_credential(data)
    if len(text) > LARGEST_CREDENTIAL:
        raise NoCredentialFound(AbsenceReason.LARGE)
    try:
        if _JWT.fullmatch(text.decode("utf-8", "replace").strip()):
            raise NoCredentialFound(AbsenceReason.JWT)
        # of bytes json.loads would guess the encoding, and take UTF-16 too
        document = json.loads(text.decode("utf-8-sig"), object_pairs_hook=reject_duplicate_keys)
    except (ValueError, RecursionError):
        raise NoCredentialFound(AbsenceReason.FORM) from None
    if not isinstance(document, dict) or not document:
        raise NoCredentialFound(AbsenceReason.FORM)
    if document.keys() == {"jwt"}:
        raise NoCredentialFound(AbsenceReason.JWT)
    return document


def reject_duplicate_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object from its pairs, for `json.loads`.

    Raises ValueError on duplicate keys: two programs may take different ones, and then nobody knows what
    was signed.
    """
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def _only(credentials: list[bytes]) -> bytes:
    """The one credential of a file.  Raises NoCredentialFound."""
    if len(credentials) != 1:
        raise NoCredentialFound(AbsenceReason.MANY if credentials else AbsenceReason.NONE)
    return credentials[0]


def _elements(svg: str) -> list[str]:
    """What stands in the credential elements of an SVG, as Open Badges 3.0 reads it: by the document's
    elements and their namespace, so not in a comment; a JWT stands in the attribute `verify` instead.

    Raises NoCredentialFound where it is not well-formed, is not an SVG, has a document type (which may define
    other texts), or an element has both a text and that attribute, or another one within.
    """
    reader = _CredentialElements()
    try:
        reader.parser.Parse(svg, True)
    except ExpatError:
        raise NoCredentialFound(AbsenceReason.FORM) from None
    return reader.texts


class _CredentialElements:
    """Collects the texts of credential elements while expat reads an SVG."""

    _parts: list[str]  # of the credential element that is read, as `_jwt`
    _jwt: str

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._is_svg = False  # the outermost element, once it was read
        self._depth = 0  # of elements in a credential element, itself counted
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self._is_svg and name.rpartition(" ")[2] != "svg":
            raise NoCredentialFound(AbsenceReason.FORM)
        self._is_svg = True
        is_credential = name == f"{_NAMESPACE} credential"
        if is_credential and self._depth:
            raise NoCredentialFound(AbsenceReason.MANY)
        if self._depth or is_credential:
            self._depth += 1
        if self._depth == 1:
            self._parts, self._jwt = [], attributes.get("verify", "").strip()

    def _end(self, _: str) -> None:
        if self._depth == 1:
            text = "".join(self._parts).strip()
            if text and self._jwt:
                raise NoCredentialFound(AbsenceReason.MANY)
            self.texts.append(text or self._jwt)
        self._depth = max(0, self._depth - 1)

    def _text(self, text: str) -> None:
        if self._depth == 1:
            self._parts.append(text)

    def _doctype(self, *_: object) -> None:
        raise NoCredentialFound(AbsenceReason.FORM)


def _texts(png: bytes) -> Iterator[bytes]:
    """The credential chunks of a PNG; a damaged file has none."""
    try:
        for kind, data in _chunks(png):
            keyword, _, rest = data.partition(b"\0")
            if kind == b"iTXt" and keyword in _KEYWORDS:
                text = rest[2:].split(b"\0", 2)[2]
                is_packed = _PACKINGS[rest[:2]]
                yield zlib.decompressobj().decompress(text, LARGEST_CREDENTIAL + 1) if is_packed else text
    except (struct.error, IndexError, KeyError, zlib.error):
        raise NoCredentialFound(AbsenceReason.FORM) from None


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each chunk up to the last one of a picture; what stands behind that is none of it.
    Raises struct.error where the picture is cut off."""
    at = len(_PNG)
    while True:
        size, kind = struct.unpack_from(">I4s", png, at)
        (data,) = struct.unpack_from(f">{size}s4x", png, at + 8)
        yield kind, data
        if kind == _END:
            return
        at += 12 + size


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
