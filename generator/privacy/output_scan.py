"""P15: the pages as they were made, searched once more for names, addresses and numbers of people.

This finds what the gate did not see because it was written in a way that only a browser reads as a name.
"""

import json
import re
from collections.abc import Collection, Mapping
from enum import Enum

from msgspec import Struct

from generator.html_reader import read_text
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import OF_BIRTH, PersonalDataKind, find_personal_data
from generator.privacy.written_names import WrittenNames
from generator.problems import Phrase, Place, Problem, error

# digits as 0 and what stands between those of a number as -, so that a number's shape can be looked for
_SHAPE = bytes(range(256)).lower().translate(bytes.maketrans(b"123456789 .", b"000000000--"))
# a page without any of these has no personal data, so that the slow search can be left out; an identity
# number, or a telephone number without its area, has no shape of its own, and chart data is full of numbers,
# so those are looked for in sources only
_HINTS = (
    *(b"000-000-0000", b"000)-000-0000", b"000)000-0000", b"000-00-0000"),
    *(b"+0-0", b"+00-0", b"+000-0", b"+0-(", b"+00-(", b"+00000000"),
    *(b"@", b"(at)", b"[at]", b"{at}", b"(arroba)", b"-dot-", b"-punto-", b"\xef\xbc"),
    *(word.translate(_SHAPE) for word in OF_BIRTH),
    *(b"&#00;&#", b"&#000;&#", b"&#x00;&#"),
)
_CODED_AT = re.compile(rb"&(?:#0*64|#x0*40|commat)\b", re.IGNORECASE)
_CHART_PATH = re.compile(rb"<path [^>]*>")  # chart lines, thousands of digits: no pattern of a page's HTML
_MARKUP = (".html", ".xml", ".svg")
_SCANNED = (*_MARKUP, ".json", ".csv")
# attributes in which words of people stand
_READ_ALOUD = frozenset(["alt", "title", "aria-label", "content", "placeholder", "value", "href", "src"])
_NUMERIC = re.compile(r"[MmLlHhVvaAzZ\d.,;: -]*")


class Revealed(Enum):
    """What a page of the site says that must not be published."""

    NAME_IN_TEXT = Phrase("a name on the roster, in its text or a table")
    NAME_ASIDE = Phrase("a name on the roster, in the description of a picture, a link, or a file name")
    DATA = Phrase("a person's address or number")
    COUNT = Phrase("a count of too few students, or one that can be worked out from others")


_FIND_NAME = Phrase(
    "Compare the files of this page with private/roster.txt; look also for a name broken up by signs, as "
    "in **Gra**ce. The page is left out until the name is gone."
)
_FIND_OTHER = Phrase(
    "Look at its text, its picture descriptions, and its tables. The page is left out until it is gone."
)


def scan_output(
    files: Mapping[str, bytes],
    names: NameFinder,
    adults: Collection[str] = (),
    contact: str = "",
    allowed: Collection[str] = (),
    written: WrittenNames | None = None,
) -> list[Problem]:
    """Returns a problem for each file of a site about to be written that names or identifies a student.

    `files` are by their path in the site.  `adults` are folded words of names that are shown on purpose,
    `contact` is the teacher's e-mail address; `allowed` are addresses and numbers that an exception lets
    stand.  A name is a finding where it is `written`; wherever it stands, without.
    """
    scan = _OutputScan(names, adults, contact, allowed, written)
    kinds = ((file, scan.revealed_in(file, data)) for file, data in files.items() if file.endswith(_SCANNED))
    return [output_problem(file, kind) for file, kind in kinds if kind]


def visible_text(page: str) -> str:
    """The words of a page as a reader, a screen reader or a search engine meets them, normalised."""
    return normalise(read_text(page, _is_read_aloud))


def output_problem(file: str, revealed: Revealed) -> Problem:
    """P15 for one file of the site."""
    is_name = revealed in (Revealed.NAME_IN_TEXT, Revealed.NAME_ASIDE)
    return error(
        "P15",
        Place(file),
        "This page of the site shows {what}.",
        _FIND_NAME if is_name else _FIND_OTHER,
        what=revealed.value,
    )


class _OutputScan(Struct, frozen=True):
    """What pages are searched for; the fields are those of `scan_output`."""

    names: NameFinder
    adults: Collection[str]
    contact: str
    allowed: Collection[str]
    written: WrittenNames | None

    def revealed_in(self, file: str, data: bytes) -> Revealed | None:
        """What of a name or personal data stands in a file.  Most files are done after a quick look."""
        if file.endswith(".json"):
            data = _unescape_json(data)
        may_have_name = self.names.may_be_in_page(data, self.adults)
        may_have_data = file.endswith(".html") and _has_hint(data)
        if not may_have_name and not may_have_data:
            return None
        text = data.decode("utf-8", "replace")
        visible = visible_text(text)
        if not file.endswith(_MARKUP):
            visible = f"{normalise(text)}\n{visible}"  # a "<!--" in a table hides nothing of it
        if may_have_name and self._has_name(visible):
            is_aside = file.endswith(_MARKUP) and not self._has_name(_text_alone(text))
            return Revealed.NAME_ASIDE if is_aside else Revealed.NAME_IN_TEXT
        return Revealed.DATA if may_have_data and self._has_data(visible) else None

    def _has_name(self, text: str) -> bool:
        sure = {text[hit.start : hit.end] for hit in self.names.find(text, self.adults) if hit.sure}
        return any(self.written is None or self.written.has(name) for name in sure)

    def _has_data(self, text: str) -> bool:
        return any(
            match.kind is not PersonalDataKind.IDENTITY_NUMBER
            and text[match.start : match.end] not in self.allowed
            for match in find_personal_data(text, self.contact)
        )


def _text_alone(page: str) -> str:
    """The words of a page without those of attributes."""
    return normalise(read_text(page, lambda *_: False))


def _has_hint(page: bytes) -> bool:
    shape = _CHART_PATH.sub(b"", page).translate(_SHAPE)
    return any(hint in shape for hint in _HINTS) or bool(_CODED_AT.search(page))


def _unescape_json(data: bytes) -> bytes:
    """JSON with its escaped letters as letters; as it is where there are none, or where it is not JSON."""
    if b"\\u" not in data:
        return data
    try:
        return json.dumps(json.loads(data), ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        return data


def _is_read_aloud(attribute: str, value: str) -> bool:
    is_words = attribute in _READ_ALOUD or attribute.startswith("data-")
    return is_words and not _NUMERIC.fullmatch(value)
