"""Addresses on the web that settings name."""

from urllib.parse import urlsplit

from generator.problems import Problem, error
from generator.reading.yaml.strict_yaml import Path, YamlDocument


def is_web_address(url: str) -> bool:
    """Whether a text is an address with http:// or https:// and a host."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that is not closed, for instance
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def check_web_address(document: YamlDocument, url: str, path: Path = ("url",)) -> list[Problem]:
    """An error where the address that stands at `path` is not one; an empty one is left alone."""
    if not url or is_web_address(url):
        return []
    return [
        error(
            "bad-url",
            document.place(path),
            "The url {url} is no web address.",
            "Type it with https:// at the start, for instance https://{url}",
            url=url,
        )
    ]
