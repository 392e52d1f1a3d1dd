"""A teacher's pages as one file that needs nothing else: what she keeps when the program ends.

Her portfolio page and every evidence page stand one below the other; charts are in them already,
photos, tables and styles are put in.  Ids get a prefix each, so that the same chart of two inquiries
stays two; links among her own pages become links within the file.
"""

import base64
import mimetypes
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from urllib.parse import unquote, urlsplit

from generator import addresses
from generator.site.rendering.inline_json import source_hash

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)  # what they do needs more than this file
_TRAIL = re.compile(r'<nav class="trail".*?</nav>', re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r'(\s)([a-zA-Z:-]+)="([^"]*)"')
_OF_IDS = ("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
_URL_OF_ID = re.compile(r"url\(#([^)]*)\)")
_OWN_STYLE = (
    ".kept{border-top:3px double var(--grey-3);margin-top:3rem;padding-top:1rem}"
    "main>.kept:first-of-type{border:0}"
)


@dataclass(frozen=True, slots=True)
class OfflineExport:
    """What the file is made of.  `pages` are addresses in the order they stand in, the teacher's first;
    `url` is the program's address, empty where it has none."""

    title: str
    language: str
    pages: Sequence[str]
    files: Mapping[str, bytes]
    stylesheet: bytes
    url: str
    origin: str  # a sentence on where the file comes from


def offline_file(kept: OfflineExport) -> bytes:
    """One HTML file.  Links to pages that are not in it go to the program's address, or become words."""
    parts = {address: f"p{number}-" for number, address in enumerate(kept.pages)}
    style = kept.stylesheet.decode() + _OWN_STYLE
    policy = f"default-src 'none'; style-src {source_hash(style)}; img-src data:; base-uri 'none'"
    sections = []
    for address, prefix in parts.items():
        page = kept.files[addresses.file_path(address)].decode()
        found = _MAIN.search(page)
        body = _SCRIPT.sub("", _TRAIL.sub("", found[1] if found else page))
        moved = _TAG.sub(partial(_moved, address, prefix, parts, kept), body)
        sections.append(f'<section class="kept" id="{prefix}top">{moved}</section>')
    document = (
        f'<!doctype html>\n<html lang="{escape(kept.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(kept.title)}</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="evidence">\n<main id="main">\n{"".join(sections)}\n</main>\n'
        f'<footer class="foot"><p>{escape(kept.origin)}</p></footer>\n</body>\n</html>\n'
    )
    return document.encode()


def _moved(
    address: str, prefix: str, parts: Mapping[str, str], kept: OfflineExport, tag: re.Match[str]
) -> str:
    """One tag with its ids prefixed and its links turned to where things are now."""

    def attribute(found: re.Match[str]) -> str:
        space, name, value = found.groups()
        if name in _OF_IDS:
            return f'{space}{name}="{" ".join(prefix + one for one in value.split())}"'
        if name in ("href", "src"):
            link = _link(unescape(value), address, prefix, parts, kept)
            is_download = name == "href" and link.startswith("data:")
            download = f' download="{posixpath.basename(value)}"' if is_download else ""
            return f'{space}{name}="{escape(link)}"{download}' if link else ""
        return f'{space}{name}="{_URL_OF_ID.sub(lambda one: f"url(#{prefix}{one[1]})", value)}"'

    return _ATTRIBUTE.sub(attribute, tag[0])


def _link(link: str, address: str, prefix: str, parts: Mapping[str, str], kept: OfflineExport) -> str:
    """Where a link leads now; empty where it leads nowhere."""
    if link.startswith("#"):
        return f"#{prefix}{link[1:]}"
    if urlsplit(link).scheme:
        return link
    path, _, anchor = link.partition("#")
    here = posixpath.dirname(addresses.file_path(address))
    file = posixpath.normpath(posixpath.join(here, unquote(path)))
    target = file.removesuffix("index.html")
    if target in parts:
        return f"#{parts[target]}{anchor or 'top'}"
    if file in kept.files and not file.endswith(".html"):
        kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
        return f"data:{kind};base64,{base64.b64encode(kept.files[file]).decode()}"
    if not kept.url:
        return ""
    whole = addresses.absolute_url(kept.url, target)
    return f"{whole}#{anchor}" if anchor else whole
