"""The same observations, or none: for any table, in any form and encoding, with any damage.

`EXAMPLES=20000 pytest tests/written_tables` looks longer; `make fuzz` does.
"""

import os
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Program, Tool
from tests.written_tables.damages import DAMAGES, SHIFTS, TEXT_DAMAGES, Spot, cut_in_a_letter
from tests.written_tables.files import as_bytes, as_text, as_workbook, as_yaml
from tests.written_tables.forms import FORMS, LOG_TOOL, Written
from tests.written_tables.readers import Observations, program_of, read_by_import, read_in_data
from tests.written_tables.styles import PLAIN, Style, styles
from tests.written_tables.truth import Counted, alike, counted, figures_read

EXAMPLES = int(os.environ.get("EXAMPLES", "25"))
CELLS_IN_PLACE = [damage for damage in DAMAGES if damage not in SHIFTS]
program_with = cache(program_of)
look = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
spots = st.builds(Spot, row=st.integers(0, 999), column=st.integers(0, 99), choice=st.integers(0, 99))
ways = st.sampled_from(["import", "data"])


def read(data: bytes, name: str, way: str, tool: Tool) -> Observations:
    program: Program = program_with(tool)
    return read_by_import(data, name, program) if way == "import" else read_in_data({name: data}, program)


def name_of(written: Written, ending: str) -> str:
    return ("visits" if "class" in written.roles else "period-2") + ending


def hold(observations: Observations, written: Written) -> None:
    if observations is not None:
        assert alike(figures_read(observations), written.figures), (
            sorted(figures_read(observations), key=str),
            sorted(written.figures.items(), key=str),
        )


@look
@given(counted(), styles, st.sampled_from(list(FORMS)), st.sampled_from(list(DAMAGES)), spots, ways)
def test_cells_damaged(table: Counted, style: Style, form: str, damage: str, spot: Spot, way: str) -> None:
    written = FORMS[form](table, style)
    data = as_bytes(as_text(DAMAGES[damage](written, spot), style), style)
    hold(read(data, name_of(written, ".csv"), way, written.tool), written)


@look
@given(counted(), styles, st.sampled_from(list(FORMS)), st.sampled_from(list(TEXT_DAMAGES)), spots, ways)
def test_text_damaged(table: Counted, style: Style, form: str, damage: str, spot: Spot, way: str) -> None:
    written = FORMS[form](table, style)
    text = as_text(written.cells, style)
    data = as_bytes(TEXT_DAMAGES[damage](text, spot, style.separator, style.newline), style)
    hold(read(data, name_of(written, ".csv"), way, written.tool), written)


@look
@given(counted(), styles, st.sampled_from(list(FORMS)), spots, ways)
def test_a_file_that_ends_in_a_letter(table: Counted, style: Style, form: str, spot: Spot, way: str) -> None:
    written = FORMS[form](table, style)
    whole = as_bytes(as_text(written.cells, style), style)
    data = cut_in_a_letter(whole, spot)
    if data != whole and style.encoding.startswith("utf-8"):
        assert read(data, name_of(written, ".csv"), way, written.tool) is None


@look
@given(counted(), styles, st.sampled_from(list(FORMS)), st.sampled_from(CELLS_IN_PLACE), spots)
def test_workbooks_damaged(table: Counted, style: Style, form: str, damage: str, spot: Spot) -> None:
    written = FORMS[form](table, style)
    data = as_workbook(DAMAGES[damage](written, spot), style)
    hold(read(data, name_of(written, ".xlsx"), "import", written.tool), written)


@look
@given(counted(), styles, st.sampled_from(list(FORMS)), st.sampled_from(CELLS_IN_PLACE), spots)
def test_yaml_damaged(table: Counted, style: Style, form: str, damage: str, spot: Spot) -> None:
    written = FORMS[form](table, style)
    data = as_yaml(DAMAGES[damage](written, spot), style)
    hold(read(data, name_of(written, ".yml"), "data", written.tool), written)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("form", FORMS)
@given(table=counted())
def test_a_plain_table_comes_in(form: str, table: Counted) -> None:
    written = FORMS[form](table, PLAIN)
    data = as_bytes(as_text(written.cells, PLAIN), PLAIN)
    for way in ("import", "data"):
        observations = read(data, name_of(written, ".csv"), way, written.tool)
        assert observations is not None or not written.figures or written.tool is LOG_TOOL
        hold(observations, written)
