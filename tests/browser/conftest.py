"""The example program on a local server, and a phone to look at it with."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.phones import PHONE, open_at
from tests.browser.site import CHROMIUM, CHROMIUM_ARGS, PageLog, built, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once: that takes longer than most of the tests that look at it."""
    return built(tmp_path_factory.mktemp("site") / "portfolios")


@pytest.fixture(scope="package")
def address(output: Path) -> Iterator[str]:
    """The site on localhost."""
    with served(output) as address:
        yield address


@pytest.fixture(scope="package")
def below_a_path(output: Path) -> Iterator[str]:
    """The site on localhost below a path, as on GitHub Pages."""
    with served(output.parent) as address:
        yield f"{address}/{output.name}"


@pytest.fixture(scope="package")
def browser() -> Iterator["Browser"]:
    """One for the whole package: each test has its own profile (`new_page`) in it, or looks through `tab`."""
    engine_of = pytest.importorskip("playwright.sync_api").sync_playwright
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    with engine_of() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def log() -> PageLog:
    """What the page of the test says and asks for."""
    return PageLog()


@pytest.fixture
def phone(browser: "Browser", address: str, log: PageLog) -> Iterator["Page"]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, accept_downloads=True)
    page = context.new_page()
    log.listen(page)
    open_at(page, f"{address}/tools/math-talk/tally/")
    yield page
    assert log.messages == []
    context.close()


@pytest.fixture(scope="package")
def _one_tab(browser: "Browser") -> Iterator["Page"]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def tab(_one_tab: "Page", log: PageLog) -> Iterator["Page"]:
    """A tab for tests that only look: it goes on from page to page, which is far quicker than a new profile
    for each. It is 1280 by 720 points, light, and a screen, until a test says otherwise."""
    log.listen(_one_tab)
    yield _one_tab
    log.leave(_one_tab)
    _one_tab.goto("about:blank")
    _one_tab.set_viewport_size({"width": 1280, "height": 720})
    _one_tab.emulate_media(media="null", color_scheme="null", forced_colors="null")


@pytest.fixture
def page(browser: "Browser", log: PageLog) -> Iterator["Page"]:
    """A page in a profile of its own, which has nothing to complain of in the end."""
    one = browser.new_page(accept_downloads=True)
    log.listen(one)
    yield one
    one.close()
    assert log.messages == []
