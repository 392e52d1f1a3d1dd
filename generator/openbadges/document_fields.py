"""Read fields of JSON documents that anybody may have written: a wrong type reads as an empty value."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import date as Date
from typing import Any
from urllib.parse import unquote

from generator.openbadges.jsonld import Document

_ABSENT = object()
# as XML Schema writes it, with a zone; datetime alone takes more, and not the same on every Python
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)


def json_value(data: bytes | None) -> Any:
    """The value of a JSON text; None where there is no text or it is not JSON."""
    try:
        return json.loads(data) if data else None
    except (ValueError, RecursionError):
        return None


def document_of(data: bytes) -> dict[str, Any]:
    """A JSON object; empty where the text is something else."""
    value = json_value(data)
    return value if isinstance(value, dict) else {}


def mapping(value: Any) -> Mapping[str, Any]:
    """The value where it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def mappings(value: Any) -> list[Mapping[str, Any]]:
    """The objects in a list; none where the value is not a list."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def issuer_of(document: Document) -> str:
    """The issuer's DID, from a bare id or a profile; empty where neither is there."""
    issuer = document.get("issuer")
    issuer_id = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    return issuer_id if isinstance(issuer_id, str) else ""


def date_of(document: Document, name: str) -> Date | None:
    """The day in UTC of a date-time field; None where it is missing or is not a date-time with a zone."""
    try:
        text = str(document[name])
        return datetime.fromisoformat(text).astimezone(UTC).date() if _DATE_TIME.fullmatch(text) else None
    except (KeyError, ValueError, OverflowError):
        return None


def site_of(document: Document) -> str:
    """The address of the site that published a credential of ours, with a slash at its end.

    Empty where the credential's id is not below /credentials/, as it is for other software's.
    """
    site, slash, _ = str(document.get("id")).rpartition("/credentials/")
    return f"{site}/" if slash else ""


def is_below(address: str, site: str) -> bool:
    """Whether an address lies below that of a site, also after a server has resolved its dots."""
    steps = unquote(address).replace("\\", "/").split("/")
    return bool(site) and address.startswith(site) and not {".", ".."} & {*steps}


def compare_documents(before: Any, after: Any, path: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(entries that changed or are gone, entries that only `after` has), as paths such as
    credentialSubject.achievement.alignment; entries of lists by the name of the list."""
    if before is _ABSENT:
        return (), (path,)
    pairs = _pairs(before, after, path)
    if pairs is None:
        return (() if before == after else (path,)), ()
    parts = [compare_documents(*pair) for pair in pairs]
    changed = dict.fromkeys(entry for changes, _ in parts for entry in changes)
    added = dict.fromkeys(entry for _, additions in parts for entry in additions)
    return tuple(changed), tuple(added)


def _pairs(before: Any, after: Any, path: str) -> list[tuple[Any, Any, str]] | None:
    """The entries of two objects or two lists, side by side; None where they have none in common."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return [
            (before.get(name, _ABSENT), after.get(name, _ABSENT), f"{path}.{name}" if path else name)
            for name in {**before, **after}
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [(old, after[place], path) for place, old in enumerate(before)]
    return None
