"""The built site as each kind of host serves it: below a path, at a domain's root, from a folder."""

import functools
import http.server
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.commands.small_program import SOUND, write_content
from tests.terminal import portfolio

LINKS = re.compile(rb'(?:href|src)="([^"]*)"')


def site(root: Path, url: str) -> Path:
    """A small program's output, built for this address."""
    write_content(root, {**SOUND, "program.yml": f"title: Maple Grove\nurl: {url}\n"})
    assert portfolio("build", inside=root).status == 0
    return root / "output"


@contextmanager
def host(output: Path, path: str) -> Iterator[str]:
    """A server that does what GitHub Pages, GitLab Pages and Netlify do: the site below `path`, a folder's
    address with its slash, and 404.html for whatever is not there."""

    class Pages(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, asked: str) -> str:
            below = urlsplit(asked).path.removeprefix(path)
            return super().translate_path(f"/{below}")

        def send_error(self, code: int, *_: object) -> None:
            page = (output / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    serve = functools.partial(Pages, directory=str(output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()


def fetch(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read()


def crawl(start: str) -> dict[str, int]:
    """Every address of the site that pages lead to, from the first one on, and how the host answers."""
    answers: dict[str, int] = {}
    waiting = [start]
    while waiting:
        url = waiting.pop()
        if url in answers:
            continue
        answers[url], data = fetch(url)
        if answers[url] == 200 and (url.endswith((".html", "/"))):
            links = (urldefrag(urljoin(url, link.decode()))[0] for link in LINKS.findall(data))
            waiting += [link for link in links if link.startswith(start)]
    return answers


@pytest.mark.parametrize(
    ("url", "path"),
    [("https://school.github.io/portfolios/", "/portfolios/"), ("https://portfolios.school.org/", "/")],
)
def test_every_link_of_the_site_leads_to_something(tmp_path: Path, url: str, path: str) -> None:
    with host(site(tmp_path, url), path) as address:
        answers = crawl(address)
    assert len(answers) > 10
    assert {link for link, status in answers.items() if status != 200} == set()


@pytest.mark.parametrize(
    ("url", "path"),
    [("https://school.github.io/portfolios/", "/portfolios/"), ("https://portfolios.school.org/", "/")],
)
def test_a_lost_reader_finds_the_way_home_from_any_depth(tmp_path: Path, url: str, path: str) -> None:
    with host(site(tmp_path, url), path) as address:
        status, page = fetch(f"{address}no/such/page/")
        links = [urljoin(f"{address}no/such/page/", link.decode()) for link in LINKS.findall(page)]
        answers = {link: fetch(link)[0] for link in links if link.startswith(address)}
    assert status == 404
    assert address in answers
    assert any(link.endswith(".css") for link in answers)
    assert set(answers.values()) == {200}


def test_a_folder_on_a_disk_needs_no_server(tmp_path: Path) -> None:
    output = site(tmp_path, "")
    for page in output.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in LINKS.findall(page.read_bytes()):
            target = urldefrag(link.decode())[0]
            if target and not urlsplit(target).scheme:
                assert (page.parent / target).is_file(), (page, target)
