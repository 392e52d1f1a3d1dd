"""The page that checks an award: what it says of good ones, and of every kind of bad one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.openbadges.proof import sign_document
from generator.openbadges.signing_keys import new_key
from tests.browser.site import MARKS, served
from tests.conftest import Site
from tests.openbadges.awards import AWARD, BASE, KEY, NAME, award, issuer
from tests.terminal import portfolio

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS
Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def one(_first_award: Site) -> Site:
    """A site with one award, built."""
    return _first_award


@pytest.fixture(scope="module")
def address(one: Site) -> Iterator[str]:
    with served(one.output) as address:
        yield address


@pytest.fixture
def page(browser: "Browser", address: str) -> Iterator["Page"]:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda trouble: said.append(str(trouble)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/verify/")
    yield page
    page.close()
    assert [text for text in said if "404" not in text and "ERR_FAILED" not in text] == []
    assert all(url.startswith(address) for url in asked), "nothing is sent elsewhere"


def checked(page: "Page", file: Path) -> tuple[str, str]:
    """(what it comes to, what is said)."""
    page.set_input_files("input[type=file]", file)
    found = page.locator("#verified:not([data-result=''])[data-result]")
    found.wait_for()
    return str(found.get_attribute("data-result")), found.inner_text()


@pytest.mark.parametrize("file", [f"credentials/{NAME}.json", f"badges/{NAME}.svg", f"badges/{NAME}.png"])
def test_a_good_one_is_shown_with_its_issuer_and_its_signed_run_charts(
    page: "Page", one: Site, file: str
) -> None:
    result, said = checked(page, one.output / file)
    assert result == "good"
    assert "It names Maple Grove District (did:web:maple-grove.example.org:portfolios) as its issuer." in said
    assert "It is not revoked." in said
    assert "Valid since January 20, 2026." in said
    charts = page.locator("svg.checked-chart")
    assert charts.count() == 1
    assert "17 visits, baseline median" in str(charts.first.get_attribute("aria-label"))
    assert page.locator("svg.checked-chart circle").count() == 17
    sizes = page.evaluate(
        """[...document.querySelectorAll('svg.checked-chart')].map(svg =>
          13 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"""
    )
    assert min(sizes) >= 12


def test_what_a_drop_brings_is_taken_too(page: "Page", one: Site) -> None:
    text = (one.output / f"credentials/{NAME}.json").read_text("utf-8")
    page.evaluate(
        """text => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], 'dropped.json'));
          document.getElementById('verify').dispatchEvent(
            new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    page.locator("#verified[data-result=good]").wait_for()
    assert page.locator("#verify-file").inner_text() == "dropped.json"


def document_of(one: Site) -> dict[str, Any]:
    return dict(json.loads((one.content / AWARD / "credential.json").read_text("utf-8")))


def resigned(one: Site, change: Change, key: Any = KEY) -> dict[str, Any]:
    document = document_of(one)
    del document["proof"]
    change(document)
    return sign_document(document, key, document["issuer"]["id"], "2026-01-20T00:00:00Z")


def forged(one: Site) -> dict[str, Any]:
    thief = new_key()
    return resigned(one, lambda it: it["issuer"].update(id=f"did:key:{thief.public}"), thief)


BAD: dict[str, tuple[Callable[[Site], dict[str, Any]], str]] = {
    "a changed letter": (
        lambda one: document_of(one) | {"name": "Something else"},
        "The signature does not match",
    ),
    "an undefined term": (
        lambda one: document_of(one) | {"honours": "summa"},
        "entries that no standard defines",
    ),
    "another key": (
        lambda one: resigned(one, lambda it: None, new_key()),
        "a key that its issuer does not list",
    ),
    "a key in the issuer's name": (forged, "a key that its issuer does not list"),
    "expired": (
        lambda one: resigned(one, lambda it: it.update(validUntil="2026-01-21T00:00:00Z")),
        "It expired after January 21, 2026",
    ),
    "not valid yet": (
        lambda one: resigned(one, lambda it: it.update(validFrom="2199-01-01T00:00:00Z")),
        "It is not valid until January 1, 2199",
    ),
    "other data": (
        lambda one: resigned(one, lambda it: it["relatedResource"][0].update(digestSRI="sha384-AAAA")),
        f"Changed since the award was signed: {NAME}/data.csv",
    ),
    "no list of the revoked": (
        lambda one: resigned(one, lambda it: it["credentialStatus"].update(statusListCredential=BASE)),
        "Whether it was revoked is unknown",
    ),
    "an end under its full address": (
        lambda one: document_of(one) | {"https://www.w3.org/2018/credentials#validUntil": "2026-01-21"},
        "entries that no standard defines",
    ),
    "a level below": (
        lambda one: resigned(
            one,
            lambda it: it["credentialSubject"]["result"][0].update(
                achievedLevel=it["credentialSubject"]["result"][0]["achievedLevel"].replace("-2", "-1")
            ),
        ),
        "Below the level that is required: Asks a question",
    ),
    "something else": (lambda one: {"hello": "world"}, "This is not an Open Badges"),
}


@pytest.mark.parametrize(("made", "said"), BAD.values(), ids=BAD)
def test_a_bad_one_is_told_from_a_good_one(
    page: "Page", one: Site, tmp_path: Path, made: Callable[[Site], dict[str, Any]], said: str
) -> None:
    file = tmp_path / "given.json"
    file.write_text(json.dumps(made(one)), "utf-8")
    result, told = checked(page, file)
    assert (result, said in told) == ("bad", True), told


def test_text_in_a_credential_never_becomes_markup(page: "Page", one: Site, tmp_path: Path) -> None:
    text = "<img src=x onerror=alert(1)> {name}"

    def renamed(document: dict[str, Any]) -> None:
        document["name"] = text
        document["issuer"]["name"] = text

    file = tmp_path / "given.json"
    file.write_text(json.dumps(resigned(one, renamed)), "utf-8")
    result, told = checked(page, file)
    assert (result, text in told) == ("bad", True)
    assert "lists another award in its place" in told
    assert page.locator("#verified img").count() == 0


def seen_anew(browser: "Browser", site: Site, badge: Path) -> tuple[str, str]:
    """What the page of this site, built anew, says of a badge."""
    site.build()
    with served(site.output) as address:
        page = browser.new_page()
        page.goto(f"{address}/verify/")
        seen = checked(page, badge)
        page.close()
    return seen


def test_a_revoked_one_is_refused(browser: "Browser", awarded: Site) -> None:
    badge = awarded.root / "old.svg"
    badge.write_bytes((awarded.output / f"badges/{NAME}.svg").read_bytes())
    command = ("revoke", NAME, "--key", "issuer.pem", "--reason", "By mistake", "--today", "2026-02-03")
    assert portfolio(*command, inside=awarded.root).status == 0
    result, told = seen_anew(browser, awarded, badge)
    assert (
        result,
        f"Its issuer has revoked it, or replaced it with a newer one: {BASE}credentials/{NAME}/" in told,
    ) == ("bad", True)
    other = awarded.root / "other.json"
    other.write_text(json.dumps(resigned(awarded, lambda it: it.update(id="urn:uuid:7"))), "utf-8")
    result, told = seen_anew(browser, awarded, other)
    assert (result, "or replaced it with a newer one." in told) == ("bad", True), told


def test_an_issuer_may_be_nothing_but_a_key_that_the_site_names(browser: "Browser", awarded: Site) -> None:
    did = f"did:key:{KEY.public}"
    for file in (awarded.content / "credentials").iterdir():
        file.unlink()
    awarded.change({"program.yml": issuer(KEY, did=did)})
    assert award(awarded, "--anew").status == 0
    result, told = seen_anew(browser, awarded, awarded.output / f"badges/{NAME}.png")
    assert (result, f"It names Maple Grove District ({did}) as its issuer." in told) == ("good", True)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\x89PNG\r\n\x1a\n", b"<svg></svg>", b"\xff\xfe\x00", b"[]", b"null"]
)
def test_a_file_that_is_none_is_said_to_be_none(page: "Page", tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file.json").write_bytes(data)
    result, told = checked(page, tmp_path / "file.json")
    assert result == "bad"
    assert told


def test_a_browser_without_this_signature_says_what_to_type(page: "Page", one: Site) -> None:
    page.evaluate(
        """() => {
          SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('no'));
        }"""
    )
    result, told = checked(page, one.output / f"badges/{NAME}.svg")
    assert (result, "cannot check this kind of signature" in told) == ("unknown", True)
    assert f"portfolio verify {NAME}.svg" in page.locator("main").inner_text()


@pytest.mark.parametrize("file", ["contexts.json", "jsonld"])
def test_what_cannot_be_loaded_accuses_nobody(page: "Page", one: Site, file: str) -> None:
    page.route(lambda url: file in url, lambda route: route.abort())
    page.reload()
    result, told = checked(page, one.output / f"badges/{NAME}.svg")
    assert (result, "cannot be checked from here" in told) == ("unknown", True)
    page.evaluate("() => 0")  # what the browser says of the missing file comes before this


def test_the_sites_own_award_is_checked_by_its_name_alone(page: "Page", address: str) -> None:
    page.goto(f"{address}/verify/#{NAME}")
    page.reload()
    page.locator("#verified[data-result=good]").wait_for()
    assert "The issuer's site lists this award." in page.locator("#verified").inner_text()
