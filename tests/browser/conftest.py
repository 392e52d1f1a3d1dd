"""The example program on a local server, and a phone to look at it with."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.phones import PHONE, open_at
from tests.browser.site import CHROMIUM, PageLog, built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once: that takes longer than most of the tests that look at it."""
    return built(tmp_path_factory.mktemp("site") / "portfolios")


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """The site on localhost, below a path as on GitHub Pages."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    serve = functools.partial(Quiet, directory=output)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    engine_of = pytest.importorskip("playwright.sync_api").sync_playwright
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    with engine_of() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
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
