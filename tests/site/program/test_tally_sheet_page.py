"""The printable sheet: the table's columns, and the way to the tally page."""

import re
from collections.abc import Callable

from tests.conftest import PROGRAM, Site


def test_the_sheet_has_the_tables_columns_and_a_code_where_the_site_has_an_address(
    site: Callable[..., Site],
) -> None:
    one = site()
    one.build()
    sheet = one.page("tools/math-talk/sheet")
    for column in ("date", "class", "explains", "asks"):
        assert re.search(rf'<th scope="col">{column}<', sheet)
    assert 'class="qr"' in sheet
    assert 'role="img" aria-label="QR code of the tally page"' in sheet
    without = one.change({"program.yml": "title: Maple Grove\n"})
    without.build()
    assert 'class="qr"' not in without.page("tools/math-talk/sheet")


def test_the_sheet_speaks_the_programs_language(site: Callable[..., Site]) -> None:
    one = site({"program.yml": str(PROGRAM["program.yml"]) + "language: es\n"})
    one.build()
    sheet = one.page("tools/math-talk/sheet")
    assert ": estudiantes" in sheet
    assert ": students" not in sheet
