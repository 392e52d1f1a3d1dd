"""A copy of a table under any name never changes what comes out: it adds nothing, or the inquiry has an
error."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.written_tables.files import as_bytes, as_text, as_yaml
from tests.written_tables.forms import FORMS, Written, wide
from tests.written_tables.readers import read_in_data
from tests.written_tables.styles import PLAIN, Style
from tests.written_tables.test_same_or_refused import hold, look, program_with
from tests.written_tables.truth import Counted, Visit, counted

NAMES = ["a", "zz", "period-9", "period-2-copy", "period-2 (1)", "Visits of the fall", "data"]
styles_of_copies = st.sampled_from(
    [
        PLAIN,
        replace(PLAIN, separator=";", comma=True),
        replace(PLAIN, separator="\t", quoted=True, newline="\r\n"),
        replace(PLAIN, day="Sep 8, 2025", encoding="utf-8-sig"),
        replace(PLAIN, share="{} of {}", words=1),
        replace(PLAIN, encoding="utf-16-le with its mark", blank="NA"),
    ]
)


def counts_something(visits: list[Visit]) -> bool:
    """Whether at least three visits of each class are more than zeros: fewer are alike by chance."""
    days: dict[str, set[object]] = {visit.class_name: set() for visit in visits}
    for visit in visits:
        if visit.explains or visit.asks or visit.waits:
            days[visit.class_name].add(visit.day)
    return all(len(of_class) >= 3 for of_class in days.values())


def file_of(written: Written, style: Style, name: str, is_yaml: bool) -> tuple[str, bytes]:
    if is_yaml:
        return f"{name}.yml", as_yaml(written.cells, style)
    return f"{name}.csv", as_bytes(as_text(written.cells, style), style)


@look
@given(
    counted(),
    styles_of_copies,
    st.sampled_from(["wide", "long", "long with values"]),
    st.sampled_from(NAMES),
    st.booleans(),
    st.sampled_from(["", "Period 9", "period 2"]),
    st.integers(0, 1),
    st.randoms(use_true_random=False),
)
def test_a_copy_adds_nothing(
    table: Counted,
    style: Style,
    form: str,
    name: str,
    is_yaml: bool,
    renamed: str,
    dropped: int,
    order: object,
) -> None:
    # a day of two observers that lacks one of them is another visit
    assume(table.extra == "" or (table.extra == "observer" and not dropped))
    original = wide(table, PLAIN)
    visits = list(table.visits)
    order.shuffle(visits)  # type: ignore[attr-defined]
    visits = visits[dropped:] if len(visits) >= 5 else visits
    assume(counts_something(visits))
    if renamed:
        first = visits[0].class_name
        visits = [
            replace(visit, class_name=renamed if visit.class_name == first else visit.class_name)
            for visit in visits
        ]
    copied = FORMS[form](replace(table, visits=tuple(visits), has_class=True), style)
    files = dict(
        [
            file_of(original, PLAIN, "visits" if table.has_class else "period-2", False),
            file_of(copied, style, name, is_yaml),
        ]
    )
    hold(read_in_data(files, program_with(original.tool)), original)
