"""Addresses on the web that settings name."""

from urllib.parse import urlsplit

from generator.problems import Problem, error
from generator.reading.yaml.strict_yaml import Path, YamlDocument

# quotation marks, brackets, what browsers read as a slash; other spaces and unseen signs are not printable
_FOREIGN = frozenset("\"'`‘’“”«»<>()[]{}\\^| ")


def is_web_address(url: str) -> bool:
    """Whether a text is an address with http:// or https:// and a host."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that is not closed, for instance
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def is_plain_web_address(url: str) -> bool:
    """Whether a web address has nothing that a page, a script or a log could take for something else: no
    sign-in, space, quotation mark or bracket, and a port that is one."""
    if not is_web_address(url) or not url.isprintable() or not _FOREIGN.isdisjoint(url):
        return False
    parts = urlsplit(url)
    try:
        is_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return is_port and "@" not in parts.netloc and bool(parts.hostname)


def check_web_address(document: YamlDocument, url: str, path: Path = ("url",)) -> list[Problem]:
    """An error where the address that stands at `path` is not one; an empty one is left alone."""
    if not url or is_web_address(url):
        return []
    return [
        error(
            "bad-url",
            document.place(path),
            "The url {url} is not a web address.",
            "Type it with https:// at the start, for instance https://{url}",
            url=url,
        )
    ]


def check_site_address(document: YamlDocument, url: str) -> list[Problem]:
    """The same for the site's own address, which stands in every page; one that is more than an address is
    not quoted, for a sign-in may be in it."""
    if not url or is_plain_web_address(url):
        return []
    if not is_web_address(url):
        return check_web_address(document, url)
    return [
        error(
            "bad-url",
            document.place(("url",)),
            "The site's address must be a plain web address, without a sign-in, spaces, quotation marks, "
            "or brackets.",
            "Type for instance  url: https://YOUR-NAME.github.io/portfolios/",
        )
    ]
