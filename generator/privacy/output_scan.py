"""P15: the pages as they were made, searched once more.

What the gate did not see, because it was written in a way that only a browser reads as a name, is seen
here; and the published numbers are held against one another, as a reader with a calculator would.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from generator.html_reader import read_text
from generator.model import Program
from generator.privacy.name_normalisation import normalise
from generator.privacy.personal_patterns import PersonalDataKind, find_personal_data
from generator.privacy.roster import NameFinder
from generator.problems import Place, Problem, error

# digits and what stands between those of a number, so that its shape can be looked for
_SHAPE = bytes(
    48 if 48 <= sign <= 57 else 45 if sign in b" .-" else sign for sign in bytes(range(256)).lower()
)
# what a page must have for a closer look to be worth its time
_HINTS = (
    *(b"000-000-0000", b"000)-000-0000", b"000)000-0000", b"000-00-0000"),
    *(b"+0-0", b"+00-0", b"+000-0", b"+0-(", b"+00-(", b"+00000000"),
    *(b"@", b"(at)", b"[at]", b"(@)", b"\xef\xbc"),
    *(b"born", b"birth", b"nacid", b"nacim", b"cumplea"),
    *(b"&#00;&#", b"&#000;&#", b"&#x00;&#", b"&#64", b"&commat"),
)
_CHART = re.compile(rb"<path [^>]*>")
_MARKUP = (".html", ".xml", ".svg")
_READ = (*_MARKUP, ".json", ".csv")
# attributes in which words of people stand
_READ_ALOUD = frozenset(["alt", "title", "aria-label", "content", "placeholder", "value", "href", "src"])
_NUMERIC = re.compile(r"[MmLlHhVvaAzZ\d.,;: -]*")


def scan_output(
    files: Mapping[str, bytes],
    names: NameFinder,
    adults: Collection[str] = (),
    contact: str = "",
    allowed: Collection[str] = (),
) -> list[Problem]:
    """What is found in the files of a site that are about to be written, by their path in it.  `allowed`
    are addresses and numbers that an exception lets stand."""
    problems = []
    for file, data in files.items():
        if not file.endswith(_READ):
            continue
        if file.endswith(".json") and b"\\u" in data:
            data = _unescaped(data)
        named = names.may_be_in_page(data, adults)
        shape = _CHART.sub(b"", data).translate(_SHAPE) if file.endswith(".html") else b""
        signed = any(hint in shape for hint in _HINTS)
        if not named and not signed:
            continue
        text = data.decode("utf-8", "replace")
        seen = visible_text(text)
        if not file.endswith(_MARKUP):
            seen = f"{normalise(text)}\n{seen}"  # a "<!--" in a table hides nothing of it
        signs = (
            one
            for one in find_personal_data(seen, contact)
            if one.kind is not PersonalDataKind.IDENTITY_NUMBER
        )
        if (named and any(hit.sure for hit in names.find(seen, adults))) or (
            signed and any(seen[one.start : one.end] not in allowed for one in signs)
        ):
            problems.append(_found(file))
    return problems


def _unescaped(data: bytes) -> bytes:
    """JSON with its letters as letters; as it is where it is none."""
    try:
        return json.dumps(json.loads(data), ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        return data


def visible_text(text: str) -> str:
    """The words of a page as a reader, a screen reader or a search engine meets them."""
    return normalise(read_text(text, _is_read_aloud))


def _is_read_aloud(attribute: str, value: str) -> bool:
    is_words = attribute in _READ_ALOUD or attribute.startswith("data-")
    return is_words and not _NUMERIC.fullmatch(value)


def find_recoverable_counts(
    tables: Mapping[str, bytes], program: Program, students: Mapping[str, str]
) -> list[Problem]:
    """Published counts of too few students, and ones that follow by subtraction.

    `tables` are the data.csv files of one teacher by their path in the site; `students` has those whose
    tool counts students, each with its inquiry: an award's table is the same visits once more.
    """
    limit = program.min_group_size
    whole: dict[tuple[str, str, str], dict[tuple[str, str], set[float]]] = defaultdict(
        lambda: defaultdict(set)
    )
    parts: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    bad: dict[str, None] = {}
    for file, data in tables.items():
        if file not in students:
            continue
        reader = csv.reader(io.StringIO(data.decode()))
        header = {name: number for number, name in enumerate(next(reader))}
        of_group, of_observer = header.get("group"), header.get("observer")
        for row in reader:
            n = float(row[header["n"]] or 0)
            if not n:
                continue
            if n < limit:
                bad[file] = None
            key = (row[header["class"]], row[header["date"]], row[header["prompt"]])
            who = row[of_observer] if of_observer else ""
            if group := row[of_group] if of_group else "":
                parts[*key, file, who][group] = n
            else:
                whole[key][file, who].add(n)
    for (name, day, prompt, file, who), groups in parts.items():
        sizes = [*groups.values(), sum(groups.values())]
        for (other, by), totals in whole.get((name, day, prompt), {}).items():
            # two observers of one visit count the same students, each as well as she can
            if (students[file] != students[other] or who == by) and any(
                0 < abs(total - size) < limit for total in totals for size in sizes
            ):
                bad[file] = None
    for counted in whole.values():
        bad |= dict.fromkeys(_apart_by_few(counted, limit, students))
    return [_found(file) for file in bad]


def _apart_by_few(
    counted: Mapping[tuple[str, str], Iterable[float]], limit: float, students: Mapping[str, str]
) -> Iterable[str]:
    """Files in which one class and day is counted with a few students less than in another file."""
    for (one, who), sizes in counted.items():
        for (two, by), others in counted.items():
            # two observers of one visit count as well as each can, here as in one table
            apart = one != two and (students[one] != students[two] or who == by)
            if apart and any(0 < more - less < limit for less in sizes for more in others):
                yield one


def _found(file: str) -> Problem:
    return error(
        "P15",
        Place(file),
        "In this page of the site stands a name, an address or a number that must not be published.",
        "Look at its text, its pictures' words and its tables; the page is left out until it is gone.",
    )
