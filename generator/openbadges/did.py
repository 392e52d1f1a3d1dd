"""An issuer's DID, where its document stands, and what that says.

`did:web` names a web address: its document says which keys may sign (did:web method, W3C CCG).
`did:key` is the key itself, for an issuer without an address of its own.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date as Date
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from generator.openbadges.document_fields import date_of, mapping, mappings
from generator.openbadges.signing_keys import is_public_key

CONTEXTS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]
_WEB, _KEY = "did:web:", "did:key:"
_LINKED = "LinkedDomains"  # a service, DIF Well Known DID Configuration, section 4
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*(%3A[0-9]{1,5})?")
_SEGMENT = re.compile(r"([A-Za-z0-9._-]|%(?!2F|3F|23|25|5C|00)[0-9A-F]{2})+")


def web_did(url: str) -> str:
    """The did:web of an address: https://example.org:8443/a/b/ -> did:web:example.org%3A8443:a:b"""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2].lower()
    path = [unquote(part) for part in parts.path.split("/") if part]
    return _WEB + ":".join(quote(part, safe="") for part in (host, *path))


def document_address(did: str) -> str:
    """Where the document of a did:web stands; one without a path stands below /.well-known/.

    Empty for any other DID, and for one that is not spelled as the method has it (a port's colon
    percent-encoded, nothing else).
    """
    host, *path = did[len(_WEB) :].split(":")
    if not did.startswith(_WEB) or not _HOST.fullmatch(host):
        return ""
    if any(not _SEGMENT.fullmatch(part) or unquote(part) in (".", "..") for part in path):
        return ""
    folders = path or [".well-known"]
    return f"https://{unquote(host)}/{'/'.join(folders)}/did.json"


def site_address(did: str) -> str:
    """The address of the site that a did:web names, with a slash at its end; empty for any other DID."""
    return document_address(did).removesuffix("did.json").removesuffix(".well-known/")


def key_did(public: str) -> str:
    """The did:key of a public key."""
    return _KEY + public


def key_of(did: str) -> str:
    """The key that a did:key is; empty for any other DID."""
    key = did[len(_KEY) :].split("#")[0]
    return key if did.startswith(_KEY) and is_public_key(key) else ""


def method_id(did: str, public: str) -> str:
    """The id under which a proof names a key."""
    return f"{did}#{public}"


class ListedKey(Struct, frozen=True):
    """A public key in a DID document, and until when.

    `until` is the last day on which a signature of it may be dated (our own entry: what was signed before
    stays valid); `expires` the last day on which it is taken at all (W3C Controlled Identifiers 1.0, section
    2.2).  An entry that is no date-time has run out long ago.
    """

    public: str
    until: Date | None = None
    expires: Date | None = None


def did_document(
    did: str, keys: Sequence[str], last_days: Mapping[str, Date] = MappingProxyType({}), site: str = ""
) -> dict[str, Any]:
    """did.json: every key may sign; older ones stay, so that what they signed stays valid.  `last_days` are
    the last days of keys on which a signature may be dated.  `site` is the address of the issuer's site where
    the DID's own is another."""
    linked = {"id": f"{did}#site", "type": _LINKED, "serviceEndpoint": site}
    return {
        "@context": CONTEXTS,
        "id": did,
        "verificationMethod": [
            {"id": method_id(did, key), "type": "Multikey", "controller": did, "publicKeyMultibase": key}
            | ({"until": f"{last_days[key].isoformat()}T23:59:59Z"} if key in last_days else {})
            for key in keys
        ],
        "assertionMethod": [method_id(did, key) for key in keys],
    } | ({"service": [linked]} if site else {})


def sites_of(document: Any, did: str) -> list[str]:
    """The addresses, each with a slash at its end, at which the issuer of a DID document publishes: the
    DID's own and those that the document links to.  Whoever stole a key can sign an address of their own, and
    cannot have it named here."""
    published = mapping(document)
    services = mappings(published.get("service")) if published.get("id") == did else []
    linked = (str(service.get("serviceEndpoint")) for service in services if service.get("type") == _LINKED)
    return [
        f"{site.removesuffix('/')}/" for site in (site_address(did), *linked) if site.startswith("https://")
    ]


def keys_in(document: Any, did: str) -> list[ListedKey]:
    """The keys that a DID document lets sign in this DID's name; none where it is another's."""
    if not isinstance(document, Mapping) or document.get("id") != did:
        return []
    allowed = _method_ids(document.get("assertionMethod"))
    methods = document.get("verificationMethod")
    keys = []
    for method in methods if isinstance(methods, list) else []:
        if not isinstance(method, Mapping) or method.get("controller") != did or method.get("revoked"):
            continue
        key = method.get("publicKeyMultibase")
        if isinstance(key, str) and is_public_key(key) and method.get("id") in allowed:
            keys.append(ListedKey(key, _last_day(method, "until"), _last_day(method, "expires")))
    return keys


def _last_day(method: Mapping[str, Any], name: str) -> Date | None:
    """The day of an entry; None where it is not there."""
    return (date_of(method, name) or Date.min) if name in method else None


def dids_named_in(profile: Any) -> list[str]:
    """The DIDs that an issuer's profile (issuer.json) names as its own."""
    if not isinstance(profile, Mapping):
        return []
    others = profile.get("otherIdentifier")
    entries = others if isinstance(others, list) else []
    identifiers = (entry.get("identifier") for entry in entries if isinstance(entry, Mapping))
    return [did for did in (profile.get("id"), *identifiers) if isinstance(did, str)]


def _method_ids(methods: Any) -> list[str]:
    """The ids of verification methods, which a DID document gives as text or as objects."""
    listed = methods if isinstance(methods, list) else []
    ids = (method.get("id") if isinstance(method, Mapping) else method for method in listed)
    return [method_id for method_id in ids if isinstance(method_id, str)]
