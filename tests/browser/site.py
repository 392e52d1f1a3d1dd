"""The example program as a site, in a browser: from a folder, and below a path of a server."""

import functools
import gzip
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.authoring.scaffold import demo_content
from generator.build import build
from generator.building.options import BuildOptions

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Debian's chromium is the whole browser, and keeps two pages ready below the address bar of every window:
# more work than the page that is looked at. The last list wins, so Playwright's own comes with it.
_NOT_WANTED = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", f"--disable-features={','.join(_NOT_WANTED)}"]
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
AWARD = "ana-lopez.visible-thinking.visible-thinking"
EVIDENCE = "teachers/ana-lopez/visible-thinking/index.html"
# of Rosa Delgado's inquiry, which waits for assessors
MASKED = "review/charts/6dab782ba0df/index.html"
KINDS = (
    "index.html",
    "teachers/index.html",
    "teachers/ana-lopez/index.html",
    EVIDENCE,
    "teachers/rosa-delgado/less-waiting/index.html",
    "teachers/mei-tanaka/questions-in-the-lab/index.html",
    "teachers/sam-whitfield/rehearsal-letters/index.html",
    "teachers/ana-lopez/visible-thinking/review/index.html",
    "teachers/ana-lopez/visible-thinking/visit/index.html",
    "teachers/ana-lopez/visible-thinking/brief/index.html",
    "micro-credentials/visible-thinking/index.html",
    f"credentials/{AWARD}/index.html",
    "verify/index.html",
    "change-ideas/exploratory-talk/index.html",
    "tools/math-talk/index.html",
    "tools/math-talk/tally/index.html",
    "tools/math-talk/sheet/index.html",
    "pages/powerful-learning/index.html",
    "micro-credentials/index.html",
    "change-ideas/index.html",
    "tools/index.html",
    "how-to-read/index.html",
    "school-years/all/index.html",
    "review/index.html",
    MASKED,
    "search/index.html",
    "privacy/index.html",
    "404.html",
)


@dataclass  # without slots: Playwright notes on it which of its methods listen
class PageLog:
    """What a page wrote to the console or raised, which addresses it asked for, and which were refused."""

    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def listen(self, page: "Page") -> None:
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("response", self._response)

    def leave(self, page: "Page") -> None:
        page.remove_listener("console", self._console)
        page.remove_listener("pageerror", self._error)
        page.remove_listener("request", self._request)
        page.remove_listener("response", self._response)

    def _console(self, message: "ConsoleMessage") -> None:
        self.messages.append(message.text)

    def _error(self, error: "Error") -> None:
        self.messages.append(str(error))

    def _request(self, request: "Request") -> None:
        self.requests.append(request.url)

    def _response(self, response: "Response") -> None:
        if response.status >= 400:
            self.refused.append(response.url)


def built(folder: Path) -> Path:
    build(BuildOptions(demo_content(), folder, date(2026, 3, 1)))
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on localhost."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def packed(data: bytes) -> int:
    """Bytes as GitHub Pages sends them."""
    return len(gzip.compress(data, 6, mtime=0))
