"""Checks that every link of every page leads to a file of the site, and every anchor to an id.

The links of a part of the site to itself are checked where the part is made, its links to other parts
when all parts are there.
"""

import posixpath
import re
from collections.abc import Callable, Container, Iterable, Mapping
from urllib.parse import unquote

from msgspec import Struct

from generator import addresses
from generator.html_reader import read_references
from generator.html_source import join_source, split_source, without_tags
from generator.problems import Place, Problem, error, warning
from generator.site.rendering.content_links import ContentLink
from generator.site.rendering.paper_notes import without_note

Ids = Callable[[str], Container[str]]
Links = tuple[tuple[str, ContentLink], ...]  # (address of the page, link)

_TOLD = frozenset(map(addresses.file_path, (addresses.SEARCH, addresses.VERIFY)))
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)


class CrossUnitLink(Struct, frozen=True):
    """A template's link to another part of the site, and the first page that has it."""

    page: str
    link: str
    file: str
    anchor: str


def resolve_own_links(
    files: Mapping[str, bytes], links: Links, is_own: Callable[[str], bool]
) -> tuple[dict[str, bytes], Links, list[Problem]]:
    """Check authors' links (address of the page, link) to the part that `files` are.

    Returns the files, with links that lead nowhere turned back into plain words; the links to other
    parts, which are not checked; and the problems.  `is_own` tells by a file's path whether it would be
    in this part.
    """
    resolved, open_links = dict(files), []
    inner_links = []
    for page, link in links:
        file = addresses.file_path(link.address.partition("#")[0])
        if file in files or is_own(file):
            inner_links.append((page, link))
        else:
            open_links.append((page, link))
    dead, problems = check_content_links(inner_links, files, lambda file: ids_of(files[file]))
    for page, link in dead:
        page_file = addresses.file_path(page)
        resolved[page_file] = remove_link(resolved[page_file], page, link)
    return resolved, tuple(open_links), problems


def check_content_links(
    links: Iterable[tuple[str, ContentLink]], files: Container[str], ids: Ids
) -> tuple[list[tuple[str, ContentLink]], list[Problem]]:
    """The authors' links that lead nowhere, and a problem for each.  `ids` gives the ids of a file.

    A link to a page that is not in the site (a draft, a teacher who left) is a warning, because the
    page may come; a link to a heading that is not there is an error.
    """
    dead = []
    problems: dict[tuple[Place, str], Problem] = {}  # a text that two pages show is one problem
    for page, link in links:
        address, _, anchor = link.address.partition("#")
        file = addresses.file_path(address)
        if file in files and (not anchor or anchor in ids(file)):
            continue
        dead.append((page, link))
        problems[link.place, link.target] = (
            error(
                "dead-anchor",
                link.place,
                "The link {target} leads to a heading that is not there.",
                "Compare it with the heading it should lead to: lower case, hyphens for spaces.",
                target=link.target,
            )
            if file in files
            else warning(
                "link-to-unpublished",
                link.place,
                "The page that {target} leads to is not on the site; its words are shown without a link.",
                "It may be a draft, being corrected, or gone; check that the link is still right.",
                target=link.target,
            )
        )
    return dead, list(problems.values())


def remove_link(data: bytes, page: str, link: ContentLink) -> bytes:
    """The page with a link's words in place of the link; all else stays byte for byte."""
    target = addresses.relative_link(page, link.address)
    html = data.decode()
    if target not in html:  # removed by an earlier build
        return data
    tokens = split_source(without_note(html, target))
    return join_source(
        without_tags(tokens, lambda tag: tag.tag == "a" and tag.attributes.get("href") == target)
    ).encode()


def inspect_pages(files: Mapping[str, bytes]) -> tuple[list[Problem], tuple[CrossUnitLink, ...]]:
    """Links of a part's finished pages that lead nowhere in it (what a theme's template got wrong), and
    those to other parts, each once."""
    pages = {
        file: read_references(data.decode("utf-8", "replace"))
        for file, data in files.items()
        if file.endswith(".html")
    }
    problems: list[Problem] = []
    outward: dict[tuple[str, str], CrossUnitLink] = {}
    for page, references in pages.items():
        for link in references.links:
            if _SCHEME.match(link):
                continue
            file, anchor = _target(page, link)
            if file not in files:
                outward.setdefault((file, anchor), CrossUnitLink(page, link, file, anchor))
            elif anchor and (file not in pages or anchor not in pages[file].ids):
                problems.append(_broken(page, link))
    return problems, tuple(outward.values())


def _target(page: str, link: str) -> tuple[str, str]:
    """The file of the site and the id that a relative link in the file `page` leads to.  Behind the # of a
    tally page stands what it is told (class=Period%202&n=26), and no id; so it is on the pages that
    search for what is named there, and that check it."""
    path, _, anchor = link.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
    is_told = "=" in anchor or file in _TOLD
    return file, "" if is_told else unquote(anchor)


def find_broken_links(links: Iterable[CrossUnitLink], files: Container[str], ids: Ids) -> list[Problem]:
    """Which of the links between parts lead nowhere."""
    return [
        _broken(link.page, link.link)
        for link in links
        if link.file not in files or (link.anchor and link.anchor not in ids(link.file))
    ]


def ids_of(page: bytes) -> frozenset[str]:
    """The ids of a page's elements."""
    return read_references(page.decode("utf-8", "replace")).ids


def _broken(page: str, link: str) -> Problem:
    return error(
        "theme-link",
        Place(f"themes: {page}"),
        "The page {page} has a link that leads nowhere: {link}",
        "Correct the template of the theme that makes this page.",
        page=page,
        link=link,
    )
