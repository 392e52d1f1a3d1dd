"""Files from the web, for `portfolio verify` of a credential whose site is not here."""

from urllib.error import URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator.openbadges.sources import LARGEST

_PATIENCE = 15  # seconds


class _NoRedirect(HTTPRedirectHandler):
    """An address that sends us elsewhere does not answer for itself."""

    def redirect_request(self, *_: object) -> None:
        return None


def from_the_web(address: str) -> bytes | None:
    """What is at an https address; None where it cannot be had."""
    if not address.startswith("https://"):
        return None
    request = Request(address, headers={"User-Agent": "runfolio", "Accept": "application/json, */*"})
    try:
        with build_opener(_NoRedirect).open(request, timeout=_PATIENCE) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except (URLError, OSError, ValueError):
        return None
    return data if len(data) <= LARGEST else None
