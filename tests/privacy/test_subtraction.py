"""A reader with a calculator: no hidden count follows from all that is published of a class, in whichever
file and inquiry."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from tests.conftest import ANA, PROGRAM, Site

# (count, n) of the group that is too small, and of the others, on each visit
SMALL, OTHERS = (5, 6), (7, 18)
DAYS = [f"2025-09-{day:02}" for day in range(1, 20, 2)]
SETTINGS = str(PROGRAM["program.yml"]) + "small_groups: suppress\n"
INQUIRY = "---\ntitle: Second\nquestion: Again?\ntool: math-talk\npublish: true\n---\n"
OTHER = "teachers/ana-lopez/second"
_SHARE = re.compile(r"(\d+) of (\d+)|(\d+) \((\d+)\s?%\)")


def rows(*groups: tuple[str, tuple[int, int]]) -> str:
    """A visit a day, a row for each group; an empty name is the whole class."""
    lines = [f"{day},Period 2,{n},{count},{name}" for day in DAYS for name, (count, n) in groups]
    return "\n".join(["date,class,n,explains,group", *lines]) + "\n"


WHOLE = (SMALL[0] + OTHERS[0], SMALL[1] + OTHERS[1])
# what the first inquiry has of the class, and what the second one has
WAYS = {
    "groups alone": ((("A", SMALL), ("B", OTHERS)), ()),
    "groups beside the class": ((("A", SMALL), ("B", OTHERS), ("", WHOLE)), ()),
    "the class, and one group": ((("", WHOLE), ("B", OTHERS)), ()),
    "groups here, the class there": ((("A", SMALL), ("B", OTHERS)), (("", WHOLE),)),
    "the class here, the others there": ((("", WHOLE),), (("", OTHERS),)),
    "the class here, one group there": ((("", WHOLE),), (("B", OTHERS),)),
    "the small group there": ((("", WHOLE),), (("A", SMALL),)),
    "three groups": ((("A", SMALL), ("B", (4, 10)), ("C", (3, 12))), (("", (12, 28)),)),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_published_tells_the_hidden_count(site: Callable[..., Site], way: str) -> None:
    first, second = WAYS[way]
    files = {"program.yml": SETTINGS, f"{ANA}/data/period-2.csv": rows(*first)}
    if second:
        files |= {f"{OTHER}/inquiry.md": INQUIRY, f"{OTHER}/data/a.csv": rows(*second)}
    made = site(files)
    assert not [one for one in made.build().problems if one.is_error]
    published = set(counts_in(made.pages()))
    assert published, "something is still to be seen"
    for (count, n), (less, m) in product(published | {(0, 0)}, repeat=2):
        assert (count - less, n - m) != SMALL
    for n, m in product({n for _, n in published}, repeat=2):
        assert not 0 < n - m < 10, "a few students are left over"


def counts_in(pages: dict[str, bytes]) -> Iterator[tuple[int, int]]:
    """Every count of so many students that a file of the site tells, by whatever way."""
    for name, data in pages.items():
        if not name.startswith("teachers/"):
            continue
        if name.endswith("data.csv"):
            for row in csv.DictReader(io.StringIO(data.decode())):
                if row["n"]:
                    yield int(row["count"] or 0), int(row["n"])
        elif name.endswith("findings.json"):
            assert '"n": 6' not in json.dumps(json.loads(data))
        elif name.endswith(".html"):
            for found in _SHARE.findall(data.decode()):
                if found[0] and int(found[1]) < 60:
                    yield int(found[0]), int(found[1])
