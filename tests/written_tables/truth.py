"""What was counted at some visits, and the observations that have to come out of any table of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from hypothesis import strategies as st

from generator.model import Observation
from generator.slugs import slug

# date, class, group, observer, time, prompt
Key = tuple[Date | None, str, str, str, str, str]
Figure = tuple[float, float | None]  # what is plotted; of how many, where the prompt counts students
Figures = Mapping[Key, Figure]

CLASSES = (
    ["Period 2"],
    ["Period 2", "Period 4"],
    ["Sección 1", "Sección 10"],
    ["O’Brien", "Zoë B"],
    ["1", "2"],
)
_NAMES = {"group": ["A", "B"], "observer": ["J. Park", "M. Rivera"], "time": ["9:05", "14:30"]}
NOTES = ["calm, busy", "", "5", 'a 12" ruler', "café; then outside", "l’été"]


@dataclass(frozen=True)
class Visit:
    """One row of what was counted; `explains` of `n` students, None where nothing was collected."""

    day: Date
    class_name: str
    group: str
    observer: str
    time: str
    n: int
    explains: int | None
    asks: int | None
    waits: float | None
    note: str
    condition: str

    def key(self, prompt: str) -> Key:
        """Where the number of one prompt has to come out."""
        time = f"{self.time:0>5}" if self.time else ""
        return self.day, slug(self.class_name), self.group, self.observer, time, prompt


@dataclass(frozen=True)
class Counted:
    """All visits, and which columns a table of them has: `extra` is group, observer, time or empty."""

    visits: tuple[Visit, ...]
    has_class: bool
    extra: str
    has_note: bool
    has_condition: bool


def figures_of(visits: Iterable[Visit], prompts: Iterable[str]) -> Figures:
    """What has to come out of a table of visits that has columns of these prompts."""
    figures: dict[Key, Figure] = {}
    for visit in visits:
        if visit.explains is not None and "explains" in prompts:
            figures[visit.key("explains")] = (100 * visit.explains / visit.n, visit.n)
        if visit.asks is not None and "asks" in prompts:
            figures[visit.key("asks")] = (visit.asks, None)
        if visit.waits is not None and "waits" in prompts:
            figures[visit.key("waits")] = (visit.waits, None)
    return figures


def figures_read(observations: Iterable[Observation]) -> list[tuple[Key, Figure]]:
    """What came out, in the same terms; a list, since something may come out twice."""
    return [
        (
            (cell.date, cell.class_id, cell.group, cell.observer, cell.time, cell.prompt),
            (cell.value, cell.n if cell.prompt == "explains" else None),
        )
        for cell in observations
        if cell.value is not None
    ]


def alike(read: list[tuple[Key, Figure]], expected: Figures) -> bool:
    """Whether exactly what was counted came out; a table of percentages does not say of how many."""
    if len(read) != len(expected):
        return False
    for key, (value, n) in read:
        if key not in expected or abs(value - expected[key][0]) > 1e-6:
            return False
        if n is not None and n != expected[key][1]:
            return False
    return True


@st.composite
def counted(draw: st.DrawFn, largest: int = 34, most: int = 60) -> Counted:
    """Two visits and more of one or two classes; no more than `largest` students and `most` questions."""
    classes = draw(st.sampled_from(CLASSES))
    extra = draw(st.sampled_from(["", "", "group", "observer", "time"]))
    has_note, has_condition = draw(st.booleans()), draw(st.booleans())
    has_class = len(classes) > 1 or classes != ["Period 2"] or draw(st.booleans())
    day = Date(2025, draw(st.sampled_from([9, 10])), draw(st.integers(1, 28)))
    visits = []
    for _ in range(draw(st.integers(2, 5))):
        day += timedelta(draw(st.integers(1, 32)))
        for class_name in classes:
            for name in _NAMES.get(extra, [""]):
                visits.append(_visit(draw, day, class_name, {extra: name}, largest, most))
    if not has_note:
        visits = [Visit(**{**vars(visit), "note": ""}) for visit in visits]
    if not has_condition:
        visits = [Visit(**{**vars(visit), "condition": ""}) for visit in visits]
    return Counted(tuple(visits), has_class, extra, has_note, has_condition)


def _visit(
    draw: st.DrawFn, day: Date, class_name: str, names: Mapping[str, str], largest: int, most: int
) -> Visit:
    n = draw(st.integers(min(5, largest), largest))
    many = st.integers(1000, 3000) if most == 60 else st.integers(0, most)
    return Visit(
        day=day,
        class_name=class_name,
        group=names.get("group", ""),
        observer=names.get("observer", ""),
        time=names.get("time", ""),
        n=n,
        explains=draw(st.none() | st.integers(0, n) | st.integers(0, n)),
        asks=draw(st.none() | st.integers(0, most) | st.integers(0, most) | many),
        waits=draw(st.none() | st.integers(0, 1000).map(lambda tenths: tenths / 10)),
        note=draw(st.sampled_from(NOTES)),
        condition=draw(st.sampled_from(["", "co-taught", "2"])),
    )
