"""Honest and forged credentials, judged by the page: as the command does."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import MARKS, served
from tests.browser.test_verify import checked
from tests.conftest import Site
from tests.openbadges.forgeries import Awarded, Case
from tests.openbadges.forgery_cases import CASES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = MARKS


@pytest.fixture(scope="module")
def page(browser: "Browser", _first_award: Site) -> Iterator["Page"]:
    with served(_first_award.output) as address:
        page = browser.new_page()
        page.clock.set_fixed_time("2026-02-02T12:00:00Z")
        page.goto(f"{address}/verify/")
        yield page
        page.close()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_is_judged_as_the_command_does(
    case: Case, page: "Page", _first_award: Site, tmp_path: Path
) -> None:
    given = case.forgery(Awarded(_first_award.output))
    file = tmp_path / f"given{given.suffix}"
    file.write_bytes(given.data)

    def answer(route: "Route") -> None:
        name = next(name for name in given.site if route.request.url.endswith(f"/{name}"))
        data = given.site[name]
        route.fulfill(status=404, body="") if data is None else route.fulfill(body=data)

    for name in given.site:
        page.route(f"**/{name}", answer)
    try:
        page.evaluate("document.getElementById('verified').dataset.result = ''")
        result, text = checked(page, file)
    finally:
        page.unroute_all()
    assert result == (case.page or case.verdict), text
