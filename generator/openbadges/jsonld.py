"""JSON-LD: the canonical form that is signed, and the terms in a document that nobody defined.

Only the three contexts beside this file are ever read; a document that names another is refused.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec

Document = Mapping[str, Any]

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
CONTEXTS = [CREDENTIALS, BADGES, EXTENSIONS]
_FILES = {
    CREDENTIALS: "credentials-v2.json",
    BADGES: "ob-v3p0-3.0.3.json",
    EXTENSIONS: "ob-v3p0-extensions.json",
}
_UNDEFINED = "urn:x-undefined:"
_RELATIVE = "x-relative://relative/"
# URDNA2015, which PyLD has, and RDFC-1.0, which verifiers have, differ in how these are written
_CONTROLS = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DEEPEST = 40  # levels of a document
_LIKE = 2  # parts without an id that look alike


class RejectionReason(StrEnum):
    """Why a document has no canonical form."""

    CONTEXT = "context"  # one that is not beside this file
    TERMS = "terms"  # undefined ones
    TEXT = "text"  # a control character
    FORM = "form"


class InvalidJsonLd(Exception):
    """The document cannot be brought into canonical form; `names` are the contexts or terms at fault."""

    def __init__(self, reason: RejectionReason, names: tuple[str, ...] = ()) -> None:
        self.reason = reason
        self.names = names


def canonicalize(document: Document) -> bytes:
    """The document as canonical N-Quads.

    Raises InvalidJsonLd, in particular where a term would be left out: nobody would have signed it.
    """
    try:
        text = json.dumps(document, sort_keys=True)
    except (TypeError, ValueError, RecursionError) as trouble:
        raise InvalidJsonLd(RejectionReason.FORM) from trouble
    return _canonical(text)


@lru_cache(16)  # documents; a credential has two, its own and that of its proof
def _canonical(text: str) -> bytes:
    """The canonical form of a document given as JSON.

    What is signed is checked at once, and the list of revoked awards for each award: the form of a document
    is worked out once.
    """
    expanded, unknown = _expanded(json.loads(text))
    if unknown:
        raise InvalidJsonLd(RejectionReason.TERMS, tuple(unknown))
    quads = _pyld(
        "normalize", expanded, processor=_of_expanded(), algorithm="URDNA2015", format="application/n-quads"
    )
    return str(quads).encode()


def _expanded(document: Document) -> tuple[Any, list[str]]:
    """(the document expanded, the keys and types that no context defines and the ids that are relative).

    A vocabulary and a base of our own stand at the end of the contexts: what falls through all others
    lands there.
    """
    contexts = document.get("@context", [])
    contexts = contexts if isinstance(contexts, list) else [contexts]
    foreign = [context for context in contexts if not isinstance(context, str) or context not in _FILES]
    if foreign:
        raise InvalidJsonLd(RejectionReason.CONTEXT, tuple(str(context)[:80] for context in foreign))
    _reject_aliases(document)
    if any(number > _LIKE for number in Counter(_blank_nodes(document)).values()):
        raise InvalidJsonLd(RejectionReason.FORM)
    if any(map(_CONTROLS.search, _texts(document))):
        raise InvalidJsonLd(RejectionReason.TEXT)
    caught = {**document, "@context": [*contexts, {"@vocab": _UNDEFINED}]}
    expanded = _pyld("expand", caught, base=_RELATIVE)
    names = [
        text.removeprefix(mark)
        for text in _texts(expanded)
        for mark in (_UNDEFINED, _RELATIVE)
        if text.startswith(mark)
    ]
    # a blank node with a name may stand in many places, and take for ever to be brought into an order
    names += [text for text in _ids(expanded) if text.startswith("_:")]
    return expanded, list(dict.fromkeys(names))


@cache
def _of_expanded() -> Any:
    """PyLD for documents that are expanded already; it would expand them again, which changes nothing and
    takes a third of the time."""
    from pyld import jsonld

    class OfExpanded(jsonld.JsonLdProcessor):  # type: ignore[misc] # PyLD has no types
        def expand(self, input_: Any, options: object) -> Any:
            return input_

    return OfExpanded()


def _pyld(name: str, document: Document, processor: Any = None, **options: Any) -> Any:
    """A function of PyLD, or of one of its processors.  Raises InvalidJsonLd."""
    from pyld import jsonld

    try:
        return getattr(processor or jsonld, name)(document, {"documentLoader": _load, **options})
    except jsonld.JsonLdError as trouble:
        raise InvalidJsonLd(RejectionReason.FORM) from trouble
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError, RecursionError) as trouble:
        raise InvalidJsonLd(RejectionReason.FORM) from trouble


def _load(url: str, options: object = None) -> dict[str, Any]:
    # it never changes, so PyLD may keep what it makes of it ("static"): that is most of its time
    return {"contextUrl": None, "documentUrl": url, "document": _context(url), "tag": "static"}


@cache
def _context(url: str) -> Any:
    return json.loads(files("generator.openbadges").joinpath("contexts", _FILES[url]).read_bytes())


@cache
def contexts_json() -> bytes:
    """All contexts by their address, for the page that checks in a browser."""
    documents = {url: _context(url) for url in _FILES}
    return msgspec.json.encode(documents) + b"\n"


def _reject_aliases(document: Any, depth: int = 0) -> None:
    """Reject absolute-IRI keys, JSON-LD keywords and nested contexts, so that each property has one spelling.

    JSON-LD takes a full address for a term, and keywords such as @value for a plain text: with these an
    end date could be signed and yet not be where everybody looks for it.  Raises InvalidJsonLd, also for
    a document that is deeper than any credential.
    """
    if depth > _DEEPEST:
        raise InvalidJsonLd(RejectionReason.FORM)
    if document is None:  # left out of what is signed
        raise InvalidJsonLd(RejectionReason.TERMS, ("null",))
    if isinstance(document, Mapping):
        for key, value in document.items():
            if (":" in key or key.startswith("@")) and (depth or key != "@context"):
                raise InvalidJsonLd(RejectionReason.TERMS, (key[:80],))
            _reject_aliases(value, depth + 1)
    elif isinstance(document, list):
        for item in document:
            _reject_aliases(item, depth + 1)


def _blank_nodes(document: Any, within: str = "") -> Iterator[tuple[tuple[str, str], ...]]:
    """The plain values of every part without an id, which is a blank node in the graph, and the id of the
    part that it stands `within`: this tells apart what two criteria say alike, as one standard.

    Canonicalization tries every order of blank nodes that look alike, so many of them take for ever.
    """
    if isinstance(document, Mapping):
        if "id" not in document:
            yield (
                ("@within", within),
                *(
                    (key, value if isinstance(value, str) else type(value).__name__)
                    for key, value in sorted(document.items())
                ),
            )
        for value in document.values():
            yield from _blank_nodes(value, str(document.get("id", "")))
    elif isinstance(document, list):
        for item in document:
            yield from _blank_nodes(item, within)


def _ids(expanded: Any) -> Iterator[str]:
    """Every id and type in an expanded document."""
    if isinstance(expanded, Mapping):
        for key, value in expanded.items():
            yield from (_texts(value) if key in ("@id", "@type") else _ids(value))
    elif isinstance(expanded, list):
        for item in expanded:
            yield from _ids(item)


def _texts(value: Any) -> Iterator[str]:
    """Every key and every text in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
