"""The server on this computer: pages from memory, reloaded when a build is whole.

Built on livereload, whose handlers know the browser's side of the protocol.  Ours in its place: who may
connect (this computer alone, under its own names), when a reload is sent, and where pages come from.
Pages are served from memory, so that drafts never lie in a folder that might be published, and no
path of a request ever reaches the disk.
"""

import asyncio
import os
import socket
from contextlib import suppress
from importlib.resources import files
from posixpath import splitext
from urllib.parse import quote, unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer

from generator import addresses
from generator.serving.last_good import ServedSite
from generator.serving.served_page import ProblemOverlay, at_root, served_page

HOST = "127.0.0.1"
PORTS = 50  # how many ports are tried
PATIENCE = 5.0  # seconds that a page waits for the first build, before it is told so
# as every host of sites says; what this computer knows of them may be something else
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


class PreviewState:
    """The site that is shown, and the open pages that wait for the next version of it."""

    def __init__(self, site: ServedSite | None = None) -> None:
        self.site = site or ServedSite()
        self.ready = asyncio.Event()
        self.watchers: set[LiveReloadSocket] = set()

    def show(self, site: ServedSite) -> None:
        """Show this site from now on; every open page reloads."""
        self.site = site
        self.ready.set()
        for watcher in list(self.watchers):
            watcher.reload()


def make_application(state: PreviewState, port: int) -> web.Application:
    """The addresses that are served on this port, and what answers them."""
    ending = "" if port == 80 else f":{port}"  # a browser does not name the usual port
    arguments = {"state": state, "hosts": frozenset({HOST + ending, "localhost" + ending})}
    return web.Application(
        [
            (r"/livereload", LiveReloadSocket, arguments),
            (r"/livereload\.js", ScriptHandler, arguments),
            (r"/\.portfolio/overlay\.css", StyleHandler, arguments),
            (r"/(.*)", PageHandler, arguments),
        ],
        log_function=lambda handler: None,
        compress_response=False,
    )


def listen(state: PreviewState, port: int) -> tuple[HTTPServer, int]:
    """A server on the first free port from `port` on, on this computer only.  Raises OSError."""
    first_failure: OSError | None = None
    for candidate in range(port, port + PORTS):
        try:
            bound = _bind(candidate)
        except (OSError, OverflowError) as busy:
            first_failure = first_failure or OSError(*busy.args)
            continue
        actual: int = bound.getsockname()[1]
        server = HTTPServer(make_application(state, actual))
        server.add_sockets([bound])
        return server, actual
    raise first_failure or OSError("no port")


def _bind(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two programs share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.setblocking(False)
        bound.bind((HOST, port))
        bound.listen(128)
    except BaseException:
        bound.close()
        raise
    return bound


class _BaseHandler(web.RequestHandler):
    """Only for this computer by its own names: a page of another site cannot have its name point here."""

    def initialize(self, state: PreviewState, hosts: frozenset[str]) -> None:
        self.state, self.hosts = state, hosts

    def prepare(self) -> None:
        if self.request.host not in self.hosts:
            raise web.HTTPError(403)
        if self.request.method not in ("GET", "HEAD"):
            raise web.HTTPError(405)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: object) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")


class PageHandler(_BaseHandler):
    """Answers with a page from memory, with the overlay of what is wrong."""

    async def get(self, path: str) -> None:
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.state.ready.wait(), PATIENCE)
        site = self.state.site
        file = addresses.file_path(unquote(path))
        if file in site.files:
            self._show(file, site.files[file])
        elif f"{file}/index.html" in site.files:
            self.redirect(f"/{quote(file)}/")
        elif addresses.NOT_FOUND in site.files:
            self.set_status(404)
            self._show(addresses.NOT_FOUND, at_root(site.files[addresses.NOT_FOUND]))
        else:
            self.set_status(200 if site.version else 503)
            overlay = ProblemOverlay(site.translator)
            page = overlay.empty_page(self.request.host, site.version, site.problems)
            self._send(addresses.NOT_FOUND, page)

    async def head(self, path: str) -> None:
        await self.get(path)

    def _show(self, file: str, data: bytes) -> None:
        site = self.state.site
        if file.endswith(".html"):
            overlay = ProblemOverlay(site.translator).html(site.problems)
            data = served_page(data, self.request.host, site.version, overlay)
        elif file.endswith("/tally/sw.js"):
            data = _packaged("no_worker.js")
        self._send(file, data)

    def _send(self, file: str, data: bytes) -> None:
        self.set_header("Content-Type", _TYPES.get(splitext(file)[1].lower(), "application/octet-stream"))
        self.finish(data)


class StyleHandler(_BaseHandler):
    """Answers with the style of the overlay."""

    def get(self) -> None:
        self.set_header("Content-Type", _TYPES[".css"])
        self.finish(_packaged("overlay.css"))

    head = get


def _packaged(name: str) -> bytes:
    """A file of this package."""
    return files("generator.serving").joinpath(name).read_bytes()


class ScriptHandler(_BaseHandler, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's script for the browser, from the package."""

    def initialize(self, state: PreviewState, hosts: frozenset[str]) -> None:
        _BaseHandler.initialize(self, state, hosts)

    def head(self) -> None:
        self.get()


class LiveReloadSocket(LiveReloadHandler):  # type: ignore[misc]
    """One open page.  livereload's own bookkeeping drops a reload within three seconds of the last, and
    lets any site listen; so both are done here."""

    def initialize(self, state: PreviewState, hosts: frozenset[str]) -> None:
        self.state, self.hosts = state, hosts
        self._version = 0

    def prepare(self) -> None:
        if self.request.host not in self.hosts:
            raise web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc in self.hosts

    def on_message(self, message: str | bytes) -> None:
        try:
            call = json_decode(message)
            command, self._version = call["command"], int(call.get("snipver", self._version))
        except (ValueError, TypeError, KeyError, AttributeError):
            self.close()  # whoever this is, it is not a page of ours
            return
        super().on_message(message)
        if command == "info":
            self.state.watchers.add(self)
            if self._version != self.state.site.version:  # a build was done while the page loaded
                self.reload()

    def reload(self) -> None:
        self.send_message({"command": "reload", "path": "/", "liveCSS": False, "liveImg": False})

    def on_close(self) -> None:
        self.state.watchers.discard(self)
        super().on_close()
