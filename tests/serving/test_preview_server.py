"""The server on this computer, asked as a browser and as an attacker would."""

import asyncio
import http.client
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from generator.problems import Place, error
from generator.serving.last_good import ServedSite
from generator.serving.preview_server import PreviewState, listen

PAGE = (
    b'<html><head><meta http-equiv="Content-Security-Policy" '
    b"content=\"script-src 'self'; connect-src 'self'\"></head><body>%s</body></html>"
)
FILES = {
    "index.html": PAGE % b"home",
    "teachers/index.html": PAGE % b"teachers",
    "404.html": PAGE % b"lost",
    "data.csv": b"date,value\n",
    ".nojekyll": b"",
    "tools/t/tally/sw.js": b"keeps an old copy",
    **{f"a.{kind}": b"x" for kind in ("css", "js", "json", "svg", "png", "jpg", "webp", "xml")},
    **{f"a.{kind}": b"x" for kind in ("woff2", "odd")},
    "a b/\xc3\xa9.txt".encode("latin-1").decode(): b"text",
}


@dataclass(slots=True)
class Running:
    port: int
    state: PreviewState
    loop: asyncio.AbstractEventLoop

    def ask(self, method: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        talk = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        talk.request(method, path, headers={"Host": f"127.0.0.1:{self.port}", **headers})
        answer = talk.getresponse()
        body = answer.read()
        talk.close()
        return answer.status, dict(answer.getheaders()), body

    def show(self, site: ServedSite) -> None:
        self.loop.call_soon_threadsafe(self.state.show, site)


@pytest.fixture
def running() -> Iterator[Running]:
    ready = threading.Event()
    found: list[Running] = []
    stop: list[asyncio.Event] = []

    async def run() -> None:
        state = PreviewState()
        server, port = listen(state, 8700)
        state.show(ServedSite(FILES, (), 1))
        found.append(Running(port, state, asyncio.get_running_loop()))
        stop.append(asyncio.Event())
        ready.set()
        await stop[0].wait()
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    ready.wait(5)
    yield found[0]
    found[0].loop.call_soon_threadsafe(stop[0].set)
    thread.join(5)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/", 200, b"home"),
        ("/index.html", 200, b"home"),
        ("/teachers/", 200, b"teachers"),
        ("/nothing/", 404, b"lost"),
        ("/data.csv", 200, b"date,value"),
        ("/../pyproject.toml", 404, b"lost"),
        ("/%2e%2e/%2e%2e/etc/passwd", 404, b"lost"),
        ("//etc/passwd", 404, b"lost"),
        ("/.git/config", 404, b"lost"),
        ("/data.csv%00.html", 404, b"lost"),
    ],
)
def test_pages_come_from_memory_alone(running: Running, path: str, status: int, words: bytes) -> None:
    answered, _, body = running.ask("GET", path)
    assert answered == status
    assert words in body


def test_a_folder_leads_to_its_page(running: Running) -> None:
    status, headers, _ = running.ask("GET", "/teachers")
    assert (status, headers["Location"]) == (302, "/teachers/")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8700", "127.0.0.1", "localhost:1", ""])
def test_another_name_for_this_computer_is_refused(running: Running, host: str) -> None:
    for path in ("/", "/nothing", "/livereload", "/livereload.js", "/.portfolio/overlay.css"):
        assert running.ask("GET", path, Host=host)[0] in (400, 403)


