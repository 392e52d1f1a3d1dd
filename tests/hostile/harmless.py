"""Whether anything in the files of a site could act by itself, load from elsewhere, or pretend to be ours."""

import csv
import io
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
ALONE = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
SECRETS = (b"SECRET CAMERA", b"SECRET OWNER")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OURS = re.compile(r"verdict|badge|decision|finding|mark-")
_FORBIDDEN = {"iframe", "object", "embed", "base", "applet", "frame", "frameset", "portal", "math"}


def what_is_wrong(files: Mapping[str, bytes]) -> list[str]:
    """One line for each thing; empty where all is well."""
    wrong = []
    for name, data in files.items():
        if any(secret in data for secret in SECRETS):
            wrong.append(f"{name}: what a camera stores")
        if name.endswith(".html"):
            page = Page(own_policy="/tally/" in name)
            page.feed(data.decode())
            wrong += [f"{name}: {one}" for one in page.wrong]
            if not page.policy:
                wrong.append(f"{name}: no policy")
        elif name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".csv"):
            rows = csv.reader(io.StringIO(data.decode()))
            cells = (cell for row in rows for cell in row)
            wrong += [
                f"{name}: formula {cell[:20]}"
                for cell in cells
                if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell)
            ]
        elif name.endswith(".js") and (b"</script" in data or "\u2028".encode() in data):
            wrong.append(f"{name}: could end a program early")
    return wrong


class Page(HTMLParser):
    """Looks at every tag; `own_policy` is for the one page that carries its scripts with it."""

    def __init__(self, *, own_policy: bool) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.policy = False
        self._own_policy = own_policy
        self._ids: set[str] = set()
        self._prose: list[str] = []  # tags open since an author's own text began

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _FORBIDDEN:
            self.wrong.append(f"<{tag}>")
        data = given.get("type") == "application/json"
        if tag == "script" and not self._own_policy and not data and _foreign(given.get("src", "//")):
            self.wrong.append("a script that is not ours")
        if tag == "style" and not self._own_policy:
            self.wrong.append("an inline style")
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = self._own_policy or given["content"] in (POLICY, ALONE)
        elif tag == "meta" and "http-equiv" in given and given["http-equiv"].lower() == "refresh":
            self.wrong.append("a page that goes elsewhere")
        for name, value in given.items():
            if name.startswith("on") or (name == "style" and not self._own_policy):
                self.wrong.append(f"{name} in <{tag}>")
            if name in ("href", "xlink:href", "action", "formaction") and tag != "link":
                scheme = _SCHEME.match(re.sub(r"[\s\0]", "", value))
                if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
                    self.wrong.append(f"{name}={value[:40]}")
            if name in ("src", "srcset", "poster", "data") and _foreign(value):
                self.wrong.append(f"{name}={value[:40]}")
        style = tag == "link" and given.get("rel") in ("stylesheet", "preload", "icon")
        if style and not self._own_policy and _foreign(given["href"]):
            self.wrong.append("a style from elsewhere")
        if "id" in given:
            if given["id"] in self._ids:
                self.wrong.append(f"the id {given['id'][:40]} twice")
            self._ids.add(given["id"])
        if self._prose:
            if _OURS.search(given.get("class", "")):
                self.wrong.append(f"an author's text with the class {given['class'][:40]}")
            if tag == self._prose[0]:
                self._prose.append(tag)
        elif "prose" in given.get("class", "").split():
            self._prose = [tag]

    def handle_endtag(self, tag: str) -> None:
        if self._prose and tag == self._prose[0]:
            self._prose.pop()


def _foreign(address: str) -> bool:
    """Whether an address leads out of the site."""
    return address.startswith("//") or bool(_SCHEME.match(address))
