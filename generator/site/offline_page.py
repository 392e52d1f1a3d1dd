"""A teacher's pages as one file that needs nothing else: what they keep when the program ends.

The portfolio page and every evidence page stand one below the other; charts are in them already,
photos, tables and styles are put in.  Ids get a prefix each, so that the same chart of two inquiries
stays two; links among the teacher's own pages become links within the file.
"""

import base64
import mimetypes
import posixpath
import re
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from generator import addresses
from generator.html_source import (
    SourceToken,
    edit_attributes,
    element_end,
    split_source,
    without_elements,
)
from generator.site.rendering.inline_json import source_hash
from generator.words.html_language import html_language

_ID_ATTRIBUTES = ("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
_URL_OF_ID = re.compile(r"url\(#([^)]*)\)")
_EXTRA_STYLE = (
    ".kept{border-top:3px double var(--grey-3);margin-top:3rem;padding-top:1rem}"
    "main>.kept:first-of-type{border:0}"
)


class OfflineExport(Struct, frozen=True):
    """What the file is made of.  `pages` are addresses in the order they stand in, the teacher's first;
    `url` is the program's address, empty where it has none."""

    title: str
    language: str
    pages: Sequence[str]
    files: Mapping[str, bytes]
    stylesheet: bytes
    url: str
    origin: str  # a sentence on where the file comes from


def offline_file(export: OfflineExport) -> bytes:
    """One HTML file.  Links to pages that are not in it go to the program's address, or become words."""
    prefixes = {address: f"p{number}-" for number, address in enumerate(export.pages)}
    style = export.stylesheet.decode() + _EXTRA_STYLE
    policy = f"default-src 'none'; style-src {source_hash(style)}; img-src data:; base-uri 'none'"
    sections = [_Section(export, prefixes, address).html() for address in export.pages]
    document = (
        f'<!doctype html>\n<html {html_language(export.language)}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(export.title)}</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="evidence">\n<main id="main">\n{"".join(sections)}\n</main>\n'
        f'<footer class="foot"><p>{escape(export.origin)}</p></footer>\n</body>\n</html>\n'
    )
    return document.encode()


class _Section(Struct, frozen=True):
    """The page at `address` as a section of the file.  `prefixes` has what each page's ids begin with."""

    export: OfflineExport
    prefixes: Mapping[str, str]
    address: str

    @property
    def prefix(self) -> str:
        return self.prefixes[self.address]

    def html(self) -> str:
        tokens = _main_content(self.export.files[addresses.file_path(self.address)].decode())
        content = "".join(
            edit_attributes(token, self._edit) if token.attributes else token.source for token in tokens
        )
        return f'<section class="kept" id="{self.prefix}top">{content}</section>'

    def _edit(self, name: str, value: str) -> dict[str, str]:
        """An attribute with ids prefixed and links turned to where things are now."""
        if name in _ID_ATTRIBUTES:
            return {name: " ".join(self.prefix + element_id for element_id in value.split())}
        if name in ("href", "src"):
            link = self._link(value)
            is_download = name == "href" and link.startswith("data:")
            download = {"download": posixpath.basename(value)} if is_download else {}
            return {name: link, **download} if link else {}
        return {name: _URL_OF_ID.sub(rf"url(#{self.prefix}\1)", value)}

    def _link(self, link: str) -> str:
        """Where a link of this page leads in the file; empty where it leads nowhere."""
        if link.startswith("#"):
            return f"#{self.prefix}{link[1:]}"
        if urlsplit(link).scheme:
            return link
        path, _, anchor = link.partition("#")
        here = posixpath.dirname(addresses.file_path(self.address))
        file = posixpath.normpath(posixpath.join(here, unquote(path)))
        target = file.removesuffix("index.html")
        if target in self.prefixes:
            return f"#{self.prefixes[target]}{anchor or 'top'}"
        if file in self.export.files and not file.endswith(".html"):
            kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
            return f"data:{kind};base64,{base64.b64encode(self.export.files[file]).decode()}"
        if not self.export.url:
            return ""
        absolute = addresses.absolute_url(self.export.url, target)
        return f"{absolute}#{anchor}" if anchor else absolute


def _main_content(page: str) -> list[SourceToken]:
    """What stands in a page's `<main>`, or all of it where it has none, without what needs more than
    this file: scripts, and the trail of links to the pages above."""
    tokens = split_source(page)
    start = next((index for index, token in enumerate(tokens) if token.tag == "main"), None)
    if start is not None:
        tokens = tokens[start + 1 : element_end(tokens, start) - 1]
    return without_elements(tokens, _needs_the_site)


def _needs_the_site(token: SourceToken) -> bool:
    is_trail = token.tag == "nav" and "trail" in token.attributes.get("class", "").split()
    return is_trail or token.tag == "script"