def test_its_own_names_are_taken(running: Running) -> None:
    assert running.ask("GET", "/", Host=f"localhost:{running.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_reading_is_allowed(running: Running, method: str) -> None:
    assert running.ask(method, "/")[0] == 405
    assert running.ask(method, "/livereload.js")[0] == 405
    assert running.ask(method, "/livereload")[0] == 405


def test_head_has_the_headers_and_no_body(running: Running) -> None:
    status, headers, body = running.ask("HEAD", "/")
    assert (status, body) == (200, b"")
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers
    for path in ("/data.csv", "/livereload.js", "/.portfolio/overlay.css"):
        status, headers, body = running.ask("HEAD", path)
        assert (status, body, int(headers["Content-Length"]) > 0) == (200, b"", True)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("json", "application/json"),
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("jpg", "image/jpeg"),
        ("webp", "image/webp"),
        ("xml", "application/xml"),
        ("woff2", "font/woff2"),
        ("odd", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_is_called_what_it_is(running: Running, kind: str, said: str) -> None:
    status, headers, body = running.ask("GET", f"/a.{kind}")
    assert (status, headers["Content-Type"], body) == (200, said, b"x")
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_is_not_there_comes_alive_when_it_is(running: Running) -> None:
    """It is reloaded like any other: a new inquiry's first save is seen where it will be."""
    status, _, body = running.ask("GET", "/teachers/new/")
    assert status == 404
    assert b"/livereload.js?snipver=1&amp;" in body


def test_nothing_keeps_an_older_copy_of_the_tally_page(running: Running) -> None:
    _, headers, body = running.ask("GET", "/tools/t/tally/sw.js")
    assert b"unregister" in body
    assert b"old copy" not in body
    assert headers["Content-Type"].startswith("text/javascript")


def test_it_listens_on_this_computer_only(running: Running) -> None:
    server, port = None, 0

    async def look() -> str:
        nonlocal server, port
        server, port = listen(PreviewState(), 8800)
        name = next(iter(server._sockets.values())).getsockname()[0]
        server.stop()
        return str(name)

    assert asyncio.run(look()) == "127.0.0.1"


def test_a_busy_port_is_passed_over(running: Running) -> None:
    async def look() -> int:
        server, port = listen(PreviewState(), running.port)
        server.stop()
        return port

    assert asyncio.run(look()) > running.port


def talk(running: Running, origin: str, version: int) -> "asyncio.Future[object]":
    async def connect() -> object:
        request = HTTPRequest(f"ws://127.0.0.1:{running.port}/livereload", headers={"Origin": origin})
        connection = await websocket_connect(request)
        hello = {"command": "hello", "protocols": [], "snipver": version}
        await connection.write_message(json.dumps(hello))
        first = json.loads(str(await connection.read_message()))
        await connection.write_message(json.dumps({"command": "info", "url": "x"}))
        if version == 1:
            await connection.write_message(json.dumps(hello))
            await connection.read_message()  # it answers in order: the page is known by now
            running.show(ServedSite(FILES, (), 2))
        second = json.loads(str(await asyncio.wait_for(connection.read_message(), 5)))
        connection.close()
        return first["command"], second["command"]

    return connect()  # type: ignore[return-value]


def test_an_open_page_is_told_when_a_build_is_whole(running: Running) -> None:
    origin = f"http://127.0.0.1:{running.port}"
    assert asyncio.run(talk(running, origin, 1)) == ("hello", "reload")  # type: ignore[arg-type]


def test_a_page_that_is_older_than_the_site_is_told_at_once(running: Running) -> None:
    origin = f"http://localhost:{running.port}"
    assert asyncio.run(talk(running, origin, 0)) == ("hello", "reload")  # type: ignore[arg-type]


def test_two_versions_within_a_moment_are_told_of_both(running: Running) -> None:
    """livereload's own handler would drop the second."""

    async def versions() -> list[str]:
        connection = await websocket_connect(f"ws://127.0.0.1:{running.port}/livereload")
        hello = json.dumps({"command": "hello", "protocols": [], "snipver": 1})
        for message in (hello, json.dumps({"command": "info", "url": "x"}), hello):
            await connection.write_message(message)
        for _ in range(2):  # it answers each hello in order: the page is known by now
            await connection.read_message()
        for version in (2, 3):
            running.show(ServedSite(FILES, (), version))
        told = [await asyncio.wait_for(connection.read_message(), 5) for _ in range(2)]
        connection.close()
        return [json.loads(str(one))["command"] for one in told]

    assert asyncio.run(versions()) == ["reload", "reload"]


@pytest.mark.parametrize("message", ["", "no json", "[]", "{}", '{"command": "hello", "snipver": "x"}', "3"])
def test_whoever_talks_nonsense_is_hung_up_on(
    running: Running, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def answer() -> object:
        connection = await websocket_connect(f"ws://127.0.0.1:{running.port}/livereload")
        await connection.write_message(message)
        told = await asyncio.wait_for(connection.read_message(), 5)
        connection.close()
        return told

    assert asyncio.run(answer()) is None
    assert not caplog.records
    assert running.ask("GET", "/")[0] == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1", "null"])
def test_another_site_may_not_listen(running: Running, origin: str) -> None:
    with pytest.raises(HTTPClientError) as refused:
        asyncio.run(talk(running, origin, 1))  # type: ignore[arg-type]
    assert refused.value.code == 403


def test_what_is_wrong_is_on_every_page(running: Running) -> None:
    running.show(ServedSite(FILES, (error("c", Place("content/a.md", 4), "No.", "Yes."),), 2))
    assert b"content/a.md:4" in running.ask("GET", "/teachers/")[2]


def test_before_there_is_a_site_it_says_so(running: Running) -> None:
    running.show(ServedSite({}, (error("c", Place("content/program.yml", 1), "No.", "Yes."),), 2))
    status, _, body = running.ask("GET", "/")
    assert status == 200
    assert b"There is no site to show yet" in body


def test_a_page_asked_for_during_the_first_build_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.serving.preview_server.PATIENCE", 0.05)

    async def look() -> tuple[int, bytes]:
        server, port = listen(PreviewState(), 8900)
        answer = await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/teachers/", raise_error=False)
        server.stop()
        return answer.code, answer.body

    status, body = asyncio.run(look())
    assert status == 503
    assert "Building the site …" in body.decode()
    assert b"/livereload.js" in body
