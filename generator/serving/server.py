"""The server on this computer: pages from memory, reloaded when a build is whole.

Built on livereload, whose handlers know the browser's side of the talk.  Ours in its place: who may
connect (this computer alone, under its own names), when a reload is sent, and where pages come from.
Pages are served from memory, so that drafts never lie in a folder that might be published, and no
path of a request ever reaches the disk.
"""

import asyncio
import mimetypes
import os
import socket
from collections.abc import Callable
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer

from generator.serving import page as pages
from generator.serving.shown import Shown
from generator.site import addresses
from generator.words.speech import Words

HOST = "127.0.0.1"
PORTS = 50  # how many ports are tried
_TYPES = {".csv": "text/csv; charset=utf-8", ".xml": "application/xml", ".js": "text/javascript"}


class Stage:
    """What is on show, and those who wait for the next version of it."""

    def __init__(self) -> None:
        self.shown = Shown()
        self.ready = asyncio.Event()
        self.watchers: set[Talk] = set()

    def show(self, shown: Shown) -> None:
        """From now on; every open page reloads."""
        self.shown = shown
        self.ready.set()
        for talk in list(self.watchers):
            talk.reload()


def application(stage: Stage, port: int) -> web.Application:
    ours = {"stage": stage, "hosts": frozenset({f"{HOST}:{port}", f"localhost:{port}"})}
    return web.Application(
        [
            (r"/livereload", Talk, ours),
            (r"/livereload\.js", Script, ours),
            (r"/\.portfolio/overlay\.css", Style, ours),
            (r"/(.*)", Page, ours),
        ],
        log_function=lambda handler: None,
        compress_response=False,
    )


def listen(stage: Stage, port: int) -> tuple[HTTPServer, int]:
    """A server on the first free port from `port` on, on this computer only.  Raises OSError."""
    last: OSError | None = None
    for one in range(port, port + PORTS):
        try:
            bound = _bound(one)
        except (OSError, OverflowError) as busy:
            last = last or OSError(*busy.args)
            continue
        actual: int = bound.getsockname()[1]
        server = HTTPServer(application(stage, actual))
        server.add_sockets([bound])
        return server, actual
    raise last or OSError("no port")


def _bound(port: int) -> socket.socket:
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


class _Ours(web.RequestHandler):
    """Only for this computer by its own names: a page of another site cannot have its name point here."""

    def initialize(self, stage: Stage, hosts: frozenset[str]) -> None:
        self.stage, self.hosts = stage, hosts

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


class Page(_Ours):
    async def get(self, path: str) -> None:
        await self.stage.ready.wait()
        shown = self.stage.shown
        name = unquote(path)
        file = addresses.file_of(name)
        if file not in shown.files and f"{name}/index.html" in shown.files:
            self.redirect(f"/{path}/", permanent=False)
            return
        words = Words(shown.language)
        host = self.request.host
        if file not in shown.files and addresses.file_of("") not in shown.files:
            self.set_status(200 if not name else 404)
            self._send("x.html", pages.whole_page(host, shown.version, shown.problems, words))
            return
        if file not in shown.files:
            self.set_status(404)
            file = addresses.NOT_FOUND
        data = shown.files.get(file, b"")
        if file.endswith(".html"):
            overlay = pages.overlay_of(shown.problems, words)
            data = pages.served(data, host, shown.version, overlay)
        self._send(file, data)

    async def head(self, path: str) -> None:
        await self.get(path)

    def _send(self, file: str, data: bytes) -> None:
        ending = file[file.rfind(".") :]
        kind = _TYPES.get(ending) or mimetypes.guess_type(file)[0] or "application/octet-stream"
        self.set_header("Content-Type", "text/html; charset=utf-8" if ending == ".html" else kind)
        self.finish(data)


class Style(_Ours):
    def get(self) -> None:
        self.set_header("Content-Type", "text/css")
        self.finish(files("generator.serving").joinpath("overlay.css").read_bytes())


class Script(_Ours, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's script for the browser, from the package."""

    def initialize(self, stage: Stage, hosts: frozenset[str]) -> None:
        _Ours.initialize(self, stage, hosts)


class Talk(LiveReloadHandler):  # type: ignore[misc]
    """One open page.  livereload's own bookkeeping drops a reload within three seconds of the last, and
    lets any site listen; so both are done here."""

    def initialize(self, stage: Stage, hosts: frozenset[str]) -> None:
        self.stage, self.hosts = stage, hosts
        self._version = 0

    def prepare(self) -> None:
        if self.request.host not in self.hosts:
            raise web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc in self.hosts

    def on_message(self, message: str | bytes) -> None:
        super().on_message(message)
        said = json_decode(message)
        if said.get("command") == "hello":
            self._version = int(said.get("snipver") or 0)
        if said.get("command") == "info":
            self.stage.watchers.add(self)
            if self._version != self.stage.shown.version:  # a build was done while the page loaded
                self.reload()

    def reload(self) -> None:
        self.send_message({"command": "reload", "path": "/", "liveCSS": False, "liveImg": False})

    def on_close(self) -> None:
        self.stage.watchers.discard(self)
        super().on_close()


Report = Callable[[Shown, float], None]  # the new version, and how many seconds it took
