"""Every link of every page leads to a file of the site, and every anchor to an id."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from urllib.parse import unquote

from generator.memory import Remember, digest, forget
from generator.problems import Place, Problem, error, warning
from generator.site import addresses
from generator.site.prose import LinkFound

_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)


def settle(
    files: Mapping[str, bytes], links: Iterable[tuple[str, LinkFound]]
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files with authors' links that lead nowhere turned back into plain words.

    A link to a page that is not in the site (a draft, a teacher who left) is a warning, because the
    page may come; a link to a heading that is not there is an error.
    """
    settled = dict(files)
    problems: dict[tuple[Place, str], Problem] = {}  # a text that two pages show is mended once
    ids = _ids_in(files)
    for page, link in links:
        address, _, anchor = link.address.partition("#")
        file = addresses.file_of(address)
        if file in files and (not anchor or anchor in ids(file)):
            continue
        if file in files:
            problems[link.place, link.target] = error(
                "dead-anchor",
                link.place,
                "The link {target} leads to a heading that is not there.",
                "Compare it with the heading it should lead to: lower case, hyphens for spaces.",
                target=link.target,
            )
        else:
            problems[link.place, link.target] = warning(
                "link-to-unpublished",
                link.place,
                "The page that {target} leads to is not in the site; its words are shown without a link.",
                "It may be a draft, being corrected, or gone; look whether the link is still right.",
                target=link.target,
            )
        here = addresses.file_of(page)
        settled[here] = _unlinked(settled[here], addresses.way(page, link.address))
    return settled, list(problems.values())


def broken(files: Mapping[str, bytes], remember: Remember = forget) -> list[Problem]:
    """Links that lead nowhere in pages as they are: what a theme's template got wrong."""
    pages = {
        file: remember(digest("links", data), partial(_anatomy, data))
        for file, data in files.items()
        if file.endswith(".html")
    }
    problems = []
    for page, (links, _) in pages.items():
        for link in links:
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
            target = page if not path else target
            if target not in files or (anchor and unquote(anchor) not in pages[target][1]):
                problems.append(
                    error(
                        "theme-link",
                        Place(f"themes: {page}"),
                        "The page {page} has a link that leads nowhere: {link}",
                        "Correct the template of the theme that makes this page.",
                        page=page,
                        link=link,
                    )
                )
    return problems


def _anatomy(page: bytes) -> tuple[tuple[str, ...], frozenset[str]]:
    """A page's links to other places of the site, and the ids of its elements."""
    text = page.decode("utf-8", "replace")
    links = tuple(link for link in dict.fromkeys(_LINK.findall(text)) if not _SCHEME.match(link))
    return links, frozenset(_ID.findall(text))


def _ids_in(files: Mapping[str, bytes]) -> Callable[[str], frozenset[str]]:
    """The ids of a page's elements, found once a page."""

    @cache
    def ids(file: str) -> frozenset[str]:
        return frozenset(_ID.findall(files[file].decode("utf-8", "replace")))

    return ids


def _unlinked(page: bytes, way: str) -> bytes:
    return re.sub(
        rf'<a href="{re.escape(way)}"[^>]*>(.*?)</a>', r"\1", page.decode(), flags=re.DOTALL
    ).encode()
