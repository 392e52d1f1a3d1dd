"""Adds a photo's entry to inquiry.md; every other byte of the file stays as it is."""

import re
from collections.abc import Mapping

from generator.authoring.yaml_writer import yaml_scalar
from generator.model import PhotoPeople
from generator.reading.yaml.content_schema import InquiryFile, PhotoFile
from generator.reading.yaml.front_matter import read_page
from generator.reading.yaml.strict_yaml import YamlDocument

_ENCODINGS = ("utf-8", "cp1252")
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))
_INDENT = "  "


def add_photo_entry(data: bytes, name: str, photo: PhotoFile) -> bytes | None:
    """inquiry.md with the photo below `photos:`; None where nobody can tell where it belongs.

    What comes out is read again: the settings are those from before, and the photo.
    """
    before, page, _ = read_page(data, "inquiry.md", InquiryFile)
    if before is None or page is None:
        return None
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", ""))
    text = _decode(data[len(mark) :], encoding)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)  # with their ends
    entry = f"{yaml_scalar(name)}: {yaml_scalar(_as_entry(photo))}"
    changed = "".join(_with_entry(lines, page.document, entry))
    added = mark + changed.encode(encoding or _encoding_of(data))
    after, _, _ = read_page(added, "inquiry.md", InquiryFile)
    expected = before.model_copy(update={"photos": {**before.photos, name: photo}})
    return added if after == expected else None


def has_photo_entry(data: bytes, name: str) -> bool:
    """Whether inquiry.md has an entry for the photo."""
    settings, _, _ = read_page(data, "inquiry.md", InquiryFile)
    return settings is not None and name in settings.photos


def _as_entry(photo: PhotoFile) -> Mapping[str, object]:
    entry: dict[str, object] = {"alt": photo.alt}
    if photo.people is not PhotoPeople.UNSTATED:
        entry["people"] = photo.people.value
    if photo.consent_on_file:
        entry["consent_on_file"] = photo.consent_on_file
    return entry


def _encoding_of(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _ENCODINGS[1]
    return _ENCODINGS[0]


def _decode(data: bytes, encoding: str) -> str:
    return data.decode(encoding or _encoding_of(data))


def _with_entry(lines: list[str], document: YamlDocument, entry: str) -> list[str]:
    """The lines with the entry in the form that the photos have: a line of its own, or between braces."""
    end = "\r\n" if lines[0].endswith("\r\n") else lines[0][-1:]
    key = document.key_marks.get(("photos",))
    if key is None or key[0] is None:
        closing = _closing_line(lines)
        return [*lines[:closing], f"photos:{end}{_INDENT}{entry}{end}", *lines[closing:]]
    number = key[0]  # of the line below it, counted from 0
    line = lines[number - 1]
    brace = line.find("{", line.find(":"))
    if brace >= 0 and "#" not in line[:brace]:
        rest = line[brace + 1 :]
        comma = "" if rest.lstrip().startswith("}") else ", "
        return [*lines[: number - 1], f"{line[: brace + 1]}{entry}{comma}{rest}", *lines[number:]]
    first = next(iter(document.key_marks.get(("photos", name)) for name in _names(document)), None)
    indent = " " * (first[1] - 1) if first else _INDENT
    return [*lines[:number], f"{indent}{entry}{end}", *lines[number:]]


def _names(document: YamlDocument) -> list[str]:
    photos = document.value.get("photos") if isinstance(document.value, dict) else None
    return list(photos) if isinstance(photos, dict) else [""]


def _closing_line(lines: list[str]) -> int:
    """Where the settings end, counted from 0."""
    fences = [number for number, line in enumerate(lines) if line.rstrip() in ("---", "...")]
    return fences[1]
