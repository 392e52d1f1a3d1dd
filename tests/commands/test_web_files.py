"""Files for `portfolio verify`: from the web, or from the folder of a built site."""

from http.client import HTTPException
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import pytest

from generator.commands import web_files
from generator.commands.web_files import folder_files
from generator.openbadges.document_sources import LARGEST

BASE = "https://x.org/p/"
WebFiles = web_files.WebFiles  # as it is, before conftest takes the web away


class Opener:
    """A web with one answer; it counts what it is asked."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def open(self, request: Any, timeout: float) -> BytesIO:
        self.asked.append(request.full_url)
        if isinstance(self.answer, Exception):
            raise self.answer
        return BytesIO(self.answer)


def web(monkeypatch: pytest.MonkeyPatch, answer: bytes | Exception) -> Opener:
    opener = Opener(answer)
    monkeypatch.setattr(web_files, "build_opener", lambda *handlers: opener)
    return opener


def test_a_file_is_read_from_the_web(monkeypatch: pytest.MonkeyPatch) -> None:
    web(monkeypatch, b"{}")
    assert WebFiles()(f"{BASE}did.json") == b"{}"


@pytest.mark.parametrize("address", ["http://x.org/did.json", "file:///etc/passwd", "did.json"])
def test_only_https_is_asked(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    opener = web(monkeypatch, b"{}")
    assert WebFiles()(address) is None
    assert opener.asked == []


def test_a_file_that_is_too_large_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    web(monkeypatch, b"x" * (LARGEST + 1))
    assert WebFiles()(f"{BASE}did.json") is None


def test_once_nobody_answers_nobody_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    opener = web(monkeypatch, URLError("no line"))
    files = WebFiles()
    assert [files(f"{BASE}{name}.json") for name in ("did", "issuer")] == [None, None]
    assert opener.asked == [f"{BASE}did.json"]


@pytest.mark.parametrize(
    "failure",
    [HTTPError(BASE, 404, "Not Found", {}, None), HTTPException("bad status line")],  # type: ignore[arg-type]
)
def test_after_a_missing_file_others_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    opener = web(monkeypatch, failure)
    files = WebFiles()
    assert [files(f"{BASE}{name}.json") for name in ("did", "issuer")] == [None, None]
    assert len(opener.asked) == 2


def test_a_folder_stands_for_the_site(tmp_path: Path) -> None:
    (tmp_path / "a b.json").write_bytes(b"{}")
    read = folder_files(tmp_path, BASE)
    assert read(f"{BASE}a%20b.json") == b"{}"
    assert read(f"{BASE}none.json") is None
    assert read("https://elsewhere.org/p/a%20b.json") is None
    assert folder_files(tmp_path, "")("a b.json") is None


@pytest.mark.parametrize("path", ["../secret.json", "%2e%2e/secret.json", "link.json", "\0"])
def test_no_address_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.json").write_bytes(b"secret")
    site = tmp_path / "site"
    site.mkdir()
    (site / "link.json").symlink_to(tmp_path / "secret.json")
    assert folder_files(site, BASE)(f"{BASE}{path}") is None
